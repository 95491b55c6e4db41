import { type CountryPack, calendarDate, type RuleSetRejection } from '@kontor/core';
import { type CommandContext, command, done, type Outcome, refused } from '../command.ts';
import type { PayComponentKind } from '../generated/prisma/enums.ts';
import { dateOf } from '../people/index.ts';
import { type InputOf, input, optional } from '../write/input.ts';
import type { Refusal } from '../write/operation.ts';
import { type CompanyComponent, type CompanyRule, companyComponents, prepareBook } from './calculate/rule-book.ts';
import { packOfCompany } from './schedule-of.ts';

const inputs = {
  companyId: input.id('Company', 'Company whose component it is.'),
  code: input.text('Code, in capital letters, digits and underscores, as rules and items name it.', { maxLength: 60 }),
  name: input.text('What the payslip calls it.', { maxLength: 100 }),
  kind: input.choice('PayComponentKind', 'What it does to the pay.'),
  given: optional(input.boolean('Whether an amount may be given for it, by an item.')),
  maySubtract: optional(input.boolean('Whether a given amount may be below zero.')),
  raises: optional(
    input.text('Bases of the country that it raises, apart by spaces, such as taxable niable.', { maxLength: 200 }),
  ),
  lowers: optional(input.text('Bases of the country that it lowers, apart by spaces.', { maxLength: 200 })),
  startsOn: input.date('First day of payment on which the rule applies.'),
  endsOn: optional(input.date('Last day of payment on which it applies; left out, until the next rule.')),
  rule: optional(
    input.text("Rule, such as round(SALARY * 5%, 'HALF_UP', 0.01); left out, the amount that is given.", {
      maxLength: 2000,
    }),
  ),
  roundingMode: optional(input.text('How the result is rounded, such as HALF_UP.', { maxLength: 20 })),
  roundingUnit: optional(input.decimal('What it is rounded to a multiple of, such as 0.01.', { scale: 6 })),
};

type Given = InputOf<typeof inputs>;

const ruleOf = (given: Given): CompanyRule => ({
  startsOn: calendarDate(given.startsOn),
  endsOn: given.endsOn === null ? null : calendarDate(given.endsOn),
  rule: given.rule,
  roundingMode: given.roundingMode,
  roundingUnit: given.roundingUnit,
});

/** The components of the company as they would be. */
function withGiven(components: readonly CompanyComponent[], given: Given): readonly CompanyComponent[] {
  const others = components.filter(({ code }) => code !== given.code);
  const known = components.find(({ code }) => code === given.code)?.versions ?? [];
  const versions = [...known.filter(({ startsOn }) => startsOn !== given.startsOn), ruleOf(given)];
  const { code, name, raises, lowers } = given;
  const kind = given.kind as PayComponentKind;
  return [
    ...others,
    {
      code,
      name,
      kind,
      raises,
      lowers,
      given: given.given ?? false,
      maySubtract: given.maySubtract ?? false,
      versions,
    },
  ];
}

const inputOf: Readonly<Record<string, string>> = {
  CODE_MALFORMED: 'code',
  COMPONENT_CLOSED: 'code',
  BASE_UNKNOWN: 'raises',
  VALUE_MALFORMED: 'roundingUnit',
};

/** A fault at the input that it is in: of a rule with line and column, where the fault has a place in the text. */
function atInput(given: Given, { code, message, path }: RuleSetRejection): Refusal {
  const [, component, from, line, column] = path;
  const input = inputOf[code] ?? 'rule';
  if (component !== given.code || from !== given.startsOn || typeof line !== 'number' || typeof column !== 'number')
    return { code, message, path: [input] };
  return { code, message, path: [input, line, column] };
}

async function write(pack: CountryPack, given: Given, { tx }: CommandContext): Promise<string> {
  const { companyId, code, name, raises, lowers } = given;
  const values = {
    name,
    kind: given.kind as PayComponentKind,
    given: given.given ?? false,
    maySubtract: given.maySubtract ?? false,
    raises,
    lowers,
  };
  const key = { companyId, pack: pack.code, code };
  const component = await tx.payComponent.upsert({
    where: { companyId_pack_code: key },
    create: { ...key, ...values },
    update: values,
  });
  const { startsOn, endsOn, ...rule } = ruleOf(given);
  const version = { ...rule, endsOn: endsOn === null ? null : dateOf(endsOn) };
  const at = { componentId: component.id, startsOn: dateOf(startsOn) };
  await tx.payComponentVersion.upsert({
    where: { componentId_startsOn: at },
    create: { ...at, ...version, companyId },
    update: version,
  });
  return component.id;
}

async function save(given: Given, context: CommandContext): Promise<Outcome> {
  const { tx } = context;
  const { companyId } = given;
  const pack = await packOfCompany(tx, companyId);
  if (!pack) return refused({ code: 'PAYROLL_MISSING', message: 'Set up payroll first.', path: ['companyId'] });
  if ((given.roundingMode === null) !== (given.roundingUnit === null))
    return refused({
      code: 'ROUNDING_INCOMPLETE',
      message: 'A rounding has a mode and a unit.',
      path: [given.roundingMode === null ? 'roundingMode' : 'roundingUnit'],
    });
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('pay components of ' || ${companyId}, 0))`;
  const book = prepareBook(pack, withGiven(await companyComponents(tx, companyId, pack.code), given));
  if (!book.ok) return refused(...book.rejections.map((fault) => atInput(given, fault)));
  return done(await write(pack, given, context));
}

export const savePayComponent = command('savePayComponent', {
  entity: 'PayComponent',
  company: 'companyId',
  title: {
    en: 'Save component',
    sv: 'Spara komponent',
    de: 'Lohnart speichern',
    hu: 'Bérjogcím mentése',
    sl: 'Shrani sestavino',
  },
  description:
    'Adds a component to those of the country, or gives one another rule from a day of payment on. The rule is read and checked together with all others: a fault is told with its line and column, a circle by its path.',
  input: inputs,
  run: save,
});

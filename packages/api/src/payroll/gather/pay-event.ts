import {
  type CalendarDate,
  type CountryPack,
  type DayRange,
  type Decimal,
  type GivenAmount,
  hoursOn,
  isPlanned,
  isWorked,
  missingYears,
  type PayEvent,
  type PayFrequency,
  type PeriodPay,
  type ProrationBasis,
  payOfPeriod,
  payOfQuantity,
  type Rejection,
  type WorkPlan,
  withoutEnds,
  ZERO,
} from '@kontor/core';
import { factsOfEmployment, factValue } from '../facts.ts';
import type { GatheredItem, Gathering, Person } from './person.ts';
import { error, type Problem } from './problem.ts';

/** What the event of every person of a run has in common. */
export interface EventFrame {
  readonly pack: CountryPack;
  readonly frequency: PayFrequency;
  readonly basis: Exclude<ProrationBasis, 'HOURS'>;
  /** Number of the period in the tax year. */
  readonly number: number;
  readonly what: Gathering;
}

/** A person’s event, or what stands against it. */
export interface GatheredEvent {
  readonly person: Person;
  readonly event: PayEvent;
  readonly prorations: readonly PeriodPay[];
  /** The items behind the components of the event, in their order; null for what is no item. */
  readonly sources: readonly (GatheredItem | null)[];
}

type Given = { readonly given: GivenAmount; readonly item: GatheredItem | null };

const hourly = ({ pay }: Person, { startsOn, endsOn }: Gathering): Decimal | null =>
  pay.findLast(
    ({ payPeriod, startOn, endOn }) =>
      payPeriod === 'HOUR' && startOn <= endsOn && (endOn === null || endOn >= startsOn),
  )?.amount ?? null;

/** The amount of an item. What is below zero is left to the engine, which knows what may be. */
function amountOf(person: Person, item: GatheredItem, { pack, what }: EventFrame): Decimal | Problem {
  if (item.amount !== null) return item.amount;
  const quantity = item.quantity ?? ('0' as Decimal);
  const at = `items.${item.id}.quantity`;
  if (quantity.startsWith('-'))
    return error(person.employeeId, 'QUANTITY_NEGATIVE', `Give ${item.code} as zero hours or pieces, or more.`, at, [
      item.code,
    ]);
  const unitPay = item.unitPay ?? hourly(person, what);
  if (unitPay === null)
    return error(
      person.employeeId,
      'UNIT_PAY_MISSING',
      `Say what one of ${item.code} is paid: the employee has no pay by the hour.`,
      `items.${item.id}.unitPay`,
      [item.code],
    );
  return payOfQuantity(quantity, unitPay, pack.minorUnit);
}

/** What is wrong with a person before anything is reckoned. */
export function faultsOfPerson(person: Person, { what, pack }: EventFrame): readonly Problem[] {
  const { employeeId, startOn, endOn, hasAccount, pay } = person;
  const found: Problem[] = [];
  if (startOn > what.endsOn)
    found.push(
      error(employeeId, 'NOT_STARTED', `The employment begins on ${startOn}, after the period.`, 'employment', [
        startOn,
      ]),
    );
  if (endOn !== null && endOn < what.startsOn)
    found.push(
      error(employeeId, 'EMPLOYEE_LEFT', `The employment ended on ${endOn}, before the period.`, 'employment', [endOn]),
    );
  if (!hasAccount)
    found.push(error(employeeId, 'BANK_ACCOUNT_MISSING', 'There is no bank account to pay to: add one.', 'iban'));
  const other = pay.find(({ currency }) => currency !== pack.currency);
  if (other)
    found.push(
      error(
        employeeId,
        'CURRENCY_DIFFERS',
        `Pay is agreed in ${other.currency}, and paid in ${pack.currency}.`,
        'salary',
        [other.currency, pack.currency],
      ),
    );
  return found;
}

/** How much of a day of the period somebody is away unpaid; nothing to ask where they never are. */
function unpaidIn({ unpaid }: Person, { startsOn, endsOn }: Gathering): ((day: CalendarDate) => Decimal) | undefined {
  const away = unpaid.filter(({ startOn, endOn }) => startOn <= endsOn && endOn >= startsOn);
  if (away.length === 0) return undefined;
  return (day) => away.find(({ startOn, endOn }) => startOn <= day && day <= endOn)?.share ?? ZERO;
}

/** Why the working days of a period cannot be counted: a holiday that is not known would be counted as work. */
function faultsOfPlan(plan: WorkPlan, range: DayRange): readonly Rejection[] {
  const found: Rejection[] = [];
  if (!isPlanned(plan, range))
    found.push({
      code: 'WORK_CALENDAR_MISSING',
      message: 'Nothing says when the employee works: give the company a calendar, or the employee hours.',
      path: ['workPatterns'],
    });
  if (missingYears(plan, range).length > 0)
    found.push({
      code: 'HOLIDAYS_MISSING',
      message: 'The working calendar has no holidays of the year: fill them in.',
      path: ['workPatterns'],
    });
  return found;
}

/** The salary of the period as components; faults where it cannot be reckoned. */
export function salaryOf(
  person: Person,
  { frequency, basis, pack, what }: EventFrame,
): { readonly pay: PeriodPay | null } | { readonly rejections: readonly Rejection[] } {
  const unpaidOn = unpaidIn(person, what);
  const plan = person.plan && withoutEnds(person.plan);
  const result = payOfPeriod({
    frequency,
    basis,
    period: { startOn: what.startsOn, endOn: what.endsOn },
    employment: { startOn: person.startOn, endOn: person.endOn },
    agreed: person.pay,
    ...(plan && { isWorkDay: (day) => isWorked(hoursOn(plan, day)) }),
    ...(unpaidOn && { unpaidOn }),
    minorUnit: pack.minorUnit,
  });
  // Whoever is paid the whole of one amount is, whatever is known of working days.
  const counts = !result.ok || (result.value?.parts.length ?? 0) > 0;
  const faults = plan && counts ? faultsOfPlan(plan, { from: what.startsOn, until: what.endsOn }) : [];
  if (faults.length > 0) return { rejections: faults };
  return result.ok ? { pay: result.value } : { rejections: result.rejections };
}

/** A path of the engine, with the item behind a component in place of its number. */
export function pathOf(rejection: Rejection, sources: readonly (GatheredItem | null)[]): string {
  const [group, index, ...rest] = rejection.path;
  const item = group === 'components' && typeof index === 'number' ? sources[index] : undefined;
  return (item ? ['items', item.id, ...rest] : rejection.path).join('.').slice(0, 200);
}

/**
 * Puts a person’s event together: salary if the run pays it, items, back pay, facts and running sums. Everything that is
 * wrong is told at once.
 */
export function eventOf(
  person: Person,
  frame: EventFrame,
  { paysSalary, extra }: { readonly paysSalary: boolean; readonly extra: readonly GivenAmount[] },
): GatheredEvent | { readonly problems: readonly Problem[] } {
  const { pack, frequency, number, what } = frame;
  const problems: Problem[] = [...faultsOfPerson(person, frame)];
  const given: Given[] = [];
  const prorations: PeriodPay[] = [];
  if (paysSalary && problems.length === 0) {
    const salary = salaryOf(person, frame);
    if ('rejections' in salary)
      problems.push(...salary.rejections.map(({ code, message }) => error(person.employeeId, code, message, 'salary')));
    else if (salary.pay) {
      given.push({ given: { code: 'SALARY', amount: salary.pay.amount }, item: null });
      if (salary.pay.parts.length > 0) prorations.push(salary.pay);
    } else if (hourly(person, what) === null)
      problems.push(
        error(person.employeeId, 'PAY_MISSING', 'No pay is approved for the period: propose it.', 'salary'),
      );
  }
  for (const item of person.items) {
    const amount = amountOf(person, item, frame);
    if (typeof amount === 'string') given.push({ given: { code: item.code, amount }, item });
    else problems.push(amount);
  }
  if (problems.length > 0) return { problems };
  given.push(...extra.map((each) => ({ given: each, item: null })));
  const facts = Object.fromEntries([
    ...Object.entries(factsOfEmployment(pack, person)),
    ...person.facts.map(({ name, value }) => [name, factValue(pack, name, value)] as const),
  ]);
  const event: PayEvent = {
    pack: pack.code,
    payDate: what.payOn,
    frequency,
    period: number,
    components: given.map((each) => ({ code: each.given.code, amount: each.given.amount })),
    facts,
    yearToDate: person.yearToDate,
  };
  return { person, event, prorations, sources: given.map(({ item }) => item) };
}

import type { Calculation, CalendarDate, Decimal, Language, PayLine, Rejection } from '@kontor/core';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { enumType } from '../graph/enums.ts';
import { requireViewer } from '../graph/mutations.ts';
import { ExplanationType, type ReadableExplanation, readableExplanation } from './preview/explanation-type.ts';
import {
  type GivenFact,
  type KnownFact,
  type PayPreview,
  type PreviewedPay,
  previewPay,
} from './preview/preview-pay.ts';
import { readablePay } from './preview/readable-pay.ts';

/** As many facts as somebody would give by hand. */
const factsAtMost = 40;

const Period = builder.enumType('PreviewPayPeriod', {
  description: 'What a salary that is tried out is for.',
  values: { MONTH: { description: 'A month.' }, YEAR: { description: 'A year.' } } as const,
});

const FactInput = builder.inputType('PreviewFactInput', {
  description: 'A fact that differs from what is known.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name, as the country pack has it.' }),
    value: t.string({ required: true, description: 'Value; true or false for what is or is not.' }),
  }),
});

/** A preview as it is told to somebody: in their language, with the rules that they may read. */
interface Told<Part> {
  readonly part: Part;
  readonly language: Language;
  readonly readsRules: boolean;
}

const ProblemType = builder.objectRef<Rejection>('PreviewProblem').implement({
  description: 'Why a month of pay cannot be calculated.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Name of the problem.' }),
    message: t.exposeString('message', { description: 'What is wrong, and what to do.' }),
    path: t.string({
      description: 'Where in the input, from the outside in, with dots.',
      resolve: ({ path }) => path.join('.'),
    }),
  }),
});

const Line = builder.objectRef<Told<PayLine>>('PreviewLine').implement({
  description: 'A line of a month of pay that is tried out.',
  fields: (t) => ({
    code: t.string({ description: 'Code of the component.', resolve: ({ part }) => part.code }),
    name: t.string({
      description: 'What it is called, in your language.',
      resolve: ({ part, language }) => part.name[language],
    }),
    kind: t.field({
      type: enumType('PayComponentKind'),
      description: 'What it does to the pay.',
      resolve: ({ part }) => part.kind,
    }),
    amount: t.field({ type: 'Decimal', description: 'Amount.', resolve: ({ part }) => part.amount }),
    explanation: t.field({
      type: ExplanationType,
      nullable: true,
      description: 'How it came about; null where a rule of the company is in it that you may not read.',
      resolve: ({ part, readsRules }): ReadableExplanation | null =>
        part.explanation ? readableExplanation(part.explanation, readsRules) : null,
    }),
  }),
});

const Month = builder.objectRef<Told<PreviewedPay>>('PreviewedPay').implement({
  description: 'What a whole month of pay comes to. Amounts are null where it cannot be calculated.',
  fields: (t) => {
    const amount = (description: string, of: (calculation: Calculation) => Decimal) =>
      t.field({
        type: 'Decimal',
        nullable: true,
        description,
        resolve: ({ part }) => (part.calculation ? of(part.calculation) : null),
      });
    return {
      gross: amount('What is earned.', ({ gross }) => gross),
      net: amount('What is paid out.', ({ net }) => net),
      employerCost: amount('What it costs the employer.', ({ employerCost }) => employerCost),
      lines: t.field({
        type: [Line],
        description: 'Its lines.',
        resolve: ({ part, ...told }) => part.calculation?.lines.map((line) => ({ part: line, ...told })) ?? [],
      }),
      notices: t.stringList({
        description: 'What should be looked at, in your language.',
        resolve: ({ part, language }) => part.calculation?.notices.map(({ message }) => message[language]) ?? [],
      }),
      problems: t.field({
        type: [ProblemType],
        description: 'Why it cannot be calculated.',
        resolve: ({ part }) => [...part.problems],
      }),
    };
  },
});

const Fact = builder.objectRef<KnownFact>('PreviewFact').implement({
  description: 'A fact that the rules of the country know.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name, as the country pack has it.' }),
    meaning: t.exposeString('meaning', { description: 'What it says.' }),
    type: t.exposeString('type', { description: '`text`, `number` or `boolean`.' }),
    choices: t.stringList({
      description: 'Of a text: all that it can be; empty for any.',
      resolve: ({ choices }) => [...choices],
    }),
    value: t.exposeString('value', { description: 'What the new pay was reckoned with.' }),
  }),
});

const Preview = builder.objectRef<Told<PayPreview>>('PayPreview').implement({
  description: 'A month with a salary that is tried out, beside one of today. Nothing of it is kept.',
  fields: (t) => ({
    currencyCode: t.string({ description: 'Currency of the amounts.', resolve: ({ part }) => part.currencyCode }),
    from: t.field({ type: 'Date', description: 'Day whose rules are applied.', resolve: ({ part }) => part.from }),
    today: t.field({
      type: Month,
      nullable: true,
      description: 'With the salary of today, by the same rules; null for an offer, and where pay is by the hour.',
      resolve: ({ part, ...told }) => part.today && { part: part.today, ...told },
    }),
    proposed: t.field({
      type: Month,
      description: 'With the salary that is tried out.',
      resolve: ({ part, ...told }) => ({ part: part.proposed, ...told }),
    }),
    facts: t.field({ type: [Fact], description: 'What else it depends on.', resolve: ({ part }) => [...part.facts] }),
  }),
});

interface Asked {
  readonly companyId: string | null;
  readonly employeeId: string | null;
  readonly amount: string;
  readonly payPeriod: 'MONTH' | 'YEAR';
  readonly from: string;
  readonly facts: readonly GivenFact[];
}

const isAmount = (amount: string): amount is Decimal => /^\d{1,12}(\.\d{1,4})?$/.test(amount);

async function preview(asked: Asked, context: Context): Promise<Told<PayPreview> | null> {
  const viewer = requireViewer(context);
  const { amount, payPeriod, facts } = asked;
  if (!isAmount(amount)) throw badInput('Give a salary of zero or more, with four decimals at the most.');
  if (facts.length > factsAtMost) throw badInput(`Give ${factsAtMost} facts at the most.`);
  const from = asked.from as CalendarDate;
  return context.app.prisma.$transaction(async (tx) => {
    const pay = await readablePay(tx, viewer, asked);
    if (!pay) return null;
    const found = await previewPay(tx, { ...pay, salary: { amount, payPeriod }, from, facts });
    if (pay.personId !== null) context.looks.note('pay', pay.personId);
    const problems = (rejections: readonly Rejection[]): PayPreview => ({
      currencyCode: '',
      from,
      today: null,
      proposed: { calculation: null, problems: rejections },
      facts: [],
    });
    const language = viewer.language as Language;
    return { part: 'proposed' in found ? found : problems(found), language, readsRules: pay.readsRules };
  });
}

builder.queryField('payPreview', (t) =>
  t.field({
    type: Preview,
    nullable: true,
    description:
      'What a whole month with another salary would come to, for an employee or for an offer, line by line and with the explanation of each: by the rules of a day, without running sums, and with nothing kept. Null where you may not read the salary and the tax data that it would tell of.',
    args: {
      employeeId: t.arg.id({ description: 'Whose raise it would be; leave out for an offer.' }),
      companyId: t.arg.id({ description: 'Company that offers, where nobody in particular is asked for.' }),
      amount: t.arg({ type: 'Decimal', required: true, description: 'Salary that is tried out.' }),
      payPeriod: t.arg({ type: Period, defaultValue: 'MONTH', required: true, description: 'What the salary is for.' }),
      from: t.arg({ type: 'Date', required: true, description: 'Day from which on: its rules are applied.' }),
      facts: t.arg({
        type: [FactInput],
        defaultValue: [],
        required: true,
        description: 'Facts that differ from what is known.',
      }),
    },
    resolve: (_root, { employeeId, companyId, amount, from, ...rest }, context) =>
      preview(
        {
          ...rest,
          employeeId: employeeId === null || employeeId === undefined ? null : String(employeeId),
          companyId: companyId === null || companyId === undefined ? null : String(companyId),
          amount: String(amount),
          from: String(from),
        },
        context,
      ),
  }),
);

import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import { enumType } from '../graph/enums.ts';
import { requireViewer } from '../graph/mutations.ts';
import {
  type ComparedComponent,
  type ComparedPeople,
  type ComparedPerson,
  comparedComponents,
  comparedPeople,
  type PayChange,
} from './compare/compared-pay.ts';
import { type ComparedRuns, comparedRuns, type ReadableRun } from './compare/readable-runs.ts';

/** So many people in one answer: as many as a file is made of. */
const peopleAtMost = 10_000;

const Change = builder.enumType('PayChange', {
  description: 'What became of somebody’s pay from one run to the other.',
  values: {
    JOINED: { description: 'In this run alone.' },
    LEFT: { description: 'In the other run alone.' },
    CHANGED: { description: 'In both, with another amount.' },
    SAME: { description: 'In both, with the same amount.' },
  } as const,
});

const Measure = builder.enumType('PayMeasure', {
  description: 'What of a payslip is compared.',
  values: {
    GROSS: { description: 'What was earned.' },
    NET: { description: 'What is paid out.' },
    EMPLOYER_COST: { description: 'What the person costs the employer.' },
  } as const,
});

const Order = builder.enumType('PayComparisonOrder', {
  description: 'What the people of a comparison are sorted by.',
  values: {
    NAME: { description: 'Last name, then first name.' },
    DIFFERENCE: { description: 'How much the amount differs, either way.' },
    PERCENT: { description: 'By how many per cent it differs, either way.' },
  } as const,
});

const Side = builder.objectRef<ReadableRun>('ComparedPayRun').implement({
  description: 'One of the two runs of a comparison, with its totals.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The run.' }),
    periodName: t.exposeString('periodName', { description: 'Period that it pays.' }),
    kind: t.field({ type: enumType('PayRunKind'), description: 'What it pays.', resolve: ({ kind }) => kind }),
    status: t.field({
      type: enumType('PayRunStatus'),
      description: 'Where it stands.',
      resolve: ({ status }) => status,
    }),
    payOn: t.field({ type: 'Date', description: 'Day of payment.', resolve: ({ payOn }) => payOn }),
    currencyCode: t.exposeString('currencyCode', { description: 'Currency of the amounts.' }),
    employeeCount: t.exposeInt('employeeCount', { description: 'Number of people who are paid.' }),
    gross: t.field({ type: 'Decimal', description: 'Sum of what was earned.', resolve: ({ gross }) => gross }),
    net: t.field({ type: 'Decimal', description: 'Sum of what is paid out.', resolve: ({ net }) => net }),
    employerCost: t.field({
      type: 'Decimal',
      description: 'Sum of what the people cost the employer.',
      resolve: ({ employerCost }) => employerCost,
    }),
  }),
});

type AmountName = 'before' | 'now' | 'difference' | 'percent';
const amounts: readonly (readonly [AmountName, string])[] = [
  ['before', 'Amount in the other run; null where it is not in that one.'],
  ['now', 'Amount in this run; null where it is not in this one.'],
  ['difference', 'What is more in this run; below zero where it is less.'],
  ['percent', 'The difference in per cent of the other run; null where that was nothing.'],
];

const Person = builder.objectRef<ComparedPerson>('ComparedPerson').implement({
  description: 'What somebody is paid in two runs.',
  fields: (t) => ({
    employeeId: t.exposeID('employeeId', { description: 'The employment.' }),
    employeeNumber: t.exposeString('employeeNumber', { description: 'Number of the employment.' }),
    name: t.exposeString('name', { description: 'First and last name.' }),
    change: t.field({ type: Change, description: 'What became of it.', resolve: ({ change }) => change }),
    ...Object.fromEntries(
      amounts.map(([name, description]) => [
        name,
        t.field({ type: 'Decimal', nullable: true, description, resolve: (row) => row[name] }),
      ]),
    ),
  }),
});

const People = builder.objectRef<ComparedPeople>('ComparedPeople').implement({
  description: 'The people of two runs, as many as were asked for.',
  fields: (t) => ({
    joined: t.exposeInt('joined', { description: 'Number of those in this run alone, whatever the filter.' }),
    left: t.exposeInt('left', { description: 'Number of those in the other run alone.' }),
    changed: t.exposeInt('changed', { description: 'Number of those whose amount is another.' }),
    same: t.exposeInt('same', { description: 'Number of those whose amount is the same.' }),
    totalCount: t.exposeInt('totalCount', { description: 'Number of those whom the filter leaves.' }),
    nodes: t.field({ type: [Person], description: 'The people of the page.', resolve: ({ nodes }) => [...nodes] }),
  }),
});

const Component = builder.objectRef<ComparedComponent>('ComparedComponent').implement({
  description: 'What a component comes to in two runs, over everybody.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the component.' }),
    label: t.exposeString('label', { description: 'What payslips call it, in the language of the company.' }),
    kind: t.field({
      type: enumType('PayComponentKind'),
      description: 'What it does to the pay.',
      resolve: ({ kind }) => kind,
    }),
    peopleBefore: t.exposeInt('peopleBefore', { description: 'Number of people who had it in the other run.' }),
    peopleNow: t.exposeInt('peopleNow', { description: 'Number of people who have it in this run.' }),
    ...Object.fromEntries(
      amounts.map(([name, description]) => [
        name,
        t.field({ type: 'Decimal', nullable: true, description, resolve: (row) => row[name] }),
      ]),
    ),
  }),
});

const Comparison = builder.objectRef<ComparedRuns>('PayRunComparison').implement({
  description: 'Two runs of a schedule beside each other.',
  fields: (t) => ({
    run: t.field({ type: Side, description: 'The run that was asked for.', resolve: ({ run }) => run }),
    other: t.field({
      type: Side,
      nullable: true,
      description: 'The run that it is compared with; null where there is none before it.',
      resolve: ({ other }) => other,
    }),
    people: t.field({
      type: People,
      description: 'What each person is paid in both. Whose pay is shown is recorded.',
      args: {
        measure: t.arg({ type: Measure, defaultValue: 'NET', required: true, description: 'What is compared.' }),
        component: t.arg.string({ description: 'Code of a component that is compared in place of the measure.' }),
        changes: t.arg({ type: [Change], defaultValue: [], required: true, description: 'Only these; none: all.' }),
        atLeastPercent: t.arg({
          type: 'Decimal',
          description: 'Only changes of as many per cent or more, either way; whoever joined or left stays.',
        }),
        orderBy: t.arg({ type: Order, defaultValue: 'NAME', required: true, description: 'What they are sorted by.' }),
        descending: t.arg.boolean({ defaultValue: false, required: true, description: 'The largest first.' }),
        first: t.arg.int({ defaultValue: 50, required: true, description: 'Number of people, 10,000 at the most.' }),
        offset: t.arg.int({ defaultValue: 0, required: true, description: 'How many to leave out from the start.' }),
      },
      resolve: async (runs, { component, atLeastPercent, changes, ...asked }, context) => {
        const { first, offset } = asked;
        if (first < 1 || first > peopleAtMost || offset < 0)
          throw badInput(`Ask for 1 to ${peopleAtMost} people, from the start or after some.`);
        context.meter.charge(first);
        const found = await comparedPeople(
          context.app,
          runs,
          {
            ...asked,
            component: component ?? null,
            changes: changes as readonly PayChange[],
            atLeastPercent: atLeastPercent === null || atLeastPercent === undefined ? null : String(atLeastPercent),
          },
          requireViewer(context).language,
        );
        for (const { personId } of found.nodes) context.looks.note('payslip', personId);
        return found;
      },
    }),
    components: t.field({
      type: [Component],
      description: 'What each component comes to in both, over everybody.',
      resolve: async (runs, _args, context) => {
        context.looks.noteTotals('payslip');
        return [...(await comparedComponents(context.app, runs))];
      },
    }),
  }),
});

builder.queryField('payRunComparison', (t) =>
  t.field({
    type: Comparison,
    nullable: true,
    description:
      'A pay run beside another of its schedule: who joined, who left, whose pay changed, and by which components. Null for runs that you may not see, and where you may not read what single people are paid.',
    args: {
      runId: t.arg.id({ required: true, description: 'Run that is looked at.' }),
      otherRunId: t.arg.id({ description: 'Run to compare with; the last regular one before it, unless given.' }),
    },
    resolve: (_root, { runId, otherRunId }, context) =>
      comparedRuns(context.app, requireViewer(context), {
        runId: String(runId),
        otherRunId: otherRunId === null || otherRunId === undefined ? null : String(otherRunId),
      }),
  }),
);

import { builder } from '../builder.ts';
import { requireViewer } from '../graph/mutations.ts';
import type { CentrePeriod, CentreYear } from './report/cost-centre-figures.ts';
import { type CentreLine, type CentreResult, costCentreResult } from './report/cost-centre-result.ts';
import { type ReportedCentre, reportedCentres } from './report/reported-centres.ts';

const Period = builder.objectRef<CentrePeriod>('CostCentrePeriod').implement({
  description: 'A period of the books that the result of a cost centre is told for.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the period.' }),
    startsOn: t.field({ type: 'Date', description: 'First day.', resolve: ({ startsOn }) => startsOn }),
    endsOn: t.field({ type: 'Date', description: 'Last day.', resolve: ({ endsOn }) => endsOn }),
  }),
});

const Line = builder.objectRef<CentreLine>('CostCentreLine').implement({
  description: 'A line of the result of a cost centre: an account, or a sum. Amounts are as people read them.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Which line: `INCOME:3001` or `EXPENSE:5010` for an account, `INCOME`, `EXPENSE`, `RESULT` for a sum.',
    }),
    kind: t.exposeString('kind', { description: '`ACCOUNT` or `TOTAL`.' }),
    accountId: t.exposeID('accountId', {
      nullable: true,
      description: 'The account, for whoever reads the books; `generalLedger` has its lines.',
    }),
    code: t.exposeString('code', { nullable: true, description: 'Number of the account.' }),
    name: t.exposeString('name', { nullable: true, description: 'Name of the account.' }),
    amounts: t.field({
      type: ['Decimal'],
      description: 'What moved in each period, in their order.',
      resolve: ({ amounts }) => [...amounts],
    }),
    amount: t.field({ type: 'Decimal', description: 'All periods together.', resolve: ({ amount }) => amount }),
    budget: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What was budgeted for the cost centre in these periods.',
      resolve: ({ budget }) => budget,
    }),
    budgetDifference: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The amount less that of the budget.',
      resolve: ({ budgetDifference }) => budgetDifference,
    }),
  }),
});

const Year = builder.objectRef<CentreYear['years'][number]>('CostCentreYear').implement({
  description: 'A fiscal year that the result of a cost centre may be asked for.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the year.' }),
    endsOn: t.field({ type: 'Date', description: 'Its last day.', resolve: ({ endsOn }) => endsOn }),
  }),
});

const Plan = builder.objectRef<CentreYear['budgets'][number]>('CostCentreBudget').implement({
  description: 'A budget that the result of a cost centre may stand beside.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What `budgetId` takes.' }),
    name: t.exposeString('name', { description: 'Name of the budget.' }),
  }),
});

const Result = builder.objectRef<CentreResult>('CostCentreResult').implement({
  description:
    'Income and expense charged to a cost centre, by account and period: totals alone, for whole periods. Amounts of pay are those of five people at the least, as they were posted.',
  fields: (t) => ({
    costCentreId: t.exposeID('costCentreId', { description: 'The cost centre.' }),
    code: t.exposeString('code', { description: 'Code of the cost centre.' }),
    name: t.exposeString('name', { description: 'Name of the cost centre.' }),
    objectId: t.exposeID('objectId', {
      nullable: true,
      description: 'What stands for it in the books, for whoever reads them.',
    }),
    currencyCode: t.exposeString('currencyCode', { description: 'Currency of the amounts.' }),
    yearName: t.exposeString('yearName', { nullable: true, description: 'Name of the fiscal year.' }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day of the last period; null for a day in no fiscal year.',
      resolve: ({ endsOn }) => endsOn,
    }),
    periods: t.field({
      type: [Period],
      description: 'The periods from the first of the year on.',
      resolve: ({ periods }) => [...periods],
    }),
    lines: t.field({ type: [Line], description: 'The lines in order.', resolve: ({ lines }) => [...lines] }),
    years: t.field({ type: [Year], description: 'All years of the company.', resolve: ({ years }) => [...years] }),
    budgets: t.field({
      type: [Plan],
      description: 'Budgets of the year that are in use.',
      resolve: ({ budgets }) => [...budgets],
    }),
  }),
});

const Choice = builder.objectRef<ReportedCentre>('ReportedCostCentre').implement({
  description: 'A cost centre whose result you may have.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What `costCentreResult` takes.' }),
    code: t.exposeString('code', { description: 'Its code.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    companyName: t.exposeString('companyName', { description: 'Name of its company.' }),
  }),
});

builder.queryField('reportedCostCentres', (t) =>
  t.field({
    type: [Choice],
    description:
      'The cost centres in use whose results you may have: those that you answer for, or, where you read the books, all of the company; 500 at the most.',
    resolve: async (_root, _args, context) => [...(await reportedCentres(context.app, requireViewer(context)))],
  }),
);

builder.queryField('costCentreResult', (t) =>
  t.field({
    type: Result,
    nullable: true,
    description:
      'The result of a cost centre that you answer for, or of any where you read the books. Null where you may not have it.',
    args: {
      costCentreId: t.arg.id({ required: true, description: 'The cost centre.' }),
      endsOn: t.arg({
        type: 'Date',
        required: true,
        description: 'A day of the fiscal year: the periods up to the one that it is in are told.',
      }),
      budgetId: t.arg.id({ description: 'Budget to stand beside.' }),
    },
    resolve: (_root, { costCentreId, endsOn, budgetId }, context) =>
      costCentreResult(context.app, requireViewer(context), {
        costCentreId: String(costCentreId),
        endsOn: String(endsOn),
        budgetId: budgetId === null || budgetId === undefined ? null : String(budgetId),
      }),
  }),
);

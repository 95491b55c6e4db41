import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { KontorError } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { generalLedger, journalReport, type LedgerLine, type LedgerPage } from './report/ledger-lines.ts';
import { BUDGETED, type Statement, type StatementKind, type StatementLine, statementOf } from './report/statements.ts';

const Line = builder.objectRef<StatementLine>('StatementLine').implement({
  description: 'A line of a statement: an account, or a figure that the report works out. Amounts are in its currency.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'Which line it is: the section and the account, such as `ASSET:1930`, or the name of a sum.',
    }),
    kind: t.exposeString('kind', { description: '`ACCOUNT`, `COMPUTED` or `TOTAL`.' }),
    accountId: t.exposeID('accountId', {
      nullable: true,
      description: 'Account of the line; `generalLedger` has its lines.',
    }),
    code: t.exposeString('code', { nullable: true, description: 'Number of the account.' }),
    name: t.exposeString('name', { nullable: true, description: 'Name of the account.' }),
    opening: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Balance before the first day, debit less credit; in the trial balance alone.',
      resolve: (line) => line.opening,
    }),
    debit: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Debits of the range; in the trial balance alone.',
      resolve: (line) => line.debit,
    }),
    credit: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Credits of the range; in the trial balance alone.',
      resolve: (line) => line.credit,
    }),
    amount: t.field({
      type: 'Decimal',
      description: 'Trial balance: balance on the last day, debit less credit. Else the amount as people read it.',
      resolve: (line) => line.amount,
    }),
    comparison: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The amount of the range that is compared with.',
      resolve: (line) => line.comparison,
    }),
    difference: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The amount less that which it is compared with.',
      resolve: (line) => line.difference,
    }),
    budget: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The amount of the budget.',
      resolve: (line) => line.budget,
    }),
    budgetDifference: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The amount less that of the budget.',
      resolve: (line) => line.budgetDifference,
    }),
  }),
});

const StatementType = builder.objectRef<Statement>('Statement').implement({
  description: 'A statement of the books: trial balance, profit and loss, balance sheet or cash flow.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Which statement.' }),
    currencyCode: t.string({ description: 'Currency of the amounts.', resolve: ({ request }) => request.currencyCode }),
    startsOn: t.field({ type: 'Date', description: 'First day.', resolve: ({ request }) => request.startsOn }),
    endsOn: t.field({ type: 'Date', description: 'Last day.', resolve: ({ request }) => request.endsOn }),
    compareStartsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the range that is compared with.',
      resolve: ({ compared }) => compared?.startsOn ?? null,
    }),
    compareEndsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day of the range that is compared with.',
      resolve: ({ compared }) => compared?.endsOn ?? null,
    }),
    lines: t.field({ type: [Line], description: 'The lines in order.', resolve: ({ lines }) => [...lines] }),
  }),
});

const BookedLine = builder.objectRef<LedgerLine>('BookedLine').implement({
  description: 'A posted line as it stands in a general ledger or a journal.',
  fields: (t) => ({
    entryId: t.exposeID('entryId', { description: 'Entry of the line.' }),
    journalCode: t.exposeString('journalCode', { description: 'Code of the journal.' }),
    number: t.exposeInt('number', { description: 'Number of the entry in its journal and year.' }),
    sourceType: t.exposeString('sourceType', {
      nullable: true,
      description: 'What made the entry, where no person did.',
    }),
    sourceSeries: t.exposeString('sourceSeries', { nullable: true, description: 'Series in the program before.' }),
    sourceNumber: t.exposeString('sourceNumber', { nullable: true, description: 'Number in the program before.' }),
    postingOn: t.field({ type: 'Date', description: 'Day on which it counts.', resolve: (line) => line.postingOn }),
    accountCode: t.exposeString('accountCode', { description: 'Number of the account.' }),
    accountName: t.exposeString('accountName', { description: 'Name of the account.' }),
    text: t.exposeString('text', { nullable: true, description: 'What it is about.' }),
    dimensions: t.exposeString('dimensions', {
      nullable: true,
      description: 'Dimensions and objects, such as `1:100`.',
    }),
    debit: t.field({ type: 'Decimal', description: 'Debit.', resolve: (line) => line.debit }),
    credit: t.field({ type: 'Decimal', description: 'Credit.', resolve: (line) => line.credit }),
    balance: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Balance of the account after the line, debit less credit; in a general ledger alone.',
      resolve: (line) => line.balance,
    }),
  }),
});

const BookedLines = builder.objectRef<LedgerPage>('BookedLines').implement({
  description: 'A page of posted lines, with the sums over all of them.',
  fields: (t) => ({
    currencyCode: t.string({ description: 'Currency of the amounts.', resolve: ({ request }) => request.currencyCode }),
    startsOn: t.field({ type: 'Date', description: 'First day.', resolve: ({ request }) => request.startsOn }),
    endsOn: t.field({ type: 'Date', description: 'Last day.', resolve: ({ request }) => request.endsOn }),
    opening: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Balance before the first day; in a general ledger alone.',
      resolve: (page) => page.opening,
    }),
    debit: t.field({ type: 'Decimal', description: 'Sum of the debits.', resolve: (page) => page.debit }),
    credit: t.field({ type: 'Decimal', description: 'Sum of the credits.', resolve: (page) => page.credit }),
    closing: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Balance on the last day; in a general ledger alone.',
      resolve: (page) => page.closing,
    }),
    lines: t.field({ type: [BookedLine], description: 'The lines in order.', resolve: ({ lines }) => [...lines] }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'What `after` asks the rest with; null at the end.',
    }),
  }),
});

function signedIn({ viewer }: Context): Viewer {
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  return viewer;
}

const statements = {
  trialBalance: [
    'TRIAL_BALANCE',
    'Every account that moved: opening, debits, credits and closing, which add up to nothing.',
  ],
  profitAndLoss: ['PROFIT_AND_LOSS', 'Income less expense of a range.'],
  balanceSheet: [
    'BALANCE_SHEET',
    'What is owned and owed as of the last day. Results that no entry has taken into equity are worked out into it.',
  ],
  cashFlow: ['CASH_FLOW', 'Where money came from and went in a range, by the indirect method.'],
} as const satisfies Record<string, readonly [StatementKind, string]>;

for (const [field, [kind, description]] of Object.entries(statements)) {
  builder.queryField(field, (t) =>
    t.field({
      type: StatementType,
      nullable: true,
      description: `${description} Null where you may not read the books of such a company.`,
      args: {
        companyId: t.arg.id({ required: true, description: 'Company whose books they are.' }),
        startsOn: t.arg({ type: 'Date', description: 'First day; that of the fiscal year, unless given.' }),
        endsOn: t.arg({ type: 'Date', required: true, description: 'Last day: the statement is as of it.' }),
        objectId: t.arg.id({ description: 'Only lines told apart by this object of a dimension.' }),
        compareStartsOn: t.arg({
          type: 'Date',
          description: 'First day to compare with; that of its fiscal year, unless given.',
        }),
        compareEndsOn: t.arg({ type: 'Date', description: 'Last day to compare with.' }),
        ...(BUDGETED.includes(kind) && {
          budgetId: t.arg.id({
            description: 'Budget to compare with; a period that is cut in two counts by its days.',
          }),
        }),
      },
      resolve: (_root, args, context) => statementOf(context.app, signedIn(context), kind, args),
    }),
  );
}

builder.queryField('generalLedger', (t) =>
  t.field({
    type: BookedLines,
    nullable: true,
    description:
      'The lines of one account by day, each with the balance after it. Null where you may not read such books.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company whose books they are.' }),
      accountId: t.arg.id({ required: true, description: 'Account whose lines they are.' }),
      startsOn: t.arg({ type: 'Date', description: 'First day; that of the fiscal year, unless given.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'Last day.' }),
      objectId: t.arg.id({ description: 'Only lines told apart by this object of a dimension.' }),
      first: t.arg.int({ description: 'Number of lines, 500 at the most; 100 unless given.' }),
      after: t.arg.string({ description: 'Lines after this cursor.' }),
    },
    resolve: (_root, args, context) => generalLedger(context.app, signedIn(context), args),
  }),
);

builder.queryField('journalReport', (t) =>
  t.field({
    type: BookedLines,
    nullable: true,
    description: 'The lines of all entries by day, or those of one journal. Null where you may not read such books.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company whose books they are.' }),
      journalId: t.arg.id({ description: 'Only entries of this journal.' }),
      startsOn: t.arg({ type: 'Date', description: 'First day; that of the fiscal year, unless given.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'Last day.' }),
      objectId: t.arg.id({ description: 'Only lines told apart by this object of a dimension.' }),
      first: t.arg.int({ description: 'Number of lines, 500 at the most; 100 unless given.' }),
      after: t.arg.string({ description: 'Lines after this cursor.' }),
    },
    resolve: (_root, args, context) => journalReport(context.app, signedIn(context), args),
  }),
);

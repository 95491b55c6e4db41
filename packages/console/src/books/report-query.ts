export const STATEMENTS = ['TRIAL_BALANCE', 'PROFIT_AND_LOSS', 'BALANCE_SHEET', 'CASH_FLOW'] as const;
export type StatementName = (typeof STATEMENTS)[number];
/** A report of the page: a statement, the journal, or what is open by age. */
export type ReportName = StatementName | 'JOURNAL' | 'AGED_ITEMS';
export const REPORTS: readonly ReportName[] = [...STATEMENTS, 'JOURNAL', 'AGED_ITEMS'];

/** What a report is asked with, as it stands in the address. */
export interface ReportChoice {
  readonly companyId: string;
  readonly startsOn: string | null;
  readonly endsOn: string;
  readonly compareStartsOn: string | null;
  readonly compareEndsOn: string | null;
  readonly objectId: string | null;
  readonly budgetId: string | null;
  /** Of aged items: customers or suppliers alone. */
  readonly subledger: string | null;
}

/** Statements that a budget can stand beside. */
export const BUDGETED: readonly ReportName[] = ['TRIAL_BALANCE', 'PROFIT_AND_LOSS'];

export interface StatementLine {
  readonly key: string;
  readonly kind: 'ACCOUNT' | 'COMPUTED' | 'TOTAL';
  readonly accountId: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly opening: string | null;
  readonly debit: string | null;
  readonly credit: string | null;
  readonly amount: string;
  readonly comparison: string | null;
  readonly difference: string | null;
  readonly budget: string | null;
  readonly budgetDifference: string | null;
}

export interface Statement {
  readonly currencyCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly compareStartsOn: string | null;
  readonly compareEndsOn: string | null;
  readonly lines: readonly StatementLine[];
}

export interface BookedLine {
  readonly entryId: string;
  readonly journalCode: string;
  readonly number: number;
  readonly sourceType: string | null;
  readonly sourceSeries: string | null;
  readonly sourceNumber: string | null;
  readonly postingOn: string;
  readonly accountCode: string;
  readonly accountName: string;
  readonly text: string | null;
  readonly dimensions: string | null;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string | null;
}

export interface BookedLines {
  readonly currencyCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opening: string | null;
  readonly debit: string;
  readonly credit: string;
  readonly closing: string | null;
  readonly lines: readonly BookedLine[];
  readonly endCursor: string | null;
}

const FIELDS: Readonly<Record<StatementName, string>> = {
  TRIAL_BALANCE: 'trialBalance',
  PROFIT_AND_LOSS: 'profitAndLoss',
  BALANCE_SHEET: 'balanceSheet',
  CASH_FLOW: 'cashFlow',
};

/** The query of a statement, with a budget where the statement can have one. */
export function statementQuery(name: StatementName): string {
  const [variable, argument] = BUDGETED.includes(name) ? [', $budgetId: ID', ', budgetId: $budgetId'] : ['', ''];
  return `query Statement($companyId: ID!, $startsOn: Date, $endsOn: Date!, $objectId: ID, $compareStartsOn: Date, $compareEndsOn: Date${variable}) {
    report: ${FIELDS[name]}(companyId: $companyId, startsOn: $startsOn, endsOn: $endsOn, objectId: $objectId,
      compareStartsOn: $compareStartsOn, compareEndsOn: $compareEndsOn${argument}) {
      currencyCode startsOn endsOn compareStartsOn compareEndsOn
      lines { key kind accountId code name opening debit credit amount comparison difference budget budgetDifference } } }`;
}

const BOOKED = `currencyCode startsOn endsOn opening debit credit closing endCursor lines { entryId journalCode number
  sourceType sourceSeries sourceNumber postingOn accountCode accountName text dimensions debit credit balance }`;

export const GENERAL_LEDGER = `query GeneralLedger($companyId: ID!, $accountId: ID!, $startsOn: Date, $endsOn: Date!, $objectId: ID, $after: String) {
  report: generalLedger(companyId: $companyId, accountId: $accountId, startsOn: $startsOn, endsOn: $endsOn, objectId: $objectId, first: 100, after: $after) { ${BOOKED} } }`;

export const JOURNAL = `query Journal($companyId: ID!, $startsOn: Date, $endsOn: Date!, $objectId: ID, $after: String) {
  report: journalReport(companyId: $companyId, startsOn: $startsOn, endsOn: $endsOn, objectId: $objectId, first: 100, after: $after) { ${BOOKED} } }`;

import type { App } from '../../app.ts';
import { badInput } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { type AgedRow, agedItems } from './aged-items.ts';
import { generalLedger, journalReport, type LedgerLine, type LedgerPage } from './ledger-lines.ts';
import { type StatementArguments, type StatementKind, type StatementLine, statementOf } from './statements.ts';

/** A report that is asked for as a file. */
export interface ReportFile extends StatementArguments {
  readonly report: StatementKind | 'GENERAL_LEDGER' | 'JOURNAL' | 'AGED_ITEMS';
  readonly accountId?: string | undefined;
  /** Of aged items: customers or suppliers alone. */
  readonly subledger?: 'RECEIVABLES' | 'PAYABLES' | undefined;
}

type Cells = readonly (string | number)[];

const linesAtOnce = 500;
const linesAtMost = 100_000;

const STATEMENT_COLUMNS = [
  'key',
  'code',
  'name',
  'opening',
  'debit',
  'credit',
  'amount',
  'comparison',
  'difference',
  'budget',
  'budgetDifference',
] as const satisfies readonly (keyof StatementLine)[];

const LINE_COLUMNS = [
  'postingOn',
  'journalCode',
  'number',
  'sourceSeries',
  'sourceNumber',
  'accountCode',
  'accountName',
  'text',
  'dimensions',
  'debit',
  'credit',
  'balance',
] as const satisfies readonly (keyof LedgerLine)[];

const AGED_COLUMNS = [
  'subledger',
  'partyCode',
  'partyName',
  'currencyCode',
  'items',
  'notDue',
  'days1To30',
  'days31To60',
  'days61To90',
  'daysOver90',
  'total',
  'worth',
] as const satisfies readonly (keyof AgedRow)[];

/** What people typed and a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const TYPED: ReadonlySet<string> = new Set([
  'name',
  'text',
  'accountName',
  'partyCode',
  'partyName',
  'sourceSeries',
  'sourceNumber',
  'dimensions',
]);

/** All lines of a report as rows of cells, the names of the columns first; null where the viewer may not have it. */
export async function reportRows(app: App, viewer: Viewer, file: ReportFile): Promise<readonly Cells[] | null> {
  const { report, accountId, subledger, ...given } = file;
  if (report === 'AGED_ITEMS') {
    const aged = await agedItems(app, viewer, { ...given, subledger });
    return aged && [AGED_COLUMNS, ...aged.map((row) => cells(AGED_COLUMNS, row))];
  }
  if (report !== 'GENERAL_LEDGER' && report !== 'JOURNAL') {
    const statement = await statementOf(app, viewer, report, given);
    return statement && [STATEMENT_COLUMNS, ...statement.lines.map((line) => cells(STATEMENT_COLUMNS, line))];
  }
  if (report === 'GENERAL_LEDGER' && accountId === undefined) throw badInput('Name the account by accountId.');
  const page = (after: string | null): Promise<LedgerPage | null> =>
    report === 'JOURNAL'
      ? journalReport(app, viewer, { ...given, first: linesAtOnce, after })
      : generalLedger(app, viewer, { ...given, accountId: accountId ?? '', first: linesAtOnce, after });
  const rows: Cells[] = [LINE_COLUMNS];
  let at = await page(null);
  if (!at) return null;
  while (at) {
    rows.push(...at.lines.map((line) => cells(LINE_COLUMNS, line)));
    if (rows.length > linesAtMost)
      throw badInput(`The report has more than ${linesAtMost} lines: ask for a shorter range.`);
    at = at.endCursor === null ? null : await page(at.endCursor);
  }
  return rows;
}

function cells<Row extends object>(columns: readonly (keyof Row & string)[], row: Row): Cells {
  return columns.map((column) => {
    const value = row[column] as string | number | null;
    const text = value ?? '';
    return TYPED.has(column) && FORMULA.test(String(text)) ? `'${text}` : text;
  });
}

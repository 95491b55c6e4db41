import {
  balanceSheet,
  cashFlow,
  type Decimal,
  profitAndLoss,
  roundDecimal,
  type StatementSection,
  subtractDecimal,
  sumDecimal,
  trialBalance,
} from '@kontor/core';
import type { App } from '../../app.ts';
import { badInput } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { budgetFiguresOf } from './budget-figures.ts';
import { type BooksFigure, figuresOf } from './figures.ts';
import { type ReportArguments, type ReportRequest, reportRequest } from './report-request.ts';

/** A range to compare with. */
export interface Compared {
  readonly compareStartsOn?: string | null | undefined;
  readonly compareEndsOn?: string | null | undefined;
  /** Budget to compare with, beside the range; for trial balance and profit and loss. */
  readonly budgetId?: string | null | undefined;
}

export type StatementArguments = ReportArguments & Compared;

/** Which statement; each is worked out from the same sums. */
export const STATEMENTS = ['TRIAL_BALANCE', 'PROFIT_AND_LOSS', 'BALANCE_SHEET', 'CASH_FLOW'] as const;
export type StatementKind = (typeof STATEMENTS)[number];

/** What a line of a statement is: an account, or a figure that the report itself works out. */
export type LineKind = 'ACCOUNT' | 'COMPUTED' | 'TOTAL';

/** A line of a statement. Amounts are in the company's currency. */
export interface StatementLine {
  /** Which line it is, for programs; a page has its own words for each. */
  readonly key: string;
  readonly kind: LineKind;
  readonly accountId: string | null;
  readonly code: string | null;
  readonly name: string | null;
  /** Trial balance alone: opening, debit and credit. */
  readonly opening: Decimal | null;
  readonly debit: Decimal | null;
  readonly credit: Decimal | null;
  readonly amount: Decimal;
  /** The same amount in the range that is compared with. */
  readonly comparison: Decimal | null;
  readonly difference: Decimal | null;
  /** The same amount in the budget, and how much more it is than that. */
  readonly budget: Decimal | null;
  readonly budgetDifference: Decimal | null;
}

/** A statement with the days and the currency that it is in. */
export interface Statement {
  readonly kind: StatementKind;
  readonly request: ReportRequest;
  readonly compared: ReportRequest | null;
  readonly lines: readonly StatementLine[];
}

type Bare = Omit<StatementLine, 'comparison' | 'difference' | 'budget' | 'budgetDifference'>;

/** Statements that a budget can stand beside: what is owned and owed is not budgeted. */
export const BUDGETED: readonly StatementKind[] = ['TRIAL_BALANCE', 'PROFIT_AND_LOSS'];

/** A statement; null where the viewer may not read such books. */
export async function statementOf(
  app: App,
  viewer: Viewer,
  kind: StatementKind,
  given: StatementArguments,
): Promise<Statement | null> {
  const request = await reportRequest(app, viewer, given);
  if (!request) return null;
  const { compareStartsOn, compareEndsOn } = given;
  const compared = compareEndsOn
    ? await reportRequest(app, viewer, { ...given, startsOn: compareStartsOn, endsOn: compareEndsOn })
    : null;
  const lines = linesOf(kind, await figuresOf(app, request));
  const others = compared ? linesOf(kind, await figuresOf(app, compared)) : null;
  const { budgetId } = given;
  if (budgetId && !BUDGETED.includes(kind)) throw badInput('This statement has no budget.');
  const budgeted = budgetId ? linesOf(kind, await budgetFiguresOf(app, request, budgetId)) : null;
  const all = withEvery(withEvery(lines, others), budgeted);
  return { kind, request, compared, lines: rounded(beside(all, others, budgeted), request.minorUnit) };
}

const ZERO = '0' as Decimal;

/** The lines, with those of others that are not among them, empty, in the order of the statement. */
function withEvery(lines: readonly Bare[], others: readonly Bare[] | null): readonly Bare[] {
  const own = new Set(lines.map(({ key }) => key));
  const all = [...lines];
  for (const [index, other] of (others ?? []).entries()) {
    if (own.has(other.key)) continue;
    const before = others?.slice(0, index).findLast(({ key }) => all.some((line) => line.key === key));
    const at = before ? all.findIndex(({ key }) => key === before.key) + 1 : 0;
    const nothing = { amount: ZERO, ...(other.opening !== null && { opening: ZERO, debit: ZERO, credit: ZERO }) };
    all.splice(at, 0, { ...other, ...nothing });
  }
  return all;
}

/** Each line with its amount in another range and in a budget, and how much more it is. */
function beside(
  lines: readonly Bare[],
  others: readonly Bare[] | null,
  budgeted: readonly Bare[] | null,
): readonly StatementLine[] {
  const amountIn = (given: readonly Bare[] | null) => {
    const byKey = given && new Map(given.map(({ key, amount }) => [key, amount]));
    return (key: string): Decimal | null => byKey && (byKey.get(key) ?? ZERO);
  };
  const [comparisonOf, budgetOf] = [amountIn(others), amountIn(budgeted)];
  return lines.map((line) => {
    const [comparison, budget] = [comparisonOf(line.key), budgetOf(line.key)];
    const less = (other: Decimal | null) => (other === null ? null : subtractDecimal(line.amount, other));
    return { ...line, comparison, difference: less(comparison), budget, budgetDifference: less(budget) };
  });
}

function rounded(lines: readonly StatementLine[], minorUnit: number): readonly StatementLine[] {
  // No line has more decimals than the currency, so nothing is lost: the amounts are only written alike.
  const round = (amount: Decimal) => roundDecimal(amount, minorUnit, 'halfEven');
  const orNull = (amount: Decimal | null) => (amount === null ? null : round(amount));
  return lines.map((line) => ({
    ...line,
    opening: orNull(line.opening),
    debit: orNull(line.debit),
    credit: orNull(line.credit),
    amount: round(line.amount),
    comparison: orNull(line.comparison),
    difference: orNull(line.difference),
    budget: orNull(line.budget),
    budgetDifference: orNull(line.budgetDifference),
  }));
}

function linesOf(kind: StatementKind, figures: readonly BooksFigure[]): readonly Bare[] {
  const ids = new Map(figures.map(({ account }) => [account.code, account.id]));
  const account = (section: string, { code, name }: { code: string; name: string }, amount: Decimal): Bare => ({
    ...plain(`${section}:${code}`, 'ACCOUNT', amount),
    accountId: ids.get(code) ?? null,
    code,
    name,
  });
  const ofSection = ({ type, rows, total }: StatementSection): readonly Bare[] => [
    ...rows.map((row) => account(type, row.account, row.amount)),
    plain(type, 'TOTAL', total),
  ];
  if (kind === 'TRIAL_BALANCE') {
    const { rows, broughtForward, ...sum } = trialBalance(figures);
    return [
      ...rows.map(({ opening, debit, credit, closing, ...row }) => ({
        ...account(row.account.type, row.account, closing),
        opening,
        debit,
        credit,
      })),
      { ...plain('BROUGHT_FORWARD', 'COMPUTED', broughtForward), opening: broughtForward, ...noMovement },
      {
        // Of all that stands above it, the results of earlier years too: where the books tie, nothing is left.
        ...plain('TOTAL', 'TOTAL', sumDecimal([sum.closing, broughtForward])),
        opening: sumDecimal([sum.opening, broughtForward]),
        debit: sum.debit,
        credit: sum.credit,
      },
    ];
  }
  if (kind === 'PROFIT_AND_LOSS') {
    const { income, expense, result } = profitAndLoss(figures);
    return [...ofSection(income), ...ofSection(expense), plain('RESULT', 'TOTAL', result)];
  }
  if (kind === 'BALANCE_SHEET') {
    const sheet = balanceSheet(figures);
    const equity = ofSection(sheet.equity);
    return [
      ...ofSection(sheet.assets),
      ...equity.slice(0, -1),
      plain('RESULT_BROUGHT_FORWARD', 'COMPUTED', sheet.resultBroughtForward),
      plain('RESULT_OF_YEAR', 'COMPUTED', sheet.resultOfYear),
      plain('EQUITY', 'TOTAL', subtractDecimal(sheet.liabilitiesAndEquity, sheet.liabilities.total)),
      ...ofSection(sheet.liabilities),
      plain('LIABILITIES_AND_EQUITY', 'TOTAL', sheet.liabilitiesAndEquity),
    ];
  }
  const flow = cashFlow(figures);
  return [
    ...flow.sections.flatMap(({ activity, result, changes, total }) => [
      plain(`${activity}_RESULT`, 'COMPUTED', result),
      ...changes.map((row) => account(activity, row.account, row.amount)),
      plain(activity, 'TOTAL', total),
    ]),
    plain('CASH_OPENING', 'COMPUTED', flow.opening),
    plain('CASH_CHANGE', 'COMPUTED', flow.change),
    plain('CASH_CLOSING', 'TOTAL', flow.closing),
  ];
}

const noMovement = { debit: '0' as Decimal, credit: '0' as Decimal };

function plain(key: string, kind: LineKind, amount: Decimal): Bare {
  return { key, kind, amount, accountId: null, code: null, name: null, opening: null, debit: null, credit: null };
}

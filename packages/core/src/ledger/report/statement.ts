import { type Decimal, subtractDecimal, sumDecimal } from '../../money/decimal.ts';
import type { AccountType } from '../chart/chart.ts';
import {
  type AccountFigure,
  balanceOf,
  byCode,
  isOfResult,
  isZero,
  movementOf,
  natural,
  negated,
  type ReportAccount,
  totalOf,
} from './figure.ts';
import { broughtForward } from './trial-balance.ts';

/** One account of a statement, its amount as people read it: what an asset or expense is, what a debt or income is. */
export interface StatementRow {
  readonly account: ReportAccount;
  readonly amount: Decimal;
}

/** The accounts of one type with their sum. */
export interface StatementSection {
  readonly type: AccountType;
  readonly rows: readonly StatementRow[];
  readonly total: Decimal;
}

export interface ProfitAndLoss {
  readonly income: StatementSection;
  readonly expense: StatementSection;
  /** Income less expense: above nothing for a profit. */
  readonly result: Decimal;
}

/** Assets are liabilities and equity; the two results belong to equity though no entry has put them there. */
export interface BalanceSheet {
  readonly assets: StatementSection;
  readonly liabilities: StatementSection;
  readonly equity: StatementSection;
  /** Results of earlier fiscal years that no closing entry has taken into equity. */
  readonly resultBroughtForward: Decimal;
  /** Result from the first day of the fiscal year to the day of the sheet. */
  readonly resultOfYear: Decimal;
  readonly liabilitiesAndEquity: Decimal;
}

/** Income and expense of a range. */
export function profitAndLoss(figures: readonly AccountFigure[]): ProfitAndLoss {
  const income = section(figures, 'INCOME', movementOf);
  const expense = section(figures, 'EXPENSE', movementOf);
  return { income, expense, result: subtractDecimal(income.total, expense.total) };
}

/** What is owned and owed at the end of a range. */
export function balanceSheet(figures: readonly AccountFigure[]): BalanceSheet {
  const assets = section(figures, 'ASSET', balanceOf);
  const liabilities = section(figures, 'LIABILITY', balanceOf);
  const equity = section(figures, 'EQUITY', balanceOf);
  const resultBroughtForward = negated(broughtForward(figures));
  const ofResult = figures.filter(({ account }) => isOfResult(account));
  const resultOfYear = negated(totalOf(ofResult, (row) => sumDecimal([row.beforeRange, movementOf(row)])));
  return {
    assets,
    liabilities,
    equity,
    resultBroughtForward,
    resultOfYear,
    liabilitiesAndEquity: sumDecimal([liabilities.total, equity.total, resultBroughtForward, resultOfYear]),
  };
}

function section(
  figures: readonly AccountFigure[],
  type: AccountType,
  amountOf: (figure: AccountFigure) => Decimal,
): StatementSection {
  const rows = byCode(figures)
    .filter(({ account }) => account.type === type)
    .map((figure) => ({ account: figure.account, amount: natural(type, amountOf(figure)) }))
    .filter(({ amount }) => !isZero(amount));
  return { type, rows, total: totalOf(rows, ({ amount }) => amount) };
}

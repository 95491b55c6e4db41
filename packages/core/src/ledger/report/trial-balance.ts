import { type Decimal, sumDecimal } from '../../money/decimal.ts';
import {
  type AccountFigure,
  byCode,
  isOfResult,
  isZero,
  movementOf,
  negated,
  type ReportAccount,
  totalOf,
} from './figure.ts';

/** One account of a trial balance. Opening and closing are debit less credit. */
export interface TrialBalanceRow {
  readonly account: ReportAccount;
  readonly opening: Decimal;
  readonly debit: Decimal;
  readonly credit: Decimal;
  readonly closing: Decimal;
}

/** Every account that has moved. Opening with `broughtForward`, movement and closing each add up to nothing. */
export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[];
  /**
   * Results of earlier fiscal years that no closing entry has taken into equity, debit less credit: accounts of the
   * profit and loss begin their year at nothing, so what they stood at stands here.
   */
  readonly broughtForward: Decimal;
  readonly opening: Decimal;
  readonly debit: Decimal;
  readonly credit: Decimal;
  readonly closing: Decimal;
}

/** The trial balance of a range. */
export function trialBalance(figures: readonly AccountFigure[]): TrialBalance {
  const rows = byCode(figures).map(rowOf).filter(hasMoved);
  return {
    rows,
    broughtForward: broughtForward(figures),
    opening: totalOf(rows, (row) => row.opening),
    debit: totalOf(rows, (row) => row.debit),
    credit: totalOf(rows, (row) => row.credit),
    closing: totalOf(rows, (row) => row.closing),
  };
}

/** What the profit and loss of earlier fiscal years stood at, debit less credit. */
export function broughtForward(figures: readonly AccountFigure[]): Decimal {
  return totalOf(
    figures.filter(({ account }) => isOfResult(account)),
    (figure) => figure.beforeYear,
  );
}

/** Whether the trial balance ties: its columns add up to nothing. */
export function isTied({ opening, debit, credit, closing, broughtForward: earlier }: TrialBalance): boolean {
  return [sumDecimal([opening, earlier]), sumDecimal([debit, negated(credit)]), sumDecimal([closing, earlier])].every(
    isZero,
  );
}

function rowOf(figure: AccountFigure): TrialBalanceRow {
  const { account, debit, credit, beforeRange, beforeYear } = figure;
  const opening = isOfResult(account) ? beforeRange : sumDecimal([beforeYear, beforeRange]);
  return { account, opening, debit, credit, closing: sumDecimal([opening, movementOf(figure)]) };
}

function hasMoved({ opening, debit, credit }: TrialBalanceRow): boolean {
  return !(isZero(opening) && isZero(debit) && isZero(credit));
}

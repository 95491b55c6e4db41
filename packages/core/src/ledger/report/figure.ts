import { addDecimal, compareDecimal, type Decimal, subtractDecimal, sumDecimal, ZERO } from '../../money/decimal.ts';
import type { AccountType, CashFlowActivity } from '../chart/chart.ts';

/** What a report needs to know of an account. */
export interface ReportAccount {
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly cashFlow: CashFlowActivity;
}

/** Sums of one account over the lines that a report is about. Amounts are in the company's currency. */
export interface AccountFigure {
  readonly account: ReportAccount;
  /** Debit less credit, up to the day before the fiscal year of the range's first day. */
  readonly beforeYear: Decimal;
  /** Debit less credit, from that year's first day to the day before the range. */
  readonly beforeRange: Decimal;
  /** Within the range. */
  readonly debit: Decimal;
  readonly credit: Decimal;
}

/** Whether an account is of the profit and loss, which begins each fiscal year at nothing. */
export function isOfResult({ type }: ReportAccount): boolean {
  return type === 'INCOME' || type === 'EXPENSE';
}

/** Debit less credit within the range. */
export function movementOf({ debit, credit }: AccountFigure): Decimal {
  return subtractDecimal(debit, credit);
}

/** Debit less credit at the end of the range, over all years. */
export function balanceOf(figure: AccountFigure): Decimal {
  return sumDecimal([figure.beforeYear, figure.beforeRange, movementOf(figure)]);
}

/** The same amount with the other sign. */
export function negated(amount: Decimal): Decimal {
  return subtractDecimal(ZERO, amount);
}

/** Debit less credit as people read it: assets and expenses grow by debits, the others by credits. */
export function natural(type: AccountType, amount: Decimal): Decimal {
  return type === 'ASSET' || type === 'EXPENSE' ? amount : negated(amount);
}

export function isZero(amount: Decimal): boolean {
  return compareDecimal(amount, ZERO) === 0;
}

/** Sum of what `amount` says of each. */
export function totalOf<Row>(rows: readonly Row[], amount: (row: Row) => Decimal): Decimal {
  return rows.reduce((sum, row) => addDecimal(sum, amount(row)), ZERO);
}

/** In the order of their codes. */
export function byCode(figures: readonly AccountFigure[]): readonly AccountFigure[] {
  return [...figures].sort((a, b) => (a.account.code < b.account.code ? -1 : 1));
}

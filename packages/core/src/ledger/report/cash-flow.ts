import { type Decimal, sumDecimal } from '../../money/decimal.ts';
import type { CashFlowActivity } from '../chart/chart.ts';
import { type AccountFigure, balanceOf, byCode, isOfResult, isZero, movementOf, negated, totalOf } from './figure.ts';
import type { StatementRow } from './statement.ts';

/** What one activity brought in, or took where below nothing. */
export interface CashFlowSection {
  readonly activity: Exclude<CashFlowActivity, 'CASH'>;
  /** Of the profit and loss; 0 for an activity without a part in it. */
  readonly result: Decimal;
  /** Accounts of the balance sheet that moved: an asset that grew took money, a debt that grew brought it. */
  readonly changes: readonly StatementRow[];
  readonly total: Decimal;
}

/**
 * Where money came from and went, by the indirect method (IAS 7.18 b): the result, and what the other accounts of the
 * balance sheet changed by. Depreciation belongs to the activity of what is depreciated, so it cancels there.
 */
export interface CashFlow {
  readonly sections: readonly CashFlowSection[];
  readonly opening: Decimal;
  readonly change: Decimal;
  readonly closing: Decimal;
}

const ACTIVITIES = ['OPERATING', 'INVESTING', 'FINANCING'] as const;

/** The cash flow of a range. Opening and change make closing, which is the balance of the accounts of money. */
export function cashFlow(figures: readonly AccountFigure[]): CashFlow {
  const cash = figures.filter(({ account }) => account.cashFlow === 'CASH');
  const sections = ACTIVITIES.map((activity) => sectionOf(figures, activity));
  return {
    sections,
    opening: totalOf(cash, ({ beforeYear, beforeRange }) => sumDecimal([beforeYear, beforeRange])),
    change: totalOf(sections, ({ total }) => total),
    closing: totalOf(cash, balanceOf),
  };
}

function sectionOf(figures: readonly AccountFigure[], activity: CashFlowSection['activity']): CashFlowSection {
  const own = byCode(figures).filter(({ account }) => account.cashFlow === activity);
  const result = negated(
    totalOf(
      own.filter(({ account }) => isOfResult(account)),
      movementOf,
    ),
  );
  const changes = own
    .filter(({ account }) => !isOfResult(account))
    .map((figure) => ({ account: figure.account, amount: negated(movementOf(figure)) }))
    .filter(({ amount }) => !isZero(amount));
  return { activity, result, changes, total: sumDecimal([result, totalOf(changes, ({ amount }) => amount)]) };
}

import type { Decimal } from '../money/decimal.ts';
import { accept, type Result, rejectAll, within } from '../result.ts';
import { type Calculation, calculate } from './calculate.ts';
import type { PayEvent, PayEventRejection } from './pay-event.ts';
import type { RuleBook } from './rule/prepare.ts';

/** A pay event that takes its year to date from the ones before it. */
export type FollowingEvent = Omit<PayEvent, 'yearToDate'>;

/**
 * Calculates the events of one employment one after the other, in order of payment. Each begins
 * with what the last one of its tax year held; the first with the opening balances, which are of
 * its tax year. A new tax year begins with nothing.
 */
export function calculateSequence(
  rules: RuleBook,
  events: readonly FollowingEvent[],
  openingBalances: Readonly<Record<string, Decimal>> = {},
): Result<readonly Calculation[], PayEventRejection> {
  const calculations: Calculation[] = [];
  for (const [index, event] of events.entries()) {
    const last = calculations.at(-1);
    const isSameYear = last === undefined || event.payDate <= last.taxYear.until;
    const yearToDate = isSameYear ? (last?.yearToDate ?? openingBalances) : {};
    const result = calculate({ rules, event: { ...event, yearToDate } });
    if (!result.ok) return rejectAll(within([index], result.rejections));
    calculations.push(result.value);
  }
  return accept(calculations);
}

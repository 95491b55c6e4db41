import type { CalendarDate } from '../date/calendar-date.ts';
import { compareDecimal, type Decimal } from '../money/decimal.ts';
import type { Rejection } from '../result.ts';
import type { SeatShare } from './facts.ts';
import type { PositionStatus } from './position.ts';
import { peakFte } from './seat.ts';

/** What is approved with a seat: how much of full time, and the pay that it may have. */
export const BUDGET_FIELDS = ['budgetedFte', 'payMinimum', 'payMaximum', 'payCurrencyCode', 'payPeriod'] as const;
export type BudgetField = (typeof BUDGET_FIELDS)[number];

/**
 * BUDGET_APPROVED: what somebody else approved is not changed by one alone. A seat that is only proposed has nothing
 * approved yet.
 */
export function budgetFaults(
  status: PositionStatus,
  changed: readonly BudgetField[],
): readonly Rejection<'BUDGET_APPROVED'>[] {
  if (status === 'PROPOSED') return [];
  const message = 'The budget is approved: propose another, for somebody else to approve.';
  return changed.map((field) => ({ code: 'BUDGET_APPROVED', message, path: [field] }));
}

/** BUDGET_BELOW_HELD: no seat is budgeted with less than is held of it on any day from today on. */
export function belowHeld(
  budgetedFte: Decimal,
  shares: readonly SeatShare[],
  today: CalendarDate,
): Rejection<'BUDGET_BELOW_HELD'> | null {
  const held = peakFte(shares, { startOn: today, endOn: null });
  if (compareDecimal(budgetedFte, held) >= 0) return null;
  const message = `Give ${held} FTE at the least: so much of the seat is held, today or later.`;
  return { code: 'BUDGET_BELOW_HELD', message, path: ['budgetedFte'] };
}

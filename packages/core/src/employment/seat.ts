import { compareDate } from '../date/calendar-date.ts';
import { type DatedRange, isRange, overlaps } from '../date/dated-range.ts';
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimal,
  isPositive,
  scaleOf,
  subtractDecimal,
  ZERO,
} from '../money/decimal.ts';
import type { PositionMove, Seat, SeatShare } from './facts.ts';

const MOST_FTE = decimal('1.5');

/** Whether a part of full time is above 0, at most 1.5, and has at most three decimals. */
export function isFte(fte: Decimal): boolean {
  return isPositive(fte) && compareDecimal(fte, MOST_FTE) <= 0 && scaleOf(fte) <= 3;
}

/**
 * The most of a seat that is taken on any one day of a range, in full-time equivalents. Shares are
 * added on the day they start and taken off once the day they end is over, in the order of days.
 */
export function peakFte(shares: readonly SeatShare[], range: DatedRange): Decimal {
  const within = shares.filter((share) => isRange(share) && overlaps(share, range));
  const changes = within.flatMap(({ fte, startOn, endOn }) => [
    { day: compareDate(startOn, range.startOn) < 0 ? range.startOn : startOn, fte, isEnd: false },
    ...(endOn === null || (range.endOn !== null && endOn >= range.endOn) ? [] : [{ day: endOn, fte, isEnd: true }]),
  ]);
  changes.sort((a, b) => compareDate(a.day, b.day) || Number(a.isEnd) - Number(b.isEnd));
  let taken = ZERO;
  let peak = ZERO;
  for (const { fte, isEnd } of changes) {
    taken = isEnd ? subtractDecimal(taken, fte) : addDecimal(taken, fte);
    if (compareDecimal(taken, peak) > 0) peak = taken;
  }
  return peak;
}

/**
 * Whether people may be placed in the seat. A filled one is as open as any, for days on which it has room: a successor
 * is found before the holder leaves.
 */
export function isForHiring(seat: Seat): boolean {
  return seat.status === 'OPEN' || seat.status === 'FILLED';
}

/** Whether a part of the seat is free on every day of a range, leaving one assignment out of account. */
export function hasRoom(seat: Seat, fte: Decimal, range: DatedRange, exceptAssignmentId?: string): boolean {
  const others = seat.shares.filter((share) => share.assignmentId !== exceptAssignmentId);
  return compareDecimal(addDecimal(peakFte(others, range), fte), seat.budgetedFte) <= 0;
}

/**
 * How the status of a seat follows when its shares change: an open seat whose budget is used up on
 * some day of the range is filled, a filled one that is not any more is open. Null: it stays.
 */
export function positionMove(seat: Seat, shares: readonly SeatShare[], range: DatedRange): PositionMove | null {
  const isFull = compareDecimal(peakFte(shares, range), seat.budgetedFte) >= 0;
  if (seat.status === 'OPEN' && isFull) return { positionId: seat.id, event: 'fill', status: 'FILLED' };
  if (seat.status === 'FILLED' && !isFull) return { positionId: seat.id, event: 'vacate', status: 'OPEN' };
  return null;
}

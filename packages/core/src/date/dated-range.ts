import { addDays, type CalendarDate } from './calendar-date.ts';

/**
 * From a day to a day, both included. `endOn` null: no end is known. A range whose end precedes
 * its start holds no day; commands refuse to make one.
 */
export interface DatedRange {
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
}

/** A range as PostgreSQL's `daterange` shows it: the start included, `until` no longer. */
export interface HalfOpenRange {
  readonly from: CalendarDate;
  /** The first day after; null: no end. */
  readonly until: CalendarDate | null;
}

/** Whether the end is on the start or after it. */
export function isRange({ startOn, endOn }: DatedRange): boolean {
  return endOn === null || endOn >= startOn;
}

/** Whether the day lies in the range. */
export function covers(range: DatedRange, day: CalendarDate): boolean {
  return range.startOn <= day && (range.endOn === null || day <= range.endOn);
}

/** Whether the whole of `inner` lies in `outer`. */
export function contains(outer: DatedRange, inner: DatedRange): boolean {
  if (inner.startOn < outer.startOn) return false;
  return outer.endOn === null || (inner.endOn !== null && inner.endOn <= outer.endOn);
}

/** The days that two ranges share, or null if they share none. */
export function intersection(a: DatedRange, b: DatedRange): DatedRange | null {
  const [, startOn] = inOrder(a.startOn, b.startOn);
  const endOn = earlierEnd(a.endOn, b.endOn);
  return isRange({ startOn, endOn }) && isRange(a) && isRange(b) ? { startOn, endOn } : null;
}

/** Whether two ranges share a day. */
export function overlaps(a: DatedRange, b: DatedRange): boolean {
  return intersection(a, b) !== null;
}

/** The first pair of the list that shares a day, or null if none does. */
export function firstOverlap<Row extends DatedRange>(rows: readonly Row[]): readonly [Row, Row] | null {
  const sorted = [...rows].filter(isRange).sort((a, b) => (a.startOn < b.startOn ? -1 : 1));
  for (const [index, row] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next !== undefined && overlaps(row, next)) return [row, next];
  }
  return null;
}

/** The row in force on a day, or null. */
export function rowOn<Row extends DatedRange>(rows: readonly Row[], day: CalendarDate): Row | null {
  return rows.find((row) => covers(row, day)) ?? null;
}

/** The range with its end excluded. Throws RangeError for an end on 2200-12-31. */
export function toHalfOpen(range: DatedRange): HalfOpenRange {
  return { from: range.startOn, until: range.endOn === null ? null : addDays(range.endOn, 1) };
}

/** The range with its end included. */
export function fromHalfOpen(range: HalfOpenRange): DatedRange {
  return { startOn: range.from, endOn: range.until === null ? null : addDays(range.until, -1) };
}

/** The earlier of two ends, null being no end. */
export function earlierEnd(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return inOrder(a, b)[0];
}

function inOrder(a: CalendarDate, b: CalendarDate): readonly [CalendarDate, CalendarDate] {
  return a <= b ? [a, b] : [b, a];
}

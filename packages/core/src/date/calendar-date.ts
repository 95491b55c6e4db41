import { accept, type Path, type Rejection, type Result, reject, unwrap } from '../result.ts';

declare const calendarDateBrand: unique symbol;

/**
 * A day of the Gregorian calendar as 'YYYY-MM-DD' (ISO 8601), from 1900-01-01 to 2200-12-31, with
 * no time and no time zone. Text order is date order.
 */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/**
 * DATE_MALFORMED: not 'YYYY-MM-DD'. DATE_NOT_IN_CALENDAR: no such day, such as 2026-02-30.
 * DATE_OUT_OF_RANGE: before 1900 or after 2200, which is a slip of the hand.
 */
export type CalendarDateCode = 'DATE_MALFORMED' | 'DATE_NOT_IN_CALENDAR' | 'DATE_OUT_OF_RANGE';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Reads a date strictly. */
export function parseCalendarDate(text: string, path: Path = []): Result<CalendarDate, Rejection<CalendarDateCode>> {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!match) return reject('DATE_MALFORMED', 'Give a date as YYYY-MM-DD.', path);
  return calendarDateOf(Number(match[1]), Number(match[2]), Number(match[3]), path);
}

/** The date of a year, month (1 to 12) and day of the month. */
export function calendarDateOf(
  year: number,
  month: number,
  day: number,
  path: Path = [],
): Result<CalendarDate, Rejection<CalendarDateCode>> {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return reject('DATE_NOT_IN_CALENDAR', 'Give a day that is in the calendar.', path);
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return reject('DATE_OUT_OF_RANGE', `Give a year from ${FIRST_YEAR} to ${LAST_YEAR}.`, path);
  }
  return accept(format(year, month, day));
}

/** A date from a literal in the source. Throws Error if it is malformed. */
export function calendarDate(text: string): CalendarDate {
  return unwrap(parseCalendarDate(text));
}

/** -1, 0 or 1 as a is before, equal to or after b. */
export function compareDate(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The date a number of days later, or earlier if negative. Throws RangeError outside 1900 to 2200. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date((dayNumber(date) + days) * MILLISECONDS_PER_DAY);
  return inRange(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/**
 * The same day a number of months later, or the last day of that month where it has no such day:
 * 2026-01-31 and one month is 2026-02-28. Throws RangeError outside 1900 to 2200.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  return inRange(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Number of days from a to b; negative if b is earlier, 0 on the same day. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Number of days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

function inRange(year: number, month: number, day: number): CalendarDate {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`The date lies outside ${FIRST_YEAR} to ${LAST_YEAR}.`);
  }
  return format(year, month, day);
}

function format(year: number, month: number, day: number): CalendarDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CalendarDate;
}

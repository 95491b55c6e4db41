import { addDays, addMonths, type CalendarDate, partsOf } from '../../date/calendar-date.ts';
import { accept, type Rejection, type Result, reject } from '../../result.ts';

/** A run of days of the books, both ends included. */
export interface PlannedPeriod {
  /** Place in the year, from 1. */
  readonly ordinal: number;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export interface PlannedYear {
  /** 2026, or 2025/26 where it spans two. */
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly periods: readonly PlannedPeriod[];
}

/** END_BEFORE_START: no days at all. YEAR_TOO_LONG: more than 18 months, the longest first year that laws allow. */
export type FiscalYearCode = 'END_BEFORE_START' | 'YEAR_TOO_LONG';

const monthsAtMost = 18;
const two = (number: number): string => String(number).padStart(2, '0');

const lastOfMonth = (day: CalendarDate): CalendarDate => {
  const firstOfNext = addMonths(addDays(day, 1 - partsOf(day).day), 1);
  return addDays(firstOfNext, -1);
};

/** The last day of a year that begins on a day and lasts twelve months. */
export const endOfTwelveMonths = (startsOn: CalendarDate): CalendarDate => addDays(addMonths(startsOn, 12), -1);

/**
 * A fiscal year with its periods: one for each month of the calendar that it touches, so that a broken or a short year
 * begins or ends with a part of a month. `endsOn` is twelve months on, unless given.
 */
export function planFiscalYear(
  startsOn: CalendarDate,
  endsOn: CalendarDate = endOfTwelveMonths(startsOn),
): Result<PlannedYear, Rejection<FiscalYearCode>> {
  if (endsOn < startsOn) return reject('END_BEFORE_START', 'The last day comes after the first.', ['endsOn']);
  if (endsOn > addDays(addMonths(startsOn, monthsAtMost), -1))
    return reject('YEAR_TOO_LONG', `A fiscal year has ${monthsAtMost} months at the most.`, ['endsOn']);
  const periods: PlannedPeriod[] = [];
  for (let from = startsOn; from <= endsOn; ) {
    const monthEnds = lastOfMonth(from);
    const until = monthEnds < endsOn ? monthEnds : endsOn;
    const { year, month } = partsOf(from);
    periods.push({ ordinal: periods.length + 1, name: `${year}-${two(month)}`, startsOn: from, endsOn: until });
    from = addDays(until, 1);
  }
  const [first, last] = [partsOf(startsOn).year, partsOf(endsOn).year];
  const name = first === last ? String(first) : `${first}/${two(last % 100)}`;
  return accept({ name, startsOn, endsOn, periods });
}

/** What a period can be, and what moves it. */
export type PeriodStatus = 'OPEN' | 'CLOSED' | 'LOCKED';

const steps = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
export type RecurrenceInterval = keyof typeof steps;

/**
 * The day of the entry after `lastOn`, counted from the first: what begins on the 31st falls on the last day of a shorter
 * month, and on the 31st again after it.
 */
export function nextRecurrence(
  startsOn: CalendarDate,
  interval: RecurrenceInterval,
  lastOn: CalendarDate,
): CalendarDate {
  const [from, to] = [partsOf(startsOn), partsOf(lastOn)];
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  const step = steps[interval];
  return addMonths(startsOn, (Math.floor(months / step) + 1) * step);
}

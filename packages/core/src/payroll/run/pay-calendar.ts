import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDateOf,
  daysBetween,
  daysInMonth,
  partsOf,
} from '../../date/calendar-date.ts';
import { accept, type Result, reject, unwrap } from '../../result.ts';
import type { CountryPack, PackYear } from '../rule/definition.ts';

/** How often a schedule pays. */
export type PayFrequency = 'WEEKLY' | 'FORTNIGHTLY' | 'FOUR_WEEKLY' | 'MONTHLY';

/** What the periods and deadlines of a year follow from. */
export interface PayRhythm {
  readonly frequency: PayFrequency;
  /** Day of the month on which is paid, 31 being the last; with weeks, days after the end of the period. */
  readonly payDay: number;
  /** First day of some period that is paid by weeks. */
  readonly anchorOn: CalendarDate | null;
  /** Working days before the pay day. */
  readonly inputsDaysBefore: number;
  readonly approvalDaysBefore: number;
}

/** One period with its deadlines. */
export interface PlannedPayPeriod {
  readonly name: string;
  readonly taxYear: string;
  /** Number of the period in the tax year, as the country pack counts. */
  readonly number: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly payOn: CalendarDate;
  readonly inputsDueOn: CalendarDate;
  readonly approvalDueOn: CalendarDate;
}

/**
 * TAX_YEAR_UNKNOWN: the pack has no such year. ANCHOR_MISSING: periods of weeks begin on some day.
 * FREQUENCY_NOT_IN_PACK: the country has no rules for such periods.
 */
export type PayCalendarCode = 'TAX_YEAR_UNKNOWN' | 'ANCHOR_MISSING' | 'FREQUENCY_NOT_IN_PACK';

const DAYS = { WEEKLY: 7, FORTNIGHTLY: 14, FOUR_WEEKLY: 28 } as const;
const MONDAY = unwrap(calendarDateOf(2024, 1, 1));

/** 0 for a Monday, 6 for a Sunday. */
const weekday = (day: CalendarDate): number => ((daysBetween(MONDAY, day) % 7) + 7) % 7;

/** Whether a day is one from Monday to Friday. */
export const isWeekday = (day: CalendarDate): boolean => weekday(day) < 5;

/** The day itself, or the Friday before it. */
const workingDayBy = (day: CalendarDate): CalendarDate => addDays(day, -Math.max(0, weekday(day) - 4));

/** Some working days, from Monday to Friday, before a day. */
export function workingDaysBefore(day: CalendarDate, count: number): CalendarDate {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = workingDayBy(addDays(found, -1));
  return found;
}

/** The deadlines of a pay day. */
export function deadlinesOf(
  payOn: CalendarDate,
  { inputsDaysBefore, approvalDaysBefore }: Pick<PayRhythm, 'inputsDaysBefore' | 'approvalDaysBefore'>,
): Pick<PlannedPayPeriod, 'inputsDueOn' | 'approvalDueOn'> {
  return {
    inputsDueOn: workingDaysBefore(payOn, inputsDaysBefore),
    approvalDueOn: workingDaysBefore(payOn, approvalDaysBefore),
  };
}

interface Dates {
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Day of payment, before a weekend moves it: the number of the period follows it. */
  readonly nominalOn: CalendarDate;
}

/** The periods whose day of payment is in a tax year, with their numbers and deadlines. */
export function payCalendar(
  pack: CountryPack,
  taxYear: string,
  rhythm: PayRhythm,
): Result<readonly PlannedPayPeriod[], { code: PayCalendarCode; message: string; path: readonly (string | number)[] }> {
  const year = pack.years.find(({ name }) => name === taxYear);
  if (year === undefined) {
    const years = pack.years.map(({ name }) => name).join(', ');
    return reject('TAX_YEAR_UNKNOWN', `The pack ${pack.code} has ${years}: choose one of them.`, ['taxYear']);
  }
  const { frequency, anchorOn } = rhythm;
  if (!Object.hasOwn(pack.frequencies, frequency)) {
    const known = Object.keys(pack.frequencies).join(', ');
    return reject('FREQUENCY_NOT_IN_PACK', `The pack ${pack.code} pays ${known}.`, ['frequency']);
  }
  if (frequency !== 'MONTHLY' && anchorOn === null)
    return reject('ANCHOR_MISSING', 'Give the first day of some period: the others follow from it.', ['anchorOn']);
  const dates =
    frequency === 'MONTHLY' || anchorOn === null
      ? monthsOf(year, rhythm)
      : weeksOf(year, anchorOn, DAYS[frequency], rhythm.payDay);
  const paid = dates
    .map((each) => ({ ...each, payOn: workingDayBy(each.nominalOn) }))
    .filter(({ payOn }) => year.from <= payOn && payOn <= year.until);
  return accept(
    paid.map(({ name, startsOn, endsOn, nominalOn, payOn }, index) => ({
      name,
      taxYear,
      number: numberOf(frequency, year, nominalOn, index),
      startsOn,
      endsOn,
      payOn,
      ...deadlinesOf(payOn, rhythm),
    })),
  );
}

function monthsOf(year: PackYear, { payDay }: PayRhythm): readonly Dates[] {
  const { year: first, month } = partsOf(year.from);
  const begin = unwrap(calendarDateOf(first, month, 1));
  return Array.from({ length: 14 }, (_, index) => addMonths(begin, index - 1)).map((startsOn) => {
    const parts = partsOf(startsOn);
    const last = daysInMonth(parts.year, parts.month);
    return {
      name: startsOn.slice(0, 7),
      startsOn,
      endsOn: addDays(startsOn, last - 1),
      nominalOn: addDays(startsOn, Math.min(payDay, last) - 1),
    };
  });
}

function weeksOf(year: PackYear, anchorOn: CalendarDate, days: number, payDay: number): readonly Dates[] {
  // The first period that can be paid in the year ends so many days before it at the earliest.
  const earliest = addDays(year.from, -days - payDay - 7);
  const begin = addDays(anchorOn, Math.floor(daysBetween(anchorOn, earliest) / days) * days);
  const count = Math.ceil(daysBetween(begin, year.until) / days) + 1;
  return Array.from({ length: count }, (_, index) => addDays(begin, index * days)).map((startsOn) => {
    const endsOn = addDays(startsOn, days - 1);
    return { name: startsOn, startsOn, endsOn, nominalOn: addDays(endsOn, payDay) };
  });
}

/** Months and weeks are those of the tax year; what is paid every few weeks is counted. */
function numberOf(frequency: PayFrequency, year: PackYear, paidOn: CalendarDate, index: number): number {
  if (frequency === 'WEEKLY') return Math.floor(daysBetween(year.from, paidOn) / 7) + 1;
  if (frequency !== 'MONTHLY') return index + 1;
  const [from, on] = [partsOf(year.from), partsOf(paidOn)];
  const months = (on.year - from.year) * 12 + on.month - from.month;
  return Math.min(12, Math.max(1, months + (on.day >= from.day ? 1 : 0)));
}

/** The number of the period in which a day of payment is, for what is paid beside the days of the calendar. */
export function periodNumberOn(
  pack: CountryPack,
  frequency: PayFrequency,
  payOn: CalendarDate,
  otherwise: number,
): number {
  const year = pack.years.find(({ from, until }) => from <= payOn && payOn <= until);
  return year === undefined ? otherwise : numberOf(frequency, year, payOn, otherwise - 1);
}

import { addDays, type CalendarDate, calendarDate } from '../date/calendar-date.ts';
import { covers, type DatedRange, intersection } from '../date/dated-range.ts';
import { weekdayOf } from '../date/easter.ts';
import { compareDecimal, type Decimal, decimal, multiplyDecimal, roundDecimal, ZERO } from '../money/decimal.ts';
import type { HolidayKind } from './public-holidays.ts';

/** Hours of work on each day of the week, from Monday to Sunday; zero on a day off. */
export type WeekHours = readonly [Decimal, Decimal, Decimal, Decimal, Decimal, Decimal, Decimal];

/** A day on which work does not follow the week. */
export interface CalendarException {
  readonly kind: HolidayKind;
  /** For WORKING: the day in whose place it is worked, whose hours it has. */
  readonly insteadOfOn: CalendarDate | null;
}

/** The days and hours that are worked where no agreement says otherwise. */
export interface WorkCalendarFacts {
  readonly id: string;
  readonly week: WeekHours;
  readonly exceptions: ReadonlyMap<CalendarDate, CalendarException>;
}

/** Hours that were agreed with one employee for some days. */
export interface WorkPatternFacts extends DatedRange {
  readonly week: WeekHours;
  readonly calendar: WorkCalendarFacts;
}

/** When somebody works: by the calendar of the company, or by what was agreed. */
export interface WorkPlan {
  readonly employment: DatedRange;
  /** Null: the company has none, and who has no pattern of their own works at no known time. */
  readonly calendar: WorkCalendarFacts | null;
  /** Without a shared day. */
  readonly patterns: readonly WorkPatternFacts[];
  /** Parts of full time, without a shared day; they scale the hours of the company's calendar, not those agreed. */
  readonly shares: readonly (DatedRange & { readonly fte: Decimal })[];
}

const EVER: DatedRange = { startOn: calendarDate('1900-01-01'), endOn: null };

/**
 * The plan as if the employment had always been and never ended: what holds on its first day holds before it, and what
 * holds on its last day after it. By it the days of a whole period are counted, of which somebody who joins or leaves in
 * it works a part.
 */
export function withoutEnds(plan: WorkPlan): WorkPlan {
  const { startOn, endOn } = plan.employment;
  const stretched = <T extends DatedRange>(parts: readonly T[]): readonly T[] =>
    parts
      .filter((part) => intersection(part, plan.employment) !== null)
      .map((part) => ({
        ...part,
        startOn: part.startOn <= startOn ? EVER.startOn : part.startOn,
        endOn: endOn !== null && part.endOn !== null && part.endOn >= endOn ? null : part.endOn,
      }));
  return { ...plan, employment: EVER, patterns: stretched(plan.patterns), shares: stretched(plan.shares) };
}

const HOURS_SCALE = 2;

function hoursOfWeek(week: WeekHours, calendar: WorkCalendarFacts, day: CalendarDate): Decimal {
  const exception = calendar.exceptions.get(day);
  if (exception?.kind === 'WORKING') return week[weekdayOf(exception.insteadOfOn ?? day) - 1] ?? ZERO;
  return exception === undefined ? (week[weekdayOf(day) - 1] ?? ZERO) : ZERO;
}

/**
 * Hours that somebody is to work on a day: none outside the employment or on a holiday, what was agreed where something
 * was, and else those of the company's calendar by the part of full time, to two decimals.
 */
export function hoursOn(plan: WorkPlan, day: CalendarDate): Decimal {
  if (!covers(plan.employment, day)) return ZERO;
  const pattern = plan.patterns.find((each) => covers(each, day));
  if (pattern !== undefined) return hoursOfWeek(pattern.week, pattern.calendar, day);
  if (plan.calendar === null) return ZERO;
  const whole = hoursOfWeek(plan.calendar.week, plan.calendar, day);
  const share = plan.shares.find((each) => covers(each, day));
  return share === undefined ? whole : roundDecimal(multiplyDecimal(whole, share.fte), HOURS_SCALE, 'halfUp');
}

/** The calendars that decide on some day of a range, and the years of that range in each. */
function calendarYears(plan: WorkPlan, { from, until }: DayRange): ReadonlyMap<WorkCalendarFacts, ReadonlySet<number>> {
  const years = new Map<WorkCalendarFacts, Set<number>>();
  for (const day of daysOf({ from, until })) {
    if (!covers(plan.employment, day)) continue;
    const calendar = plan.patterns.find((each) => covers(each, day))?.calendar ?? plan.calendar;
    if (calendar !== null) years.set(calendar, (years.get(calendar) ?? new Set<number>()).add(yearOf(day)));
  }
  return years;
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** From a day to a day, both included. */
export interface DayRange {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Every day of a range, in order. */
export function* daysOf({ from, until }: DayRange): Generator<CalendarDate> {
  for (let day = from; day <= until; day = addDays(day, 1)) yield day;
}

/** A year of a calendar of which no holiday is known: counting by it would count holidays as work. */
export interface MissingYear {
  readonly calendarId: string;
  readonly year: number;
}

/** The years of a range that a calendar which decides in it knows no holidays of. */
export function missingYears(plan: WorkPlan, range: DayRange): readonly MissingYear[] {
  return [...calendarYears(plan, range)].flatMap(([{ id, exceptions }, years]) => {
    const known = new Set([...exceptions.keys()].map(yearOf));
    return [...years].filter((year) => !known.has(year)).map((year) => ({ calendarId: id, year }));
  });
}

/** Whether somebody's working time is known on every day of a range on which they are employed. */
export function isPlanned(plan: WorkPlan, range: DayRange): boolean {
  return (
    plan.calendar !== null ||
    [...daysOf(range)].every((day) => !covers(plan.employment, day) || plan.patterns.some((each) => covers(each, day)))
  );
}

/** Whether a day is worked at all. */
export const isWorked = (hours: Decimal): boolean => compareDecimal(hours, ZERO) > 0;

/** A week of the same hours from Monday to Friday. Throws for what is no decimal. */
export function officeWeek(hours: string): WeekHours {
  const each = decimal(hours);
  return [each, each, each, each, each, ZERO, ZERO];
}

import type { CalendarDate } from '../date/calendar-date.ts';
import { compareDecimal, type Decimal, decimal, sumDecimal } from '../money/decimal.ts';
import { dividedBy, exactOf, NOUGHT, plus, shownExact } from '../payroll/number/exact.ts';
import { roundExact } from '../payroll/number/rounding.ts';
import { type DayRange, daysOf, hoursOn, isWorked, type WorkPlan } from './work-calendar.ts';

/** Days, both included, on which somebody is away. */
export interface AbsentSpan {
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  /** Hours of a part of the one day; null for whole days. */
  readonly hours: Decimal | null;
  readonly isPaid: boolean;
}

/** One day: hours to work, and those of them away. A day off is in no list. */
export interface WorkDay {
  readonly on: CalendarDate;
  readonly hours: Decimal;
  readonly absentHours: Decimal;
  readonly unpaidHours: Decimal;
}

/** What working time comes to. A part of a day is its hours over those of the day; their sum has four decimals at most. */
export interface WorkTime {
  readonly days: readonly WorkDay[];
  readonly workingDays: Decimal;
  readonly workingHours: Decimal;
  readonly absentDays: Decimal;
  readonly absentHours: Decimal;
  readonly unpaidDays: Decimal;
  readonly unpaidHours: Decimal;
}

const DAY_UNIT = exactOf(decimal('0.0001'));

/** The same number without noughts at its end. */
const shortest = (value: Decimal): Decimal => decimal(shownExact(exactOf(value)));

const least = (one: Decimal, other: Decimal): Decimal => (compareDecimal(one, other) < 0 ? one : other);

/** Hours away on a day by the spans that cover it; never more than the day has. */
function awayOn(spans: readonly AbsentSpan[], day: CalendarDate, hours: Decimal): Decimal {
  const covering = spans.filter(({ startOn, endOn }) => startOn <= day && day <= endOn);
  return least(sumDecimal(covering.map((span) => least(span.hours ?? hours, hours))), hours);
}

/** Days that parts of days come to. */
function daysAway(days: readonly WorkDay[], away: (day: WorkDay) => Decimal): Decimal {
  const parts = days.map((day) => dividedBy(exactOf(away(day)), exactOf(day.hours)));
  return decimal(shownExact(roundExact(parts.reduce(plus, NOUGHT), 'HALF_UP', DAY_UNIT)));
}

/** Working days and hours of a range, and what of them somebody is away, paid and unpaid. */
export function workTime(plan: WorkPlan, range: DayRange, absences: readonly AbsentSpan[]): WorkTime {
  const unpaid = absences.filter(({ isPaid }) => !isPaid);
  const days = [...daysOf(range)].flatMap((on): WorkDay[] => {
    const hours = hoursOn(plan, on);
    if (!isWorked(hours)) return [];
    return [{ on, hours, absentHours: awayOn(absences, on, hours), unpaidHours: awayOn(unpaid, on, hours) }];
  });
  const sum = (value: (day: WorkDay) => Decimal): Decimal => shortest(sumDecimal(days.map(value)));
  return {
    days,
    workingDays: decimal(String(days.length)),
    workingHours: sum(({ hours }) => hours),
    absentDays: daysAway(days, ({ absentHours }) => absentHours),
    absentHours: sum(({ absentHours }) => absentHours),
    unpaidDays: daysAway(days, ({ unpaidHours }) => unpaidHours),
    unpaidHours: sum(({ unpaidHours }) => unpaidHours),
  };
}

import { addDays, type CalendarDate, daysBetween } from '../date/calendar-date.ts';
import { contains, overlaps } from '../date/dated-range.ts';
import { compareDecimal, type Decimal, ZERO } from '../money/decimal.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, type Rule } from '../rule.ts';
import type { AbsenceStatus } from './absence-machine.ts';
import { isPlanned, missingYears, type WorkPlan } from './work-calendar.ts';
import { workTime } from './work-time.ts';

/** What a kind of absence is counted in. */
export type AbsenceUnit = 'DAYS' | 'HOURS';

/** A kind of absence, as the company has it. */
export interface AbsenceKindFacts {
  readonly isPaid: boolean;
  readonly unit: AbsenceUnit;
  /** Whether somebody decides on it before it counts. */
  readonly needsApproval: boolean;
}

/** Another absence of the same employment that is asked for or approved. */
export interface OtherAbsence {
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
}

/** An absence asked for, or recorded. */
export interface AbsencePlan {
  readonly kind: AbsenceKindFacts;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  /** Hours of a part of the one day; null for whole days. */
  readonly hours: Decimal | null;
  readonly workPlan: WorkPlan;
  readonly others: readonly OtherAbsence[];
  /** HR records what nobody decides on any more. */
  readonly isRecorded: boolean;
}

/** The row to write: what the absence comes to by the working time of today. */
export interface AbsenceChanges {
  readonly status: AbsenceStatus;
  readonly isPaid: boolean;
  readonly workingDays: Decimal;
  readonly workingHours: Decimal;
}

/** Every reason against an absence; each is explained at its rule. */
export type AbsenceCode =
  | 'END_BEFORE_START'
  | 'ABSENCE_TOO_LONG'
  | 'OUTSIDE_EMPLOYMENT'
  | 'ABSENCE_OVERLAPS'
  | 'KIND_IN_DAYS'
  | 'HOURS_ON_ONE_DAY'
  | 'HOURS_NOT_POSITIVE'
  | 'HOURS_EXCEED_DAY'
  | 'WORK_CALENDAR_MISSING'
  | 'HOLIDAYS_MISSING'
  | 'NO_WORKING_DAY';

/** Parental leave of several years is recorded year by year. */
const DAYS_AT_MOST = 366;

const isOrdered = ({ startOn, endOn }: AbsencePlan): boolean => startOn <= endOn;
const isBounded = (plan: AbsencePlan): boolean =>
  isOrdered(plan) && daysBetween(plan.startOn, plan.endOn) < DAYS_AT_MOST;
const rangeOf = ({ startOn, endOn }: AbsencePlan) => ({ from: startOn, until: endOn });
const isPart = (plan: AbsencePlan): boolean => plan.hours !== null && plan.startOn === plan.endOn;
const hoursOf = (plan: AbsencePlan): Decimal => workTime(plan.workPlan, rangeOf(plan), []).workingHours;
const isWithin = (plan: AbsencePlan): boolean => isBounded(plan) && contains(plan.workPlan.employment, plan);
const isCounted = (plan: AbsencePlan): boolean => isWithin(plan) && isPlanned(plan.workPlan, rangeOf(plan));

/** What an absence must keep to, whoever writes it down. */
export const ABSENCE_RULES: readonly Rule<AbsencePlan, AbsenceCode>[] = [
  {
    code: 'END_BEFORE_START',
    path: ['endOn'],
    isBrokenBy: (plan) => !isOrdered(plan),
    message: 'Give a last day on the first day or after it.',
  },
  {
    code: 'ABSENCE_TOO_LONG',
    path: ['endOn'],
    isBrokenBy: (plan) => isOrdered(plan) && !isBounded(plan),
    message: ({ startOn }) => `Give a last day on or before ${addDays(startOn, DAYS_AT_MOST - 1)}, and the rest apart.`,
  },
  {
    code: 'OUTSIDE_EMPLOYMENT',
    path: ['startOn'],
    isBrokenBy: (plan) => isOrdered(plan) && !contains(plan.workPlan.employment, plan),
    message: 'Give days within the employment.',
  },
  {
    code: 'ABSENCE_OVERLAPS',
    path: ['startOn'],
    isBrokenBy: (plan) => plan.others.some((other) => overlaps(other, plan)),
    message: 'Give days on which no other absence is asked for or approved, or cancel that one first.',
  },
  {
    code: 'KIND_IN_DAYS',
    path: ['hours'],
    isBrokenBy: ({ kind, hours }) => kind.unit === 'DAYS' && hours !== null,
    message: 'Leave the hours out: this kind is taken in whole days.',
  },
  {
    code: 'HOURS_ON_ONE_DAY',
    path: ['hours'],
    isBrokenBy: ({ hours, startOn, endOn }) => hours !== null && startOn !== endOn,
    message: 'Give hours for one day alone.',
  },
  {
    code: 'HOURS_NOT_POSITIVE',
    path: ['hours'],
    isBrokenBy: ({ hours }) => hours !== null && compareDecimal(hours, ZERO) <= 0,
    message: 'Give more than no hours.',
  },
  {
    code: 'HOURS_EXCEED_DAY',
    path: ['hours'],
    isBrokenBy: (plan) => isPart(plan) && isWorkedIn(plan) && compareDecimal(plan.hours ?? ZERO, hoursOf(plan)) > 0,
    message: (plan) => `Give ${hoursOf(plan)} hours at the most: the day has no more.`,
  },
  {
    code: 'WORK_CALENDAR_MISSING',
    path: ['startOn'],
    isBrokenBy: (plan) => isBounded(plan) && !isPlanned(plan.workPlan, rangeOf(plan)),
    message: 'Have HR set the working calendar of the company first.',
  },
  {
    code: 'HOLIDAYS_MISSING',
    path: ['startOn'],
    isBrokenBy: (plan) => isCounted(plan) && missingYears(plan.workPlan, rangeOf(plan)).length > 0,
    message: ({ startOn, endOn }) =>
      `Have HR fill in the holidays of ${startOn.slice(0, 4)} to ${endOn.slice(0, 4)} first.`,
  },
  {
    code: 'NO_WORKING_DAY',
    path: ['startOn'],
    isBrokenBy: (plan) => isCounted(plan) && !isWorkedIn(plan),
    message: 'Give a day on which there is work: on these there is none.',
  },
];

function isWorkedIn(plan: AbsencePlan): boolean {
  return compareDecimal(hoursOf(plan), ZERO) > 0;
}

/** The absence to write, or every reason against it. */
export function planAbsence(plan: AbsencePlan): Result<AbsenceChanges, Rejection<AbsenceCode>> {
  const rejections = checkRules(ABSENCE_RULES, plan);
  if (rejections.length > 0) return rejectAll(rejections);
  const { startOn, endOn, hours, kind, workPlan, isRecorded } = plan;
  const { absentDays, absentHours } = workTime(workPlan, rangeOf(plan), [
    { startOn, endOn, hours, isPaid: kind.isPaid },
  ]);
  const isDecided = isRecorded || !kind.needsApproval;
  return accept({
    status: isDecided ? 'APPROVED' : 'REQUESTED',
    isPaid: kind.isPaid,
    workingDays: absentDays,
    workingHours: absentHours,
  });
}

import { expect, test } from 'vitest';
import { calendarDate } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { rejectionsOf } from '../result.ts';
import { ABSENCE_DECISION_RULES, type AbsenceDecision, decideAbsence } from './decide-absence.ts';
import { ABSENCE_RULES, type AbsencePlan, planAbsence } from './plan-absence.ts';
import { publicHolidays } from './public-holidays.ts';
import { officeWeek } from './work-calendar.ts';

const day = calendarDate;
const exceptions = new Map((publicHolidays('SE', 2026) ?? []).map((each) => [each.on, each]));
const calendar = { id: 'SE', week: officeWeek('8'), exceptions };
const leave: AbsencePlan = {
  kind: { isPaid: true, unit: 'HOURS', needsApproval: true },
  startOn: day('2026-07-06'),
  endOn: day('2026-07-10'),
  hours: null,
  workPlan: {
    employment: { startOn: day('2026-02-01'), endOn: null },
    calendar,
    patterns: [],
    shares: [],
  },
  others: [],
  isRecorded: false,
};
const on = (startOn: string, endOn = startOn) => ({ startOn: day(startOn), endOn: day(endOn) });
const withPlan = (workPlan: Partial<AbsencePlan['workPlan']>) => ({ workPlan: { ...leave.workPlan, ...workPlan } });

const refused: readonly (readonly [string, Partial<AbsencePlan>])[] = [
  ['END_BEFORE_START', on('2026-07-10', '2026-07-06')],
  ['ABSENCE_TOO_LONG', { ...on('2026-07-06', '2027-07-07'), ...withPlan({}) }],
  ['OUTSIDE_EMPLOYMENT', on('2026-01-30', '2026-02-03')],
  ['ABSENCE_OVERLAPS', { others: [on('2026-07-10', '2026-07-12')] }],
  ['KIND_IN_DAYS', { ...on('2026-07-06'), hours: decimal('2'), kind: { ...leave.kind, unit: 'DAYS' } }],
  ['HOURS_ON_ONE_DAY', { hours: decimal('2') }],
  ['HOURS_NOT_POSITIVE', { ...on('2026-07-06'), hours: decimal('0') }],
  ['HOURS_EXCEED_DAY', { ...on('2026-07-06'), hours: decimal('8.01') }],
  ['WORK_CALENDAR_MISSING', withPlan({ calendar: null })],
  ['HOLIDAYS_MISSING', on('2027-07-05')],
  // Midsummer Eve to the Sunday after.
  ['NO_WORKING_DAY', on('2026-06-19', '2026-06-21')],
];

test.each(refused)('%s', (code, change) => {
  expect(rejectionsOf(planAbsence({ ...leave, ...change })).map((each) => each.code)).toEqual([code]);
});

test('every rule has a row', () => {
  expect(refused.map(([code]) => code)).toEqual(ABSENCE_RULES.map(({ code }) => code));
});

test.each([
  ['asked for where somebody decides', {}, ['REQUESTED', '5', '40']],
  ['in force where nobody does', { kind: { ...leave.kind, needsApproval: false } }, ['APPROVED', '5', '40']],
  ['in force where HR records it', { isRecorded: true }, ['APPROVED', '5', '40']],
  ['of a part of a day', { ...on('2026-07-06'), hours: decimal('3') }, ['REQUESTED', '0.375', '3']],
] as const)('an absence is %s', (_, change, expected) => {
  const outcome = planAbsence({ ...leave, ...change });
  expect(outcome.ok && [outcome.value.status, outcome.value.workingDays, outcome.value.workingHours]).toEqual(expected);
});

const decision: AbsenceDecision = {
  status: 'REQUESTED',
  startOn: day('2026-07-06'),
  subjectPersonId: 'anna',
  event: 'approve',
  actor: { userId: 'maja', personId: 'maja' },
  reason: null,
  today: day('2026-07-01'),
};
const herself = { actor: { userId: 'anna', personId: 'anna' } };

const notDecided: readonly (readonly [string, Partial<AbsenceDecision>])[] = [
  ['DECIDER_IS_SUBJECT', herself],
  ['REASON_MISSING', { event: 'reject', reason: ' ' }],
  ['ABSENCE_BEGAN', { ...herself, event: 'cancel', status: 'APPROVED', today: day('2026-07-06') }],
  ['NOT_ALLOWED_IN_STATE', { status: 'CANCELLED' }],
];

test.each(notDecided)('no decision: %s', (code, change) => {
  expect(rejectionsOf(decideAbsence({ ...decision, ...change })).map((each) => each.code)).toEqual([code]);
});

test('every rule on decisions has a row', () => {
  expect(notDecided.map(([code]) => code).slice(0, -1)).toEqual(ABSENCE_DECISION_RULES.map(({ code }) => code));
});

test.each([
  ['approved by the manager', {}, 'APPROVED'],
  ['rejected with a reason', { event: 'reject', reason: 'Too many are away' }, 'REJECTED'],
  ['taken back while it waits', { ...herself, event: 'cancel', today: day('2026-07-09') }, 'CANCELLED'],
  ['taken back before it begins', { ...herself, event: 'cancel', status: 'APPROVED' }, 'CANCELLED'],
  ['taken back by HR', { event: 'cancel', status: 'APPROVED', today: day('2026-08-01') }, 'CANCELLED'],
] as const)('an absence is %s', (_, change, status) => {
  expect(decideAbsence({ ...decision, ...change })).toEqual({ ok: true, value: status });
});

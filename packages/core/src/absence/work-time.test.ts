import { expect, test } from 'vitest';
import { calendarDate } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { publicHolidays } from './public-holidays.ts';
import {
  isPlanned,
  missingYears,
  officeWeek,
  type WeekHours,
  type WorkCalendarFacts,
  type WorkPlan,
} from './work-calendar.ts';
import { type AbsentSpan, workTime } from './work-time.ts';

const calendarOf = (
  region: string,
  years: readonly number[],
  week: WeekHours = officeWeek('8'),
): WorkCalendarFacts => ({
  id: region,
  week,
  exceptions: new Map(years.flatMap((year) => publicHolidays(region, year) ?? []).map((each) => [each.on, each])),
});
const hungary = calendarOf('HU', [2026]);
const sweden = calendarOf('SE', [2026]);
const always = { startOn: calendarDate('2020-01-01'), endOn: null };
const plan = (other: Partial<WorkPlan> = {}): WorkPlan => ({
  employment: always,
  calendar: hungary,
  patterns: [],
  shares: [],
  ...other,
});
const range = (from: string, until: string) => ({ from: calendarDate(from), until: calendarDate(until) });
const month = (name: string) => range(`${name}-01`, `${name}-${new Date(`${name}-01`).getUTCMonth() === 1 ? 28 : 30}`);
const away = (startOn: string, endOn: string, other: Partial<AbsentSpan> = {}): AbsentSpan => ({
  startOn: calendarDate(startOn),
  endOn: calendarDate(endOn),
  hours: null,
  isPaid: true,
  ...other,
});
const mornings: WeekHours = [
  decimal('6'),
  decimal('6'),
  decimal('0'),
  decimal('6'),
  decimal('2'),
  decimal('0'),
  decimal('0'),
];

// Hungarian working days of 2026, as the calendars for pay publish them.
test.each([
  ['2026-01-01', '2026-01-31', '21', '168'],
  ['2026-02-01', '2026-02-28', '20', '160'],
  ['2026-04-01', '2026-04-30', '20', '160'],
  ['2026-08-01', '2026-08-31', '20', '160'],
  ['2026-12-01', '2026-12-31', '22', '176'],
])('from %s to %s there are %s working days in Hungary', (from, until, days, hours) => {
  const { workingDays, workingHours } = workTime(plan(), range(from, until), []);
  expect([workingDays, workingHours]).toEqual([days, hours]);
});

test('who joins or leaves works from the first day to the last', () => {
  const employment = { startOn: calendarDate('2026-09-10'), endOn: calendarDate('2026-09-16') };
  expect(workTime(plan({ employment }), month('2026-09'), []).days.map(({ on }) => on)).toEqual([
    '2026-09-10',
    '2026-09-11',
    '2026-09-14',
    '2026-09-15',
    '2026-09-16',
  ]);
});

test('a part of full time scales the hours of the calendar from its day on, and agreed hours are as agreed', () => {
  const shares = [
    { startOn: calendarDate('2020-01-01'), endOn: calendarDate('2026-09-15'), fte: decimal('1') },
    { startOn: calendarDate('2026-09-16'), endOn: null, fte: decimal('0.75') },
  ];
  const patterns = [{ startOn: calendarDate('2026-09-21'), endOn: null, week: mornings, calendar: hungary }];
  const week = (from: string, until: string) =>
    workTime(plan({ shares, patterns }), range(from, until), []).workingHours;
  expect(week('2026-09-07', '2026-09-13')).toBe('40');
  expect(week('2026-09-14', '2026-09-20')).toBe('34');
  expect(week('2026-09-21', '2026-09-27')).toBe('20');
});

test('a Saturday that is worked for a Friday has the hours of a Friday', () => {
  const patterns = [{ startOn: calendarDate('2026-01-01'), endOn: null, week: mornings, calendar: hungary }];
  const { days } = workTime(plan({ patterns }), range('2026-08-08', '2026-08-08'), []);
  expect(days.map(({ on, hours }) => [on, hours])).toEqual([['2026-08-08', '2']]);
});

test('absence counts on working days alone, in days and hours, paid apart from unpaid', () => {
  const spans = [
    away('2026-09-04', '2026-09-07', { isPaid: false }),
    away('2026-09-09', '2026-09-09', { hours: decimal('2'), isPaid: false }),
    away('2026-09-10', '2026-09-11'),
  ];
  const { days: _, ...sums } = workTime(plan(), range('2026-09-01', '2026-09-30'), spans);
  expect(sums).toEqual({
    workingDays: '22',
    workingHours: '176',
    absentDays: '4.25',
    absentHours: '34',
    unpaidDays: '2.25',
    unpaidHours: '18',
  });
});

test('three thirds of days are a day', () => {
  const patterns = [{ startOn: calendarDate('2026-01-01'), endOn: null, week: officeWeek('6'), calendar: hungary }];
  const spans = ['2026-09-01', '2026-09-02', '2026-09-03'].map((day) => away(day, day, { hours: decimal('2') }));
  expect(workTime(plan({ patterns }), range('2026-09-01', '2026-09-30'), spans).absentDays).toBe('1');
});

test('the holidays that hold are those of the calendar agreed on', () => {
  const patterns = [{ startOn: calendarDate('2026-01-01'), endOn: null, week: officeWeek('8'), calendar: sweden }];
  const june = range('2026-06-15', '2026-06-21');
  expect(workTime(plan({ patterns }), june, []).workingDays).toBe('4');
  expect(workTime(plan(), june, []).workingDays).toBe('5');
});

test('what is not known is told, and not counted as work', () => {
  const whole = range('2026-12-01', '2027-01-31');
  expect(missingYears(plan(), whole)).toEqual([{ calendarId: 'HU', year: 2027 }]);
  expect(missingYears(plan({ employment: { ...always, endOn: calendarDate('2026-12-31') } }), whole)).toEqual([]);
  expect(isPlanned(plan({ calendar: null }), whole)).toBe(false);
  expect(workTime(plan({ calendar: null }), whole, []).workingDays).toBe('0');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../date/calendar-date.ts';
import { type Decimal, decimal } from '../money/decimal.ts';
import { rejectionsOf, unwrap } from '../result.ts';
import { type PayStretch, type ProrationInput, prorate } from './proration.ts';

const APRIL = { from: calendarDate('2026-04-01'), until: calendarDate('2026-04-30') };
const stretch = (from: string, until: string, amount = '3000.00'): PayStretch => ({
  from: calendarDate(from),
  until: calendarDate(until),
  amount: decimal(amount),
});
const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const workingDays = (day: string): Decimal => decimal(isWeekday(day) ? '1' : '0');
const hours = (day: string): Decimal => decimal(isWeekday(day) ? '7.5' : '0');

const run = (change: Partial<ProrationInput>) =>
  prorate({
    basis: 'CALENDAR_DAYS',
    period: APRIL,
    stretches: [stretch('2026-04-01', '2026-04-30')],
    minorUnit: 2,
    ...change,
  });

test.each<[string, Partial<ProrationInput>, string, string, string[]]>([
  ['a whole month', {}, '3000.00', '30', ['30']],
  ['a joiner on the 16th', { stretches: [stretch('2026-04-16', '2026-04-30')] }, '1500.00', '30', ['15']],
  ['a leaver on the 1st', { stretches: [stretch('2026-04-01', '2026-04-01')] }, '100.00', '30', ['1']],
  [
    'a joiner by working days',
    { basis: 'WORKING_DAYS', unitsOn: workingDays, stretches: [stretch('2026-04-16', '2026-04-30')] },
    '1500.00',
    '22',
    ['11'],
  ],
  [
    'two unpaid days',
    {
      basis: 'WORKING_DAYS',
      unitsOn: workingDays,
      unpaidOn: (day) => decimal(day === '2026-04-07' || day === '2026-04-08' ? '1' : '0'),
    },
    '2727.27',
    '22',
    ['20'],
  ],
  [
    'three unpaid hours',
    { basis: 'HOURS', unitsOn: hours, unpaidOn: (day) => decimal(day === '2026-04-07' ? '3' : '0') },
    '2945.45',
    '165',
    ['162'],
  ],
  [
    'a raise in mid-month',
    { stretches: [stretch('2026-04-01', '2026-04-10'), stretch('2026-04-11', '2026-04-30', '3600.00')] },
    '3400.00',
    '30',
    ['10', '20'],
  ],
  ['nobody', { stretches: [] }, '0.00', '30', []],
  ['forints', { minorUnit: 0, stretches: [stretch('2026-04-01', '2026-04-07', '500000')] }, '116667', '30', ['7']],
])('%s', (_, change, amount, units, parts) => {
  const result = unwrap(run(change));
  expect(result).toMatchObject({ amount, units, basis: change.basis ?? 'CALENDAR_DAYS' });
  expect(result.parts.map((part) => part.units)).toEqual(parts);
});

test.each<[string, Partial<ProrationInput>, readonly (string | number)[]]>([
  ['UNITS_MISSING', { basis: 'HOURS' }, ['unitsOn']],
  ['PERIOD_EMPTY', { basis: 'WORKING_DAYS', unitsOn: () => decimal('0') }, ['period']],
  ['STRETCH_OUTSIDE_PERIOD', { stretches: [stretch('2026-03-31', '2026-04-02')] }, ['stretches', 0]],
  ['STRETCH_OUTSIDE_PERIOD', { stretches: [stretch('2026-04-02', '2026-04-01')] }, ['stretches', 0]],
  [
    'STRETCHES_OVERLAP',
    { stretches: [stretch('2026-04-01', '2026-04-15'), stretch('2026-04-15', '2026-04-30')] },
    ['stretches'],
  ],
  ['UNPAID_EXCEEDS_DAY', { unpaidOn: () => decimal('1.5') }, ['stretches', 0]],
  ['UNPAID_EXCEEDS_DAY', { unpaidOn: () => decimal('-1') }, ['stretches', 0]],
])('%s', (code, change, path) => {
  expect(rejectionsOf(run(change))).toMatchObject([{ code, path }]);
});

test('a salary that is cut into stretches stays the salary, to the penny', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 29 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), cuts, (pence, days) => {
      const amount = decimal((pence / 100).toFixed(2));
      const starts = [0, ...days.toSorted((a, b) => a - b)];
      const stretches = starts.map((start, index) => ({
        from: addDays(APRIL.from, start),
        until: addDays(APRIL.from, (starts[index + 1] ?? 30) - 1),
        amount,
      }));
      expect(unwrap(run({ stretches })).amount).toBe(amount);
    }),
  );
});

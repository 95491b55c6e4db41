import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rejectionsOf } from '../result.ts';
import { addDays, addMonths, calendarDate, compareDate, daysBetween, parseCalendarDate } from './calendar-date.ts';
import { COUNTRIES, isCountry } from './country.ts';
import {
  contains,
  covers,
  type DatedRange,
  firstOverlap,
  fromHalfOpen,
  intersection,
  isRange,
  overlaps,
  toHalfOpen,
} from './dated-range.ts';
import { isLanguage, isLocale } from './locale.ts';
import { isTimeZone, today } from './time-zone.ts';

const anyDate = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(calendarDate('1900-01-01'), days));
const anyRange: fc.Arbitrary<DatedRange> = fc
  .tuple(anyDate, fc.option(fc.integer({ min: 0, max: 3000 })))
  .map(([startOn, length]) => ({ startOn, endOn: length === null ? null : addDays(startOn, length) }));

describe('a date', () => {
  test.each([
    ['2026-02-30', 'DATE_NOT_IN_CALENDAR'],
    ['2025-02-29', 'DATE_NOT_IN_CALENDAR'],
    ['1900-02-29', 'DATE_NOT_IN_CALENDAR'],
    ['2026-13-01', 'DATE_NOT_IN_CALENDAR'],
    ['2026-00-10', 'DATE_NOT_IN_CALENDAR'],
    ['1899-12-31', 'DATE_OUT_OF_RANGE'],
    ['2201-01-01', 'DATE_OUT_OF_RANGE'],
    ['0026-01-01', 'DATE_OUT_OF_RANGE'],
    ['2026-1-1', 'DATE_MALFORMED'],
    ['20260101', 'DATE_MALFORMED'],
    ['2026-01-01T00:00', 'DATE_MALFORMED'],
    ['', 'DATE_MALFORMED'],
  ])('%s is refused as %s', (text, code) => {
    expect(rejectionsOf(parseCalendarDate(text, ['startOn']))).toMatchObject([{ code, path: ['startOn'] }]);
  });

  test.each(['1900-01-01', '2000-02-29', '2200-12-31'])('%s is read', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(calendarDate(date), months)).toBe(expected);
  });

  test('adding days and counting them are each other’s inverse, and text order is date order', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const days = daysBetween(a, b);
        expect(addDays(a, days)).toBe(b);
        expect(compareDate(a, b)).toBe(Math.sign(-days) + 0);
      }),
    );
  });

  test('leaving the years from 1900 to 2200 is a bug', () => {
    expect(() => addDays(calendarDate('2200-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(calendarDate('1900-01-31'), -1)).toThrow(RangeError);
  });
});

describe('a range', () => {
  test('overlaps another exactly if some day lies in both', () => {
    fc.assert(
      fc.property(anyRange, anyRange, anyDate, (a, b, day) => {
        expect(overlaps(a, b)).toBe(covers(a, b.startOn) || covers(b, a.startOn));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        const shared = intersection(a, b);
        expect(shared !== null && covers(shared, day)).toBe(covers(a, day) && covers(b, day));
        if (shared) expect(contains(a, shared) && contains(b, shared)).toBe(true);
      }),
    );
  });

  test('is the same with its end excluded and included again', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(fromHalfOpen(toHalfOpen(range))).toEqual(range);
      }),
    );
  });

  test('that ends before it begins holds no day', () => {
    const nothing = { startOn: calendarDate('2026-02-01'), endOn: calendarDate('2026-01-31') };
    const year = { startOn: calendarDate('2026-01-01'), endOn: null };
    expect(isRange(nothing)).toBe(false);
    expect(overlaps(nothing, year)).toBe(false);
  });

  test('the first overlap of a list is found wherever it is', () => {
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 6 }), (ranges) => {
        const some = ranges.some((a, i) => ranges.some((b, j) => i < j && overlaps(a, b)));
        expect(firstOverlap(ranges) !== null).toBe(some);
      }),
    );
  });
});

describe('places', () => {
  test('today is the day of the time zone', () => {
    const instant = new Date('2026-03-28T23:30:00Z');
    expect(today(instant, 'UTC')).toBe('2026-03-28');
    expect(today(instant, 'Europe/Stockholm')).toBe('2026-03-29');
    expect(today(instant, 'America/Los_Angeles')).toBe('2026-03-28');
    expect(today(instant, 'Pacific/Kiritimati')).toBe('2026-03-29');
  });

  test.each([
    ['Europe/Stockholm', true],
    ['UTC', true],
    ['America/Argentina/Buenos_Aires', true],
    ['Europe/Atlantis', false],
    ['+01:00', false],
    ['', false],
    ['Europe/Stockholm; DROP', false],
  ])('%s is a time zone: %s', (text, expected) => expect(isTimeZone(text)).toBe(expected));

  test.each([
    ['sv-SE', true],
    ['hu', true],
    ['sv_SE', false],
    ['SV-se', false],
    ['', false],
    ['zz-ZZ', false],
  ])('%s is a locale: %s', (text, expected) => expect(isLocale(text)).toBe(expected));

  test('countries and languages', () => {
    expect(COUNTRIES).toHaveLength(249);
    expect(isCountry('SE')).toBe(true);
    expect(isCountry('se')).toBe(false);
    expect(isCountry('XK')).toBe(false);
    expect(isLanguage('sl')).toBe(true);
    expect(isLanguage('fr')).toBe(false);
  });
});

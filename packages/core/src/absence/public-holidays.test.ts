import { expect, test } from 'vitest';
import { easterSunday, weekdayOf } from '../date/easter.ts';
import { LANGUAGES } from '../date/locale.ts';
import { holidayName } from './holiday-names.ts';
import { HOLIDAY_REGIONS, publicHolidays } from './public-holidays.ts';

// Published by the Church of England, table of moveable dates.
test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285 - 100, '2185-04-17'],
])('Easter of %i is on %s', (year, on) => {
  expect(easterSunday(year)).toBe(on);
});

const daysOf = (region: string, year: number): string =>
  (publicHolidays(region, year) ?? [])
    .filter(({ kind }) => kind === 'PUBLIC')
    .map(({ on }) => on.slice(5))
    .join(' ');

// Sources: gov.uk/bank-holidays, the laws named at each rule, and the calendars that the authorities publish from them.
const published: readonly (readonly [string, number, string])[] = [
  ['GB-EAW', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  ['GB-EAW', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  // Christmas Day on a Saturday: two substitutes; New Year's Day on a Saturday: one.
  ['GB-EAW', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['GB-EAW', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ['GB-SCT', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['GB-SCT', 2028, '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
  ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ['HU', 2026, '01-01 03-15 04-03 04-06 05-01 05-25 08-20 10-23 11-01 12-25 12-26'],
  ['SE', 2026, '01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31'],
  ['SI', 2026, '01-01 01-02 02-08 04-05 04-06 04-27 05-01 05-02 05-24 06-25 08-15 10-31 11-01 12-25 12-26'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
  ['DE-BY', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26'],
  ['DE-SN', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26'],
  ['DE-BB', 2027, '01-01 03-26 03-28 03-29 05-01 05-06 05-16 05-17 10-03 10-31 12-25 12-26'],
];

test.each(published)('the public holidays of %s in %i', (region, year, days) => {
  expect(daysOf(region, year)).toBe(days);
});

test('Hungary works on three Saturdays of 2026 for days that are free', () => {
  const moved = (publicHolidays('HU', 2026) ?? []).filter(({ kind }) => kind !== 'PUBLIC');
  expect(moved.map(({ on, kind, insteadOfOn }) => [on, kind, insteadOfOn])).toEqual([
    ['2026-01-02', 'CLOSED', null],
    ['2026-01-10', 'WORKING', '2026-01-02'],
    ['2026-08-08', 'WORKING', '2026-08-21'],
    ['2026-08-21', 'CLOSED', null],
    ['2026-12-12', 'WORKING', '2026-12-24'],
    ['2026-12-24', 'CLOSED', null],
  ]);
});

test('a region without rules has none, which is another thing than no holidays', () => {
  expect(publicHolidays('FR', 2026)).toBeNull();
  expect(publicHolidays('GB', 2026)).toBeNull();
});

test('no day stands twice, no bank holiday is on a weekend, and each has a name in every language', () => {
  for (const region of HOLIDAY_REGIONS)
    for (let year = 2025; year <= 2060; year += 1) {
      const days = publicHolidays(region, year) ?? [];
      expect(new Set(days.map(({ on }) => on)).size).toBe(days.length);
      if (region.startsWith('GB')) expect(days.filter(({ on }) => weekdayOf(on) > 5)).toEqual([]);
      for (const { id } of days) for (const language of LANGUAGES) expect(holidayName(id, language)).toMatch(/\S/);
    }
});

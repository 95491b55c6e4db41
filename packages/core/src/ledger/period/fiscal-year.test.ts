import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../date/calendar-date.ts';
import { rejectionsOf, unwrap } from '../../result.ts';
import { nextRecurrence, planFiscalYear } from './fiscal-year.ts';

const plan = (from: string, until?: string) =>
  planFiscalYear(calendarDate(from), until === undefined ? undefined : calendarDate(until));

describe('a fiscal year', () => {
  test.each([
    ['2026-01-01', undefined, '2026', 12, '2026-01-31', '2026-12-31'],
    ['2025-07-01', undefined, '2025/26', 12, '2025-07-31', '2026-06-30'],
    ['2024-02-15', undefined, '2024/25', 13, '2024-02-29', '2025-02-14'],
    ['2026-11-20', '2026-12-31', '2026', 2, '2026-11-30', '2026-12-31'],
    ['2025-07-01', '2026-12-31', '2025/26', 18, '2025-07-31', '2026-12-31'],
    ['2026-03-05', '2026-03-05', '2026', 1, '2026-03-05', '2026-03-05'],
  ])('from %s to %s is %s with %s periods', (from, until, name, periods, firstEnds, lastEnds) => {
    const year = unwrap(plan(from, until));
    expect([year.name, year.periods.length]).toEqual([name, periods]);
    expect([year.periods[0]?.endsOn, year.periods.at(-1)?.endsOn, year.endsOn]).toEqual([
      firstEnds,
      lastEnds,
      lastEnds,
    ]);
  });

  test('leaves no day out and has none twice', () => {
    const { periods } = unwrap(plan('2023-05-17', '2024-11-16'));
    for (const [index, period] of periods.entries()) {
      expect(period.ordinal).toBe(index + 1);
      expect(period.startsOn <= period.endsOn).toBe(true);
      const next = periods[index + 1];
      if (next) expect(new Date(next.startsOn).getTime() - new Date(period.endsOn).getTime()).toBe(86_400_000);
    }
  });

  test.each([
    ['2026-01-01', '2025-12-31', 'END_BEFORE_START'],
    ['2025-01-01', '2026-07-01', 'YEAR_TOO_LONG'],
  ])('from %s to %s is refused: %s', (from, until, code) => {
    expect(rejectionsOf(plan(from, until))).toMatchObject([{ code, path: ['endsOn'] }]);
  });
});

test.each([
  ['2026-01-31', 'MONTH', '2026-01-31', '2026-02-28'],
  ['2026-01-31', 'MONTH', '2026-02-28', '2026-03-31'],
  ['2026-01-15', 'QUARTER', '2026-01-15', '2026-04-15'],
  ['2024-02-29', 'YEAR', '2024-02-29', '2025-02-28'],
  ['2024-02-29', 'YEAR', '2027-02-28', '2028-02-29'],
] as const)('what began on %s every %s follows %s on %s', (from, interval, last, next) => {
  expect(nextRecurrence(calendarDate(from), interval, calendarDate(last))).toBe(next);
});

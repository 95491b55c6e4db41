import { describe, expect, it } from 'vitest';
import { beginningOfDay } from './day-in-zone.ts';

const dayAt = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

describe('the beginning of a day by the clocks of a zone', () => {
  it.each([
    ['2026-03-29', 'Europe/Stockholm', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Stockholm', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Stockholm', '2026-10-25T23:00:00.000Z'],
    ['2026-07-01', 'Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
    // Put forward at midnight: the day begins at one.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    // Put back at midnight: the day before has 25 hours.
    ['2026-10-30', 'Africa/Cairo', '2026-10-29T22:00:00.000Z'],
    // Samoa left out this day.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(beginningOfDay(day, zone)).toBe(instant);
  });

  it.each(['Europe/Budapest', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'is of that day, and the moment before it is not: two years in %s',
    (zone) => {
      const wrong: string[] = [];
      for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        const begins = Date.parse(beginningOfDay(day, zone));
        if (dayAt(begins, zone) !== day || dayAt(begins - 1, zone) >= day) wrong.push(day);
      }
      expect(wrong).toEqual([]);
    },
  );
});

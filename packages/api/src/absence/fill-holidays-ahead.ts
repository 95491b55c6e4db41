import { type CalendarDate, publicHolidays, today } from '@kontor/core';
import type { App } from '../app.ts';
import { jobViewer } from '../jobs/job-viewer.ts';
import { dateOf } from '../people/index.ts';
import { operate } from '../write/operation.ts';
import { addHolidays } from './add-holidays.ts';

const yearsAhead = [0, 1] as const;

const yearsFrom = (day: CalendarDate): number[] => yearsAhead.map((ahead) => Number(day.slice(0, 4)) + ahead);

/**
 * Fills in the holidays of this year and the next, where a calendar with a region has none of that year: nobody has to
 * remember it in December. A year that somebody has begun to write is theirs. Several processes may call it at once; the
 * days are there once. Answers how many days were written.
 */
export async function fillHolidaysAhead(app: App, now: Date): Promise<number> {
  const calendars = await app.prisma.workCalendar.findMany({
    where: { active: true, region: { not: null } },
    include: {
      company: true,
      holidays: { select: { fallsOn: true }, where: { fallsOn: { gte: dateOf('2025-01-01') } } },
    },
  });
  const due = calendars.flatMap((calendar) => {
    const begun = new Set(calendar.holidays.map(({ fallsOn }) => fallsOn.getUTCFullYear()));
    return yearsFrom(today(now, calendar.company.timeZone))
      .filter((year) => !begun.has(year) && publicHolidays(calendar.region ?? '', year) !== null)
      .map((year) => ({ calendar, year }));
  });
  if (due.length === 0) return 0;
  return operate(app, { viewer: jobViewer, command: 'fillHolidaysAhead' }, async ({ tx }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('fill holidays ahead', 0))`;
    let written = 0;
    for (const { calendar, year } of due) written += await addHolidays(tx, calendar, year);
    return written;
  });
}

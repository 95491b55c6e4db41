import { fillHolidaysAhead } from '../absence/index.ts';
import type { App } from '../app.ts';
import { postDueEntries } from '../ledger/index.ts';
import { refreshAllEmployees } from '../people/index.ts';
import type { RunningJob } from './rounds.ts';

/** Just after midnight: a clock that is a little ahead of the database's must not see the day before. */
const afterMidnightMilliseconds = 5_000;
/** A laptop that slept or a clock that was set is noticed within the hour. */
const waitAtMostMilliseconds = 3_600_000;
const waitAfterFailureMilliseconds = 60_000;

async function millisecondsToMidnight(app: App, now: Date): Promise<number> {
  const found = await app.pool.query<{ at: Date | null }>({
    name: 'next midnight',
    text: `select min((($1::timestamptz at time zone time_zone)::date + 1)::timestamp at time zone time_zone) as at from company`,
    values: [now],
  });
  const at = found.rows[0]?.at;
  return at ? at.getTime() - now.getTime() : waitAtMostMilliseconds;
}

/** One run: answers how long to wait for the next. */
async function run(app: App): Promise<number> {
  try {
    const now = new Date();
    const changed = await refreshAllEmployees(app, now);
    if (changed > 0) app.log.info({ employees: changed }, 'Brought employments to today.');
    const holidays = await fillHolidaysAhead(app, now);
    if (holidays > 0) app.log.info({ holidays }, 'Filled in public holidays.');
    const posted = await postDueEntries(app, now);
    if (posted > 0) app.log.info({ entries: posted }, 'Posted what recurs and was due.');
    return Math.min((await millisecondsToMidnight(app, now)) + afterMidnightMilliseconds, waitAtMostMilliseconds);
  } catch (error) {
    app.log.error({ err: error }, 'What is due today could not be done; trying again soon.');
    return waitAfterFailureMilliseconds;
  }
}

/**
 * Brings what was dated ahead into force: once at the start, for the days on which nothing ran, and shortly after each
 * company's midnight. Every process may run it: they agree at a lock in the database.
 */
export function startMidnightJob(app: App): RunningJob {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  const next = async (): Promise<void> => {
    const milliseconds = await run(app);
    if (stopped) return;
    timer = setTimeout(start, milliseconds);
    timer.unref();
  };
  const start = (): void => {
    underWay = next();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      await underWay;
    },
  };
}

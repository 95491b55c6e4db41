import { isTimeZone } from '@kontor/core';
import { badInput } from '../errors.ts';
import type { Argument } from './argument.ts';
import { param, type Run, type SQL, sql } from './sql.ts';

/** What days are put together by. A week begins on Monday, as ISO 8601 has it. */
export const buckets = {
  DAY: 'The day itself.',
  WEEK: 'The week, from Monday; its key is the Monday.',
  MONTH: 'The month; its key is the first day.',
  QUARTER: 'The quarter of the calendar year; its key is the first day.',
  YEAR: 'The calendar year; its key is the first day.',
} as const;
export type Bucket = keyof typeof buckets;

const units: Readonly<Record<Bucket, SQL>> = {
  DAY: sql`'day'`,
  WEEK: sql`'week'`,
  MONTH: sql`'month'`,
  QUARTER: sql`'quarter'`,
  YEAR: sql`'year'`,
};

const zoneOf =
  (zone: Argument | undefined) =>
  (run: Run): string => {
    const name = zone?.kind === 'leaf' ? zone.read(run) : 'UTC';
    if (typeof name !== 'string' || !isTimeZone(name))
      throw badInput(
        `There is no time zone ${JSON.stringify(name)}. Name one such as Europe/Stockholm.`,
        'TIME_ZONE_UNKNOWN',
      );
    return name;
  };

/** The beginning of the bucket that a day lies in; see `dayOf`, which is left for the few groups. */
export const bucketOfDay = (bucket: Bucket, day: SQL): SQL =>
  // Of a date, `date_trunc` would make an instant in the zone of the session, and take longer.
  bucket === 'DAY' ? day : sql`date_trunc(${units[bucket]}, (${day})::timestamp)`;

/** The beginning of the bucket that an instant lies in, by the clocks of a zone. */
export const bucketOfInstant = (bucket: Bucket, instant: SQL, zone: Argument | undefined): SQL =>
  sql`date_trunc(${units[bucket]}, (${instant}) at time zone ${param(zoneOf(zone), 'text')})`;

/** The first day of a bucket, of its beginning. */
export const dayOf = (beginning: SQL): SQL => sql`(${beginning}::date)`;

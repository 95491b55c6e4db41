import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Dated } from './definition.ts';

/** The version in force on a day: the latest that has begun, unless it has ended. */
export function versionOn<Version extends Dated>(versions: readonly Version[], day: CalendarDate): Version | null {
  const begun = versions.filter(({ from }) => from <= day);
  const latest = begun.reduce<Version | null>(
    (best, one) => (best === null || one.from > best.from ? one : best),
    null,
  );
  if (latest === null || (latest.until !== undefined && latest.until < day)) return null;
  return latest;
}

/** A day from which two versions claim to be in force, or null. */
export function doubleVersion(versions: readonly Dated[]): CalendarDate | null {
  const seen = new Set<CalendarDate>();
  for (const { from } of versions) {
    if (seen.has(from)) return from;
    seen.add(from);
  }
  return null;
}

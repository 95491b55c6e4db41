import { type CalendarDate, calendarDate } from './calendar-date.ts';

/** The day it is at an instant in an IANA time zone. Throws RangeError for an unknown zone. */
export function today(instant: Date, timeZone: string): CalendarDate {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return calendarDate(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}

/**
 * Whether a text names a zone of the IANA time zone database, such as Europe/Stockholm or UTC.
 * Offsets (+01:00) are refused: they do not know daylight saving time.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_]*(?:\/[A-Za-z0-9_+-]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

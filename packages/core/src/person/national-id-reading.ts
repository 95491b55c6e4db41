import { type CalendarDate, parseCalendarDate } from '../date/calendar-date.ts';

/**
 * NATIONAL_ID_MALFORMED: not the country's form. NATIONAL_ID_CHECKSUM_WRONG: mistyped.
 * NATIONAL_ID_DATE_WRONG: the date of birth in it is not in the calendar, or is still ahead.
 */
export type NationalIdCode = 'NATIONAL_ID_MALFORMED' | 'NATIONAL_ID_CHECKSUM_WRONG' | 'NATIONAL_ID_DATE_WRONG';

/** What a reader of one country's numbers found; `birthOn` null where the number tells no date. */
export type Reading =
  | { readonly ok: true; readonly value: string; readonly birthOn: CalendarDate | null }
  | { readonly ok: false; readonly code: NationalIdCode };

/** The date that digits of an identity number stand for, or null if there is no such day. */
export function birthDate(year: number, month: string, day: string): CalendarDate | null {
  const parsed = parseCalendarDate(`${year}-${month}-${day}`);
  return parsed.ok ? parsed.value : null;
}

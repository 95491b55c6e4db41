import { unwrap } from '../result.ts';
import { addDays, type CalendarDate, calendarDateOf } from './calendar-date.ts';

/**
 * Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm as Meeus prints it
 * (Astronomical Algorithms, chapter 8). Throws Error outside 1900 to 2200.
 */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapsLeftOut = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - leapsLeftOut + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * correction + 114;
  return unwrap(calendarDateOf(year, Math.floor(sum / 31), (sum % 31) + 1));
}

/** Day of the week, from 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The first such day of the week on a day or after it. */
export function weekdayFrom(date: CalendarDate, weekday: number): CalendarDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

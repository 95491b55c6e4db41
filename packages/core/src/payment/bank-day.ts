import { addDays, type CalendarDate, calendarDate, partsOf } from '../date/calendar-date.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm, as Meeus gives it). */
export function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (leaps + 19 * golden + 15) % 30;
  const moon = epact - (epact > 28 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const fromMarch = moon - weekday;
  const month = 3 + Math.floor((fromMarch + 40) / 44);
  const day = fromMarch + 28 - 31 * Math.floor(month / 4);
  return calendarDate(`${year}-${two(month)}-${two(day)}`);
}

const isWeekend = (day: CalendarDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Days on which the payment systems of the euro are closed besides weekends (TARGET calendar of the ECB, since 2002). */
function isClosingDay(day: CalendarDate): boolean {
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5))) return true;
  const easter = easterSunday(partsOf(day).year);
  return day === addDays(easter, -2) || day === addDays(easter, 1);
}

/**
 * Whether banks carry payments out on a day: no weekend, no closing day of TARGET. Holidays of one country alone are not
 * known here; a bank carries out on its next day what falls on one.
 */
export const isBankDay = (day: CalendarDate): boolean => !isWeekend(day) && !isClosingDay(day);

/** The day itself, or the next bank day after it. */
export function bankDayFrom(day: CalendarDate): CalendarDate {
  let on = day;
  while (!isBankDay(on)) on = addDays(on, 1);
  return on;
}

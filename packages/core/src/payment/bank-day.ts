import { addDays, type CalendarDate, partsOf } from '../date/calendar-date.ts';
import { easterSunday, weekdayOf } from '../date/easter.ts';

const isWeekend = (day: CalendarDate): boolean => weekdayOf(day) >= 6;

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

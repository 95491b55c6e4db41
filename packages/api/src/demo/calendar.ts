/** Days of the story, counted from the day on which it is told. */
const dayMilliseconds = 86_400_000;

export type Day = string;

export const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOf(new Date(Date.parse(day) + days * dayMilliseconds));

/** A working hour of a day, in UTC: the same day in every country of the demo. */
export const at = (day: Day, hour = 9): Date => new Date(Date.parse(day) + hour * 3_600_000);

/** The first day of the month, some months later. */
export function firstOfMonth(day: Day, later = 0): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayOf(new Date(Date.UTC(year, month - 1 + later, 1)));
}

/** Every day of these months and days that lies between two days, such as each 1 April. */
export function yearly(monthAndDay: string, from: Day, to: Day): readonly Day[] {
  const years = Array.from({ length: 5 }, (_, index) => Number(from.slice(0, 4)) + index);
  return years.map((year) => `${year}-${monthAndDay}`).filter((day) => day > from && day < to);
}

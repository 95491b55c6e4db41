import { type CalendarDate, calendarDate } from '@kontor/core';

/** A `date` of the database as a day: Prisma hands it out as midnight in UTC. */
export const dayOf = (date: Date): CalendarDate => calendarDate(date.toISOString().slice(0, 10));

export const dayOrNull = (date: Date | null): CalendarDate | null => (date === null ? null : dayOf(date));

/** A day as Prisma takes it. */
export const dateOf = (day: string): Date => new Date(day);

export const dateOrNull = (day: string | null): Date | null => (day === null ? null : dateOf(day));

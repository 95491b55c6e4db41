import type { WeekHours } from '@kontor/core';
import type { Prisma } from '../generated/prisma/client.ts';
import { decimalOf } from '../people/index.ts';
import { input } from '../write/input.ts';

const range = { minimum: '0', maximum: '24' } as const;

/** What hours of work on the days of the week must be. */
export const hoursADay = {
  mondayHours: range,
  tuesdayHours: range,
  wednesdayHours: range,
  thursdayHours: range,
  fridayHours: range,
  saturdayHours: range,
  sundayHours: range,
};

const onDay = (day: string) => input.decimal(`Hours of work on a ${day}; 0 on a day off.`, { scale: 2, ...range });

/** Inputs for the hours of a week. */
export const weekInputs = {
  mondayHours: onDay('Monday'),
  tuesdayHours: onDay('Tuesday'),
  wednesdayHours: onDay('Wednesday'),
  thursdayHours: onDay('Thursday'),
  fridayHours: onDay('Friday'),
  saturdayHours: onDay('Saturday'),
  sundayHours: onDay('Sunday'),
};

/** The hours of a week as they are stored, from Monday to Sunday. */
export const weekOf = (row: Readonly<Record<keyof typeof hoursADay, Prisma.Decimal>>): WeekHours => [
  decimalOf(row.mondayHours),
  decimalOf(row.tuesdayHours),
  decimalOf(row.wednesdayHours),
  decimalOf(row.thursdayHours),
  decimalOf(row.fridayHours),
  decimalOf(row.saturdayHours),
  decimalOf(row.sundayHours),
];

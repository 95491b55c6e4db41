import { HOLIDAY_REGIONS } from '@kontor/core';
import { entity, type RowChange } from '../entity.ts';
import { hoursADay } from './week.ts';

/** Public holidays are filled in for what is known by rule alone; a misspelt region would never be. */
function regionFaults({ after }: RowChange) {
  const region = after['region'];
  if (typeof region !== 'string' || HOLIDAY_REGIONS.some((known) => known === region)) return [];
  const message = `Use one of ${HOLIDAY_REGIONS.join(', ')}, or leave it out.`;
  return [{ code: 'REGION_UNKNOWN', message, path: ['region'] }];
}

export const WorkCalendar = entity('WorkCalendar', {
  title: {
    en: ['Working calendar', 'Working calendars'],
    sv: ['Arbetskalender', 'Arbetskalendrar'],
    de: ['Arbeitskalender', 'Arbeitskalender'],
    hu: ['Munkanaptár', 'Munkanaptárak'],
    sl: ['Delovni koledar', 'Delovni koledarji'],
  },
  label: ['name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'region', 'isDefault', 'company'],
  order: ['code'],
  create: ['company'],
  write: [
    'code',
    'name',
    'region',
    'isDefault',
    'mondayHours',
    'tuesdayHours',
    'wednesdayHours',
    'thursdayHours',
    'fridayHours',
    'saturdayHours',
    'sundayHours',
  ],
  checks: hoursADay,
  guard: regionFaults,
});

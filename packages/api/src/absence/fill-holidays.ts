import { publicHolidays } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { addHolidays } from './add-holidays.ts';

export const fillHolidays = command('fillHolidays', {
  entity: 'WorkCalendar',
  record: 'calendarId',
  title: {
    en: 'Fill in public holidays',
    sv: 'Fyll i helgdagar',
    de: 'Feiertage eintragen',
    hu: 'Ünnepnapok kitöltése',
    sl: 'Vpiši praznike',
  },
  description:
    'Writes the public holidays of a year into a calendar, by the rules of its region. Days that are there already stay as they are.',
  input: {
    calendarId: input.id('WorkCalendar', 'The calendar.'),
    year: input.integer('Year, such as 2027.', { minimum: '2025', maximum: '2100' }),
  },
  run: async ({ calendarId, year }, { tx }) => {
    const calendar = await tx.workCalendar.findUniqueOrThrow({ where: { id: calendarId }, include: { company: true } });
    if (calendar.region === null || publicHolidays(calendar.region, year) === null) {
      const message = 'Give the calendar a region whose holidays are known, or write the days by hand.';
      return refused({ code: 'REGION_MISSING', message, path: ['calendarId'] });
    }
    await addHolidays(tx, calendar, year);
    return done(calendarId);
  },
});

import { addDays, calendarDate } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { dateOf, dayOf, dayOrNull, lockEmployment } from '../people/index.ts';
import { input } from '../write/input.ts';
import { weekInputs } from './week.ts';

export const setWorkPattern = command('setWorkPattern', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  title: {
    en: 'Agree on working hours',
    sv: 'Ange arbetstid',
    de: 'Arbeitszeit vereinbaren',
    hu: 'Munkaidő-beosztás megadása',
    sl: 'Določi delovni čas',
  },
  description:
    'Sets the hours that somebody works on each day of the week, from a day on. From the first day of the latest hours it corrects those.',
  input: {
    employeeId: input.id('Employee', 'Whose hours they are.'),
    calendarId: input.id('WorkCalendar', 'Calendar whose holidays hold.'),
    startOn: input.date('First day on which they hold.'),
    ...weekInputs,
    reason: input.text('Why they are agreed.'),
  },
  run: async ({ employeeId, reason: _, ...given }, { tx, now }) => {
    const { row, facts } = await lockEmployment(tx, employeeId, now);
    const startOn = calendarDate(given.startOn);
    if (startOn < facts.startOn || (facts.endOn !== null && startOn > facts.endOn))
      return refused({ code: 'OUTSIDE_EMPLOYMENT', message: 'Give a day within the employment.', path: ['startOn'] });
    const latest = await tx.workPattern.findFirst({ where: { employeeId }, orderBy: { startOn: 'desc' } });
    if (latest !== null && dayOf(latest.startOn) > startOn)
      return refused({
        code: 'LATER_HOURS_EXIST',
        message: `Give ${dayOf(latest.startOn)} or a later day: hours are agreed from then on.`,
        path: ['startOn'],
      });
    const data = { ...given, startOn: dateOf(startOn) };
    if (latest !== null && dayOf(latest.startOn) === startOn)
      await tx.workPattern.update({ where: { id: latest.id }, data });
    else {
      if (latest !== null && (dayOrNull(latest.endOn) ?? startOn) >= startOn)
        await tx.workPattern.update({ where: { id: latest.id }, data: { endOn: dateOf(addDays(startOn, -1)) } });
      await tx.workPattern.create({ data: { ...data, companyId: row.companyId, employeeId } });
    }
    return done(employeeId);
  },
});

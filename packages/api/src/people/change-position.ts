import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { place } from './placement.ts';

export const changePosition = command('changePosition', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  versioned: true,
  title: {
    en: 'Change position',
    sv: 'Byt befattning',
    de: 'Stelle wechseln',
    hu: 'Munkakörváltás',
    sl: 'Spremeni delovno mesto',
  },
  description:
    'Moves an employee to a position, or to another part of full time, from a day on. From the first day of the latest assignment it corrects that one.',
  input: {
    employeeId: input.id('Employee', 'Who moves.'),
    positionId: input.id('Position', 'Position from that day.', { defaultFrom: 'position' }),
    departmentId: optional(input.id('Department', 'Department from that day. Left out: that of the new position.')),
    managerId: optional(
      input.id('Employee', 'Manager from that day. Left out: the same as before.', { defaultFrom: 'manager' }),
    ),
    fte: optional(
      input.decimal('Part of full time from that day, 1 being full time. Left out: the same as before.', {
        scale: 3,
        defaultFrom: 'fte',
      }),
    ),
    startOn: input.date('First day in the position.'),
    reason: input.text('Why the position changes.'),
  },
  run: ({ departmentId, managerId, fte, ...given }, context) =>
    place(
      { ...given, departmentId: departmentId ?? undefined, managerId: managerId ?? undefined, fte: fte ?? undefined },
      context,
    ),
});

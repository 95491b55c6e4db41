import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { place } from './placement.ts';

export const changeManager = command('changeManager', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  versioned: true,
  title: {
    en: 'Change manager',
    sv: 'Byt chef',
    de: 'Vorgesetzte Person wechseln',
    hu: 'Vezetőváltás',
    sl: 'Spremeni vodjo',
  },
  description: 'Gives an employee another manager from a day on; position, department and part of full time stay.',
  input: {
    employeeId: input.id('Employee', 'Whose manager changes.'),
    managerId: optional(input.id('Employee', 'Manager from that day. Left out: none.', { defaultFrom: 'manager' })),
    startOn: input.date('First day under the manager.'),
    reason: input.text('Why the manager changes.'),
  },
  run: (given, context) => place(given, context),
});

import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { absenceInputs } from './absence-input.ts';
import { writeAbsence } from './write-absence.ts';

export const requestAbsence = command('requestAbsence', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  title: {
    en: 'Report or ask for an absence',
    sv: 'Anmäl eller begär frånvaro',
    de: 'Abwesenheit melden oder beantragen',
    hu: 'Távollét bejelentése vagy kérése',
    sl: 'Sporoči ali prosi za odsotnost',
  },
  description:
    'Asks for days or hours away, or reports them: what needs approval waits for the manager or HR, what does not counts at once.',
  input: { employeeId: input.id('Employee', 'Yourself.'), ...absenceInputs },
  run: (given, context) => writeAbsence(given, false, context),
});

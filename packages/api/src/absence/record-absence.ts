import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { absenceInputs } from './absence-input.ts';
import { writeAbsence } from './write-absence.ts';

export const recordAbsence = command('recordAbsence', {
  entity: 'Employee',
  record: 'employeeId',
  title: {
    en: 'Record an absence',
    sv: 'Registrera frånvaro',
    de: 'Abwesenheit erfassen',
    hu: 'Távollét rögzítése',
    sl: 'Zabeleži odsotnost',
  },
  description: 'Writes down that somebody is, was or will be away. It counts at once: nobody decides on it.',
  input: { employeeId: input.id('Employee', 'Who is away.'), ...absenceInputs },
  run: (given, context) => writeAbsence(given, true, context),
});

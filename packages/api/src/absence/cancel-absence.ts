import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { decideOnAbsence } from './decide-on-absence.ts';

export const cancelAbsence = command('cancelAbsence', {
  entity: 'Absence',
  record: 'absenceId',
  states: { field: 'status', in: ['REQUESTED', 'APPROVED'] },
  versioned: true,
  title: { en: 'Take back', sv: 'Återta', de: 'Zurücknehmen', hu: 'Visszavonás', sl: 'Prekliči' },
  description: 'Takes an absence back: one’s own before it begins, once it is approved; HR at any time.',
  confirmation: {
    en: 'Take the absence back?',
    sv: 'Återta frånvaron?',
    de: 'Die Abwesenheit zurücknehmen?',
    hu: 'Visszavonja a távollétet?',
    sl: 'Prekličete odsotnost?',
  },
  destructive: true,
  input: {
    absenceId: input.id('Absence', 'Absence to take back.'),
    reason: optional(input.text('Why it is taken back.')),
  },
  run: ({ absenceId, reason }, context) => decideOnAbsence(absenceId, { event: 'cancel', reason }, context),
});

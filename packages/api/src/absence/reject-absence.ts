import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { decisionTitles } from './absence-input.ts';
import { decideOnAbsence } from './decide-on-absence.ts';

export const rejectAbsence = command('rejectAbsence', {
  entity: 'Absence',
  record: 'absenceId',
  states: { field: 'status', in: ['REQUESTED'] },
  versioned: true,
  title: decisionTitles.reject,
  description: 'Decides against an absence. The person reads why.',
  input: {
    absenceId: input.id('Absence', 'Absence to reject.'),
    reason: input.text('Why it is rejected. The person reads it.'),
  },
  run: ({ absenceId, reason }, context) => decideOnAbsence(absenceId, { event: 'reject', reason }, context),
});

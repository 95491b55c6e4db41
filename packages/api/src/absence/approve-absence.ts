import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { decisionTitles } from './absence-input.ts';
import { decideOnAbsence } from './decide-on-absence.ts';

export const approveAbsence = command('approveAbsence', {
  entity: 'Absence',
  record: 'absenceId',
  states: { field: 'status', in: ['REQUESTED'] },
  versioned: true,
  title: decisionTitles.approve,
  description: 'Agrees that somebody is away on the days asked for.',
  input: {
    absenceId: input.id('Absence', 'Absence to approve.'),
    reason: optional(input.text('Why it is approved.')),
  },
  run: ({ absenceId, reason }, context) => decideOnAbsence(absenceId, { event: 'approve', reason }, context),
});

import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeTitles } from './change-input.ts';
import { decideOnAssignmentChange } from './decide-assignment-change.ts';

export const rejectAssignmentChange = command('rejectAssignmentChange', {
  entity: 'AssignmentChange',
  record: 'assignmentChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.reject,
  description: 'Decides against a change that a manager proposed; everything stays as it is.',
  input: {
    assignmentChangeId: input.id('AssignmentChange', 'Change to reject.'),
    reason: input.text('Why it is rejected. The manager reads it.'),
  },
  run: ({ assignmentChangeId, reason }, context) =>
    decideOnAssignmentChange(assignmentChangeId, { event: 'reject', reason }, context),
});

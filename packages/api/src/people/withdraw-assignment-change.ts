import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeTitles } from './change-input.ts';
import { decideOnAssignmentChange } from './decide-assignment-change.ts';

export const withdrawAssignmentChange = command('withdrawAssignmentChange', {
  entity: 'AssignmentChange',
  record: 'assignmentChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.withdraw,
  description: 'Takes back a change that you proposed and nobody has decided on.',
  input: { assignmentChangeId: input.id('AssignmentChange', 'Change to withdraw.') },
  run: ({ assignmentChangeId }, context) =>
    decideOnAssignmentChange(assignmentChangeId, { event: 'withdraw', reason: null }, context),
});

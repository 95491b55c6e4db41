import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnAssignmentChange } from './decide-assignment-change.ts';

export const approveAssignmentChange = command('approveAssignmentChange', {
  entity: 'AssignmentChange',
  record: 'assignmentChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.approve,
  description: 'Brings a change that a manager proposed into force from its first day.',
  confirmation: {
    en: 'Move the employee as proposed?',
    sv: 'Flytta den anställda enligt förslaget?',
    de: 'Den Wechsel wie vorgeschlagen durchführen?',
    hu: 'Végrehajtja a javasolt változást?',
    sl: 'Izvedete predlagano spremembo?',
  },
  input: {
    assignmentChangeId: input.id('AssignmentChange', 'Change to approve.'),
    reason: optional(changeReason.approve),
  },
  run: ({ assignmentChangeId, reason }, context) =>
    decideOnAssignmentChange(assignmentChangeId, { event: 'approve', reason }, context),
});

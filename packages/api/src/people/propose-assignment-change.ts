import { calendarDate, decimal, proposeAssignment } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { actorOf } from './actor.ts';
import { faultsOfProposal } from './change-input.ts';
import { dateOf } from './day.ts';
import { lockEmployment } from './employment.ts';

export const proposeAssignmentChange = command('proposeAssignmentChange', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  title: {
    en: 'Propose a change of position',
    sv: 'Föreslå ny placering',
    de: 'Stellenwechsel vorschlagen',
    hu: 'Beosztásváltozás javaslása',
    sl: 'Predlagaj spremembo razporeditve',
  },
  description:
    'Proposes another position, department, manager or part of full time for somebody below you. HR decides. What is left out stays as it is.',
  input: {
    employeeId: input.id('Employee', 'Whom it concerns.'),
    positionId: optional(input.id('Position', 'New position.', { defaultFrom: 'position' })),
    departmentId: optional(input.id('Department', 'New department. Left out: that of the new position.')),
    managerId: optional(input.id('Employee', 'New manager.', { defaultFrom: 'manager' })),
    fte: optional(
      input.decimal('New part of full time, 1 being full time.', { scale: 3, minimum: '0', defaultFrom: 'fte' }),
    ),
    startOn: input.date('First day of the change.'),
    reason: input.text('Why you propose it.'),
  },
  run: async (given, { tx, viewer, now }) => {
    const { employeeId, fte } = given;
    const { facts, row, today } = await lockEmployment(tx, employeeId, now);
    const proposal = {
      ...given,
      fte: fte === null ? null : decimal(fte),
      startOn: calendarDate(given.startOn),
      employment: facts,
      actor: actorOf(viewer),
      today,
    };
    const open = await tx.assignmentChange.count({ where: { employeeId, status: 'PROPOSED' } });
    const faults = [...faultsOfProposal(viewer, open > 0, false), ...proposeAssignment(proposal)];
    const { userId } = viewer;
    if (faults.length > 0 || userId === null) return refused(...faults);
    const { companyId } = row;
    await tx.assignmentChange.create({
      data: { ...given, companyId, startOn: dateOf(given.startOn), proposedById: userId },
    });
    return done(employeeId);
  },
});

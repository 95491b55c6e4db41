import { cancelHire as decide, positionMove } from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import { markReturnDue } from '../devices/index.ts';
import { input } from '../write/input.ts';
import { actorOf } from './actor.ts';
import { refreshEmployee } from './current-values.ts';
import { dateOf } from './day.ts';
import { endEmployeeGrants } from './employee-grants.ts';
import { type Employment, lockEmployment } from './employment.ts';
import { lockSeats, moveSeats } from './seat.ts';
import { rejectAssignmentProposals, rejectPayProposals } from './void-proposals.ts';

const why = 'The hire was cancelled.';

/** What never began was never held: the audit log alone remembers the seats; pay stays as taken back. */
async function takeBack({ row, assignments, today }: Employment, context: CommandContext): Promise<void> {
  const { tx } = context;
  const employeeId = row.id;
  const seats = await lockSeats(
    tx,
    assignments.map(({ positionId }) => positionId),
  );
  const gone = new Set(assignments.map(({ id }) => id));
  await tx.assignment.deleteMany({ where: { employeeId } });
  await moveSeats(
    tx,
    [...seats.values()].map((seat) => {
      const shares = seat.shares.filter(({ assignmentId }) => !gone.has(assignmentId));
      return positionMove(seat, shares, { startOn: today, endOn: null });
    }),
  );
  await tx.compensation.updateMany({ where: { employeeId, status: 'APPROVED' }, data: { status: 'REVOKED' } });
  const proposed = await tx.compensation.findMany({ where: { employeeId, status: 'PROPOSED' } });
  await rejectPayProposals(proposed, why, context);
  await rejectAssignmentProposals(employeeId, why, context);
}

export const cancelHire = command('cancelHire', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE'] },
  versioned: true,
  destructive: true,
  title: {
    en: 'Cancel hire',
    sv: 'Återkalla anställning',
    de: 'Einstellung widerrufen',
    hu: 'Felvétel visszavonása',
    sl: 'Prekliči zaposlitev',
  },
  description:
    'Notes, before the first day, that somebody who was hired does not start: the seat is free again, pay is taken back, devices that are kept for them are released, and what they have already is due for return.',
  confirmation: {
    en: 'Cancel the hire? It cannot be taken back; a later start is a new hire.',
    sv: 'Återkalla anställningen? Det kan inte ångras; en senare start är en ny anställning.',
    de: 'Die Einstellung widerrufen? Das lässt sich nicht zurücknehmen; ein späterer Beginn ist eine neue Einstellung.',
    hu: 'Visszavonja a felvételt? Ez végleges; a későbbi kezdés új felvétel.',
    sl: 'Prekličete zaposlitev? Tega ni mogoče razveljaviti; poznejši začetek je nova zaposlitev.',
  },
  input: {
    employeeId: input.id('Employee', 'Who does not start.'),
    reason: input.text('Why the hire is cancelled.'),
  },
  run: async ({ employeeId, reason }, context) => {
    const { tx, viewer, now } = context;
    const employment = await lockEmployment(tx, employeeId, now);
    const { today, facts } = employment;
    const reports = await tx.assignment.count({
      where: { managerId: employeeId, OR: [{ endOn: null }, { endOn: { gte: dateOf(today) } }] },
    });
    const decided = decide({ today, actor: actorOf(viewer), employment: facts, reports }, reason);
    if (!decided.ok) return refused(...decided.rejections);
    const { status, cancelledOn, endReason } = decided.value;
    await takeBack(employment, context);
    await tx.employee.update({
      where: { id: employeeId },
      data: { status, cancelledOn: dateOf(cancelledOn), endReason },
    });
    await refreshEmployee(tx, employeeId, today);
    await endEmployeeGrants(tx, employeeId, now);
    await markReturnDue(employeeId, today, context);
    return done(employeeId);
  },
});

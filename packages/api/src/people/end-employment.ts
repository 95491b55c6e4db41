import {
  addDays,
  calendarDate,
  endEmployment as decide,
  type EndEmploymentChanges,
  positionMove,
  type Seat,
} from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import { markReturnDue } from '../devices/index.ts';
import type { Compensation } from '../generated/prisma/client.ts';
import { input } from '../write/input.ts';
import { actorOf } from './actor.ts';
import { refreshEmployee } from './current-values.ts';
import { dateOf, dayOf, dayOrNull } from './day.ts';
import { endEmployeeGrants } from './employee-grants.ts';
import { type Employment, lockEmployment } from './employment.ts';
import { lockSeats, moveSeats } from './seat.ts';
import { rejectAssignmentProposals, rejectPayProposals } from './void-proposals.ts';

const datesOf = ({ id, startOn, endOn }: Compensation) => ({ id, startOn: dayOf(startOn), endOn: dayOrNull(endOn) });

/** Closes what runs on the last day and takes back what was to begin after it. */
async function closeRows(
  changes: EndEmploymentChanges,
  pay: readonly Compensation[],
  context: CommandContext,
): Promise<void> {
  const { tx } = context;
  for (const { id, endOn } of changes.assignmentClosings)
    await tx.assignment.update({ where: { id }, data: { endOn: dateOf(endOn) } });
  for (const { id, endOn } of changes.compensationClosings)
    await tx.compensation.update({ where: { id }, data: { endOn: dateOf(endOn) } });
  // An assignment that never begins was never held: the audit log alone remembers it.
  await tx.assignment.deleteMany({ where: { id: { in: [...changes.scheduledAssignmentIds] } } });
  await tx.compensation.updateMany({
    where: { id: { in: [...changes.scheduledCompensationIds] } },
    data: { status: 'REVOKED' },
  });
  const voided = pay.filter(({ id }) => changes.voidPayProposalIds.includes(id));
  await rejectPayProposals(voided, 'The employment ends before.', context);
}

/** The shares of a seat as the end leaves them. */
function sharesAfter(seat: Seat, { assignmentClosings, scheduledAssignmentIds }: EndEmploymentChanges): Seat['shares'] {
  const endOf = new Map(assignmentClosings.map(({ id, endOn }) => [id, endOn]));
  return seat.shares
    .filter((share) => !scheduledAssignmentIds.includes(share.assignmentId))
    .map((share) => ({ ...share, endOn: endOf.get(share.assignmentId) ?? share.endOn }));
}

/** Seats that have room from the day after the last one are open from now on, so that a successor is found in time. */
async function freeSeats(
  changes: EndEmploymentChanges,
  { assignments }: Employment,
  { tx }: CommandContext,
): Promise<void> {
  const changed = new Set([...changes.assignmentClosings.map(({ id }) => id), ...changes.scheduledAssignmentIds]);
  const seats = await lockSeats(
    tx,
    assignments.filter(({ id }) => changed.has(id)).map(({ positionId }) => positionId),
  );
  const after = { startOn: addDays(changes.employment.endOn, 1), endOn: null };
  await moveSeats(
    tx,
    [...seats.values()].map((seat) => positionMove(seat, sharesAfter(seat, changes), after)),
  );
}

export const endEmployment = command('endEmployment', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  versioned: true,
  destructive: true,
  title: {
    en: 'End employment',
    sv: 'Avsluta anställning',
    de: 'Beschäftigung beenden',
    hu: 'Munkaviszony megszüntetése',
    sl: 'Končaj zaposlitev',
  },
  description:
    'Ends an employment on a day, past or ahead: assignment and pay end with it, the seat is free after it, devices are due for return, and the role of an employee ends.',
  confirmation: {
    en: 'End the employment on this day? It cannot be taken back; a return is a new hire.',
    sv: 'Avsluta anställningen den dagen? Det kan inte ångras; en återkomst är en ny anställning.',
    de: 'Die Beschäftigung an diesem Tag beenden? Das lässt sich nicht zurücknehmen; eine Rückkehr ist eine neue Einstellung.',
    hu: 'Ezen a napon megszünteti a munkaviszonyt? Nem vonható vissza; a visszatérés új felvétel.',
    sl: 'Zaposlitev končate na ta dan? Tega ni mogoče razveljaviti; vrnitev je nova zaposlitev.',
  },
  input: {
    employeeId: input.id('Employee', 'Whose employment ends.'),
    endOn: input.date('Last day of the employment.'),
    reason: input.text('Why it ends.'),
  },
  run: async (given, context) => {
    const { tx, viewer, now } = context;
    const employment = await lockEmployment(tx, given.employeeId, now);
    const pay = await tx.compensation.findMany({ where: { employeeId: given.employeeId } });
    const decided = decide(
      {
        today: employment.today,
        actor: actorOf(viewer),
        employment: employment.facts,
        assignments: employment.assignments,
        compensations: pay.filter(({ status }) => status === 'APPROVED').map(datesOf),
        payProposals: pay.filter(({ status }) => status === 'PROPOSED').map(datesOf),
      },
      { endOn: calendarDate(given.endOn), reason: given.reason },
    );
    if (!decided.ok) return refused(...decided.rejections);
    const { endOn, endReason } = decided.value.employment;
    await freeSeats(decided.value, employment, context);
    await closeRows(decided.value, pay, context);
    await rejectAssignmentProposals(given.employeeId, 'The employment ends.', context);
    await tx.employee.update({ where: { id: given.employeeId }, data: { endOn: dateOf(endOn), endReason } });
    await refreshEmployee(tx, given.employeeId, employment.today);
    await endEmployeeGrants(tx, given.employeeId, now);
    const isOver = endOn < employment.today;
    await markReturnDue(given.employeeId, isOver ? employment.today : endOn, context);
    return done(given.employeeId);
  },
});

import { type ChangePositionChanges, calendarDate, changePosition, decimal, rowOn } from '@kontor/core';
import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import type { Transaction } from '../write/operation.ts';
import { actorOf } from './actor.ts';
import { refreshEmployee } from './current-values.ts';
import { dateOf, dateOrNull } from './day.ts';
import { type Employment, lockEmployment } from './employment.ts';
import { managerFacts, wouldCycle } from './manager.ts';
import { rejection } from './rejection.ts';
import { lockSeats, moveSeats } from './seat.ts';

/** Where somebody is to work from a day on. What is undefined stays as it is on that day. */
export interface Placement {
  readonly employeeId: string;
  readonly positionId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly managerId?: string | null | undefined;
  readonly fte?: string | undefined;
  readonly startOn: string;
  readonly reason: string;
}

/** Places an employee anew from a day on, as the core decides, and brings the values of today along. */
export async function place(placement: Placement, { tx, viewer, now }: CommandContext): Promise<Outcome> {
  const employment = await lockEmployment(tx, placement.employeeId, now);
  const startOn = calendarDate(placement.startOn);
  const current = rowOn(employment.assignments, startOn);
  const positionId = placement.positionId ?? current?.positionId;
  const fte = placement.fte ?? current?.fte;
  if (positionId === undefined || fte === undefined)
    return refused(rejection('NO_ASSIGNMENT', 'Give a day on which the employee has a position.', 'startOn'));
  const managerId = placement.managerId === undefined ? (current?.managerId ?? null) : placement.managerId;
  const stays = positionId === current?.positionId ? current.departmentId : null;
  const seats = await lockSeats(tx, [positionId, ...(current ? [current.positionId] : [])]);
  const position = seats.get(positionId);
  if (!position) return refused(rejection('NOT_FOUND', 'There is no such record.', 'positionId'));
  const line = { employeeId: placement.employeeId, managerId, startOn, endOn: employment.facts.endOn };
  const decided = changePosition(
    {
      today: employment.today,
      actor: actorOf(viewer),
      employment: employment.facts,
      assignments: employment.assignments,
      currentPosition: current && (seats.get(current.positionId) ?? null),
      position,
      manager: await managerFacts(tx, managerId),
      managerWouldCycle: await wouldCycle(tx, line),
    },
    { startOn, departmentId: placement.departmentId ?? stays, managerId, fte: decimal(fte), reason: placement.reason },
  );
  if (!decided.ok) return refused(...decided.rejections);
  await write(tx, employment, decided.value);
  return done(placement.employeeId);
}

/** The running assignment ends before the next begins: the database holds that they share no day. */
async function write(tx: Transaction, { row, today }: Employment, changes: ChangePositionChanges): Promise<void> {
  const { closing, correctedId, assignment, positionMoves } = changes;
  if (closing) await tx.assignment.update({ where: { id: closing.id }, data: { endOn: dateOf(closing.endOn) } });
  const data = { ...assignment, startOn: dateOf(assignment.startOn), endOn: dateOrNull(assignment.endOn) };
  if (correctedId !== null) await tx.assignment.update({ where: { id: correctedId }, data });
  else await tx.assignment.create({ data: { ...data, companyId: row.companyId, employeeId: row.id } });
  await moveSeats(tx, positionMoves);
  await refreshEmployee(tx, row.id, today);
}

import { calendarDate, decimal, planAbsence } from '@kontor/core';
import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import { dateOf, dayOf, lockEmployment } from '../people/index.ts';
import { workPlanOf } from './work-plan.ts';

/** An absence as it is asked for or recorded. */
export interface GivenAbsence {
  readonly employeeId: string;
  readonly kindId: string;
  readonly startOn: string;
  readonly endOn: string | null;
  readonly hours: string | null;
  readonly note: string | null;
  readonly healthNote: string | null;
}

/** Writes an absence down, if the core agrees; `isRecorded` where nobody has to decide on it any more. */
export async function writeAbsence(
  { employeeId, kindId, note, healthNote, ...given }: GivenAbsence,
  isRecorded: boolean,
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  const { row } = await lockEmployment(tx, employeeId, now);
  const startOn = calendarDate(given.startOn);
  const endOn = calendarDate(given.endOn ?? given.startOn);
  const hours = given.hours === null ? null : decimal(given.hours);
  const kind = await tx.absenceKind.findUniqueOrThrow({ where: { id: kindId } });
  const open = await tx.absence.findMany({ where: { employeeId, status: { in: ['REQUESTED', 'APPROVED'] } } });
  const outcome = planAbsence({
    kind: { isPaid: kind.paid, unit: kind.unit, needsApproval: kind.needsApproval },
    startOn,
    endOn,
    hours,
    workPlan: await workPlanOf(tx, employeeId, { from: startOn, until: endOn }),
    others: open.map((other) => ({ startOn: dayOf(other.startOn), endOn: dayOf(other.endOn) })),
    isRecorded,
  });
  if (!outcome.ok) return refused(...outcome.rejections);
  const { status, isPaid, workingDays, workingHours } = outcome.value;
  await tx.absence.create({
    data: {
      companyId: row.companyId,
      employeeId,
      kindId,
      startOn: dateOf(startOn),
      endOn: dateOf(endOn),
      hours,
      status,
      paid: isPaid,
      workingDays,
      workingHours,
      note,
      healthNote: healthNote ?? '',
      requestedById: viewer.userId,
    },
  });
  return done(employeeId);
}

import { type AbsenceEvent, decideAbsence, workTime } from '@kontor/core';
import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import type { Absence } from '../generated/prisma/client.ts';
import { actorOf, dayOf, decimalOf, lockEmployment } from '../people/index.ts';
import { workPlanOf } from './work-plan.ts';

/** What the absence comes to by the working time of now, which may have changed since it was asked for. */
async function countedNow({ tx }: CommandContext, absence: Absence) {
  const [from, until] = [dayOf(absence.startOn), dayOf(absence.endOn)];
  const plan = await workPlanOf(tx, absence.employeeId, { from, until });
  const hours = absence.hours && decimalOf(absence.hours);
  const span = { startOn: from, endOn: until, hours, isPaid: absence.paid };
  const { absentDays, absentHours } = workTime(plan, { from, until }, [span]);
  return { workingDays: absentDays, workingHours: absentHours };
}

/** Decides on an absence, or takes it back, as the core says. */
export async function decideOnAbsence(
  id: string,
  { event, reason }: { readonly event: AbsenceEvent; readonly reason: string | null },
  context: CommandContext,
): Promise<Outcome> {
  const { tx, viewer, now } = context;
  const absence = await tx.absence.findUniqueOrThrow({ where: { id } });
  const { facts, today } = await lockEmployment(tx, absence.employeeId, now);
  const outcome = decideAbsence({
    status: absence.status,
    startOn: dayOf(absence.startOn),
    subjectPersonId: facts.personId,
    event,
    actor: actorOf(viewer),
    reason,
    today,
  });
  if (!outcome.ok) return refused(...outcome.rejections);
  const status = outcome.value;
  const counted = status === 'APPROVED' ? await countedNow(context, absence) : {};
  const decided = { decidedById: viewer.userId, decidedAt: now, ...(reason !== null && { decisionNote: reason }) };
  await tx.absence.update({ where: { id }, data: { status, ...counted, ...decided } });
  return done(id);
}

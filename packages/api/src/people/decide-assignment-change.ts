import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import type { AssignmentChange } from '../generated/prisma/client.ts';
import { type ChangeChoice, decideChange, decided } from './change-decision.ts';
import { dayOf } from './day.ts';
import { place } from './placement.ts';

/** What is proposed, as somebody of HR would ask for it. What is empty stays as it is. */
const placementOf = (change: AssignmentChange) => ({
  employeeId: change.employeeId,
  positionId: change.positionId ?? undefined,
  departmentId: change.departmentId ?? undefined,
  managerId: change.managerId ?? undefined,
  fte: change.fte?.toFixed(),
  startOn: dayOf(change.startOn),
  reason: change.reason,
});

/** Decides on what a manager proposed; an approved change is in force from its first day. */
export async function decideOnAssignmentChange(
  id: string,
  choice: ChangeChoice,
  context: CommandContext,
): Promise<Outcome> {
  const { tx, viewer, now } = context;
  const change = await tx.assignmentChange.findUniqueOrThrow({
    where: { id },
    include: { proposedBy: true, employee: true },
  });
  const outcome = decideChange('ASSIGNMENT', change, change.employee.personId, choice, viewer);
  if (!outcome.ok) return refused(...outcome.rejections);
  const { status, isInForce } = outcome.value;
  if (isInForce) {
    const placed = await place(placementOf(change), context);
    // What was proposed is no input here: its faults are those of the proposal.
    if ('refusals' in placed)
      return refused(...placed.refusals.map((each) => ({ ...each, path: ['assignmentChangeId'] })));
  }
  await tx.assignmentChange.update({ where: { id }, data: { status, ...decided(viewer, now, choice.reason) } });
  return done(id);
}

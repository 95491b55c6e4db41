import type { CommandContext } from '../command.ts';

/** Columns of a proposal that an end decides. Nobody decides what they proposed: then the end alone does. */
const decisionOn = (proposedById: string | null, { viewer, now }: CommandContext) => ({
  status: 'REJECTED' as const,
  decidedById: proposedById === viewer.userId ? null : viewer.userId,
  decidedAt: now,
});

/** Rejects pay that waits for a decision and will never be paid. */
export async function rejectPayProposals(
  proposals: readonly { readonly id: string; readonly proposedById: string | null }[],
  decisionReason: string,
  context: CommandContext,
): Promise<void> {
  for (const { id, proposedById } of proposals)
    await context.tx.compensation.update({
      where: { id },
      data: { ...decisionOn(proposedById, context), decisionReason },
    });
}

/** Rejects the changes of position that are proposed for somebody who will not be there. */
export async function rejectAssignmentProposals(
  employeeId: string,
  note: string,
  context: CommandContext,
): Promise<void> {
  const open = await context.tx.assignmentChange.findMany({ where: { employeeId, status: 'PROPOSED' } });
  for (const { id, proposedById } of open)
    await context.tx.assignmentChange.update({ where: { id }, data: { ...decisionOn(proposedById, context), note } });
}

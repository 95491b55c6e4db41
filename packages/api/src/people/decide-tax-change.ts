import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import { type ChangeChoice, decideChange, decided, given } from './change-decision.ts';

/** Decides on a change of tax data; an approved one is in force at once. */
export async function decideOnTaxChange(
  id: string,
  choice: ChangeChoice,
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  const change = await tx.taxChange.findUniqueOrThrow({ where: { id }, include: { proposedBy: true, employee: true } });
  const { employee, employeeId, taxCode, taxDependants } = change;
  const outcome = decideChange('TAX', change, employee.personId, choice, viewer);
  if (!outcome.ok) return refused(...outcome.rejections);
  const { status, isInForce } = outcome.value;
  await tx.taxChange.update({ where: { id }, data: { status, ...decided(viewer, now, choice.reason) } });
  if (isInForce) await tx.employee.update({ where: { id: employeeId }, data: given({ taxCode, taxDependants }) });
  return done(id);
}

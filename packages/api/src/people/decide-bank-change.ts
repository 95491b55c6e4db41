import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import { type ChangeChoice, decideChange, decided } from './change-decision.ts';
import { rejection } from './rejection.ts';

/** Decides on a change of bank account: the second approval, by another person, writes the account to the record. */
export async function decideOnBankChange(
  id: string,
  choice: ChangeChoice,
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  if (viewer.userId === null)
    return refused(
      rejection('ACCOUNT_MISSING', 'Sign in with an account of your own: two people decide, and both are named.'),
    );
  const change = await tx.bankChange.findUniqueOrThrow({
    where: { id },
    include: { proposedBy: true, firstDecidedBy: true },
  });
  const { personId, iban, bic, accountHolder } = change;
  const outcome = decideChange('BANK', change, personId, choice, viewer);
  if (!outcome.ok) return refused(...outcome.rejections);
  const { status, isInForce } = outcome.value;
  const { reason } = choice;
  const data =
    status === 'FIRST_APPROVED'
      ? { firstDecidedById: viewer.userId, ...(reason !== null && { note: reason }) }
      : decided(viewer, now, reason);
  await tx.bankChange.update({ where: { id }, data: { status, ...data } });
  if (isInForce) await tx.person.update({ where: { id: personId }, data: { iban, bic, accountHolder } });
  return done(id);
}

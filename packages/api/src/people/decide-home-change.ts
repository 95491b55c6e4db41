import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import { type ChangeChoice, decideChange, decided, given } from './change-decision.ts';

/** Decides on a change of address; an approved one is in force at once. */
export async function decideOnHomeChange(
  id: string,
  choice: ChangeChoice,
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  const change = await tx.homeChange.findUniqueOrThrow({ where: { id }, include: { proposedBy: true } });
  const { personId, street, postalCode, city, country, privatePhone, privateEmail } = change;
  const outcome = decideChange('HOME', change, personId, choice, viewer);
  if (!outcome.ok) return refused(...outcome.rejections);
  const { status, isInForce } = outcome.value;
  await tx.homeChange.update({ where: { id }, data: { status, ...decided(viewer, now, choice.reason) } });
  const data = given({
    homeStreet: street,
    homePostalCode: postalCode,
    homeCity: city,
    homeCountry: country,
    privatePhone,
    privateEmail,
  });
  if (isInForce) await tx.person.update({ where: { id: personId }, data });
  return done(id);
}

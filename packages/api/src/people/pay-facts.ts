import { type CompensationFacts, type PayRange, rowOn } from '@kontor/core';
import type { Compensation, User } from '../generated/prisma/client.ts';
import type { Viewer } from '../viewer.ts';
import type { Transaction } from '../write/operation.ts';
import { actorOf, earlierActor } from './actor.ts';
import { dayOf, dayOrNull } from './day.ts';
import type { Employment } from './employment.ts';
import { decimalOf, payRangeOf } from './seat.ts';

/** Decimals of a currency that pay may be in; null for one that is unknown, withdrawn or has none. */
export async function minorUnitOf(tx: Transaction, code: string): Promise<number | null> {
  const currency = await tx.currency.findUnique({ where: { code } });
  return currency && currency.withdrawnOn === null ? currency.minorUnit : null;
}

/** Pay range of the position that is held on a day. */
async function payRangeOn(tx: Transaction, { assignments }: Employment, day: string): Promise<PayRange | null> {
  const held = rowOn(assignments, dayOf(new Date(day)));
  return held && payRangeOf(await tx.position.findUniqueOrThrow({ where: { id: held.positionId } }));
}

/** What a pay from a day on rests on. The employment is locked, so that its pay does not change meanwhile. */
export async function payFacts(
  tx: Transaction,
  viewer: Viewer,
  employment: Employment,
  pay: { readonly startOn: string; readonly currencyCode: string },
): Promise<CompensationFacts> {
  const approved = await tx.compensation.findMany({ where: { employeeId: employment.row.id, status: 'APPROVED' } });
  return {
    today: employment.today,
    actor: actorOf(viewer),
    employment: employment.facts,
    approved: approved.map((row) => ({ id: row.id, startOn: dayOf(row.startOn), endOn: dayOrNull(row.endOn) })),
    payRange: await payRangeOn(tx, employment, pay.startOn),
    minorUnit: await minorUnitOf(tx, pay.currencyCode),
  };
}

/** A pay as it was proposed. */
export const proposalOf = ({
  id,
  status,
  amount,
  currencyCode,
  payPeriod,
  startOn,
  proposedBy,
}: Compensation & { proposedBy: User | null }) => ({
  id,
  status,
  amount: decimalOf(amount),
  currencyCode,
  payPeriod,
  startOn: dayOf(startOn),
  proposer: earlierActor(proposedBy),
});

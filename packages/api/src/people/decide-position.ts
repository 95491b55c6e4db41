import { decidePosition, type PositionEvent, positionMove, today } from '@kontor/core';
import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import { actorOf, earlierActor } from './actor.ts';
import { lockSeat, moveSeats } from './seat.ts';

/** Moves a seat by a decision, as the core says. A seat that is opened again may have filled meanwhile. */
export async function decideOnPosition(
  event: PositionEvent,
  { positionId, reason }: { readonly positionId: string; readonly reason?: string | null },
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  const seat = await lockSeat(tx, positionId);
  const position = await tx.position.findUniqueOrThrow({
    where: { id: positionId },
    include: { company: true, createdBy: true },
  });
  const day = today(now, position.company.timeZone);
  const decided = decidePosition(
    {
      status: seat.status,
      creator: earlierActor(position.createdBy),
      hasHolder: seat.shares.some((share) => share.endOn === null || share.endOn >= day),
    },
    { event, actor: actorOf(viewer), reason: reason ?? null },
  );
  if (!decided.ok) return refused(...decided.rejections);
  const { status } = decided.value;
  await tx.position.update({ where: { id: positionId }, data: { status } });
  await moveSeats(tx, [positionMove({ ...seat, status }, seat.shares, { startOn: day, endOn: null })]);
  return done(positionId);
}

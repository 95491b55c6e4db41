import { positionMove, today } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';
import { lockSeats, moveSeats } from './seat.ts';

/** Opens the filled seats again that have room today and are full on no later day: a fixed term has run out. */
export async function vacateSeats(tx: Transaction, now: Date): Promise<void> {
  const roomy = await tx.$queryRaw<{ id: string; timeZone: string }[]>`
    select p.id::text, c.time_zone as "timeZone"
    from position p join company c on c.id = p.company_id
    where p.status = 'FILLED' and p.budgeted_fte > (
      select coalesce(sum(a.fte), 0) from assignment a
      where a.position_id = p.id and daterange(a.start_on, a.end_on, '[]') @> (${now}::timestamptz at time zone c.time_zone)::date
    )`;
  const seats = await lockSeats(
    tx,
    roomy.map(({ id }) => id),
  );
  await moveSeats(
    tx,
    roomy.map(({ id, timeZone }) => {
      const seat = seats.get(id);
      return seat ? positionMove(seat, seat.shares, { startOn: today(now, timeZone), endOn: null }) : null;
    }),
  );
}

import { type Decimal, decimal, type PayRange, type PositionMove, type Seat } from '@kontor/core';
import type { Assignment, Position, Prisma } from '../generated/prisma/client.ts';
import type { Transaction } from '../write/operation.ts';
import { dayOf, dayOrNull } from './day.ts';

/** A number of the database, exactly. */
export const decimalOf = (value: Prisma.Decimal): Decimal => decimal(value.toFixed());

const decimalOrNull = (value: Prisma.Decimal | null): Decimal | null => value && decimalOf(value);

/** The pay range of a position; null where none is agreed. */
export function payRangeOf(position: Position): PayRange | null {
  const { payCurrencyCode, payPeriod, payMinimum, payMaximum } = position;
  if (payCurrencyCode === null || payPeriod === null) return null;
  return {
    minimum: decimalOrNull(payMinimum),
    maximum: decimalOrNull(payMaximum),
    currencyCode: payCurrencyCode,
    payPeriod,
  };
}

function seatOf(position: Position & { assignments: readonly Assignment[] }): Seat {
  const { id, companyId, departmentId, status, budgetedFte, assignments } = position;
  const shares = assignments.map((row) => ({
    assignmentId: row.id,
    fte: decimalOf(row.fte),
    startOn: dayOf(row.startOn),
    endOn: dayOrNull(row.endOn),
  }));
  return {
    id,
    companyId,
    departmentId,
    status,
    budgetedFte: decimalOf(budgetedFte),
    payRange: payRangeOf(position),
    shares,
  };
}

/**
 * Seats with everyone who holds a part of them, locked until the transaction ends: whoever else wants a part of one
 * waits, and then sees what was taken.
 */
export async function lockSeats(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Seat>> {
  await tx.$queryRaw`
    select id::text from position where id = any(${ids}::uuid[]) order by id for no key update`;
  const found = await tx.position.findMany({ where: { id: { in: [...ids] } }, include: { assignments: true } });
  return new Map(found.map((position) => [position.id, seatOf(position)]));
}

export async function lockSeat(tx: Transaction, id: string): Promise<Seat> {
  const seat = (await lockSeats(tx, [id])).get(id);
  if (!seat) throw new Error(`There is no position ${id}.`);
  return seat;
}

/** Writes what follows for the seats from what their shares have become. */
export async function moveSeats(tx: Transaction, moves: readonly (PositionMove | null)[]): Promise<void> {
  for (const move of moves)
    if (move) await tx.position.update({ where: { id: move.positionId }, data: { status: move.status } });
}

import { positionMove, type Rejection, today } from '@kontor/core';
import { forbidden } from '../../errors.ts';
import type { ImportBatch } from '../../generated/prisma/client.ts';
import type { Viewer } from '../../viewer.ts';
import { beginBulk, joiningMuch } from '../../write/bulk.ts';
import type { Transaction } from '../../write/operation.ts';
import { refusalsOfUndoing, remove } from '../../write/undo.ts';
import { restore, tablesOf, type WrittenRow, type WrittenTable, writtenRows } from '../../write/written-rows.ts';
import { refreshEmployees } from '../current-values.ts';
import { lockSeats, moveSeats } from '../seat.ts';
import { mayImport } from './rights.ts';

const tables = tablesOf.employees;

async function companyDay(tx: Transaction, companyId: string, now: Date): Promise<string> {
  const { timeZone } = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  return today(now, timeZone);
}

/** Employments that stay, whose seats or pay the import had changed. */
async function staying(tx: Transaction, rows: readonly WrittenRow[]): Promise<string[]> {
  const ids = (table: WrittenTable) => rows.filter((row) => row.table === table).map(({ id }) => id);
  const found = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select distinct employee_id::text as id from (
       select employee_id from assignment where id = any($1::uuid[]) union select employee_id from compensation where id = any($2::uuid[])
     ) dated where employee_id <> all($3::uuid[])`,
    ids('assignment'),
    ids('compensation'),
    rows.filter((row) => row.table === 'employee' && row.isNew).map(({ id }) => id),
  );
  return found.map(({ id }) => id);
}

/** Seats follow from who holds them by now. */
async function settleSeats(tx: Transaction, positionIds: readonly string[], day: string): Promise<void> {
  const seats = await lockSeats(tx, positionIds);
  const fromToday = { startOn: day as Parameters<typeof positionMove>[2]['startOn'], endOn: null };
  await moveSeats(
    tx,
    [...seats.values()].map((seat) => positionMove(seat, seat.shares, fromToday)),
  );
}

/**
 * Takes back what an import wrote: what it changed is as before, and what it made is gone. Refused, with every row named,
 * where somebody has changed one since or refers to what was made. Throws FORBIDDEN for a viewer who may not import.
 */
export async function undoEmployees(
  tx: Transaction,
  viewer: Viewer,
  batch: ImportBatch,
  now: Date,
): Promise<readonly Rejection[]> {
  const { operationId, companyId } = batch;
  if (operationId === null || companyId === null)
    throw new Error(`the import ${batch.id} names no operation or no company`);
  if (!mayImport(viewer, companyId)) throw forbidden('You may not take back an import of employees here.');
  const day = await companyDay(tx, companyId, now);
  await beginBulk(tx);
  const rows = await joiningMuch(tx, () => writtenRows(tx, operationId, tables));
  const refused = await refusalsOfUndoing(tx, rows, tables);
  if (refused.length > 0) return refused;
  const seats = await seatsOf(tx, rows);
  const remaining = await staying(tx, rows);
  await remove(tx, 'compensation', rows);
  await remove(tx, 'assignment', rows);
  await joiningMuch(tx, () => restore(tx, operationId, rows, tables));
  await refreshEmployees(tx, remaining, day);
  for (const table of ['employee', 'person'] as const) await remove(tx, table, rows);
  const made = new Set(rows.filter(({ isNew }) => isNew).map(({ id }) => id));
  await settleSeats(
    tx,
    seats.filter((id) => !made.has(id)),
    day,
  );
  for (const table of ['position', 'department'] as const) await remove(tx, table, rows);
  return [];
}

/** Seats that the import had given parts of, or had taken them from. */
async function seatsOf(tx: Transaction, rows: readonly WrittenRow[]): Promise<string[]> {
  const ids = rows.filter(({ table }) => table === 'assignment').map(({ id }) => id);
  const found = await tx.$queryRawUnsafe<{ id: string }[]>(
    'select distinct position_id::text as id from assignment where id = any($1::uuid[])',
    ids,
  );
  return [
    ...new Set([...found.map(({ id }) => id), ...rows.filter(({ table }) => table === 'position').map(({ id }) => id)]),
  ];
}

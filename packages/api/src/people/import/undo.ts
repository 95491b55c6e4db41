import { positionMove, type Rejection, today } from '@kontor/core';
import { models } from '../../catalogue.ts';
import type { ImportBatch } from '../../generated/prisma/client.ts';
import { beginBulk, joiningMuch } from '../../write/bulk.ts';
import type { Transaction } from '../../write/operation.ts';
import { refreshEmployees } from '../current-values.ts';
import { lockSeats, moveSeats } from '../seat.ts';
import {
  type LaterUse,
  laterUses,
  restore,
  titleOf,
  type WrittenRow,
  type WrittenTable,
  writtenRows,
  writtenTables,
} from './written-rows.ts';

/** How a person at the desk knows a row of each table. */
const names: Readonly<Record<WrittenTable, string>> = {
  person: `select p.id::text, concat_ws(' ', (select min(e.employee_number) from employee e where e.person_id = p.id), p.first_name, p.last_name) as name from person p where p.id = any($1::uuid[])`,
  employee: `select e.id::text, concat_ws(' ', e.employee_number, e.first_name, e.last_name) as name from employee e where e.id = any($1::uuid[])`,
  assignment: `select a.id::text, concat_ws(' ', e.employee_number, e.first_name, e.last_name) as name from assignment a join employee e on e.id = a.employee_id where a.id = any($1::uuid[])`,
  compensation: `select c.id::text, concat_ws(' ', e.employee_number, e.first_name, e.last_name) as name from compensation c join employee e on e.id = c.employee_id where c.id = any($1::uuid[])`,
  position: `select id::text, concat_ws(' ', code, title) as name from position where id = any($1::uuid[])`,
  department: `select id::text, concat_ws(' ', code, name) as name from department where id = any($1::uuid[])`,
};

async function namesOf(
  tx: Transaction,
  table: WrittenTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRawUnsafe<{ id: string; name: string }[]>(names[table], ids);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const modelOf = (table: WrittenTable): string =>
  Object.values(models).find((model) => model.table === table)?.name ?? '';

/** One refusal for each row that has been changed, or is in use, since. */
async function refusals(
  tx: Transaction,
  changed: readonly WrittenRow[],
  uses: readonly LaterUse[],
): Promise<Rejection[]> {
  const told: Rejection[] = [];
  for (const table of writtenTables) {
    const rows = changed.filter((row) => row.table === table);
    const used = uses.filter((use) => use.table === table);
    const called = await namesOf(
      tx,
      table,
      [...rows, ...used].map(({ id }) => id),
    );
    const what = titleOf(modelOf(table));
    for (const { id } of rows) {
      const whose = called.get(id);
      const message =
        whose === undefined
          ? `A ${what} of this import is no longer there.`
          : `${whose}: the ${what} was changed since.`;
      told.push({ code: 'CHANGED_SINCE', message, path: ['importBatchId'] });
    }
    for (const { id, by } of used)
      told.push({
        code: 'USED_SINCE',
        message: `${called.get(id) ?? ''}: a later ${titleOf(by)} refers to this ${what}.`,
        path: ['importBatchId'],
      });
  }
  return told;
}

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

const rowsAtOnce = 1000;

async function remove(tx: Transaction, table: WrittenTable, rows: readonly WrittenRow[]): Promise<void> {
  const ids = rows.filter((row) => row.table === table && row.isNew).map(({ id }) => id);
  // Managers and those below them go together, or the one would still be referred to by the other.
  const atOnce = table === 'employee' ? ids.length : rowsAtOnce;
  for (let from = 0; from < ids.length; from += atOnce)
    await tx.$executeRawUnsafe(`delete from ${table} where id = any($1::uuid[])`, ids.slice(from, from + atOnce));
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
 * where somebody has changed one since or refers to what was made.
 */
export async function undoEmployees(tx: Transaction, batch: ImportBatch, now: Date): Promise<readonly Rejection[]> {
  const { operationId, companyId } = batch;
  if (operationId === null || companyId === null)
    throw new Error(`the import ${batch.id} names no operation or no company`);
  const day = await companyDay(tx, companyId, now);
  await beginBulk(tx);
  const rows = await joiningMuch(tx, () => writtenRows(tx, operationId));
  const refused = await refusals(
    tx,
    rows.filter(({ isChanged }) => isChanged),
    await laterUses(tx, rows),
  );
  if (refused.length > 0) return refused;
  const seats = await seatsOf(tx, rows);
  const remaining = await staying(tx, rows);
  await remove(tx, 'compensation', rows);
  await remove(tx, 'assignment', rows);
  await joiningMuch(tx, () => restore(tx, operationId, rows));
  await refreshEmployees(tx, remaining, day);
  for (const table of ['employee', 'person'] as const) await remove(tx, table, rows);
  const made = new Set(rows.filter(({ isNew }) => isNew).map(({ id }) => id));
  await settleSeats(
    tx,
    seats.filter((id) => !made.has(id)),
    day,
  );
  for (const table of ['position', 'department'] as const) await remove(tx, table, rows);
  await tx.importBatch.update({ where: { id: batch.id }, data: { status: 'UNDONE' } });
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

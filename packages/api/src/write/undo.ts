import type { Rejection } from '@kontor/core';
import { models } from '../catalogue.ts';
import { entities } from '../entity.ts';
import type { Transaction } from './operation.ts';
import { laterUses, type WrittenRow, type WrittenTable, type WrittenTables } from './written-rows.ts';

/** How a person at the desk knows a row of each table. */
const names: Readonly<Record<WrittenTable, string>> = {
  person: `select p.id::text, concat_ws(' ', (select min(e.employee_number) from employee e where e.person_id = p.id), p.first_name, p.last_name) as name from person p where p.id = any($1::uuid[])`,
  employee: `select e.id::text, concat_ws(' ', e.employee_number, e.first_name, e.last_name) as name from employee e where e.id = any($1::uuid[])`,
  assignment: `select a.id::text, concat_ws(' ', e.employee_number, e.first_name, e.last_name) as name from assignment a join employee e on e.id = a.employee_id where a.id = any($1::uuid[])`,
  compensation: `select c.id::text, concat_ws(' ', e.employee_number, e.first_name, e.last_name) as name from compensation c join employee e on e.id = c.employee_id where c.id = any($1::uuid[])`,
  position: `select id::text, concat_ws(' ', code, title) as name from position where id = any($1::uuid[])`,
  department: `select id::text, concat_ws(' ', code, name) as name from department where id = any($1::uuid[])`,
  device_model_interface: `select i.id::text, concat_ws(' ', m.name, d.name, i.name) as name from device_model_interface i join device_model d on d.id = i.device_model_id join manufacturer m on m.id = d.manufacturer_id where i.id = any($1::uuid[])`,
  device_model: `select d.id::text, concat_ws(' ', m.name, d.name) as name from device_model d join manufacturer m on m.id = d.manufacturer_id where d.id = any($1::uuid[])`,
  manufacturer: `select id::text, name from manufacturer where id = any($1::uuid[])`,
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

/** What a model is called, for a person. */
const titleOf = (model: string): string =>
  entities()
    .find(({ name }) => name === model)
    ?.title.en[0].toLowerCase() ?? 'record';

/** One refusal for each row that has been changed, or is in use, since. */
export async function refusalsOfUndoing(
  tx: Transaction,
  written: readonly WrittenRow[],
  tables: WrittenTables,
): Promise<Rejection[]> {
  const uses = await laterUses(tx, written, tables);
  const told: Rejection[] = [];
  for (const table of tables) {
    const rows = written.filter((row) => row.table === table && row.isChanged);
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

const rowsAtOnce = 1000;

/** Deletes what the import made of one table. */
export async function remove(tx: Transaction, table: WrittenTable, rows: readonly WrittenRow[]): Promise<void> {
  const ids = rows.filter((row) => row.table === table && row.isNew).map(({ id }) => id);
  // Managers and those below them go together, or the one would still be referred to by the other.
  const atOnce = table === 'employee' ? ids.length : rowsAtOnce;
  for (let from = 0; from < ids.length; from += atOnce)
    await tx.$executeRawUnsafe(`delete from ${table} where id = any($1::uuid[])`, ids.slice(from, from + atOnce));
}

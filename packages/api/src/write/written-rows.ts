import { type Field, fieldOf, type ModelName, models } from '../catalogue.ts';
import type { Transaction } from './operation.ts';

/** Tables that an import writes, in the order in which what it made can be taken away again. */
export const tablesOf = {
  employees: ['compensation', 'assignment', 'employee', 'person', 'position', 'department'],
  deviceModels: ['device_model_interface', 'device_model', 'manufacturer'],
} as const satisfies Record<string, readonly string[]>;
export type WrittenTable = (typeof tablesOf)[keyof typeof tablesOf][number];
export type WrittenTables = readonly WrittenTable[];

/**
 * Columns that follow from others and are kept by the database or by commands: nobody changed them by hand, and they
 * follow again from what is restored.
 */
const following: Readonly<Record<WrittenTable, readonly string[]>> = {
  compensation: [],
  assignment: [],
  employee: [
    'status',
    'department_id',
    'position_id',
    'manager_id',
    'fte',
    'salary',
    'salary_currency_code',
    'salary_period',
    'first_name',
    'last_name',
  ],
  person: [],
  position: ['status'],
  department: [],
  device_model_interface: [],
  device_model: [],
  manufacturer: [],
};

const unaudited = ['version', 'updated_at'];

/** A row that an operation wrote. */
export interface WrittenRow {
  readonly table: WrittenTable;
  readonly id: string;
  readonly isNew: boolean;
  /** Whether the operation deleted it. */
  readonly isGone: boolean;
  /** Columns whose former value is known, that is of a row that was there before. */
  readonly columns: readonly string[];
  /** Whether it is no longer as the operation left it. */
  readonly isChanged: boolean;
}

/** The rows of one table that an operation wrote and that are there after it, or were before. */
const ownQuery = `
  select row_id, bool_or(kind = 'INSERT') as is_new, bool_or(kind = 'DELETE') as is_gone
  from audit_change where operation_id = $1::uuid and table_name = $2
  group by row_id having not (bool_or(kind = 'INSERT') and bool_or(kind = 'DELETE'))`;

/**
 * What the rows in `of` were before the operation's first change, and after its last. Their values are opened, which takes
 * longer than all else: of thousands of rows that is done for those alone that it matters of.
 */
const valuesQuery = (of: string): string => `
  select of_row.*, earlier.before, later.after
  from ${of} of_row
  left join (
    select c.row_id, jsonb_object_agg(each.key, each.value order by c.id desc) as before
    from (select * from audit_change where operation_id = $1::uuid and table_name = $2 and row_id in (select row_id from ${of}) offset 0) c,
      jsonb_each(open_values(c.before, null, c.person_id)) each group by c.row_id
  ) earlier using (row_id)
  left join (
    select c.row_id, jsonb_object_agg(each.key, each.value order by c.id) as after
    from (select * from audit_change where operation_id = $1::uuid and table_name = $2 and row_id in (select row_id from ${of}) offset 0) c,
      jsonb_each(open_values(c.after, null, c.person_id)) each group by c.row_id
  ) later using (row_id)`;

/** The rows of one table, locked, each compared with what the operation left. */
async function rowsOf(tx: Transaction, operationId: string, table: WrittenTable): Promise<WrittenRow[]> {
  await tx.$executeRawUnsafe(
    `select from ${table} where id in (select row_id from audit_change where operation_id = $1::uuid and table_name = $2) for update`,
    operationId,
    table,
  );
  // The database records every change: what it made, and no other operation has written since, is as it was left.
  return tx.$queryRawUnsafe<WrittenRow[]>(
    `with own as materialized (
       select o.*, o.is_new and (
         select true from audit_change c where c.table_name = $2 and c.row_id = o.row_id and c.operation_id <> $1::uuid limit 1
       ) is null as untouched from (${ownQuery}) o
     ), compared as materialized (select * from own where not untouched)
     select $2 as "table", row_id::text as id, true as "isNew", false as "isGone", '{}'::text[] as columns, false as "isChanged"
     from own where untouched
     union all
     select $2, m.row_id::text, m.is_new, m.is_gone, coalesce(array(select jsonb_object_keys(m.before - $3::text[])), '{}'),
       case when m.is_gone then t.id is not null else t.id is null or (m.after - $3::text[]) is distinct from (
         select coalesce(jsonb_object_agg(key, to_jsonb(t) -> key), '{}') from jsonb_object_keys(m.after - $3::text[]) key
       ) end
     from (${valuesQuery('compared')}) m left join ${table} t on t.id = m.row_id`,
    operationId,
    table,
    [...following[table], ...unaudited],
  );
}

/** Everything that an operation wrote, but for the record of itself. */
export async function writtenRows(tx: Transaction, operationId: string, tables: WrittenTables): Promise<WrittenRow[]> {
  const rows: WrittenRow[] = [];
  for (const table of tables) rows.push(...(await rowsOf(tx, operationId, table)));
  return rows;
}

/** Writes the former values of rows that were there before. */
export async function restore(
  tx: Transaction,
  operationId: string,
  rows: readonly WrittenRow[],
  tables: WrittenTables,
): Promise<void> {
  for (const table of tables) {
    if (rows.some((row) => row.table === table && row.isGone)) await bringBack(tx, operationId, table);
    const changed = rows.filter((row) => row.table === table && !row.isNew && !row.isGone);
    const columns = [...new Set(changed.flatMap((row) => row.columns))].map(
      (column) => `"${column.replaceAll('"', '""')}"`,
    );
    if (columns.length === 0) continue;
    await tx.$executeRawUnsafe(
      `with changed as materialized (select * from (${ownQuery}) own where not is_new and not is_gone)
       update ${table} t set ${columns.map((column) => `${column} = (f.former).${column}`).join(', ')}
       from (
         select o.id, jsonb_populate_record(o, m.before - $3::text[]) as former
         from (${valuesQuery('changed')}) m join ${table} o on o.id = m.row_id
       ) f where t.id = f.id`,
      operationId,
      table,
      [...following[table], ...unaudited],
    );
  }
}

/** Writes the rows that the operation deleted, as they were. */
async function bringBack(tx: Transaction, operationId: string, table: WrittenTable): Promise<void> {
  await tx.$executeRawUnsafe(
    `with gone as materialized (select * from (${ownQuery}) own where is_gone)
     insert into ${table} select (jsonb_populate_record(null::${table},
       jsonb_build_object('version', 1, 'updated_at', now()) || m.before)).* from (${valuesQuery('gone')}) m`,
    operationId,
    table,
  );
}

/** A reference from a row that the operation did not write to one that it made. */
export interface LaterUse {
  readonly table: WrittenTable;
  readonly id: string;
  /** Name of the model whose row refers to it. */
  readonly by: ModelName;
}

const tableOf = (model: string, tables: WrittenTables): WrittenTable | undefined =>
  tables.find((table) => table === models[model as ModelName].table);

/** The relations that lead to what an import makes, but for those that follow from dated rows. */
function referring(tables: WrittenTables): {
  readonly by: ModelName;
  readonly field: Field;
  readonly to: WrittenTable;
  readonly column: string;
}[] {
  return (Object.keys(models) as ModelName[]).flatMap((by) =>
    Object.values(models[by].fields).flatMap((field) => {
      const to = field.kind === 'relation' ? tableOf(field.type, tables) : undefined;
      const column = to && field.from?.length ? fieldOf(by, field.from.at(-1) ?? '').column : undefined;
      const own = tableOf(by, tables);
      if (!to || !column || (own && following[own].includes(column))) return [];
      return [{ by, field, to, column }];
    }),
  );
}

/** Who refers by now to what the operation made, and is none of its rows. */
export async function laterUses(
  tx: Transaction,
  rows: readonly WrittenRow[],
  tables: WrittenTables,
): Promise<LaterUse[]> {
  const made = new Map(
    tables.map((table) => [table, rows.filter((row) => row.table === table && row.isNew).map(({ id }) => id)]),
  );
  const uses: LaterUse[] = [];
  for (const { by, to, column } of referring(tables)) {
    const targets = made.get(to) ?? [];
    if (targets.length === 0) continue;
    const own = rows.filter(({ table }) => table === models[by].table).map(({ id }) => id);
    const found = await tx.$queryRawUnsafe<{ id: string }[]>(
      `select distinct "${column}"::text as id from "${models[by].table}" where "${column}" = any($1::uuid[]) and id <> all($2::uuid[])`,
      targets,
      own,
    );
    uses.push(...found.map(({ id }) => ({ table: to, id, by })));
  }
  return uses;
}

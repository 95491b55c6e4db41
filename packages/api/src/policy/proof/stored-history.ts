import type pg from 'pg';
import { type EntityName, graphFields, models } from '../../catalogue.ts';
import { entities } from '../../entity.ts';
import type { StoredRow } from '../../read/proof/random-world.ts';
import { columnField } from '../../write/entity-input.ts';
import type { Expectation } from './expectation.ts';

const changedAt = '2026-02-01';

/** What keeps no history of itself: it is one. */
const withoutPast: ReadonlySet<EntityName> = new Set<EntityName>(['AuditOperation', 'Session']);

const withPast = (): EntityName[] =>
  entities()
    .map((entity) => entity.name)
    .filter((name) => !withoutPast.has(name) && 'id' in models[name].fields);

const operationId = `md5($2 || id || kind)::uuid`;

/** Values of a row. What it refers to has values of its own. */
const told = "(select string_agg(key || value, ',') from jsonb_each_text(v) where key !~ '_id$')";

/**
 * A past for every row that is stored: made, and changed once in every field. The ids follow from the rows, so that two
 * worlds that share a row share its changes.
 */
const past = (table: string): string => `
  with change as (
      select t.id, to_jsonb(t) as v, made.kind from ${table} t, unnest(array['INSERT', 'UPDATE']) made(kind)),
    operation as (
      insert into audit_operation (id, actor, command, channel, reason, at)
      select ${operationId}, 'somebody', 'update', 'console', case when $3 then md5(${told}) else 'because' end, $1::timestamptz
      from change)
  insert into audit_change (id, operation_id, table_name, row_id, kind, before, after, at)
  select md5(kind || id || $2)::uuid, ${operationId}, $2, id, kind,
    case when kind = 'UPDATE' then (select jsonb_object_agg(key, null::text) from jsonb_each(v)) end, v, $1::timestamptz
  from change`;

/** Gives every row of a world a past. Where `reasonsDiffer`, why each change was made tells of the whole row. */
export async function storePast(owner: pg.ClientBase, reasonsDiffer: boolean): Promise<void> {
  for (const name of withPast()) {
    const { table } = models[name];
    await owner.query(past(owner.escapeIdentifier(table)), [changedAt, table, reasonsDiffer]);
  }
}

const hiddenColumns = (expected: Expectation, entity: EntityName, row: StoredRow): string[] =>
  graphFields(entity)
    .filter((field) => (field.kind !== 'relation' || !field.list) && !expected.may(entity, row, field.name))
    .map((field) => columnField(entity, field.name).column);

const hiddenChange = `
  insert into audit_change (id, operation_id, table_name, row_id, kind, before, after, at)
  select uuid7(), md5($2 || id || 'UPDATE')::uuid, $2, id, 'UPDATE', $4, $4, $1::timestamptz from (select $3::uuid as id) row`;

/** Changes of hidden fields alone: for whoever may not read them they did not happen. Returns how many there are. */
export async function storeHiddenChanges(owner: pg.ClientBase, expected: Expectation): Promise<number> {
  let stored = 0;
  for (const entity of withPast())
    for (const row of expected.visible(entity)) {
      const hidden = hiddenColumns(expected, entity, row);
      if (hidden.length === 0) continue;
      const values = JSON.stringify(Object.fromEntries(hidden.map((column) => [column, 'hidden'])));
      await owner.query(hiddenChange, [changedAt, models[entity].table, row['id'], values]);
      stored += 1;
    }
  return stored;
}

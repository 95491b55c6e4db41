import pg from 'pg';
import { models } from '../../catalogue.ts';
import type { Side, Write } from './random-writes.ts';

/** The rules of the domains are lifted, which random rows do not keep; what records and counts changes stays. */
const withoutRules = `do $$
declare each record;
begin
  for each in select distinct tgrelid::regclass as at from pg_trigger join pg_class c on c.oid = tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace and c.relname not like 'audit%' loop
    execute format('alter table %s disable trigger user', each.at);
  end loop;
  for each in select tgrelid::regclass as at, tgname from pg_trigger
    where tgname in ('record_change', 'record_added', 'zz_count_row_version') loop
    execute format('alter table %s enable trigger %I', each.at, each.tgname);
  end loop;
end $$`;

/** Makes a world one in which anything may be written, as long as it is recorded. */
export const liftRules = (owner: pg.ClientBase): Promise<unknown> => owner.query(withoutRules);

const operation = `
  with operation as (insert into audit_operation (actor, command, channel) values ('somebody', $1, 'job') returning id),
    pending as (insert into audit_pending (kind, subject_id) select 'operation', id from operation)
  select set_config('kontor.operation', id::text, true) from operation`;

async function write(owner: pg.ClientBase, { entity, id, kind, values }: Write): Promise<void> {
  const { table, fields } = models[entity];
  const at = owner.escapeIdentifier(table);
  await owner.query(operation, [kind]);
  const columns = Object.keys(values).map((field) => owner.escapeIdentifier(fields[field]?.column ?? field));
  const given = JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([field, value]) => [fields[field]?.column ?? field, value])),
  );
  const from = `select ${columns.join()} from json_populate_record(null::${at}, $1)`;
  if (kind === 'gone') await owner.query(`delete from ${at} where id = $1`, [id]);
  else if (kind === 'made') await owner.query(`insert into ${at} (${columns.join()}) ${from}`, [given]);
  else await owner.query(`update ${at} set (${columns.join()}) = (${from}) where id = $2`, [given, id]);
}

/** Whether the database takes a write. */
async function takes(owner: pg.ClientBase, drawn: Write): Promise<boolean> {
  await owner.query('savepoint before');
  try {
    await write(owner, drawn);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  }
}

/**
 * Carries writes out, each as an operation of its own and all of a world at once. What the database of a world refuses
 * is written in neither. Gives what was written.
 */
export async function carryOut(
  owners: readonly [pg.ClientBase, pg.ClientBase],
  writes: readonly Write[],
): Promise<Write[]> {
  const on = <T>(sides: readonly Side[], work: (owner: pg.ClientBase) => Promise<T>): Promise<T[]> =>
    Promise.all(sides.map((side) => work(owners[side])));
  const written: Write[] = [];
  await on([0, 1], (owner) => owner.query('begin'));
  for (const each of writes) {
    const taken = (await on(each.sides, (owner) => takes(owner, each))).every(Boolean);
    await on(each.sides, (owner) => owner.query(`${taken ? 'release' : 'rollback to'} savepoint before`));
    if (taken) written.push(each);
  }
  await on([0, 1], (owner) => owner.query('commit'));
  return written;
}

import type pg from 'pg';

/** What looks at one row after the other, and what keeps as much again as was written. */
const rowByRow = ['posted_now', 'admitted_by_period', 'entry_balance', 'record_change', 'record_added'];

interface Definition {
  readonly table: string;
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a load with the indexes, references and row triggers of tables taken off, and makes them again after it as they
 * were: looked at once for all rows, which takes a tenth of the time. In the transaction of the client: they are never off
 * for anybody else, who waits for as long as it takes.
 */
export async function withoutUpkeep(
  client: pg.Client,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { rows: references } = await client.query<Definition>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as text
     from pg_constraint where contype = 'f' and conrelid = any ($1::text[]::regclass[]) order by conname`,
    [tables],
  );
  const { rows: indexes } = await client.query<Definition>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text
     from pg_index i where indrelid = any ($1::text[]::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by indexrelid`,
    [tables],
  );
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name from pg_trigger
     where tgrelid = any ($1::text[]::regclass[]) and tgname = any ($2) and tgenabled = 'O'`,
    [tables, rowByRow],
  );
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await load();
  for (const { text } of indexes) await client.query(text);
  for (const { table, name, text } of references)
    await client.query(`alter table ${table} add constraint ${name} ${text}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`);
}

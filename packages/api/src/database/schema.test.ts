/** The migrated database against what the rest of the code takes for granted of it. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { withClient } from './connect.ts';
import { migrateStatus } from './migrate.ts';
import { pendingChange } from './new-migration.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const names = async (sql: string) =>
  withClient(database.ownerUrl, async (client) =>
    (await client.query<{ name: string }>(sql)).rows.map((row) => row.name),
  );

test('the migrations make what prisma/schema says', async () => {
  expect((await pendingChange(inject('testServer').ownerUrl)).sql).toBe('');
});

test('nothing is pending in a migrated database', async () => {
  expect((await migrateStatus(database.ownerUrl)).pending).toEqual([]);
});

test('every table is one thing: internal, or audited', async () => {
  const audited = await names(
    `SELECT c.relname AS name FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid WHERE t.tgname = 'record_change'`,
  );
  const all = await names(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const internal = await names('SELECT unnest(internal_tables()) AS name');
  expect([...audited].sort()).toEqual(all.filter((name) => !internal.includes(name)).sort());
  expect(audited.length).toBeGreaterThan(0);
});

test('every audited table records each way to change it, once', async () => {
  const [inserts, deletes, updates] = [4, 8, 16];
  const recording = (way: number) =>
    names(
      `SELECT c.relname AS name FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
       WHERE t.tgname IN ('record_change', 'record_added') AND t.tgenabled = 'O' AND t.tgtype & ${way} <> 0`,
    );
  const all = (await recording(updates)).sort();
  expect(all.length).toBeGreaterThan(50);
  expect((await recording(inserts)).sort()).toEqual(all);
  expect((await recording(deletes)).sort()).toEqual(all);
});

test('every audited table has a uuid named id, which the audit refers to', async () => {
  expect(
    await names(
      `SELECT t.table_name AS name FROM information_schema.tables AS t
       LEFT JOIN information_schema.columns AS c ON c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'id'
       WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND t.table_name <> ALL (internal_tables())
         AND c.udt_name IS DISTINCT FROM 'uuid'`,
    ),
  ).toEqual([]);
});

test('every table with a version counts it', async () => {
  expect(
    await names(
      `SELECT c.table_name AS name FROM information_schema.columns AS c
       WHERE c.table_schema = 'public' AND c.column_name = 'version'
         AND NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgname = 'zz_count_row_version' AND t.tgrelid = c.table_name::regclass)`,
    ),
  ).toEqual([]);
});

test('every journal that is listed exists', async () => {
  expect(await names('SELECT name FROM unnest(append_only_tables()) AS name WHERE to_regclass(name) IS NULL')).toEqual(
    [],
  );
});

test('the application owns nothing and can truncate nothing', async () => {
  expect(await names(`SELECT relname AS name FROM pg_class WHERE pg_get_userbyid(relowner) = 'kontor_app'`)).toEqual(
    [],
  );
  expect(
    await names(
      `SELECT table_name AS name FROM information_schema.role_table_grants
       WHERE grantee IN ('kontor_app', 'PUBLIC') AND table_schema = 'public' AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
         AND table_name NOT LIKE 'pg\\_%'`,
    ),
  ).toEqual([]);
});

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { withClient } from './connect.ts';
import { migrate, migrateStatus } from './migrate.ts';
import { prismaFolder } from './migration-files.ts';
import { migrateNew, pendingChange } from './new-migration.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

const { ownerUrl, appUrl } = inject('testServer');
const prelude = '00000000000000_prelude';
let folder: string;
let database: ScratchDatabase;
const databases: ScratchDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kontor migrations '));
});

beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await cp(path.join(prismaFolder, 'standing'), path.join(folder, 'standing'), { recursive: true });
  await cp(path.join(prismaFolder, 'migrations', prelude), path.join(folder, 'migrations', prelude), {
    recursive: true,
  });
  database = await createScratchDatabase(ownerUrl, 'migrate');
  databases.push(database);
});

afterAll(async () => {
  for (const each of databases) await each.drop();
  await rm(folder, { recursive: true, force: true });
});

const write = async (name: string, sql: string) => {
  await mkdir(path.join(folder, 'migrations', name), { recursive: true });
  await writeFile(path.join(folder, 'migrations', name, 'migration.sql'), sql);
};
const query = (sql: string) => withClient(database.url, async (client) => (await client.query(sql)).rows as unknown[]);

test('applies what is missing, once, and says so', async () => {
  await write('20260101000000_thing', 'CREATE TABLE thing (id uuid PRIMARY KEY DEFAULT uuid7());');
  expect(await migrateStatus(database.url, folder)).toEqual({
    applied: [],
    pending: [prelude, '20260101000000_thing'],
  });
  expect(await migrate(database.url, { appUrl, folder })).toEqual({
    applied: [prelude, '20260101000000_thing'],
    standingApplied: true,
  });
  expect(await migrate(database.url, { appUrl, folder })).toEqual({ applied: [], standingApplied: false });
  expect(await migrateStatus(database.url, folder)).toEqual({
    applied: [prelude, '20260101000000_thing'],
    pending: [],
  });
});

test('two processes that start at once migrate once', async () => {
  await write('20260101000000_thing', 'CREATE TABLE thing (id uuid PRIMARY KEY); SELECT pg_sleep(0.2);');
  const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, { appUrl, folder })));
  expect(results.flatMap((result) => result.applied)).toEqual([prelude, '20260101000000_thing']);
});

test('a migration that fails leaves nothing, names itself, and can be mended', async () => {
  await write('20260101000000_thing', 'CREATE TABLE thing (id uuid PRIMARY KEY); SELECT nonsense;');
  await expect(migrate(database.url, { appUrl, folder })).rejects.toThrow(
    'The migration 20260101000000_thing failed and was rolled back: column "nonsense" does not exist',
  );
  expect(await query(`SELECT to_regclass('thing') AS thing`)).toEqual([{ thing: null }]);
  await write('20260101000000_thing', 'CREATE TABLE thing (id uuid PRIMARY KEY);');
  expect((await migrate(database.url, { appUrl, folder })).applied).toEqual(['20260101000000_thing']);
});

test('an applied migration may not change, nor be unknown; its line ends may', async () => {
  await write('20260101000000_thing', 'CREATE TABLE thing (\n  id uuid PRIMARY KEY\n);');
  await migrate(database.url, { appUrl, folder });
  await write('20260101000000_thing', 'CREATE TABLE thing (\r\n  id uuid PRIMARY KEY\r\n);');
  expect((await migrate(database.url, { appUrl, folder })).applied).toEqual([]);
  await write('20260101000000_thing', 'CREATE TABLE other (id uuid PRIMARY KEY);');
  await expect(migrate(database.url, { appUrl, folder })).rejects.toThrow('was changed after it was applied');
  await rm(path.join(folder, 'migrations/20260101000000_thing'), { recursive: true });
  await expect(migrate(database.url, { appUrl, folder })).rejects.toThrow('it was used by a newer version');
});

test('standing SQL is applied again when it changed', async () => {
  await migrate(database.url, { appUrl, folder });
  await writeFile(
    path.join(folder, 'standing/90-extra.sql'),
    'CREATE OR REPLACE FUNCTION extra() RETURNS int LANGUAGE sql AS $$ SELECT 7 $$;',
  );
  expect(await migrate(database.url, { appUrl, folder })).toEqual({ applied: [], standingApplied: true });
  expect(await query('SELECT extra()')).toEqual([{ extra: 7 }]);
});

const schema = (fields: string) => `
generator client {
  provider = "prisma-client"
  output   = "./generated"
}
datasource db {
  provider = "postgresql"
}
model Thing {
  id       String   @id @default(dbgenerated("uuid7()")) @db.Uuid
  name     String
  amount   Decimal  @db.Decimal(12, 2)
  fromOn   DateTime @map("from_on") @db.Date
  parentId String?  @map("parent_id") @db.Uuid
  parent   Thing?   @relation("parent", fields: [parentId], references: [id])
  children Thing[]  @relation("parent")
  ${fields}
  @@map("thing")
}`;

test('a new migration holds what the schema gained, and leaves alone what is written by hand', async () => {
  await mkdir(path.join(folder, 'schema'), { recursive: true });
  await writeFile(path.join(folder, 'schema/thing.prisma'), schema('@@index([name])'));
  const first = await migrateNew(ownerUrl, 'things', folder);
  expect(first?.file).toMatch(/migrations\/\d{14}_things\/migration\.sql$/);
  expect(first?.sql).toContain('CREATE INDEX "thing_name_idx"');
  await write(
    '99990101000000_by_hand',
    `ALTER TABLE thing ADD CONSTRAINT thing_amount_check CHECK (amount >= 0);
     ALTER TABLE thing ADD CONSTRAINT thing_period EXCLUDE USING gist (name WITH =, daterange(from_on, NULL) WITH &&);
     CREATE INDEX thing_search ON thing USING gin (search_fold(name) gin_trgm_ops);
     CREATE UNIQUE INDEX thing_one_key ON thing (name) WHERE parent_id IS NULL;
     CREATE INDEX thing_lower_idx ON thing (lower(name));
     CREATE INDEX thing_trigram_idx ON thing USING gin (name gin_trgm_ops);
     CREATE INDEX thing_by_amount ON thing (amount, name);
     ALTER TABLE thing ADD CONSTRAINT thing_name_from_unique UNIQUE (name, from_on);
     CREATE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
     CREATE CONSTRAINT TRIGGER guarded AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard();`,
  );
  expect((await pendingChange(ownerUrl, folder)).sql).toBe('');
  await writeFile(path.join(folder, 'schema/thing.prisma'), schema('note String?'));
  const { sql, kept } = await pendingChange(ownerUrl, folder);
  expect(sql).toBe(
    '-- DropIndex\nDROP INDEX "thing_name_idx";\n\n-- AlterTable\nALTER TABLE "thing" ADD COLUMN     "note" TEXT;\n',
  );
  expect(kept).toContain('thing_by_amount');
});

test('a database that is gone or refuses the login is one line', async () => {
  await expect(migrate('postgresql://nobody:x@127.0.0.1:1/none')).rejects.toThrow(
    /^No database at 127\.0\.0\.1:1\/none: .*$/,
  );
  const wrong = new URL(ownerUrl);
  wrong.username = 'nobody_at_all';
  await expect(migrate(wrong.toString())).rejects.toThrow(/refused the login/);
});

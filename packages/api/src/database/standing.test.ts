import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connect, inDatabase } from './connect.ts';
import { migrate } from './migrate.ts';
import { prismaFolder } from './migration-files.ts';
import { createPool } from './pool.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

const { ownerUrl, appUrl } = inject('testServer');
const operation = '01890000-0000-7000-8000-000000000001';
let database: ScratchDatabase;
let owner: pg.Client;
let pool: pg.Pool;

/** Tables of every kind, so that these rules are tested apart from the real schema. */
const tables = `
  CREATE TABLE audit_operation (id uuid PRIMARY KEY);
  CREATE TABLE audit_change (id uuid PRIMARY KEY, operation_id uuid NOT NULL REFERENCES audit_operation (id), table_name text NOT NULL,
    row_id uuid NOT NULL, kind text NOT NULL, before jsonb, after jsonb, at timestamptz NOT NULL, person_id uuid);
  CREATE TABLE session (id uuid PRIMARY KEY DEFAULT uuid7(), token_hash text);
  CREATE TABLE vehicle (id uuid PRIMARY KEY DEFAULT uuid7(), name text, price numeric(22, 4), papers json, pin_hash text,
    version int NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT '2020-01-01');
  CREATE TABLE plate (id uuid PRIMARY KEY DEFAULT uuid7(), number text, version int NOT NULL DEFAULT 1);
  CREATE INDEX vehicle_search ON vehicle USING gin (search_fold(name) gin_trgm_ops);
  INSERT INTO audit_operation VALUES ('${operation}');`;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kontor-standing-'));
  await cp(path.join(prismaFolder, 'standing'), path.join(folder, 'standing'), { recursive: true });
  await cp(path.join(prismaFolder, 'migrations/00000000000000_prelude'), path.join(folder, 'migrations/0_prelude'), {
    recursive: true,
  });
  await mkdir(path.join(folder, 'migrations/1_tables'));
  await writeFile(path.join(folder, 'migrations/1_tables/migration.sql'), tables);
  database = await createScratchDatabase(ownerUrl, 'standing');
  await migrate(database.url, { appUrl, folder });
  await rm(folder, { recursive: true });
  owner = await connect(database.url);
  pool = createPool(inDatabase(appUrl, database.name));
});

afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

/** As a command does it: the operation is named for the transaction alone. */
async function inOperation<T>(task: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('kontor.operation', $1, true)`, [operation]);
    const result = await task(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

type Change = { kind: string; before: unknown; after: unknown };

const changesOf = async (id: string) =>
  (await pool.query<Change>('SELECT kind, before, after FROM audit_change WHERE row_id = $1 ORDER BY id', [id])).rows;
const addVehicle = (name: string, price = '1') =>
  inOperation(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO vehicle (name, price, papers, pin_hash) VALUES ($1, $2, '{"a":1}', 'secret') RETURNING id`,
      [name, price],
    );
    return rows[0]?.id ?? '';
  });

describe('the audit', () => {
  test('holds each change with what differs, and never a secret', async () => {
    const id = await addVehicle('Volvo', '12345678901234567.8901');
    await inOperation((client) =>
      client.query(`UPDATE vehicle SET name = 'Saab', pin_hash = 'other' WHERE id = $1`, [id]),
    );
    await inOperation((client) => client.query(`UPDATE vehicle SET pin_hash = 'third' WHERE id = $1`, [id]));
    await inOperation((client) => client.query('DELETE FROM vehicle WHERE id = $1', [id]));
    const { rows } = await pool.query<{ price: string }>(
      `SELECT after ->> 'price' AS price FROM audit_change WHERE row_id = $1 AND kind = 'INSERT'`,
      [id],
    );
    expect(rows[0]?.price).toBe('12345678901234567.8901');
    const changes = await changesOf(id);
    expect(changes.map((change) => change.kind)).toEqual(['INSERT', 'UPDATE', 'UPDATE', 'DELETE']);
    expect(changes[0]).toMatchObject({ before: null, after: { id, name: 'Volvo', papers: { a: 1 } } });
    expect(changes[1]).toEqual({ kind: 'UPDATE', before: { name: 'Volvo' }, after: { name: 'Saab' } });
    expect(changes[2]).toEqual({ kind: 'UPDATE', before: {}, after: {} });
    expect(changes[3]).toMatchObject({ before: { id, name: 'Saab' }, after: null });
    expect(JSON.stringify(changes)).not.toMatch(/secret|other|third|pin_hash|version|updated_at/);
  });

  test('holds each row of a statement that adds many, and none of one that adds nothing', async () => {
    const added = await inOperation((client) =>
      client.query<{ id: string }>(
        `INSERT INTO vehicle (name, pin_hash) SELECT 'Fleet ' || n, 'secret' FROM generate_series(1, 3) AS n RETURNING id`,
      ),
    );
    const { rows } = await pool.query(
      `SELECT operation_id AS operation, after ->> 'name' AS name, after ? 'pin_hash' AS tells, at BETWEEN now() - interval '1 minute' AND now() AS now
       FROM audit_change WHERE row_id = ANY ($1) ORDER BY id`,
      [added.rows.map(({ id }) => id)],
    );
    expect(rows).toEqual([1, 2, 3].map((n) => ({ operation, name: `Fleet ${n}`, tells: false, now: true })));
    await expect(pool.query('INSERT INTO vehicle (name) SELECT name FROM vehicle WHERE false')).resolves.toBeDefined();
  });

  test('has no row for an update that changed nothing', async () => {
    const id = await addVehicle('Volvo');
    await inOperation((client) => client.query('UPDATE vehicle SET name = name WHERE id = $1', [id]));
    expect((await changesOf(id)).map((change) => change.kind)).toEqual(['INSERT']);
  });

  test('refuses a write outside an operation, also after one in the same connection', async () => {
    await addVehicle('Volvo');
    await expect(pool.query(`INSERT INTO vehicle (name) VALUES ('Saab')`)).rejects.toMatchObject({
      code: 'KO001',
      message: 'write outside an operation: insert on vehicle',
    });
    await expect(pool.query(`INSERT INTO vehicle (name) SELECT name FROM vehicle`)).rejects.toThrow(
      'write outside an operation: insert on vehicle',
    );
    await expect(pool.query('DELETE FROM vehicle')).rejects.toThrow('write outside an operation: delete on vehicle');
  });

  test('leaves out what exists only to run the software', async () => {
    await expect(pool.query(`INSERT INTO session (token_hash) VALUES ('x')`)).resolves.toBeDefined();
  });
});

describe('the version of a row', () => {
  const read = async (id: string) =>
    (
      await pool.query<{ version: number; touched: boolean }>(
        `SELECT version, updated_at > now() - interval '1 hour' AS touched FROM vehicle WHERE id = $1`,
        [id],
      )
    ).rows[0];

  test('is counted by the database, and nobody else', async () => {
    const id = await addVehicle('Volvo');
    expect(await read(id)).toEqual({ version: 1, touched: false });
    await inOperation((client) => client.query(`UPDATE vehicle SET name = 'Saab', version = 40 WHERE id = $1`, [id]));
    expect(await read(id)).toEqual({ version: 2, touched: true });
  });

  test('stands still when nothing changed, and the row counts as found', async () => {
    const id = await addVehicle('Volvo');
    const { rowCount } = await inOperation((client) =>
      client.query('UPDATE vehicle SET name = name, version = 9, updated_at = now() WHERE id = $1', [id]),
    );
    expect(rowCount).toBe(1);
    expect(await read(id)).toEqual({ version: 1, touched: false });
  });

  test('does not need a time beside it', async () => {
    const version = await inOperation(async (client) => {
      await client.query(`INSERT INTO plate (number) VALUES ('ABC 123')`);
      const { rows } = await client.query<{ version: number }>(`UPDATE plate SET number = 'ABC 124' RETURNING version`);
      return rows[0]?.version;
    });
    expect(version).toBe(2);
  });
});

describe("the application's role", () => {
  test.each([
    ['UPDATE audit_change SET kind = $$x$$'],
    ['DELETE FROM audit_change'],
    ['UPDATE audit_operation SET id = id'],
    ['TRUNCATE vehicle'],
    ['DROP TABLE vehicle'],
    ['ALTER TABLE vehicle DISABLE TRIGGER record_change'],
    ['CREATE TABLE mine (id int)'],
    ['DELETE FROM _prisma_migrations'],
    ['SET session_replication_role = replica'],
  ])('may not %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('may read what was migrated', async () => {
    await expect(pool.query('SELECT FROM _prisma_migrations')).resolves.toBeDefined();
  });

  test('has ten seconds for a statement', async () => {
    const { rows } = await pool.query<{ statement_timeout: string }>('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '10s' }]);
  });
});

describe('functions of the prelude', () => {
  test.each([
    ['Åsa Öberg', 'asa oberg'],
    ['Đorđević', 'dordevic'],
    ['Łukasz', 'lukasz'],
    ['Straße', 'strasse'],
    ['ŐRY', 'ory'],
    [null, null],
  ])('search_fold(%s) is %s', async (value, folded) => {
    const { rows } = await owner.query('SELECT search_fold($1) AS folded', [value]);
    expect(rows).toEqual([{ folded }]);
  });

  test('search_fold is used by its index', async () => {
    await owner.query('SET enable_seqscan = off');
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM vehicle WHERE search_fold(name) LIKE '%aab%'`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('vehicle_search');
  });

  test('uuid7 is a version 7 of now, and ids made one after the other sort in that order', async () => {
    const { rows } = await owner.query<{ id: string }>('SELECT uuid7() AS id FROM generate_series(1, 2000)');
    const ids = rows.map((row) => row.id);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(2000);
    const time = Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(time - Date.now())).toBeLessThan(60_000);
    const micros = ids.map((id) => id.replaceAll('-', '').slice(0, 16));
    expect(micros).toEqual([...micros].sort());
  });
});

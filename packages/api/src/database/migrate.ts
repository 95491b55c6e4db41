/**
 * Brings a database up to date: the migrations that it lacks, in order, then the
 * standing SQL.
 *
 * Plain SQL through pg rather than Prisma's engine: each migration and its row in
 * `_prisma_migrations` commit together, so there is no half-applied migration to repair,
 * an error keeps PostgreSQL's own words, and a start does not load 3 MB of WebAssembly.
 * The table is Prisma's, written as Prisma writes it, so its tools can still read it.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { ensureApplicationRole } from './application-role.ts';
import { publicAddress, userOf, withClient } from './connect.ts';
import { DatabaseFailure, errorMessage } from './failure.ts';
import { checksumOf, type Migration, readMigrations, readStandingSql } from './migration-files.ts';
import { checkServer } from './server-check.ts';

/** The number that Prisma's own tools lock while they migrate. */
const migrationLock = 72_707_369;

export type MigrateOptions = {
  /** The application's login; default: that of the owner. */
  appUrl?: string;
  /** The folder that holds migrations/ and standing/. */
  folder?: string;
};

export type MigrateResult = { applied: string[]; standingApplied: boolean };

export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<MigrateResult> {
  const migrations = await readMigrations(options.folder);
  const standing = await readStandingSql(options.folder);
  return withClient(ownerUrl, async (client) => {
    await checkServer(client, ownerUrl);
    // Held by the session: it goes with the connection, whatever happens to this process.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await ensureApplicationRole(client, options.appUrl ?? ownerUrl);
    await createMigrationTable(client, ownerUrl);
    const pending = pendingOf(migrations, await readApplied(client));
    for (const migration of pending) await applyMigration(client, migration);
    const standingApplied = await applyStanding(client, standing, migrations, pending.length > 0);
    return { applied: pending.map((migration) => migration.name), standingApplied };
  });
}

export type MigrationStatus = { applied: string[]; pending: string[] };

/** Fails as `migrate` would where the database and the files have gone apart. */
export async function migrateStatus(ownerUrl: string, folder?: string): Promise<MigrationStatus> {
  const migrations = await readMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ has: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS has`,
    );
    const applied = rows[0]?.has ? await readApplied(client) : [];
    const pending = pendingOf(migrations, applied).map((migration) => migration.name);
    return { applied: applied.map((row) => row.name), pending };
  });
}

type AppliedMigration = { name: string; checksum: string; finished: boolean };

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

function pendingOf(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.name);
    if (migration === undefined) {
      throw new DatabaseFailure(
        'MIGRATIONS_DIVERGED',
        `The database has the migration ${row.name}, which this Kontor does not know: it was used by a newer version`,
      );
    }
    if (!row.finished) {
      throw new DatabaseFailure(
        'MIGRATIONS_DIVERGED',
        `The migration ${row.name} was begun by another tool and did not finish: repair it, or restore a backup`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new DatabaseFailure(
        'MIGRATIONS_DIVERGED',
        `The migration ${row.name} was changed after it was applied: restore the file and write a new migration`,
      );
    }
  }
  const names = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !names.has(migration.name));
}

async function createMigrationTable(client: pg.Client, ownerUrl: string): Promise<void> {
  try {
    await client.query(migrationTable);
  } catch (error) {
    throw new DatabaseFailure(
      'LOGIN_REFUSED',
      `The login ${userOf(ownerUrl)} may not create tables at ${publicAddress(ownerUrl)} (${errorMessage(error)}): make it the database's owner, or set MIGRATE_DATABASE_URL to the owner's login`,
      { cause: error },
    );
  }
}

async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  await inTransaction(client, `migration ${migration.name}`, async () => {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO public._prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt],
    );
  });
}

/**
 * Only if something in it changed: replacing a trigger locks its table, which a second
 * process that starts beside a busy one must not do for nothing. What was applied is
 * remembered as the comment of a function that the standing SQL makes.
 */
async function applyStanding(
  client: pg.Client,
  standing: { name: string; sql: string }[],
  migrations: Migration[],
  force: boolean,
): Promise<boolean> {
  const checksum = checksumOf(
    [...standing.map((file) => file.sql), ...migrations.map((migration) => migration.checksum)].join('\n'),
  );
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT obj_description(to_regprocedure('public.internal_tables()'), 'pg_proc') AS comment`,
  );
  if (!force && rows[0]?.comment === checksum) return false;
  await inTransaction(client, 'standing SQL', async () => {
    for (const file of standing) {
      await client.query(file.sql).catch((error: unknown) => {
        throw new Error(`${file.name}: ${errorMessage(error)}`, { cause: error });
      });
    }
    if (standing.length > 0) await client.query(`COMMENT ON FUNCTION public.internal_tables() IS '${checksum}'`);
  });
  return true;
}

async function inTransaction(client: pg.Client, what: string, task: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await task();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new DatabaseFailure('MIGRATION_FAILED', `The ${what} failed and was rolled back: ${errorMessage(error)}`, {
      cause: error,
    });
  }
}

/** As Prisma creates it. */
const migrationTable = `
  CREATE TABLE IF NOT EXISTS public._prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * `kontor migrate new`: what must change for the migrations to make what prisma/schema
 * says, written as one file to read before it is committed.
 *
 * Prisma's schema cannot say everything. CHECK and EXCLUDE constraints, triggers and
 * functions the engine does not see and leaves alone; indexes that the schema lacks it
 * would drop. An index or a constraint is taken for hand-written, and kept, if the
 * schema could not say it (partial, over an expression, with an operator class) or if
 * its name does not end as Prisma's names do.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inDatabase, withClient } from './connect.ts';
import { type Migration, prismaFolder, readMigrations, readPrismaSchema } from './migration-files.ts';
import { diffMigrationsToSchema } from './schema-engine.ts';
import { createScratchDatabase } from './scratch-database.ts';

export type NewMigration = { file: string; sql: string; kept: string[] };

/** Writes the migration; null if the migrations already make what the schema says. */
export async function migrateNew(ownerUrl: string, name: string, folder = prismaFolder): Promise<NewMigration | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`A migration is named like add_vehicles, not ${name}`);
  const { sql, kept } = await pendingChange(ownerUrl, folder);
  if (sql === '') return null;
  const target = path.join(folder, 'migrations', `${timestamp(new Date())}_${name}`);
  const file = path.join(target, 'migration.sql');
  await mkdir(target, { recursive: true });
  await writeFile(file, sql);
  return { file, sql, kept };
}

/** What a new migration would hold; empty if nothing. `kept` are the hand-written objects it leaves alone. */
export async function pendingChange(ownerUrl: string, folder = prismaFolder): Promise<{ sql: string; kept: string[] }> {
  const migrations = await readMigrations(folder);
  const script = await diffMigrationsToSchema(ownerUrl, migrations, await readPrismaSchema(folder));
  const steps = script
    .split(/\n(?=-- [A-Z])/)
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const drops = steps.flatMap((step) => droppedBy(step) ?? []);
  const handWritten = drops.length === 0 ? new Set<string>() : await findHandWritten(ownerUrl, migrations, drops);
  const kept = drops.filter((dropped) => handWritten.has(dropped));
  const remaining = steps.filter((step) => !handWritten.has(droppedBy(step) ?? ''));
  return { sql: remaining.length === 0 ? '' : `${remaining.join('\n\n')}\n`, kept };
}

/** The index or constraint that a step drops, if that is all it does. */
function droppedBy(step: string): string | null {
  const statement = step.replaceAll(/^--.*$/gm, '').trim();
  const match =
    /^DROP INDEX "(?:public"\.")?([^"]+)";$/.exec(statement) ??
    /^ALTER TABLE "[^"]+" DROP CONSTRAINT "([^"]+)";$/.exec(statement);
  return match?.[1] ?? null;
}

async function findHandWritten(ownerUrl: string, migrations: Migration[], names: string[]): Promise<Set<string>> {
  const scratch = await createScratchDatabase(ownerUrl, 'shadow');
  try {
    return await withClient(inDatabase(ownerUrl, scratch.name), async (client) => {
      for (const migration of migrations) await client.query(migration.sql);
      const { rows } = await client.query<{ name: string }>(
        `SELECT name FROM unnest($1::text[]) AS name
         WHERE name !~ '_(idx|key|fkey|pkey)$'
         OR EXISTS (
           SELECT FROM pg_index AS i
           JOIN pg_class AS c ON c.oid = i.indexrelid
           JOIN pg_am AS method ON method.oid = c.relam
           WHERE c.relname = name AND (
             i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR i.indisexclusion
             OR method.amname <> 'btree' OR i.indnatts <> i.indnkeyatts
             OR EXISTS (SELECT FROM unnest(i.indclass) AS used JOIN pg_opclass AS o ON o.oid = used WHERE NOT o.opcdefault)
           )
         )`,
        [names],
      );
      return new Set(rows.map((row) => row.name));
    });
  } finally {
    await scratch.drop();
  }
}

function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

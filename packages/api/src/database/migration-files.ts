/** What stands in prisma/: the migrations, and the SQL that is applied again after them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { workspaceRoot } from '../env.ts';

export const prismaFolder = path.join(workspaceRoot, 'prisma');

export type Migration = { name: string; sql: string; checksum: string };

/** In the order in which they are applied: that of their names. */
export async function readMigrations(folder = prismaFolder): Promise<Migration[]> {
  const base = path.join(folder, 'migrations');
  const entries = await readdir(base, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readSql(path.join(base, name, 'migration.sql'));
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

/** Idempotent SQL: triggers, grants and functions that follow from which tables there are. */
export async function readStandingSql(folder = prismaFolder): Promise<{ name: string; sql: string }[]> {
  const base = path.join(folder, 'standing');
  const names = (await readdir(base)).filter((name) => name.endsWith('.sql'));
  return Promise.all(names.sort().map(async (name) => ({ name, sql: await readSql(path.join(base, name)) })));
}

export async function readPrismaSchema(folder = prismaFolder): Promise<{ path: string; content: string }[]> {
  const base = path.join(folder, 'schema');
  const names = (await readdir(base)).filter((name) => name.endsWith('.prisma'));
  return Promise.all(
    names.sort().map(async (name) => {
      const file = path.join(base, name);
      return { path: file, content: await readFile(file, 'utf8') };
    }),
  );
}

export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A checkout that turned line ends into CRLF must not change a checksum. */
async function readSql(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
}

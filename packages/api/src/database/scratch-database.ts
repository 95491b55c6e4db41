/** Databases that are made to be thrown away: for the shadow of a migration, and for tests. */
import { randomBytes } from 'node:crypto';
import { inDatabase, withClient } from './connect.ts';

export type ScratchDatabase = { url: string; name: string; drop(): Promise<void> };

/** Empty, from template0: what somebody put into template1 must not show. */
export async function createScratchDatabase(ownerUrl: string, purpose: string): Promise<ScratchDatabase> {
  const name = `kontor_${purpose}_${randomBytes(6).toString('hex')}`;
  await createDatabase(ownerUrl, name, 'template0');
  return { name, url: inDatabase(ownerUrl, name), drop: () => dropDatabase(ownerUrl, name) };
}

/**
 * A migrated database to clone. `fill` gets the address of the new database; the
 * template appears under its name only when it is full, so an aborted run leaves none.
 * One that is there already is kept: put what it depends on into the name.
 */
export async function createTemplate(
  ownerUrl: string,
  name: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [`template ${name}`]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) return;
    const unfinished = await createScratchDatabase(ownerUrl, 'template');
    try {
      await fill(unfinished.url);
      await client.query(
        `ALTER DATABASE ${client.escapeIdentifier(unfinished.name)} RENAME TO ${client.escapeIdentifier(name)}`,
      );
    } catch (error) {
      await unfinished.drop();
      throw error;
    }
  });
}

/** Copies the files, which for a small database is six times as fast as the log (STRATEGY wal_log). */
export async function cloneDatabase(ownerUrl: string, template: string, name: string): Promise<ScratchDatabase> {
  await createDatabase(ownerUrl, name, template);
  return { name, url: inDatabase(ownerUrl, name), drop: () => dropDatabase(ownerUrl, name) };
}

export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const drop = `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`;
    try {
      await client.query(`${drop} WITH (FORCE)`);
    } catch (error) {
      // The owner may not end an autovacuum that is under way; without FORCE the server ends it by itself.
      if ((error as { code?: string }).code !== '42501') throw error;
      await client.query(drop);
    }
  });
}

async function createDatabase(ownerUrl: string, name: string, template: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}
         ENCODING 'UTF8' STRATEGY file_copy`,
    ),
  );
}

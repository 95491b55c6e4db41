/** The database that this process uses: the one that DATABASE_URL names, or the embedded one. */
import type { Env } from '../env.ts';
import { withClient } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import type { Report } from './place.ts';
import { checkServer } from './server-check.ts';

export type Database = {
  kind: 'embedded' | 'external';
  /** Owns the tables: for migrations alone. */
  ownerUrl: string;
  /** What the application connects with (`createPool`). */
  appUrl: string;
  /** Stops the embedded server if no other process uses it. */
  stop(): Promise<void>;
};

export async function openDatabase(env: Env, report: Report = () => {}): Promise<Database> {
  if (env.databaseUrl === null) {
    const embedded = await startEmbedded({ home: env.home, port: env.postgresPort, report });
    return { kind: 'embedded', ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, stop: embedded.stop };
  }
  const appUrl = env.databaseUrl;
  await withClient(appUrl, (client) => checkServer(client, appUrl));
  return { kind: 'external', ownerUrl: env.migrateDatabaseUrl ?? appUrl, appUrl, stop: async () => {} };
}

/** Opened and migrated: ready for the application. */
export async function openMigratedDatabase(env: Env, report: Report = () => {}): Promise<Database> {
  const database = await openDatabase(env, report);
  try {
    const { applied } = await migrate(database.ownerUrl, { appUrl: database.appUrl });
    if (applied.length > 0) report(`Migrated the database: ${applied.join(', ')}`);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

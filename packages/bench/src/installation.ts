import path from 'node:path';
import { type RunningServer, readEnv, startServer, workspaceRoot } from '@kontor/api';
import { createScratchDatabase, migrate, startEmbedded } from '@kontor/api/database';
import pg from 'pg';
import { fill } from './data.ts';

export interface Installation {
  readonly server: RunningServer;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly pool: pg.Pool;
}

/** Fills a database of its own with so many people, has work done on it, and throws it away. */
export async function onPeople(people: number, work: (installation: Installation) => Promise<void>): Promise<void> {
  const embedded = await startEmbedded({ home: path.join(workspaceRoot, '.kontor/bench'), report: console.error });
  try {
    const scratch = await createScratchDatabase(embedded.ownerUrl, 'kontor_bench');
    const address = new URL(embedded.appUrl);
    address.pathname = new URL(scratch.url).pathname;
    const appUrl = address.href;
    await migrate(scratch.url, { appUrl });
    const env = {
      ...readEnv({}),
      port: 0,
      host: '127.0.0.1',
      logLevel: 'warn' as const,
      seed: false,
      rateCapacity: 1e12,
      ratePerSecond: 1e12,
    };
    const server = await startServer({
      env,
      database: { kind: 'external', appUrl, ownerUrl: scratch.url, stop: async () => {} },
    });
    console.error(`Writing ${people.toLocaleString('en')} people …`);
    await fill(server, people);
    const pool = new pg.Pool({ connectionString: scratch.url, max: 1 });
    await pool.query('vacuum analyze');
    await work({ server, appUrl, ownerUrl: scratch.url, pool });
    await pool.end();
    await scratch.drop();
  } finally {
    await embedded.stop();
  }
}

import path from 'node:path';
import {
  foldBalances,
  localOperator,
  type RunningServer,
  readEnv,
  seedBooks,
  startServer,
  workspaceRoot,
} from '@kontor/api';
import {
  createScratchDatabase,
  createTemplate,
  inDatabase,
  migrate,
  startEmbedded,
  withClient,
} from '@kontor/api/database';
import { onDatabase, startKontor } from '@kontor/testkit';
import pg from 'pg';
import { fill } from './data.ts';

export interface Installation {
  readonly server: RunningServer;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly pool: pg.Pool;
}

const settings = {
  ...readEnv({}),
  port: 0,
  host: '127.0.0.1',
  logLevel: 'warn' as const,
  seed: false,
  rateCapacity: 1e12,
  ratePerSecond: 1e12,
};

const serverOn = (appUrl: string, ownerUrl: string): Promise<RunningServer> =>
  startServer({ env: settings, database: { kind: 'external', appUrl, ownerUrl, stop: async () => {} } });

/** The folder of the benchmarks' own installation. */
export const benchHome = path.join(workspaceRoot, '.kontor/bench');

/** A server in a process of its own, as `npm start` runs it: what it holds is what a customer's server holds. */
export interface Built {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the built server on a database. */
export async function startBuilt(database: Pick<Installation, 'appUrl' | 'ownerUrl'>): Promise<Built> {
  const env = {
    ...onDatabase(database),
    PORT: '0',
    KONTOR_SEED: 'false',
    LOG_LEVEL: 'warn',
    KONTOR_RATE_CAPACITY: '1000000000000',
    KONTOR_RATE_PER_SECOND: '1000000000000',
  };
  const server = await startKontor(['serve'], { home: benchHome, env });
  const url = /Kontor is at (\S+)/.exec(await server.says('Kontor is at http'))?.[1] ?? '';
  return {
    pid: server.pid,
    port: Number(new URL(url).port),
    stop: async () => {
      server.signal('SIGTERM');
      await server.ended;
    },
  };
}

const embeddedServer = () => startEmbedded({ home: benchHome, report: console.error });

/** Has work done on a database of its own, which is thrown away. */
export async function onScratch(work: (installation: Installation) => Promise<void>): Promise<void> {
  const embedded = await embeddedServer();
  try {
    const scratch = await createScratchDatabase(embedded.ownerUrl, 'kontor_bench');
    const appUrl = inDatabase(embedded.appUrl, scratch.name);
    await migrate(scratch.url, { appUrl });
    const server = await serverOn(appUrl, scratch.url);
    const pool = new pg.Pool({ connectionString: scratch.url, max: 1 });
    // Where the work fails, the database ends before it: the failure is what is told.
    pool.on('error', () => {});
    await work({ server, appUrl, ownerUrl: scratch.url, pool });
    await pool.end();
    await scratch.drop();
  } finally {
    await embedded.stop();
  }
}

/** Has work done on a database with so many people. */
export const onPeople = (people: number, work: (installation: Installation) => Promise<void>): Promise<void> =>
  onScratch(async (installation) => {
    console.error(`Writing ${people.toLocaleString('en')} people …`);
    await fill(installation.server, people);
    await installation.pool.query('vacuum analyze');
    await work(installation);
  });

/** The company whose books are filled. */
export const booksCode = 'BOOKS';

/**
 * Has work done on a database with books of so many lines. It is kept for the next time, as making it takes minutes:
 * whoever wants the space back removes `.kontor/bench`.
 */
export async function onBooks(lines: number, work: (installation: Installation) => Promise<void>): Promise<void> {
  const embedded = await embeddedServer();
  try {
    const name = `kontor_bench_books_${lines}`;
    await createTemplate(embedded.ownerUrl, name, async (ownerUrl) => {
      const appUrl = inDatabase(embedded.appUrl, new URL(ownerUrl).pathname.slice(1));
      await migrate(ownerUrl, { appUrl });
      const server = await serverOn(appUrl, ownerUrl);
      console.error(`Writing ${lines.toLocaleString('en')} lines …`);
      const place = { app: server.app, viewer: localOperator, ownerUrl };
      await seedBooks(place, { code: booksCode, lines, anyway: false }, (done) => console.error(`  ${done} lines`));
      await foldBalances(server.app.pool);
      await server.stop();
      // What is measured does not look at the chain, and linking so much takes as long as writing it.
      await withClient(ownerUrl, (client) => client.query('truncate ledger_pending'));
    });
    const [appUrl, ownerUrl] = [inDatabase(embedded.appUrl, name), inDatabase(embedded.ownerUrl, name)];
    await migrate(ownerUrl, { appUrl });
    const server = await serverOn(appUrl, ownerUrl);
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
    await work({ server, appUrl, ownerUrl, pool });
    await pool.end();
  } finally {
    await embedded.stop();
  }
}

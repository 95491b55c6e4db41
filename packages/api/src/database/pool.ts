/** The application's connections: never the owner's, and never without a time limit. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { applicationRole } from './application-role.ts';
import { connectTimeoutMs, userOf } from './connect.ts';

/** What a request may take in the database; the graph's own limit is longer and ends after it. */
const statementTimeoutMs = 10_000;

export type PoolOptions = { waitMs?: number; max?: number; applicationName?: string; onError?: (error: Error) => void };

export function createPool(appUrl: string, options: PoolOptions = {}): pg.Pool {
  const config: pg.PoolConfig & { readonly pipeline: true } = {
    connectionString: appUrl,
    // What a transaction asks for at once, as Prisma does for relations, is sent at once and not queued by the driver.
    pipeline: true,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.waitMs ?? connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: options.applicationName ?? 'kontor',
    // A login that may do more acts as the application's role, before its first statement.
    // oxlint-disable-next-line typescript/no-misused-promises -- pg awaits it; its types do not say so.
    ...(userOf(appUrl) === applicationRole ? {} : { onConnect: actAsApplication }),
  };
  const pool = new pg.Pool(config);
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', options.onError ?? (() => {}));
  return pool;
}

/**
 * Few connections, for reads that take long: more would only take the processors from everything else. Whoever is alone
 * with a report has it made by several processors; where others wait or have one made too, each takes one, so that looking
 * up a row finds another.
 */
export function createReportPool(appUrl: string, options: Pick<PoolOptions, 'max' | 'onError'>): pg.Pool {
  const pool = createPool(appUrl, { ...options, applicationName: 'kontor reports', waitMs: statementTimeoutMs });
  const sharing = new WeakMap<pg.PoolClient, boolean>();
  const tell = (client: pg.PoolClient, statement: string): void => {
    // A connection that does not take it fails at the report itself, which says so.
    client.query(statement).catch(() => sharing.delete(client));
  };
  pool.on('acquire', (client) => {
    const [before, shares] = [sharing.get(client), pool.waitingCount > 0 || pool.totalCount - pool.idleCount > 1];
    if (before === shares) return;
    sharing.set(client, shares);
    // The planner takes every day for a group of its own, and would spare itself handing over groups that there are not.
    if (before === undefined) tell(client, 'set parallel_tuple_cost = 0.01');
    tell(client, shares ? 'set max_parallel_workers_per_gather = 0' : 'reset max_parallel_workers_per_gather');
  });
  return pool;
}

const mostPrepared = 500;
const mostParameters = 40;
const longestPrepared = 8_000;
const prepared = new Map<string, string>();

/**
 * Names statements so that the server parses and plans each once for a connection, which for a posting is half of its
 * work. What is written in bulk has another text each time, and is not worth keeping.
 */
function statementName({ sql, args }: { readonly sql: string; readonly args: readonly unknown[] }): string {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  const isOneOfMany = args.length > mostParameters || sql.length > longestPrepared || prepared.size >= mostPrepared;
  if (args.length === 0 || isOneOfMany) return '';
  const name = `command ${prepared.size + 1}`;
  prepared.set(sql, name);
  return name;
}

/** For commands. Reads go through the compiler, on the same pool. Its errors do not repeat what was to be written. */
export function createPrismaClient(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
    errorFormat: 'minimal',
  });
}

async function actAsApplication(client: pg.ClientBase): Promise<void> {
  await client.query(`SET ROLE ${applicationRole}`);
}

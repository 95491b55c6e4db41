/**
 * The database that comes with Kontor: a PostgreSQL below KONTOR_HOME, started with the
 * first process that needs it and stopped with the last.
 *
 * Several processes may use it at once (the server and a command line, say). Each leaves
 * a lease with its identity; whoever leaves last stops the server. A process that was
 * killed leaves a dead lease, which counts for nothing, and a live server, which the
 * next one adopts.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureCluster, type Secrets } from './cluster.ts';
import { withClient } from './connect.ts';
import { preparePlace, type Report } from './place.ts';
import { isAlive, processIdentity, withLock } from './process-lock.ts';
import { ensureRunning, socketFolder, stopServer, superuserUrl } from './server-process.ts';

export type EmbeddedOptions = {
  /** KONTOR_HOME. */
  home: string;
  /** Null chooses a free port once and remembers it. */
  port?: number | null;
  /** False gives up crash safety for speed: for tests alone. */
  durable?: boolean;
  /** Told what a person should know, such as a folder elsewhere. */
  report?: Report;
};

export type EmbeddedDatabase = {
  /** Owns the tables, migrates, makes and drops databases. */
  ownerUrl: string;
  /** The application's login. */
  appUrl: string;
  port: number;
  /** Whether no other process used the server when this one came. */
  alone: boolean;
  /** Gives back this process's share; the server stops when nobody has one. */
  stop(): Promise<void>;
};

const database = 'kontor';
let leases = 0;

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await preparePlace(path.resolve(options.home), options.report ?? (() => {}));
  const lock = path.join(place.folder, 'lock');
  const leaseFolder = path.join(place.folder, 'leases');
  const lease = path.join(leaseFolder, `${processIdentity(process.pid) ?? process.pid}~${leases++}`);
  await mkdir(leaseFolder, { recursive: true });

  const leave = async () => {
    await rm(lease, { force: true });
    if (!(await someoneElseUses(leaseFolder))) await stopServer(place);
  };
  const started = await withLock(lock, async () => {
    const alone = !(await someoneElseUses(leaseFolder));
    await writeFile(lease, '');
    try {
      const secrets = await ensureCluster(place);
      const port = await ensureRunning(place, secrets, {
        port: options.port ?? null,
        durable: options.durable ?? true,
      });
      await ensureLogins(secrets, port);
      return { secrets, port, alone, socket: socketFolder(place, port) };
    } catch (error) {
      // The reason of the failure matters, not that of tidying up after it.
      await leave().catch(() => {});
      throw error;
    }
  });

  // Programs that do not know of the socket reach the same server by what stands before.
  const bySocket = started.socket === null ? '' : `&host=${encodeURIComponent(started.socket)}`;
  const url = (login: string, password: string) =>
    `postgresql://${login}:${password}@127.0.0.1:${started.port}/${database}?sslmode=disable${bySocket}`;
  let stopped: Promise<void> | null = null;
  return {
    ownerUrl: url('kontor_owner', started.secrets.owner),
    appUrl: url('kontor_app', started.secrets.application),
    port: started.port,
    alone: started.alone,
    stop: () => {
      stopped ??= withLock(lock, leave);
      return stopped;
    },
  };
}

/** Removes the leases of the dead on the way. */
async function someoneElseUses(leaseFolder: string): Promise<boolean> {
  let used = false;
  for (const name of await readdir(leaseFolder)) {
    if (isAlive(name.split('~')[0] ?? '')) used = true;
    else await rm(path.join(leaseFolder, name), { force: true });
  }
  return used;
}

/** Each step on its own, so that a start that was aborted between two is finished by the next. */
async function ensureLogins(secrets: Secrets, port: number): Promise<void> {
  const admin = superuserUrl(secrets, port);
  await withClient(admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles WHERE rolname IN ('kontor_owner', 'kontor_app')
       UNION ALL SELECT datname FROM pg_database WHERE datname = '${database}'`,
    );
    const has = (name: string) => rows.some((row) => row.name === name);
    // CREATEDB: the shadow database of a new migration, and the databases of tests.
    if (!has('kontor_owner')) await client.query(`CREATE ROLE kontor_owner LOGIN CREATEDB PASSWORD '${secrets.owner}'`);
    if (!has('kontor_app')) await client.query(`CREATE ROLE kontor_app LOGIN PASSWORD '${secrets.application}'`);
    if (!has(database)) await client.query(`CREATE DATABASE ${database} OWNER kontor_owner TEMPLATE template0`);
    if (!has(database))
      await client.query(
        `REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO kontor_app`,
      );
  });
}

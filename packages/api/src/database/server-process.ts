/** The running embedded server: found, started or stopped. The caller holds the lock. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath, run } from './binaries.ts';
import { reasonIn, type Secrets } from './cluster.ts';
import { connect } from './connect.ts';
import { DatabaseFailure, errorMessage } from './failure.ts';
import type { Place } from './place.ts';
import { processIdentity } from './process-lock.ts';

const startTimeoutMs = 60_000;
const logLimitBytes = 10 * 1024 * 1024;

/** `durable: false` gives up crash safety for speed: for tests alone. */
export type ServerOptions = { port: number | null; durable: boolean };

/** Starts the server, or adopts the one that a killed process left behind. Returns its port. */
export async function ensureRunning(place: Place, secrets: Secrets, options: ServerOptions): Promise<number> {
  const live = await findLive(place);
  if (live !== null) {
    await waitUntilReady(place, secrets, live.port);
    return live.port;
  }
  return launch(place, secrets, options);
}

export async function stopServer(place: Place): Promise<void> {
  if ((await findLive(place)) === null) return;
  const stopped = await run(
    programPath(place.binaries, 'pg_ctl'),
    ['stop', '--pgdata', place.data, '--mode=fast', '--wait', '--timeout=30'],
    place.account,
  );
  if (stopped.status !== 0 && (await findLive(place)) !== null) {
    throw new DatabaseFailure('SERVER_FAILED', `The database did not stop: ${reasonIn(stopped.output)}`);
  }
}

/** The server that postmaster.pid names, if it lives; a file that a dead one left is removed. */
async function findLive(place: Place): Promise<{ pid: number; port: number } | null> {
  const file = path.join(place.data, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0)) return null;
  if (processIdentity(pid) !== null && (await isPostgres(pid))) return { pid, port };
  // PostgreSQL would refuse to start if a zombie, or another program of the same user, has the pid now.
  await rm(file, { force: true });
  return null;
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.trim() === 'postgres';
}

async function launch(place: Place, secrets: Secrets, options: ServerOptions): Promise<number> {
  const remembered = path.join(place.folder, 'port');
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(remembered, options.port);
    const started = await start(place, port, options.durable);
    if (started === null) {
      await writeFile(remembered, String(port));
      await waitUntilReady(place, secrets, port);
      return port;
    }
    const portTaken = /could not bind|address already in use/i.test(started);
    if (portTaken && options.port !== null) throw portFailure(port);
    // What is worth another try: the port went between choosing and binding, or the
    // processes of a server that was killed have not all ended.
    const passing = portTaken || /pre-existing shared memory|is another postmaster/i.test(started);
    if (!passing || attempt === 8) {
      throw new DatabaseFailure(
        'SERVER_FAILED',
        `The database did not start: ${reasonIn(started)} (${logFile(place)})`,
      );
    }
    await sleep(500);
  }
}

/** Null, or what the server wrote before it gave up. */
async function start(place: Place, port: number, durable: boolean): Promise<string | null> {
  await removeSockets(place);
  const log = logFile(place);
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size > logLimitBytes) await truncate(log);
  const from = size > logLimitBytes ? 0 : size;
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // In the folder of the data, which its user alone may enter. The server works there, so however long its path is.
    'unix_socket_directories=.',
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    // A page read at random costs little more than the next one: on solid-state disks, and from memory all the more.
    'random_page_cost=1.1',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ];
  const started = await run(
    programPath(place.binaries, 'pg_ctl'),
    [
      'start',
      '--pgdata',
      place.data,
      '--log',
      log,
      '--wait',
      `--timeout=${startTimeoutMs / 1000}`,
      '--options',
      settings.map((setting) => `-c ${setting}`).join(' '),
    ],
    place.account,
  );
  if (started.status === 0) return null;
  const written = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(from).toString();
  return written.trim() === '' ? started.output : written;
}

/** A server that was killed leaves its socket, with the pid that it had: whatever has it now would count as that server. */
async function removeSockets({ data }: Place): Promise<void> {
  for (const name of await readdir(data))
    if (name.startsWith('.s.PGSQL.')) await rm(path.join(data, name), { force: true });
}

async function choosePort(remembered: string, configured: number | null): Promise<number> {
  if (configured !== null) {
    if (!(await isFree(configured))) throw portFailure(configured);
    return configured;
  }
  const last = Number(await readFile(remembered, 'utf8').catch(() => ''));
  if (last > 0 && (await isFree(last))) return last;
  return freePort();
}

function portFailure(port: number): DatabaseFailure {
  return new DatabaseFailure(
    'PORT_TAKEN',
    `Port ${port} is taken by another program: set KONTOR_POSTGRES_PORT to a free port, or leave it out to have one chosen`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A server that was killed replays its log first, and refuses connections until it has. */
async function waitUntilReady(place: Place, secrets: Secrets, port: number): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    try {
      await checkOurs(place, superuserUrl(secrets, port));
      return;
    } catch (error) {
      const hopeless = error instanceof DatabaseFailure && error.code === 'LOGIN_REFUSED';
      if (hopeless || Date.now() > deadline) {
        throw new DatabaseFailure(
          'SERVER_FAILED',
          `The embedded database on port ${port} does not answer as ours: ${errorMessage(error)}`,
          { cause: error },
        );
      }
      await sleep(100);
    }
  }
}

/** That it knows our password is the proof; that it serves this folder is the check on the port. */
async function checkOurs(place: Place, url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0] && existsSync(rows[0].data_directory) && rows[0].data_directory !== place.data) {
      throw new DatabaseFailure('LOGIN_REFUSED', `it serves ${rows[0].data_directory}`);
    }
  } finally {
    await client.end();
  }
}

/** What an address of a socket may have on every system; Linux takes 107 bytes. */
const socketPathAtMostBytes = 103;

/**
 * The folder of the server's socket, over which a statement travels in two thirds of the time that it takes over TCP. Null
 * where there is none: its path would be too long, or the server that runs was started without one.
 */
export function socketFolder(place: Place, port: number): string | null {
  const socket = path.join(place.data, `.s.PGSQL.${port}`);
  return Buffer.byteLength(socket) <= socketPathAtMostBytes && existsSync(socket) ? place.data : null;
}

export function superuserUrl(secrets: Secrets, port: number): string {
  return `postgresql://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres?sslmode=disable`;
}

function logFile(place: Place): string {
  return path.join(place.data, 'server.log');
}

/**
 * The embedded server with real processes, each in a folder of its own: what happens
 * to it is what happens to people's machines.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workspaceRoot } from '../env.ts';
import { withClient } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { isAlive, processIdentity } from './process-lock.ts';

const asRoot = process.getuid?.() === 0;
const nobody = 65_534;
let base: string;
let home: string;
let processes: Holder[] = [];

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'kontor embedded '));
  await chmod(base, 0o755);
  home = path.join(base, 'a home');
  processes = [];
});

afterEach(async () => {
  for (const holder of processes) holder.kill();
  const pid = await postmaster();
  if (pid !== null) process.kill(pid, 'SIGQUIT');
  await eventually(async () => (await postmaster()) === null);
  await rm(base, { recursive: true, force: true });
});

/** Another Node process that starts the database, says where, and stops it when its input ends. */
class Holder {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly lines: string[] = [];
  private readonly ended: Promise<void>;

  constructor(options: { home: string; port?: number }, uid?: number) {
    const script = `
      import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))};
      try {
        const database = await startEmbedded({ report: console.log, ...${JSON.stringify(options)} });
        console.log('ready ' + database.ownerUrl);
        process.stdin.on('end', () => database.stop().then(() => console.log('stopped'))).resume();
      } catch (error) {
        console.log(error.name + ' ' + error.code + ' ' + error.message);
        process.exit(1);
      }`;
    this.child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: workspaceRoot,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    createInterface(this.child.stdout).on('line', (line) => this.lines.push(line));
    createInterface(this.child.stderr).on('line', (line) => this.lines.push(`stderr ${line}`));
    this.ended = new Promise((resolve) => this.child.on('close', () => resolve()));
    processes.push(this);
  }

  async ready(): Promise<string> {
    await eventually(() => this.lines.some((line) => /^(ready|DatabaseFailure|stderr)/.test(line)));
    const url = this.lines.find((line) => line.startsWith('ready '))?.slice('ready '.length);
    if (url === undefined) throw new Error(this.lines.join('\n'));
    return url;
  }

  async failure(): Promise<string> {
    await this.ended;
    return this.lines.join('\n');
  }

  async stop(): Promise<void> {
    this.child.stdin.end();
    await this.ended;
    expect(this.lines.at(-1)).toBe('stopped');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  async killed(): Promise<void> {
    this.kill();
    await this.ended;
  }
}

async function eventually(condition: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The pid of the live server, if there is one. */
async function postmaster(folder = path.join(home, 'postgres/data')): Promise<number | null> {
  const pid = Number((await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  return pid > 0 && processIdentity(pid) !== null ? pid : null;
}

const remember = (url: string, value: number) =>
  withClient(url, (client) => client.query(`CREATE TABLE remembered AS SELECT ${value} AS value`));
const remembered = (url: string) =>
  withClient(
    url,
    async (client) => (await client.query<{ value: number }>('SELECT value FROM remembered')).rows[0]?.value,
  );

describe('a start', () => {
  test('makes a server in a folder with a space; the second finds what the first stored', async () => {
    const first = await startEmbedded({ home });
    await remember(first.ownerUrl, 1);
    const settings = await withClient(first.appUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT current_setting('server_encoding') AS encoding, lower('ÅŐ') AS lower, current_setting('listen_addresses') AS addresses,
           current_setting('fsync') AS fsync, (SELECT datlocprovider::text FROM pg_database WHERE datname = 'kontor') AS provider`,
      );
      return rows[0] as unknown;
    });
    expect(settings).toEqual({ encoding: 'UTF8', lower: 'åő', addresses: '127.0.0.1', fsync: 'on', provider: 'i' });
    await first.stop();
    expect(await postmaster()).toBeNull();
    const second = await startEmbedded({ home });
    expect(second.port).toBe(first.port);
    expect(await remembered(second.ownerUrl)).toBe(1);
    await second.stop();
    await second.stop();
  });

  test('leaves its passwords to its own user alone, and in one place', async () => {
    const database = await startEmbedded({ home });
    const folder = path.join(home, 'postgres');
    expect((await stat(path.join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['data', 'leases', 'port', 'secrets.json']);
    await database.stop();
  });

  test('is reached by a socket that its user alone can open, and by TCP where its path is too long', async () => {
    const nameOf = (url: string) =>
      withClient(url, async (client) => {
        const { rows } = await client.query<{ by: string | null; name: string }>(
          'SELECT host(inet_client_addr()) AS by, current_database() AS name',
        );
        return rows[0];
      });
    const near = await startEmbedded({ home });
    const data = path.join(home, 'postgres/data');
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(data, `.s.PGSQL.${near.port}`))).mode & 0o777).toBe(0o700);
    expect(await nameOf(near.appUrl)).toEqual({ by: null, name: 'kontor' });
    const byTcp = new URL(near.appUrl);
    byTcp.searchParams.delete('host');
    expect(await nameOf(byTcp.href)).toEqual({ by: '127.0.0.1', name: 'kontor' });
    await near.stop();
    home = path.join(base, 'far '.repeat(20).trim());
    const far = await startEmbedded({ home });
    expect(await nameOf(far.appUrl)).toEqual({ by: '127.0.0.1', name: 'kontor' });
    await far.stop();
  });

  test('of two processes at once makes one server, which the last to leave stops', async () => {
    const [one, two] = [new Holder({ home }), new Holder({ home })];
    const urls = [await one.ready(), await two.ready()];
    expect(urls[0]).toBe(urls[1]);
    await one.stop();
    expect(await postmaster()).not.toBeNull();
    await withClient(urls[1] ?? '', (client) => client.query('SELECT 1'));
    await two.stop();
    expect(await postmaster()).toBeNull();
  });
});

describe('after a crash', () => {
  test('of Node, the server that lives on is adopted and stopped', async () => {
    const killed = new Holder({ home });
    await remember(await killed.ready(), 2);
    const pid = await postmaster();
    await killed.killed();
    expect(await postmaster()).toBe(pid);
    const next = await startEmbedded({ home });
    expect(await postmaster()).toBe(pid);
    expect(await remembered(next.ownerUrl)).toBe(2);
    await next.stop();
    expect(await postmaster()).toBeNull();
  });

  test('of Node and of the server, the data is there again', async () => {
    const killed = new Holder({ home });
    await remember(await killed.ready(), 3);
    const pid = (await postmaster()) ?? 0;
    await killed.killed();
    process.kill(pid, 'SIGKILL');
    const next = await startEmbedded({ home });
    expect(await remembered(next.ownerUrl)).toBe(3);
    await next.stop();
  });

  test('in the first start, while the files were being made, the second try works', async () => {
    const folder = path.join(home, 'postgres');
    const killed = new Holder({ home });
    const unfinished = async () =>
      (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('data.new-'));
    await eventually(async () => (await unfinished()).length > 0);
    await killed.killed();
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
    const next = await startEmbedded({ home });
    expect(await unfinished()).toEqual([]);
    await next.stop();
  });

  test('a postmaster.pid that names another program is no server', async () => {
    const first = await startEmbedded({ home });
    await first.stop();
    const file = path.join(home, 'postgres/data/postmaster.pid');
    await writeFile(file, `${process.pid}\n${home}\n0\n${first.port}\n\n\n\n`);
    const socketLock = path.join(path.dirname(file), `.s.PGSQL.${first.port}.lock`);
    await writeFile(socketLock, `${process.pid}\n${home}\n0\n${first.port}\n.\n`);
    const next = await startEmbedded({ home });
    await withClient(next.ownerUrl, (client) => client.query('SELECT 1'));
    await next.stop();
  });

  test('a lock whose process is gone is taken over', async () => {
    await mkdir(path.join(home, 'postgres'), { recursive: true });
    await writeFile(path.join(home, 'postgres/lock'), '999999.1');
    const database = await startEmbedded({ home });
    await database.stop();
  });
});

describe('what cannot work is said on one line', () => {
  test('a port that is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await eventually(() => other.listening);
    const port = (other.address() as net.AddressInfo).port;
    await expect(startEmbedded({ home, port })).rejects.toThrow(
      `Port ${port} is taken by another program: set KONTOR_POSTGRES_PORT to a free port, or leave it out to have one chosen`,
    );
    // One that nobody asked for is chosen anew.
    await writeFile(path.join(home, 'postgres/port'), String(port));
    const database = await startEmbedded({ home });
    expect(database.port).not.toBe(port);
    await database.stop();
    other.close();
  });

  test('a folder that cannot be made', async () => {
    await writeFile(path.join(base, 'file'), '');
    await expect(startEmbedded({ home: path.join(base, 'file/home') })).rejects.toMatchObject({
      code: 'FOLDER_NOT_WRITABLE',
      message: expect.stringMatching(/^Cannot write in .*: set KONTOR_HOME to a folder that this user may write$/),
    });
  });

  test('passwords that are gone', async () => {
    await (await startEmbedded({ home })).stop();
    await rm(path.join(home, 'postgres/secrets.json'));
    await expect(startEmbedded({ home })).rejects.toThrow(/The passwords of the database in .* are missing: restore/);
  });
});

describe.runIf(asRoot)('users', () => {
  test('an ordinary user runs the server itself, and root joins as that user', async () => {
    await mkdir(home);
    await chown(home, nobody, nobody);
    const ordinary = new Holder({ home }, nobody);
    const url = await ordinary.ready();
    expect((await stat(path.join(home, 'postgres/data'))).uid).toBe(nobody);
    await remember(url, 4);
    await ordinary.stop();
    const root = await startEmbedded({ home });
    expect(await remembered(root.ownerUrl)).toBe(4);
    await root.stop();
  });

  test('an ordinary user cannot use the folder of another', async () => {
    await (await startEmbedded({ home })).stop();
    expect(await new Holder({ home }, nobody).failure()).toMatch(
      /^DatabaseFailure FOLDER_NOT_WRITABLE Cannot write in /,
    );
  });

  test('below a folder that root keeps to itself the data goes elsewhere, is said so, and stays there', async () => {
    await mkdir(path.join(base, 'private'), { mode: 0o700 });
    home = path.join(base, 'private/home');
    const said: string[] = [];
    const first = await startEmbedded({ home, report: (line) => said.push(line) });
    await remember(first.ownerUrl, 5);
    await first.stop();
    const elsewhere = await readFile(path.join(home, 'postgres/data-folder'), 'utf8');
    expect(said).toEqual([
      expect.stringMatching(/^The user \w+ cannot reach .*; the database is kept in \/var\/lib\/kontor\//),
    ]);
    expect(elsewhere).toMatch(/^\/var\/lib\/kontor\//);
    await chmod(path.join(base, 'private'), 0o755);
    const second = await startEmbedded({ home });
    expect(await remembered(second.ownerUrl)).toBe(5);
    await second.stop();
    await rm(path.dirname(elsewhere), { recursive: true });
  });
});

test('a process is known by more than its number', () => {
  const own = processIdentity(process.pid) ?? '';
  expect(isAlive(own)).toBe(true);
  if (process.platform === 'linux') expect(isAlive(`${process.pid}.1`)).toBe(false);
  expect(isAlive('999999.1')).toBe(false);
  expect(isAlive('')).toBe(false);
});

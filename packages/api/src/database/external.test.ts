/** The oldest server we accept: the machine's own PostgreSQL 15, where it has one. */
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { inDatabase, withClient } from './connect.ts';
import { migrate } from './migrate.ts';
import { openDatabase, openMigratedDatabase } from './open-database.ts';
import { createPool } from './pool.ts';

const binaries = '/usr/lib/postgresql/15/bin';
const present = existsSync(`${binaries}/initdb`) && existsSync(`${binaries}/postgres`);
const account = process.getuid?.() === 0 ? accountOf('postgres') : {};
const password = randomBytes(8).toString('hex');
let folder: string;
let url: string;

describe.skipIf(!present)('PostgreSQL 15', () => {
  beforeAll(async () => {
    folder = await mkdtemp('/tmp/kontor-15-');
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
    const passwordFile = path.join(folder, 'password');
    await writeFile(passwordFile, password, { mode: 0o644 });
    const port = await freePort();
    await run('initdb', [
      '-D',
      `${folder}/data`,
      '-U',
      'admin',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
    ]);
    await run('pg_ctl', [
      'start',
      '-w',
      '-D',
      `${folder}/data`,
      '-l',
      `${folder}/log`,
      '-o',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`,
    ]);
    url = `postgresql://admin:${password}@127.0.0.1:${port}/postgres`;
  });

  afterAll(async () => {
    await run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', `${folder}/data`]);
    await rm(folder, { recursive: true });
  });

  /** A database of its own, and logins with the rights that an administrator gave them. */
  const prepare = async (name: string, logins: string) => {
    await withClient(url, async (client) => {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      await client.query(logins);
    });
    const login = (user: string) => {
      const address = new URL(inDatabase(url, name));
      address.username = user;
      address.password = 'x';
      return address.toString();
    };
    return { login, admin: inDatabase(url, name) };
  };

  test('one login that may create roles owns, and acts as the application', async () => {
    const { login } = await prepare(
      'one',
      `CREATE ROLE one LOGIN CREATEROLE PASSWORD 'x'; ALTER DATABASE one OWNER TO one`,
    );
    const database = await openMigratedDatabase(readEnv({ DATABASE_URL: login('one') }));
    const pool = createPool(database.appUrl);
    const { rows } = await pool.query('SELECT current_user, session_user');
    expect(rows).toEqual([{ current_user: 'kontor_app', session_user: 'one' }]);
    await expect(pool.query('CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await pool.end();
    expect(await migrate(login('one'))).toEqual({ applied: [], standingApplied: false });
  });

  test('two logins, neither of which may do more than it must', async () => {
    const { login } = await prepare(
      'two',
      `CREATE ROLE two_owner LOGIN PASSWORD 'x'; CREATE ROLE two_app LOGIN PASSWORD 'x'; ALTER DATABASE two OWNER TO two_owner;
       DO $$ BEGIN CREATE ROLE kontor_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    const env = readEnv({ DATABASE_URL: login('two_app'), MIGRATE_DATABASE_URL: login('two_owner') });
    await expect(openMigratedDatabase(env)).rejects.toThrow(
      'The login two_app may not act as kontor_app: run GRANT kontor_app TO "two_app" as an administrator of the server',
    );
    await withClient(url, (client) => client.query('GRANT kontor_app TO two_app'));
    const database = await openMigratedDatabase(env);
    const pool = createPool(database.appUrl);
    expect((await pool.query('SELECT migration_name FROM _prisma_migrations LIMIT 1')).rowCount).toBe(1);
    await pool.end();
  });

  test('a login that may not create tables is told whose login to give', async () => {
    const { login } = await prepare('three', `CREATE ROLE three_app LOGIN PASSWORD 'x' IN ROLE kontor_app`);
    await expect(openMigratedDatabase(readEnv({ DATABASE_URL: login('three_app') }))).rejects.toThrow(
      /^The login three_app may not create tables at .*: make it the database's owner, or set MIGRATE_DATABASE_URL/,
    );
  });

  test('an encoding other than UTF8 is refused', async () => {
    await withClient(url, (client) => client.query(`CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII'`));
    await expect(openDatabase(readEnv({ DATABASE_URL: inDatabase(url, 'ascii') }))).rejects.toMatchObject({
      code: 'NOT_UTF8',
    });
  });

  test('a database or a server that is not there is refused', async () => {
    await expect(openDatabase(readEnv({ DATABASE_URL: inDatabase(url, 'nowhere') }))).rejects.toThrow(
      'has no such database',
    );
    await expect(openDatabase(readEnv({ DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }))).rejects.toThrow(
      /^No database at 127.0.0.1:1/,
    );
  });
});

test('a server that does not answer is given up', async () => {
  const silent = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as net.AddressInfo;
  await expect(openDatabase(readEnv({ DATABASE_URL: `postgresql://x@127.0.0.1:${port}/x` }))).rejects.toMatchObject({
    code: 'UNREACHABLE',
  });
  silent.close();
});

function run(program: string, args: string[]): Promise<unknown> {
  // pg_ctl leaves the server with our pipes unless its output goes to a file, as above.
  return promisify(execFile)(`${binaries}/${program}`, args, { cwd: '/', ...account });
}

function accountOf(name: string): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

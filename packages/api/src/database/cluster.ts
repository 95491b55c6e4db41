/** The files of the embedded server: made once, with random passwords that nobody chose. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { programPath, run } from './binaries.ts';
import { DatabaseFailure, errorCode } from './failure.ts';
import type { Place } from './place.ts';

export type Secrets = { superuser: string; owner: string; application: string };

/**
 * Makes the cluster if there is none. It is made beside its place and renamed, so what
 * stands in the place is always whole; what an aborted start left is removed here.
 * The caller holds the lock.
 */
export async function ensureCluster(place: Place): Promise<Secrets> {
  const hasData = existsSync(path.join(place.data, 'PG_VERSION'));
  const secrets = await readSecrets(place, hasData);
  if (hasData) {
    await checkMajorVersion(place);
    return secrets;
  }
  const parent = path.dirname(place.data);
  for (const name of await readdir(parent)) {
    // What was making it may have been killed a moment ago, and still write.
    if (name.startsWith('data.new-'))
      await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  const unfinished = path.join(parent, `data.new-${randomBytes(4).toString('hex')}`);
  try {
    await initialize(place, unfinished, secrets.superuser);
    // An empty folder may stand there, made by a volume or by hand.
    await rm(place.data, { recursive: true, force: true });
    await rename(unfinished, place.data);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return secrets;
}

async function initialize(place: Place, folder: string, password: string): Promise<void> {
  const passwordFile = `${folder}.password`;
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (place.account !== null) {
      await chown(folder, place.account.uid, place.account.gid);
      await chown(passwordFile, place.account.uid, place.account.gid);
    }
    const made = await run(
      programPath(place.binaries, 'initdb'),
      [
        '--pgdata',
        folder,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // Without these a machine with no LANG gets SQL_ASCII, where lower('Å') fails.
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--locale=C',
      ],
      place.account,
    );
    if (made.status !== 0) {
      throw new DatabaseFailure(
        'SERVER_FAILED',
        `Could not make the database's files in ${place.data}: ${reasonIn(made.output)}`,
      );
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function readSecrets(place: Place, hasData: boolean): Promise<Secrets> {
  const file = path.join(place.folder, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch (error) {
    if (errorCode(error) === 'EACCES') {
      throw new DatabaseFailure(
        'FOLDER_OF_ANOTHER_USER',
        `${place.folder} belongs to another user: run as that user, or set KONTOR_HOME`,
        { cause: error },
      );
    }
    if (hasData) {
      throw new DatabaseFailure(
        'SERVER_FAILED',
        `The passwords of the database in ${place.data} are missing: restore ${file}`,
        { cause: error },
      );
    }
  }
  const word = () => randomBytes(24).toString('hex');
  const secrets: Secrets = { superuser: word(), owner: word(), application: word() };
  const unfinished = `${file}.${process.pid}`;
  const handle = await open(unfinished, 'w', 0o600);
  await handle.writeFile(JSON.stringify(secrets, null, 2));
  // On the disk before the cluster that needs it: losing it would lose the data.
  await handle.sync();
  await handle.close();
  await rename(unfinished, file);
  return secrets;
}

async function checkMajorVersion(place: Place): Promise<void> {
  const { output } = await run(programPath(place.binaries, 'postgres'), ['--version'], place.account);
  const ours = /\d+/.exec(output)?.[0];
  const theirs = (await readFile(path.join(place.data, 'PG_VERSION'), 'utf8')).trim();
  if (ours !== undefined && ours !== theirs) {
    throw new DatabaseFailure(
      'TOO_OLD',
      `The data in ${place.data} is PostgreSQL ${theirs}'s and this is PostgreSQL ${ours}: export it with the version of Kontor that made it`,
    );
  }
}

/** What a program printed, as the one line that says why it failed. */
export function reasonIn(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /error:|fatal:|panic:/i.test(line)) ?? lines.at(-1) ?? '';
}

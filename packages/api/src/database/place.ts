/**
 * Where the embedded server's files are and who runs it. PostgreSQL refuses to run as
 * root, so root runs it as an unprivileged user, who must be able to reach both the
 * programs and the data; below root's own home folder nobody can.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Account, packagedBinaries, programPath, reaches } from './binaries.ts';
import { DatabaseFailure, errorCode, errorMessage } from './failure.ts';

export type Report = (line: string) => void;

export type Place = {
  /** Secrets, port, lock and leases: ours, below KONTOR_HOME. */
  folder: string;
  /** The cluster, owned by the user who runs the server. */
  data: string;
  binaries: string;
  account: Account | null;
};

/** Used where the unprivileged user cannot reach what stands in the project's folder. */
const sharedFolder = '/var/lib/kontor';

export async function preparePlace(home: string, report: Report): Promise<Place> {
  const folder = path.join(home, 'postgres');
  await makeFolder(folder);
  const packaged = packagedBinaries();
  if (process.getuid?.() !== 0)
    return { folder, data: path.join(folder, 'data'), binaries: packaged.folder, account: null };

  // The account needs to pass through, not to look around.
  await chmod(home, 0o711);
  await chmod(folder, 0o711);
  const remembered = await readFile(path.join(folder, 'data-folder'), 'utf8').catch(() => null);
  const data = remembered ?? path.join(folder, 'data');
  const account = unprivilegedAccount(data);
  const binaries = await reachableBinaries(packaged, account, report);
  if (remembered !== null || reaches(account, programPath(binaries, 'postgres'), folder)) {
    return { folder, data, binaries, account };
  }
  const elsewhere = path.join(sharedFolder, createHash('sha256').update(folder).digest('hex').slice(0, 16), 'data');
  await makeFolder(path.dirname(elsewhere));
  await chmod(path.dirname(elsewhere), 0o711);
  // Remembered, because a later chmod of the project's folder must not start an empty database.
  await writeFile(path.join(folder, 'data-folder'), elsewhere);
  report(`The user ${account.name} cannot reach ${folder}; the database is kept in ${elsewhere}`);
  return { folder, data: elsewhere, binaries, account };
}

async function reachableBinaries(
  packaged: { folder: string; version: string },
  account: Account,
  report: Report,
): Promise<string> {
  if (reaches(account, programPath(packaged.folder, 'postgres'), packaged.folder)) return packaged.folder;
  const copy = path.join(sharedFolder, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) {
    report(
      `The user ${account.name} cannot reach ${packaged.folder}; putting a copy of PostgreSQL (60 MB) into ${copy}`,
    );
    const unfinished = `${copy}.${process.pid}`;
    await makeFolder(sharedFolder);
    await chmod(sharedFolder, 0o755);
    await cp(packaged.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(async (error: unknown) => {
      // Another process was faster; its copy is the same.
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    });
  }
  if (!reaches(account, programPath(copy, 'postgres'), copy)) {
    throw new DatabaseFailure('SERVER_FAILED', `The user ${account.name} cannot run PostgreSQL from ${copy}`);
  }
  return copy;
}

/** The owner of the data if there is any; else the first of the users that systems keep for this. */
function unprivilegedAccount(data: string): Account {
  const owner = existsSync(data) ? statSync(data).uid : 0;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
    .filter((user) => user.uid > 0);
  const account =
    owner > 0
      ? (users.find((user) => user.uid === owner) ?? { name: String(owner), uid: owner, gid: statSync(data).gid })
      : ['postgres', '_postgres', 'nobody']
          .map((name) => users.find((user) => user.name === name))
          .find((user) => user !== undefined);
  if (account === undefined) {
    throw new DatabaseFailure(
      'NO_UNPRIVILEGED_USER',
      'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as: start as another user, or set DATABASE_URL',
    );
  }
  return account;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = path.join(folder, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const reason = errorCode(error) ?? errorMessage(error);
    throw new DatabaseFailure(
      'FOLDER_NOT_WRITABLE',
      `Cannot write in ${folder} (${reason}): set KONTOR_HOME to a folder that this user may write`,
      { cause: error },
    );
  }
}

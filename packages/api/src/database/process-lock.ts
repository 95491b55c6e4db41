/**
 * Who else uses the embedded server. Node has no flock, so a lock is a file that is
 * linked into place (atomic) and holds the identity of its process; one whose process
 * is gone is taken over. A pid alone is not an identity: pids are used again.
 */
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseFailure, errorCode } from './failure.ts';

/** "pid.start time" of a live process (the pid alone outside Linux), null if there is none. */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') {
    const started = linuxStartTime(pid);
    return started === null ? null : `${pid}.${started}`;
  }
  try {
    process.kill(pid, 0);
    return String(pid);
  } catch (error) {
    // Not ours to signal, but there.
    return errorCode(error) === 'EPERM' ? String(pid) : null;
  }
}

export function isAlive(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return Number.isInteger(pid) && pid > 0 && processIdentity(pid) === identity;
}

export async function withLock<T>(file: string, task: () => Promise<T>, timeoutMs = 60_000): Promise<T> {
  await acquire(file, timeoutMs);
  try {
    return await task();
  } finally {
    await rm(file, { force: true });
  }
}

let attempts = 0;

async function acquire(file: string, timeoutMs: number): Promise<void> {
  const own = `${file}.${process.pid}.${attempts++}`;
  await writeFile(own, processIdentity(process.pid) ?? String(process.pid), { mode: 0o644 });
  const deadline = Date.now() + timeoutMs;
  try {
    while (!(await linked(own, file))) {
      const holder = await readFile(file, 'utf8').catch(() => '');
      if (holder !== '' && !isAlive(holder)) await takeAway(file, holder);
      else if (Date.now() > deadline) {
        throw new DatabaseFailure(
          'LOCKED',
          `Process ${Number.parseInt(holder, 10)} has been starting or stopping the database for ${timeoutMs / 1000} s; end it, or remove ${file}`,
        );
      } else await sleep(40);
    }
  } finally {
    await rm(own, { force: true });
  }
}

async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same dead holder; only one may remove it, and never a fresh lock. */
async function takeAway(file: string, holder: string): Promise<void> {
  const aside = `${file}.${process.pid}.${attempts++}.old`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, 'utf8').catch(() => holder);
  if (moved !== holder) await linked(aside, file);
  await rm(aside, { force: true });
}

function linuxStartTime(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name of the program stands in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  // A zombie answers to signals but runs nothing.
  if (state === 'Z' || state === 'X') return null;
  return fields[19] ?? null;
}

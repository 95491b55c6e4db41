import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What is killed in turn: where the database dies alone, the server lives to see it. */
export const victims = ['server', 'database', 'server and database'] as const;

/**
 * Ends the database of an installation with all its processes where they stand: left alone, those at work would end what
 * they began.
 */
export function killDatabase(home: string): void {
  const file = path.join(home, 'postgres/data/postmaster.pid');
  const postmaster = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  // Elsewhere than on Linux those at work notice by themselves, a moment later.
  const running = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const children = running.filter((pid) => parentOf(pid) === postmaster);
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

function parentOf(pid: string): number | null {
  try {
    // The name stands in parentheses and may hold anything; state and parent follow it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}

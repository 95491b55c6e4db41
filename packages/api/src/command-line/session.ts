/** What every command needs: the settings, a migrated database for as long as it runs, and who acts. */
import type { Command } from 'commander';
import { type Database, openMigratedDatabase } from '../database/index.ts';
import { type Env, readEnv } from '../env.ts';

/** Adds one group of commands to the program. Each file of commands exports one. */
export type Register = (program: Command) => void;

export type Session = {
  env: Env;
  database: Database;
  /** The mail address given with --as; null is the audited local operator. */
  as: string | null;
};

/** Something that the person at the command line can put right: told on one line, without a stack. */
export class Unusable extends Error {}

/** Runs with a database that is up to date, and gives it back whatever happens. */
export async function withSession<T>(command: Command, task: (session: Session) => Promise<T>): Promise<T> {
  const env = readEnv();
  const database = await openMigratedDatabase(env, report);
  stopOnSignal(database);
  try {
    return await task({ env, database, as: actorOf(command) });
  } finally {
    await database.stop();
  }
}

/** Ctrl-C in the middle of a command leaves no server running. The command that serves has its own way to end. */
export function stopOnSignal(database: Database): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) > 0) continue;
    process.once(signal, () => {
      // The exit code that a shell gives to a program that was interrupted.
      void database.stop().finally(() => process.exit(130));
    });
  }
}

export function actorOf(command: Command): string | null {
  return command.optsWithGlobals<{ as?: string }>().as ?? null;
}

/** For people, on stderr: what a command answers goes to stdout alone, so that it can be piped. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

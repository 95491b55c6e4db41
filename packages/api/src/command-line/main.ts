/** The entry of the command line: runs one command, and answers what went wrong on one line. */
import { DatabaseFailure, errorCode } from '../database/index.ts';
import { InvalidEnvironment } from '../env.ts';
import { createProgram } from './program.ts';
import { report, Unusable } from './session.ts';

export async function main(argv: string[]): Promise<void> {
  // Whoever reads may have enough before the end, as `head` does.
  process.stdout.on('error', (error) => process.exit(errorCode(error) === 'EPIPE' ? 0 : 1));
  try {
    await createProgram().parseAsync(argv);
    // A pipe takes what was written a piece at a time, and an exit would lose the rest.
    await new Promise((written) => process.stdout.write('', written));
    process.exit(process.exitCode ?? 0);
  } catch (error) {
    report(explain(error));
    process.exit(1);
  }
}

/** What the person can act on is one line; anything else is a bug, and its stack says where. */
function explain(error: unknown): string {
  const isTold = [InvalidEnvironment, DatabaseFailure, Unusable].some((kind) => error instanceof kind);
  if (isTold) return `kontor: ${(error as Error).message}`;
  if (errorCode(error) === 'EADDRINUSE' && error instanceof Error && 'port' in error) {
    return `kontor: Port ${String(error.port)} is taken by another program: set PORT to a free one`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { errorMessage } from '../database/index.ts';
import { linkEntries } from '../ledger/index.ts';
import { withActor } from './acting.ts';
import { actorOf, type Register, report, Unusable } from './session.ts';
import { verifyBooks } from './verify-books.ts';

export const register: Register = (program) => {
  const ledger = program.command('ledger').description('the books');
  ledger
    .command('verify')
    .description('compute balances, numbers and chain of the books again, and tell of everything that differs')
    .option('--company <code>', 'the books of one company alone')
    .action(async ({ company }: { company?: string }, command) => {
      if (actorOf(command) !== null) throw new Unusable('verify acts as the local operator: leave --as out.');
      await withActor(command, async (app) => {
        // A chain that cannot be gone on with is what this is to tell of.
        await linkEntries(app.pool).catch((error: unknown) =>
          report(`The chain cannot be gone on with: ${errorMessage(error)}`),
        );
        await verifyBooks(app.pool, company ?? null);
      });
    });
};

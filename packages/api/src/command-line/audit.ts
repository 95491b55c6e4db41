import { InvalidArgumentError } from 'commander';
import { linkPending } from '../audit/link-pending.ts';
import { verify } from '../audit/verify.ts';
import { errorMessage } from '../database/index.ts';
import { withActor } from './acting.ts';
import { actorOf, type Register, report, Unusable } from './session.ts';

function hashText(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new InvalidArgumentError('Give a hash as verify printed it: 64 hexadecimal digits.');
  return text.toLowerCase();
}

export const register: Register = (program) => {
  const audit = program.command('audit').description('the chain over the audit log');
  audit
    .command('verify')
    .description('compute the chain over the audit log again, and tell of everything that differs')
    .option('--head <hash>', 'a head that was printed before, which the chain must still hold', hashText)
    .action(async ({ head }: { head?: string }, command) => {
      if (actorOf(command) !== null) throw new Unusable('verify acts as the local operator: leave --as out.');
      await withActor(command, async (app) => {
        // A chain that cannot be gone on with is what this is to tell of.
        await linkPending(app.pool).catch((error: unknown) =>
          report(`The chain cannot be gone on with: ${errorMessage(error)}`),
        );
        const client = await app.pool.connect();
        try {
          const told = await verify(client, {
            ...(head !== undefined && { head }),
            tell: (difference) => void process.stdout.write(`${difference}\n`),
          });
          process.stdout.write(`${told.links} links, ${told.differences} differences\nhead ${told.head ?? 'none'}\n`);
          if (told.differences > 0) process.exitCode = 1;
        } finally {
          client.release();
        }
      });
    });
};

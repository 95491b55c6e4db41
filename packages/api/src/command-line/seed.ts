import { InvalidArgumentError } from 'commander';
import { readEnv } from '../env.ts';
import { withActor } from './acting.ts';
import { actorOf, type Register, report, Unusable } from './session.ts';

const mostPeople = 200_000;
const barWidth = 30;

function wholeNumber(text: string): number {
  const count = Number(text);
  if (!/^[0-9]+$/.test(text) || count < 1 || count > mostPeople)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${mostPeople}.`);
  return count;
}

/** A bar that fills on a terminal; a line for each tenth elsewhere. */
function progressBar(total: number): (done: number) => void {
  let told = 0;
  return (done) => {
    const share = done / total;
    if (process.stderr.isTTY) {
      const filled = Math.round(share * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      process.stderr.write(`\r${bar} ${done} of ${total}${done === total ? '\n' : ''}`);
    } else if (share >= told + 0.1 || done === total) {
      told = Math.floor(share * 10) / 10;
      report(`${done} of ${total}`);
    }
  };
}

export const register: Register = (program) => {
  program
    .command('seed')
    .description('add a company with many made-up people, for measuring')
    .requiredOption('--people <count>', 'how many', wholeNumber)
    .action(async ({ people }: { people: number }, command) => {
      if (readEnv().nodeEnv === 'production') throw new Unusable('Made-up people are never put into production.');
      if (actorOf(command) !== null) throw new Unusable('seed acts as the local operator: leave --as out.');
      await withActor(command, async (app, viewer) => {
        // Loaded here alone: the graph takes longer to build than most commands to run.
        const { seedPeople } = await import('../demo/index.ts');
        const started = Date.now();
        const code = await seedPeople(app, viewer, people, progressBar(people));
        report(`Added ${people} people to the company ${code} in ${Math.round((Date.now() - started) / 1000)} s`);
      });
    });
};

import { type Command, InvalidArgumentError } from 'commander';
import { readEnv } from '../env.ts';
import { foldBalances, linkEntries } from '../ledger/index.ts';
import { withActor } from './acting.ts';
import { progressBar } from './progress-bar.ts';
import { actorOf, type Register, report, Unusable } from './session.ts';
import { verifyBooks } from './verify-books.ts';

const mostPeople = 200_000;
const mostLines = 50_000_000;

interface Options {
  readonly people?: number;
  readonly journalLines?: number;
  readonly company: string;
  readonly anyway?: true;
}

const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const count = Number(text);
    if (!/^[0-9]+$/.test(text) || count < 1 || count > most)
      throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
    return count;
  };

const secondsSince = (started: number): number => Math.round((Date.now() - started) / 1000);

async function addPeople(command: Command, people: number): Promise<void> {
  await withActor(command, async (app, viewer) => {
    // Loaded here alone: the graph takes longer to build than most commands to run.
    const { seedPeople } = await import('../demo/index.ts');
    const started = Date.now();
    const progress = progressBar();
    const code = await seedPeople(app, viewer, people, (done) => progress(done, people));
    report(`Added ${people} people to the company ${code} in ${secondsSince(started)} s`);
  });
}

async function addBooks(command: Command, lines: number, { company: code, anyway }: Options): Promise<void> {
  await withActor(command, async (app, viewer, { database }) => {
    const { BooksThere, seedBooks } = await import('../demo/index.ts');
    let started = Date.now();
    const took = (what: string) => {
      report(`${what} in ${secondsSince(started)} s`);
      started = Date.now();
    };
    const place = { app, viewer, ownerUrl: database.ownerUrl };
    const books = { code, lines, anyway: anyway === true };
    const added = await seedBooks(place, books, progressBar('lines')).catch((error: unknown) => {
      throw error instanceof BooksThere ? new Unusable(error.message) : error;
    });
    took(`Added ${added} lines to the books of the company ${code}`);
    await foldBalances(app.pool);
    took('Folded the balances');
    const { rows } = await app.pool.query<{ waiting: number }>('select count(*)::int as waiting from ledger_pending');
    const [waiting, linking] = [rows[0]?.waiting ?? 0, progressBar('entries linked')];
    await linkEntries(app.pool, (linked) => {
      if (linked > 0) linking(Math.min(linked, waiting), waiting);
      return false;
    });
    took('Linked the entries');
    await verifyBooks(app.pool, code);
    took('Verified the books');
  });
}

export const register: Register = (program) => {
  program
    .command('seed')
    .description('add a company with many made-up people, or many lines to the books of one, for measuring')
    .option('--people <count>', 'how many people', wholeNumber(mostPeople))
    .option('--journal-lines <count>', 'how many lines, in entries of four; then verify', wholeNumber(mostLines))
    .option('--company <code>', 'with --journal-lines: whose books they are; made where there is none', 'BOOKS')
    .option('--anyway', 'with --journal-lines: beside the entries that the company has')
    .action(async (options: Options, command) => {
      if (readEnv().nodeEnv === 'production') throw new Unusable('Made-up data is never put into production.');
      if (actorOf(command) !== null) throw new Unusable('seed acts as the local operator: leave --as out.');
      const { people, journalLines } = options;
      if (people === undefined && journalLines === undefined)
        throw new Unusable('Say what to add: --people COUNT or --journal-lines COUNT.');
      if (people !== undefined) await addPeople(command, people);
      if (journalLines !== undefined) await addBooks(command, journalLines, options);
    });
};

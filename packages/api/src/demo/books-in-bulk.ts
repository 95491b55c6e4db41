/** Many journal lines at once, for measuring: the books of one company over some years. */
import type { App } from '../app.ts';
import { commands } from '../command.ts';
import type { CommandName } from '../policy/index.ts';
import type { Viewer } from '../viewer.ts';
import { create } from '../write/master-data.ts';
import { runCommand } from '../write/run-command.ts';
import { linesOfEntry, loadEntries } from './load-entries.ts';

/** Whole years before this one, where the company has no books yet. */
const years = 5;
const projects = 50;

/** Told while it goes on: what is done of how much. */
export type LoadProgress = (done: number, total: number) => void;

/** The company has entries, and nobody said that more may stand beside them. */
export class BooksThere extends Error {
  constructor(code: string) {
    super(`Company ${code} has entries already: choose another company, or give --anyway to write more beside them.`);
  }
}

/** Where the lines are written: the company is made where there is none of the code. */
export interface BooksToFill {
  readonly code: string;
  readonly lines: number;
  /** Whether lines may stand beside those that the company has. */
  readonly anyway: boolean;
}

interface Place {
  readonly app: App;
  readonly viewer: Viewer;
  /** The owner of the tables: rules that look at one row after the other are off while it writes. */
  readonly ownerUrl: string;
}

type Values = Readonly<Record<string, unknown>>;

function idOf(what: string, { id, refusals }: { id: string | null; refusals: readonly { message: string }[] }): string {
  if (id === null) throw new Error(`${what}: ${refusals.map(({ message }) => message).join(' ')}`);
  return id;
}

/** A company with books: what it lacks of them is made by the public commands. */
async function prepare({ app, viewer }: Place, { code, anyway }: BooksToFill): Promise<string> {
  const act = async (name: CommandName, input: Values) => {
    const command = commands().find((each) => each.name === name);
    if (command) idOf(name, await runCommand(app, viewer, command, input));
  };
  const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'Europe/Stockholm' };
  const known = await app.prisma.company.findUnique({ where: { code } });
  const companyId =
    known?.id ?? idOf('Company', await create(app, viewer, 'Company', { code, name: `${code} AB`, ...place }));
  if (!anyway && (await app.prisma.journalEntry.findFirst({ where: { companyId } }))) throw new BooksThere(code);
  if (!(await app.prisma.fiscalYear.findFirst({ where: { companyId } }))) {
    const first = new Date().getUTCFullYear() - years;
    await act('setUpBooks', { companyId, chart: 'SE_BAS', startsOn: `${first}-01-01` });
    for (let year = first + 1; year < first + years; year += 1) await act('openFiscalYear', { companyId });
  }
  const dimension = await app.prisma.dimension.findFirst({ where: { companyId, kind: 'PROJECT', active: true } });
  const objects = dimension ? await app.prisma.dimensionObject.count({ where: { dimensionId: dimension.id } }) : 0;
  for (let number = objects + 1; dimension && number <= projects; number += 1) {
    const project = { companyId, dimensionId: dimension.id, code: `P${number}`, name: `Project ${number}` };
    idOf('DimensionObject', await create(app, viewer, 'DimensionObject', project));
  }
  return companyId;
}

/**
 * Fills the books of a company with so many lines, in entries of four over its open periods: sales and purchases on all
 * accounts of income and expense, told apart by projects, against one bank account. All of it is there in the end, or
 * nothing. The entries wait to be linked and their balances to be folded, as those of postings do. Answers how many lines
 * there are. Throws in production.
 */
export async function seedBooks(place: Place, books: BooksToFill, progress: LoadProgress): Promise<number> {
  if (place.app.env.nodeEnv === 'production') throw new Error('Made-up books are never put into production.');
  const companyId = await prepare(place, books);
  const entries = Math.ceil(books.lines / linesOfEntry);
  await loadEntries(place.ownerUrl, { companyId, entries }, (done) =>
    progress(done * linesOfEntry, entries * linesOfEntry),
  );
  return entries * linesOfEntry;
}

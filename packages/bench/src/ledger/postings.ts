/** How many entries of two lines are posted in a second: through the graph over HTTP, and by hand. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { tokenFor } from '../data.ts';
import type { Installation } from '../installation.ts';
import { cpuOf, databaseCpu, spent, start } from '../measure.ts';
import { graphAsks, posts } from './ask.ts';
import { type Place, postByHand } from './post-by-hand.ts';

const seconds = 8;
const rounds = 2;
const day = '2026-03-15';

const postEntry = `mutation ($input: PostEntryInput!) {
  postEntry(input: $input) { journalEntry { id number } userErrors { code message path } } }`;

interface Answer {
  readonly postEntry: { readonly journalEntry: object | null; readonly userErrors: readonly object[] };
}

/** A company of its own for this run, in the database with the many lines. */
async function openBooks(port: number, token: string): Promise<string> {
  const ask = graphAsks(port, token);
  const code = `B${Date.now().toString(36).toUpperCase()}`;
  const company = { code, name: code, country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
  const made = await ask<{ createCompany: { company: { id: string } } }>(
    'mutation ($input: CreateCompanyInput!) { createCompany(input: $input) { company { id } userErrors { message } } }',
    { input: company },
  );
  const companyId = made.createCompany.company.id;
  const input = { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' };
  await ask(
    'mutation ($input: SetUpBooksInput!) { setUpBooks(input: $input) { fiscalYear { id } userErrors { message } } }',
    { input },
  );
  return companyId;
}

/** Postings a second, and what each took of the processors: of the process that posts, and of the database. */
interface Rate {
  readonly perSecond: number;
  readonly node: number;
  readonly database: number;
}

/** Has so many writers post, each when it was answered. */
async function rateOf(
  pool: pg.Pool,
  writers: number,
  nodeCpu: () => Promise<number>,
  post: (amount: string) => Promise<void>,
): Promise<Rate> {
  const before = [await nodeCpu(), await databaseCpu(pool)] as const;
  const begun = Date.now();
  let posted = 0;
  const writer = async (which: number): Promise<void> => {
    for (let count = 1; Date.now() < begun + seconds * 1000; count += 1) {
      await post(`${which}.${(count % 90) + 10}`);
      posted += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, index) => writer(index + 1)));
  const took = (Date.now() - begun) / 1000;
  const node = (await nodeCpu()) - before[0];
  const database = spent(before[1], await databaseCpu(pool));
  return { perSecond: posted / took, node: node / posted / 1000, database: database / posted / 1000 };
}

const mean = (rates: readonly Rate[], of: (rate: Rate) => number): number =>
  rates.reduce((sum, rate) => sum + of(rate), 0) / rates.length;

interface Rates {
  readonly graph: Rate[];
  readonly bare: Rate[];
  readonly served: Rate[];
}

function tell(writers: number, { graph, bare, served }: Rates): void {
  const name = `${writers} ${writers === 1 ? 'writer' : 'writers'}`.padEnd(10);
  const perSecond = (rates: readonly Rate[]): number => mean(rates, (rate) => rate.perSecond);
  const [ours, hand, behind] = [perSecond(graph), perSecond(bare), perSecond(served)];
  console.log(
    `  ${name} graph ${ours.toFixed(0).padStart(5)} a second   by hand ${hand.toFixed(0).padStart(5)}   ratio ${(ours / hand).toFixed(2)}, at least 0.5   by hand behind HTTP ${behind.toFixed(0).padStart(5)}   ratio ${(ours / behind).toFixed(2)}`,
  );
  const cost = (rates: readonly Rate[]) => {
    const [node, database] = [mean(rates, (rate) => rate.node), mean(rates, (rate) => rate.database)];
    return { total: node + database, text: `node ${node.toFixed(2)} ms, database ${database.toFixed(2)} ms` };
  };
  const [one, other, third] = [cost(graph), cost(bare), cost(served)];
  console.log(
    `  ${' '.repeat(10)} processor time of each: graph ${one.text}; by hand ${other.text}; behind HTTP ${third.text}; ratio ${(one.total / other.total).toFixed(2)}, and ${(one.total / third.total).toFixed(2)}`,
  );
}

/** Prints postings a second with 1 and with 16 writers, beside the same rules kept by hand-written SQL, bare and served. */
export async function postings({ server, appUrl, ownerUrl, pool }: Installation): Promise<void> {
  const token = await tokenFor(server, `books-${Date.now()}`, ['ACCOUNTING', 'ADMINISTRATOR'], true);
  const kontor = await start('./kontor.ts', [appUrl, ownerUrl]);
  const companyId = await openBooks(kontor.port, token);
  const { rows } = await pool.query<Place>(
    `select c.id as "companyId", j.id as "journalId", p.id as "periodId", p.fiscal_year_id as "fiscalYearId",
       (select id from account where company_id = c.id and code = '5010') as debit,
       (select id from account where company_id = c.id and code = '1930') as credit
     from company c join journal j on j.company_id = c.id and j.code = 'A'
       join fiscal_period p on p.company_id = c.id and $2::date between p.starts_on and p.ends_on
     where c.id = $1`,
    [companyId, day],
  );
  const [place] = rows;
  if (!place) throw new Error('There is no place to post to.');
  const ask = graphAsks(kontor.port, token);
  const throughGraph = async (amount: string): Promise<void> => {
    const lines = [
      { account: '5010', debit: amount },
      { account: '1930', credit: amount },
    ];
    const input = { companyId, journal: 'A', postingOn: day, text: 'Rent', idempotencyKey: randomUUID(), lines };
    const { postEntry: answer } = await ask<Answer>(postEntry, { input });
    if (!answer.journalEntry) throw new Error(JSON.stringify(answer.userErrors));
  };
  console.log(`Postings of two lines a second, ${rounds} rounds of ${seconds} s each in turn:`);
  const ownCpu = async (): Promise<number> => {
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  for (const writers of [1, 16]) {
    const byHand = await postByHand(appUrl, place, { writers, day });
    const behind = await start('./ledger/serve-by-hand.ts', [appUrl, JSON.stringify(place), String(writers), day]);
    const send = posts(behind.port, '/');
    const served = async (amount: string): Promise<void> => void (await send(JSON.stringify({ amount })));
    const rates: Rates = { graph: [], bare: [], served: [] };
    for (let round = 0; round <= rounds; round += 1) {
      rates.bare.push(await rateOf(pool, writers, ownCpu, byHand.post));
      rates.served.push(await rateOf(pool, writers, () => cpuOf(behind), served));
      rates.graph.push(await rateOf(pool, writers, () => cpuOf(kontor), throughGraph));
    }
    await byHand.end();
    behind.child.kill();
    // The first of each was to warm up.
    const { graph, bare, served: behindHttp } = rates;
    tell(writers, { graph: graph.slice(1), bare: bare.slice(1), served: behindHttp.slice(1) });
  }
  kontor.child.kill();
}

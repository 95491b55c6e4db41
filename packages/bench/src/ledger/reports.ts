/** What a trial balance and a page of a hot account take through the graph, beside the best plain SQL on the same tables. */

import { compare } from '../compare.ts';
import { tokenFor } from '../data.ts';
import { booksCode, type Installation } from '../installation.ts';
import { start } from '../measure.ts';
import { graphAsks } from './ask.ts';
import { ledgerPageByHand, trialBalanceByHand } from './reports-by-hand.ts';

const linesOfPage = 100;

const trialBalance = `query ($companyId: ID!, $endsOn: Date!) { trialBalance(companyId: $companyId, endsOn: $endsOn) {
  lines { key code name opening debit credit amount } } }`;
const ledgerPage = `query ($companyId: ID!, $accountId: ID!, $startsOn: Date!, $endsOn: Date!, $after: String) {
  generalLedger(companyId: $companyId, accountId: $accountId, startsOn: $startsOn, endsOn: $endsOn, first: ${linesOfPage}, after: $after) {
    opening debit credit closing endCursor
    lines { entryId journalCode number postingOn text dimensions debit credit balance } } }`;

interface Range {
  readonly companyId: string;
  readonly accountId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly cut: string;
  readonly lines: number;
}

/** The last year of the books and the account that has the most lines. */
const range = `
  select c.id::text as "companyId", a.id::text as "accountId", y.starts_on::text as "startsOn", y.ends_on::text as "endsOn",
    (y.ends_on - 10)::text as cut,
    (select sum(b.lines)::int from period_balance b where b.account_id = a.id) as lines
  from company c join account a on a.company_id = c.id and a.code = '1930'
  cross join lateral (select * from fiscal_year where company_id = c.id order by starts_on desc limit 1) y where c.code = $1`;

/** Prints what reports take: as of the end of a year, in the middle of a month, and page by page. */
export async function reports({ server, appUrl, ownerUrl, pool }: Installation): Promise<void> {
  const token = await tokenFor(server, `reader-${Date.now()}`, ['AUDITOR'], true);
  const kontor = await start('./kontor.ts', [appUrl, ownerUrl]);
  const ask = graphAsks(kontor.port, token);
  const { rows } = await pool.query<Range>(range, [booksCode]);
  const [books] = rows;
  if (!books) throw new Error('There are no books.');
  const { companyId, accountId, startsOn, endsOn, cut, lines } = books;
  console.log(`Reports, medians of rounds in turn; the hot account has ${lines.toLocaleString('en')} lines:`);
  await compare(
    'trial balance as of the end of the year',
    () => ask(trialBalance, { companyId, endsOn }),
    () => trialBalanceByHand(pool, companyId, startsOn, endsOn),
  );
  await compare(
    'trial balance as of a day within a month',
    () => ask(trialBalance, { companyId, endsOn: cut }),
    () => trialBalanceByHand(pool, companyId, startsOn, cut),
  );
  const page = { companyId, accountId, startsOn, endsOn };
  await compare(
    'general ledger, first page',
    () => ask(ledgerPage, page),
    () => ledgerPageByHand(pool, { ...page, first: linesOfPage }),
  );
  const { rows: middle } = await pool.query<{ on: string; entry: string; line: number }>(
    `select posting_on::text as on, entry_id::text as entry, line_no::int as line from journal_line
     where company_id = $1 and account_id = $2 and posting_on >= $3::date + 190 order by posting_on, entry_id limit 1`,
    [companyId, accountId, startsOn],
  );
  const [after] = middle;
  if (!after) throw new Error('The account has no line in the middle of the year.');
  const cursor = Buffer.from(`${after.on} ${after.entry} ${after.line}`).toString('base64url');
  await compare(
    'general ledger, a page in the middle',
    () => ask(ledgerPage, { ...page, after: cursor }),
    () => ledgerPageByHand(pool, { ...page, first: linesOfPage, after }),
  );
  kontor.child.kill();
}

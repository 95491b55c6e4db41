/** What grouping every line of the books takes through the graph, beside plain SQL on the same tables. */
import { strict as assert } from 'node:assert';
import { compare } from '../compare.ts';
import { tokenFor } from '../data.ts';
import { booksCode, type Installation } from '../installation.ts';
import { start } from '../measure.ts';
import { graphAsks } from './ask.ts';

const byTypeAndMonth = `query ($companyId: ID!) { groups: journalLineGroups(
  where: { account: { is: { company: { is: { id: { eq: $companyId } } } } } },
  groupBy: [{ account: { type: VALUE } }, { postingOn: MONTH }], first: 1000) {
  nodes { key { account { type } postingOn } aggregate { count debit { sum } credit { sum } } } } }`;

const byHand = `select a.type::text, date_trunc('month', l.posting_on::timestamp)::date::text as month, count(*)::int as count,
    sum(l.debit)::text as debit, sum(l.credit)::text as credit
  from journal_line l join account a on a.id = l.account_id
  where a.company_id = $1 group by a.type, date_trunc('month', l.posting_on::timestamp)::date order by 1, 2`;

interface Answer {
  readonly groups: { readonly nodes: readonly { readonly aggregate: { readonly count: number } }[] };
}

/** Prints what grouping all lines by type of account and month takes. */
export async function groupsOfLines({ server, appUrl, ownerUrl, pool }: Installation): Promise<void> {
  const token = await tokenFor(server, `grouper-${Date.now()}`, ['AUDITOR'], true);
  const kontor = await start('./kontor.ts', [appUrl, ownerUrl]);
  const ask = graphAsks(kontor.port, token);
  const { rows } = await pool.query<{ id: string }>('select id::text from company where code = $1', [booksCode]);
  const companyId = rows[0]?.id ?? '';
  const ours = (): Promise<Answer> => ask<Answer>(byTypeAndMonth, { companyId });
  const theirs = () => pool.query<{ count: number }>(byHand, [companyId]);
  // Both count the same.
  const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);
  const [one, other] = [(await ours()).groups.nodes, (await theirs()).rows];
  assert.equal(one.length, other.length);
  assert.equal(total(one.map(({ aggregate }) => aggregate.count)), total(other.map(({ count }) => count)));
  console.log(`Groups of all lines, medians of rounds in turn; ${one.length} groups:`);
  await compare('by type of account and month', ours, theirs, { rounds: 7, warmUp: 1, atMost: 1.2 });
  kontor.child.kill();
}

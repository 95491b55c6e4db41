/** What verification computes again besides balances, numbers and chain; and that the chain is over every column. */
import { newKey, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { entryDigest } from './entry-digest.ts';
import { linkEntries } from './index.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';
import { Tampering } from './proof/tampering.ts';

let world: World;
let books: Books;
let tampering: Tampering;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'RULE');
  const { companyId, accountant } = books;
  await performed(accountant, 'createParty', { companyId, code: 'K', name: 'K', kind: 'CUSTOMER' }, 'party { id }');
  const eur = (rate: string) => ({ currencyCode: 'EUR', rate });
  const posted = [
    await books.post([debit('1510', '100', { party: 'K', ...eur('11') }), credit('3001', '100', eur('11'))], {
      journal: 'B',
    }),
    await books.post([debit('1930', '60', eur('10')), credit('1510', '60', { party: 'K', ...eur('10') })], {
      journal: 'C',
    }),
  ];
  const query = `query ($entries: [ID!]!) { openItems(where: { line: { is: { entry: { is: { id: { in: $entries } } } } } }) { nodes { id } } }`;
  const entries = posted.map(({ record }) => record?.id);
  const { openItems } = await accountant.client.request<{ openItems: { nodes: { id: string }[] } }>(query, { entries });
  const items = openItems.nodes.map(({ id }) => ({ itemId: id }));
  const settled = { companyId, items, lossAccount: '7960', idempotencyKey: newKey() };
  await performed(accountant, 'allocateItems', settled, 'allocation { id }');
  await performed(accountant, 'openFiscalYear', { companyId }, 'fiscalYear { id }');
  await performed(accountant, 'createCostCentre', { companyId, code: '100', name: 'Stockholm' }, 'costCentre { id }');
  const at = { dimensions: [{ dimension: '1', object: '100' }] };
  const rent = await books.post([debit('5010', '8', at), credit('1930', '8')]);
  const back = { entryId: rent.record?.id, postingOn: '2026-03-16', idempotencyKey: newKey() };
  await performed(accountant, 'reverseEntry', back, 'journalEntry { id }');
  await linkEntries(world.server.app.pool);
  tampering = await Tampering.of(world);
});
afterAll(async () => {
  await tampering.end();
  await world.stop();
});

const reversal = `(select id from journal_entry where reverses_id is not null)`;

test.each<[what: string, statement: string, told: RegExp]>([
  [
    'a reversal that is of another amount',
    `update journal_line set amount = amount * 2, debit = debit * 2, credit = credit * 2 where entry_id = ${reversal}`,
    /entry A 2 .*: is not the exact opposite of what it takes back/,
  ],
  [
    'a reversal that is told apart otherwise',
    `update journal_line set dimension_set_id = null where entry_id = ${reversal}`,
    /entry A 2 .*: is not the exact opposite of what it takes back/,
  ],
  [
    'a reversal that counts before what it takes back',
    `update journal_entry set posting_on = '2026-03-14' where id = ${reversal}`,
    /entry A 2 of 2026-03-14 .*: is not the exact opposite of what it takes back/,
  ],
  [
    'a reversal of nothing',
    `update journal_entry set reverses_id = uuid7() where id = ${reversal}`,
    /entry A 2 .*: the entry that it takes back is missing/,
  ],
  [
    'a set with another hash',
    `update dimension_set set objects_hash = '\\x00'`,
    /set of dimensions 1:100 .*: its hash is not that of its objects/,
  ],
  ['a set without its objects', 'delete from dimension_set_member', /set of dimensions 1:100 .*: its hash/],
  [
    'an entry and its lines on a day of another period',
    `with moved as (update journal_entry set posting_on = '2026-04-15' where id = ${reversal} returning id)
     update journal_line set posting_on = '2026-04-15' where entry_id in (select id from moved)`,
    /entry A 2 of 2026-04-15 .*: its day is not in its period/,
  ],
  [
    'an entry of another year',
    `update journal_entry set fiscal_year_id = (select id from fiscal_year where name = '2027') where id = ${reversal}`,
    /entry A 2 .*: its day is not in its period/,
  ],
  [
    'what remains of an item',
    'update open_item set remaining = 0',
    /open item of line …: 0 is kept as open, and 40 is/,
  ],
  ['how much was settled', 'update allocation set amount = 200', /open item of line …: more is settled than it was/],
  [
    'what it was worth',
    'update allocation set debit_worth = debit_worth + 1',
    /settlement …: its difference of exchange rates is 61, and 60 is posted/,
  ],
  [
    'the entry with the difference',
    'update allocation set fx_difference_entry_id = null',
    /settlement …: its difference of exchange rates is 60, and none is posted/,
  ],
])('verification finds %s', async (_, statement, expected) => {
  expect(await tampering.verdict()).toEqual([]);
  await tampering.tamper(statement);
  const told = await tampering.verdict();
  await tampering.restored();
  expect(told.join('\n')).toMatch(expected);
});

describe('the chain is over every column', () => {
  const digest = entryDigest('link');
  /** Columns of the arrays that are hashed, by the letter of their table. */
  const hashed = (letter: string, until: string): string[] => {
    const from = digest.indexOf(`jsonb_build_array(${letter}.`);
    const array = digest.slice(from, digest.indexOf(until, from));
    return [
      ...new Set([...array.matchAll(new RegExp(String.raw`\b${letter}\.(\w+)`, 'g'))].map(([, name = '']) => name)),
    ];
  };

  test.each([
    { table: 'journal_entry', columns: hashed('e', ' as header') },
    // The lines of an entry are found by its id, which is in the digest of the entry.
    { table: 'journal_line', columns: ['entry_id', ...hashed('l', ' order by')] },
  ])('of $table', async ({ table, columns }) => {
    const { rows } = await withClient(world.ownerUrl, (owner) =>
      owner.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      ),
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(columns.sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});

/** Accounts that a company takes for gains, losses and rounding, where whoever settles names none. */
import { newKey, type Performed, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;

interface Account {
  readonly id: string;
  readonly code: string;
  readonly purpose: string | null;
  readonly version: number;
}

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'USUAL');
  const party = { companyId: books.companyId, code: 'K1', name: 'Kund AB', kind: 'CUSTOMER' };
  await performed(books.accountant, 'createParty', party, 'party { id }');
});
afterAll(() => world.stop());

async function accounts(where: string): Promise<readonly Account[]> {
  const query = `query ($id: ID!) { accounts(first: 20, where: { company: { is: { id: { eq: $id } } }, ${where} }, orderBy: [{ code: { direction: ASC } }]) { nodes { id code purpose version } } }`;
  type Answer = { accounts: { nodes: Account[] } };
  return (await books.auditor.client.request<Answer>(query, { id: books.companyId })).accounts.nodes;
}

async function take(code: string, purpose: string | null): Promise<Performed<{ purpose: string | null }>> {
  const [account] = await accounts(`code: { eq: "${code}" }`);
  const input = { id: account?.id, expectedVersion: account?.version, purpose };
  return perform(books.accountant, 'updateAccount', input, 'account { purpose }');
}

/** Posts 100 euros and their payments, settles them, and answers where the differences went. */
async function settled(rate: string, payments: readonly (readonly [amount: string, rate: string])[]) {
  const eur = (at: string) => ({ currencyCode: 'EUR', rate: at });
  const entries = [
    await books.post([debit('1510', '100', { party: 'K1', ...eur(rate) }), credit('3001', '100', eur(rate))], {
      journal: 'B',
    }),
  ];
  for (const [amount, at] of payments)
    entries.push(
      await books.post([debit('1930', amount, eur(at)), credit('1510', amount, { party: 'K1', ...eur(at) })], {
        journal: 'C',
      }),
    );
  const query = `query ($ids: [ID!]!) { openItems(where: { line: { is: { entry: { is: { id: { in: $ids } } } } } }) { nodes { id } } }`;
  const ids = entries.map(({ record }) => record?.id);
  const { openItems } = await books.auditor.client.request<{ openItems: { nodes: { id: string }[] } }>(query, { ids });
  const items = openItems.nodes.map(({ id }) => ({ itemId: id }));
  const input = { companyId: books.companyId, items, idempotencyKey: newKey() };
  const { errors } = await perform(books.accountant, 'allocateItems', input, 'allocation { id }');
  if (errors.length > 0) return errors;
  const posted = `query ($id: ID!) { journalLines(first: 50, where: { entry: { is: { company: { is: { id: { eq: $id } } }, sourceType: { eq: "ALLOCATION" } } },
    account: { is: { control: { isNull: true } } } }, orderBy: [{ entry: { number: { direction: DESC } } }]) { nodes { account { code } debit credit } } }`;
  type Lines = { journalLines: { nodes: { account: { code: string }; debit: string; credit: string }[] } };
  const { journalLines } = await books.auditor.client.request<Lines>(posted, { id: books.companyId });
  return journalLines.nodes.map(
    ({ account, debit: one, credit: other }) => `${account.code} ${Number(one) - Number(other)}`,
  );
}

test('the chart says which they are', async () => {
  const found = await accounts('purpose: { isNull: false }');
  expect(found.map(({ code, purpose }) => `${code} ${purpose}`)).toEqual([
    '3740 ROUNDING',
    '3960 EXCHANGE_GAIN',
    '7960 EXCHANGE_LOSS',
  ]);
});

test('a gain, a loss and what rounding leaves each go to theirs, without being asked', async () => {
  expect(await settled('11', [['100', '11.5']])).toEqual(['3960 -50']);
  expect((await settled('11', [['100', '10.5']])).toSorted()).toEqual(['3960 -50', '7960 50']);
  const parts = [
    ['33.33', '11.115'],
    ['33.33', '11.115'],
    ['33.34', '11.115'],
  ] as const;
  expect((await settled('11.115', parts)).toSorted()).toEqual(['3740 0.01', '3960 -50', '7960 50']);
});

test('each is changed to another, and none is taken twice', async () => {
  expect((await take('3001', 'EXCHANGE_GAIN')).errors).toEqual(['PURPOSE_TAKEN purpose']);
  expect((await take('3960', null)).errors).toEqual([]);
  expect(await settled('11', [['100', '12']])).toEqual(['EXCHANGE_ACCOUNT_MISSING gainAccount']);
  expect((await take('3001', 'EXCHANGE_GAIN')).record).toEqual({ purpose: 'EXCHANGE_GAIN' });
  expect(await settled('11', [['100', '12']])).toContain('3001 -100');
});

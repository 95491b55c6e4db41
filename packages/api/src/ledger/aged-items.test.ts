/** Open items by age, tied to the accounts that they stand on, whatever is settled, undone or exchanged in between. */
import { newKey, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;

const eur = (rate: string) => ({ currencyCode: 'EUR', rate });

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'AGED');
  const { companyId, accountant } = books;
  const parties = [
    { code: 'K1', name: '=Kund AB', kind: 'CUSTOMER' },
    { code: 'L1', name: 'Lev AB', kind: 'SUPPLIER' },
  ];
  for (const party of parties) await performed(accountant, 'createParty', { companyId, ...party }, 'party { id }');
  const customer = { party: 'K1', dueOn: '2026-04-01' };
  const sold = { journal: 'B', postingOn: '2026-03-01' };
  await books.post([debit('1510', '100', { ...customer, ...eur('11') }), credit('3001', '100', eur('11'))], sold);
  await books.post([debit('1510', '40', customer), credit('3001', '40')], sold);
  const bought = { journal: 'D', postingOn: '2026-03-05' };
  await books.post([debit('5010', '70'), credit('2440', '70', { party: 'L1', dueOn: '2026-03-10' })], bought);
  const paid = { journal: 'C', postingOn: '2026-04-20' };
  await books.post([debit('1930', '60', eur('11.5')), credit('1510', '60', { party: 'K1', ...eur('11.5') })], paid);
});
afterAll(() => world.stop());

interface Answer {
  readonly agedItems: readonly Readonly<Record<string, string>>[];
  readonly agedAccounts: readonly Readonly<Record<'code' | 'balance' | 'openItems' | 'difference', string>>[];
  readonly trialBalance: { readonly lines: readonly { readonly code: string | null; readonly amount: string }[] };
}

async function asOf(endsOn: string): Promise<Answer> {
  const query = `query ($companyId: ID!, $endsOn: Date!) {
    agedItems(companyId: $companyId, endsOn: $endsOn) { partyCode currencyCode notDue days1To30 total worth }
    agedAccounts(companyId: $companyId, endsOn: $endsOn) { code balance openItems difference }
    trialBalance(companyId: $companyId, endsOn: $endsOn) { lines { code amount } } }`;
  return books.auditor.client.request<Answer>(query, { companyId: books.companyId, endsOn });
}

/** The accounts of open items on a day: each is that of the trial balance, and is open to the last digit. */
async function tied(endsOn: string): Promise<Readonly<Record<string, string>>> {
  const { agedAccounts, agedItems, trialBalance } = await asOf(endsOn);
  const balances = new Map(trialBalance.lines.map(({ code, amount }) => [code, amount]));
  for (const { code, balance, openItems, difference } of agedAccounts) {
    expect([code, balance]).toEqual([code, balances.get(code) ?? '0.00']);
    expect([code, openItems, difference]).toEqual([code, balance, '0.00']);
  }
  const cents = (amounts: readonly (string | undefined)[]) =>
    amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
  expect(cents(agedItems.map(({ worth }) => worth))).toBe(cents(agedAccounts.map(({ openItems }) => openItems)));
  return Object.fromEntries(agedAccounts.map(({ code, balance }) => [code, balance]));
}

test('what is open comes to the accounts of the trial balance, in the currency of the company', async () => {
  expect((await asOf('2026-03-31')).agedItems).toEqual([
    { partyCode: 'K1', currencyCode: 'EUR', notDue: '100.00', days1To30: '0.00', total: '100.00', worth: '1100.00' },
    { partyCode: 'K1', currencyCode: 'SEK', notDue: '40.00', days1To30: '0.00', total: '40.00', worth: '40.00' },
    { partyCode: 'L1', currencyCode: 'SEK', notDue: '0.00', days1To30: '-70.00', total: '-70.00', worth: '-70.00' },
  ]);
  expect(await tied('2026-03-31')).toEqual({ '1510': '1140.00', '2440': '-70.00' });
  expect(await tied('2026-04-30')).toEqual({ '1510': '450.00', '2440': '-70.00' });
  expect(await tied('2025-12-31')).toEqual({ '1510': '0.00', '2440': '0.00' });
});

test('it does so on each day, when some was settled at another rate, and when that was undone', async () => {
  const { companyId, accountant } = books;
  const query = `query { openItems(where: { currencyCode: { eq: "EUR" } }) { nodes { id } } }`;
  const { openItems } = await accountant.client.request<{ openItems: { nodes: { id: string }[] } }>(query);
  const items = openItems.nodes.map(({ id }) => ({ itemId: id }));
  const accounts = { gainAccount: '3960', lossAccount: '7960' };
  const settling = { companyId, items, settledOn: '2026-05-04', idempotencyKey: newKey(), ...accounts };
  const made = await performed<{ id: string; version: number }>(
    accountant,
    'allocateItems',
    settling,
    'allocation { id version }',
  );
  expect(await tied('2026-04-30')).toEqual({ '1510': '450.00', '2440': '-70.00' });
  // 60 euros are worth 30 crowns more than they were owed at.
  expect(await tied('2026-05-31')).toEqual({ '1510': '480.00', '2440': '-70.00' });
  const undone = {
    allocationId: made.id,
    expectedVersion: made.version,
    reason: 'Another bill',
    undoneOn: '2026-06-10',
  };
  await performed(accountant, 'undoAllocation', undone, 'allocation { id }');
  expect(await tied('2026-05-31')).toEqual({ '1510': '480.00', '2440': '-70.00' });
  expect(await tied('2026-06-30')).toEqual({ '1510': '450.00', '2440': '-70.00' });
});

const exported = (body: object, token = books.auditor.token): Promise<Response> =>
  fetch(`${world.url}/exports/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-kontor-csrf': '1' },
    body: JSON.stringify({ report: 'AGED_ITEMS', companyId: books.companyId, endsOn: '2026-03-31', ...body }),
  });

test('it leaves the house as CSV, that of customers alone too, where no spreadsheet takes a name for a formula', async () => {
  const text = await (await exported({ subledger: 'RECEIVABLES' })).text();
  expect(text.trim().split('\r\n').slice(1)).toEqual([
    "RECEIVABLES,K1,'=Kund AB,EUR,1,100.00,0.00,0.00,0.00,0.00,100.00,1100.00",
    "RECEIVABLES,K1,'=Kund AB,SEK,1,40.00,0.00,0.00,0.00,0.00,40.00,40.00",
  ]);
  expect((await (await exported({})).text()).trim().split('\r\n')).toHaveLength(4);
  const stranger = await world.member('stranger', [{ role: 'HR', companyId: books.companyId }]);
  expect((await exported({}, stranger.token)).status).toBe(404);
  const query = 'query ($id: ID!) { agedAccounts(companyId: $id, endsOn: "2026-03-31") { code } }';
  expect(await stranger.client.request(query, { id: books.companyId })).toEqual({ agedAccounts: null });
});

/** Open items through the graph: what settles them, what is refused, and that nothing is settled twice. */
import { compareDecimal, decimal, subtractDecimal, sumDecimal } from '@kontor/core';
import { newKey, type Performed, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Books, credit, debit, type Line, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;

interface Item {
  readonly id: string;
  readonly remaining: string;
}

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'OPEN');
  for (const code of ['C1', 'C2', 'C3', 'C4'])
    await performed(
      books.accountant,
      'createParty',
      { companyId: books.companyId, code, name: `Customer ${code}`, kind: 'CUSTOMER' },
      'party { id }',
    );
});
afterAll(() => world.stop());

/** What a customer is to pay; answers the entry. */
async function invoice(party: string, amount: string, other: Line = {}, postingOn = '2026-03-01'): Promise<string> {
  const lines = [debit('1510', amount, { party, ...other }), credit('3001', amount, other)];
  const { record, errors } = await books.post(lines, { journal: 'B', postingOn });
  expect(errors).toEqual([]);
  return record?.id ?? '';
}

async function payment(party: string, amount: string, other: Line = {}, postingOn = '2026-03-20'): Promise<string> {
  const lines = [debit('1930', amount, other), credit('1510', amount, { party, ...other })];
  const { record, errors } = await books.post(lines, { journal: 'C', postingOn });
  expect(errors).toEqual([]);
  return record?.id ?? '';
}

const itemOf = (entry: string): Promise<Item> => itemIn(books, entry);
const remainingOf = async (entry: string): Promise<string> => (await itemOf(entry)).remaining;

type Chosen = readonly [entry: string, amount?: string];

interface Allocated {
  readonly id: string;
  readonly version: number;
  readonly amount: string;
  readonly settledOn: string;
  readonly fxDifferenceEntry: { readonly id: string } | null;
}

async function settle(
  chosen: readonly Chosen[],
  other: object = {},
  who = books.accountant,
): Promise<Performed<Allocated>> {
  const items = await Promise.all(
    chosen.map(async ([entry, amount]) => ({ itemId: (await itemOf(entry)).id, ...(amount && { amount }) })),
  );
  const input = { companyId: books.companyId, items, idempotencyKey: newKey(), ...other };
  return perform<Allocated>(
    who,
    'allocateItems',
    input,
    'allocation { id version amount settledOn fxDifferenceEntry { id } }',
  );
}

const undo = (allocation: Allocated | null, other: object = {}) =>
  perform<{ undoneOn: string }>(
    books.accountant,
    'undoAllocation',
    { allocationId: allocation?.id, expectedVersion: allocation?.version, reason: 'The wrong invoice', ...other },
    'allocation { undoneOn }',
  );

const linesOf = async (entry: string | undefined): Promise<unknown> => {
  const query = `query ($entry: ID!) { journalEntry(id: $entry) { postingOn journal { code }
    lines(orderBy: { lineNo: { direction: ASC } }) { nodes { account { code } party { code } debit credit openItems { totalCount } } } } }`;
  return (await books.auditor.client.request<{ journalEntry: unknown }>(query, { entry })).journalEntry;
};

describe('settling', () => {
  test('takes the same amount from both sides, whole or in part', async () => {
    const [bill, paid] = [await invoice('C1', '100'), await payment('C1', '60')];
    const first = await settle([[bill], [paid]]);
    expect(first.errors).toEqual([]);
    expect(first.record).toMatchObject({ amount: '60', settledOn: '2026-03-20', fxDifferenceEntry: null });
    expect([await remainingOf(bill), await remainingOf(paid)]).toEqual(['40', '0']);
    const rest = await payment('C1', '100', {}, '2026-03-25');
    expect((await settle([[bill, '15.50'], [rest]])).record?.amount).toBe('15.5');
    expect([await remainingOf(bill), await remainingOf(rest)]).toEqual(['24.5', '-84.5']);
  });

  test('pairs several at once, from the oldest on', async () => {
    const bills = [await invoice('C1', '10'), await invoice('C1', '20', {}, '2026-03-02'), await invoice('C1', '30')];
    const paid = [await payment('C1', '25'), await payment('C1', '35')];
    const settled = await settle([...bills, ...paid].map((entry): Chosen => [entry]));
    expect(settled.errors).toEqual([]);
    expect(await Promise.all([...bills, ...paid].map(remainingOf))).toEqual(['0', '0', '0', '0', '0']);
  });

  test('happens once for one key', async () => {
    const [bill, paid] = [await invoice('C1', '100'), await payment('C1', '60')];
    const once = { idempotencyKey: newKey() };
    const twice = [await settle([[bill], [paid]], once), await settle([[bill], [paid]], once)];
    expect(twice[0]?.record?.id).toBe(twice[1]?.record?.id);
    expect(await remainingOf(bill)).toBe('40');
  });

  test('finds what remains by business partner, day and amount', async () => {
    const bill = await invoice('C2', '70', { dueOn: '2026-04-01' });
    await settle([[bill, '20'], [await payment('C2', '20')]]);
    const query = `query ($party: String!) { openItems(where: { party: { is: { code: { eq: $party } } },
      dueOn: { lte: "2026-04-30" }, remaining: { gt: "0" } }) { nodes { original remaining _can { actions } } } }`;
    expect(await books.auditor.client.request(query, { party: 'C2' })).toMatchObject({
      openItems: { nodes: [{ original: '70', remaining: '50' }] },
    });
  });
});

describe('what is refused', () => {
  test('has a name and a place', async () => {
    const [bill, other, paid] = [await invoice('C1', '100'), await invoice('C2', '100'), await payment('C1', '60')];
    const supplied = await books.post([debit('5010', '5'), credit('2440', '5', { party: 'C1' })], { journal: 'D' });
    const refusals = async (chosen: readonly Chosen[], more: object = {}) => (await settle(chosen, more)).errors;
    const taken = await invoice('C1', '5');
    const back = { entryId: taken, postingOn: '2026-03-16', idempotencyKey: newKey() };
    await performed(books.accountant, 'reverseEntry', back, 'journalEntry { id }');
    expect(await refusals([[bill], [other]])).toEqual(['ONE_SIDE_ALONE items']);
    expect(await refusals([[bill], [bill], [paid]])).toEqual(['ITEM_TWICE items.1.itemId']);
    expect(await refusals([[bill], [other], [paid]])).toEqual(['OTHER_PARTY items.1.itemId']);
    expect(await refusals([[bill], [supplied.record?.id ?? '']])).toEqual(['OTHER_ACCOUNT items.1.itemId']);
    expect(await refusals([[bill], [taken], [paid]])).toEqual(['ITEM_REVERSED items.1.itemId']);
    expect(await refusals([[bill, '0'], [paid]])).toEqual(['AMOUNT_NOT_POSITIVE items.0.amount']);
    expect(await refusals([[bill, '1.005'], [paid]])).toEqual(['MINOR_UNIT_EXCEEDED items.0.amount']);
    expect(await refusals([[bill], [paid, '61']])).toEqual(['MORE_THAN_REMAINS items.1.amount']);
    expect(await refusals([[bill, '70'], [paid]])).toEqual(['AMOUNTS_DIFFER items.0.amount']);
    expect(await refusals([[bill], [paid]], { settledOn: '2026-03-19' })).toEqual(['SETTLED_BEFORE_POSTED settledOn']);
    expect(await refusals([[bill], [paid]], { settledOn: '2031-01-01' })).toEqual(['PERIOD_CLOSED settledOn']);
    await settle([[bill], [paid]]);
    expect(await refusals([[bill], [paid]])).toEqual(['ALREADY_SETTLED items.1.itemId']);
    const elsewhere = await openBooks(world, 'AWAY');
    const from = { companyId: elsewhere.companyId };
    await world.member('both', [{ role: 'ACCOUNTING' }]);
    const everywhere = await world.member('everywhere', [{ role: 'ACCOUNTING' }]);
    expect((await settle([[bill], [paid]], from, everywhere)).errors).toEqual([
      'WRONG_COMPANY items.0.itemId',
      'WRONG_COMPANY items.1.itemId',
    ]);
    expect((await settle([[bill], [paid]], from, elsewhere.accountant)).errors).toEqual([
      'NOT_FOUND items.0.itemId',
      'NOT_FOUND items.1.itemId',
    ]);
    const itemId = (await itemOf(bill)).id;
    const asAuditor = { companyId: books.companyId, items: [{ itemId }], idempotencyKey: newKey() };
    expect((await perform(books.auditor, 'allocateItems', asAuditor, 'allocation { id }')).errors).toEqual([
      'FORBIDDEN',
    ]);
  });

  test('is a reversal of what was settled, before the settlement is undone', async () => {
    const [bill, paid] = [await invoice('C1', '80'), await payment('C1', '80')];
    const { record } = await settle([[bill], [paid]]);
    const back = () =>
      perform(
        books.accountant,
        'reverseEntry',
        { entryId: bill, postingOn: '2026-03-21', idempotencyKey: newKey() },
        'journalEntry { id }',
      );
    expect((await back()).errors).toEqual(['ITEMS_SETTLED entryId']);
    expect((await undo(record)).errors).toEqual([]);
    expect([await remainingOf(bill), await remainingOf(paid)]).toEqual(['80', '-80']);
    expect((await undo(record, { expectedVersion: 2 })).errors).toEqual(['ALREADY_UNDONE allocationId']);
    const reversal = await back();
    expect(reversal.errors).toEqual([]);
    expect([await remainingOf(bill), await remainingOf(reversal.record?.id ?? '')]).toEqual(['0', '0']);
  });

  test('is undoing what an entry and its reversal settled', async () => {
    const bill = await invoice('C1', '8');
    const back = { entryId: bill, postingOn: '2026-03-16', idempotencyKey: newKey() };
    await performed(books.accountant, 'reverseEntry', back, 'journalEntry { id }');
    const { id } = await itemOf(bill);
    const query = `query ($id: ID!) { openItem(id: $id) { debitAllocations { nodes { id version amount } } } }`;
    type Answer = { openItem: { debitAllocations: { nodes: Allocated[] } } };
    const { openItem } = await books.auditor.client.request<Answer>(query, { id });
    const [settled] = openItem.debitAllocations.nodes;
    expect(settled?.amount).toBe('8');
    expect((await undo(settled ?? null)).errors).toEqual(['SETTLED_BY_REVERSAL allocationId']);
  });

  test('is a day in a closed period, for settling and for undoing', async () => {
    const [bill, paid] = [await invoice('C1', '10', {}, '2026-01-10'), await payment('C1', '10', {}, '2026-01-20')];
    const { record } = await settle([[bill], [paid]]);
    const periodId = await books.period('2026-01');
    await performed(books.accountant, 'closePeriod', { periodId, expectedVersion: 1 }, 'fiscalPeriod { id }');
    expect((await undo(record, { undoneOn: '2026-01-31' })).errors).toEqual(['PERIOD_CLOSED undoneOn']);
    expect((await undo(record, { undoneOn: '2026-01-19' })).errors).toEqual(['UNDONE_BEFORE_SETTLED undoneOn']);
    expect((await undo(record)).record?.undoneOn).toBe('2026-02-01');
    expect((await settle([[bill], [paid]], { settledOn: '2026-01-31' })).errors).toEqual(['PERIOD_CLOSED settledOn']);
    expect((await settle([[bill], [paid]])).record?.settledOn).toBe('2026-02-01');
  });
});

describe('at different exchange rates', () => {
  const eur = (rate: string) => ({ currencyCode: 'EUR', rate });

  test('a loss is posted as an entry of its own, and taken back with the settlement', async () => {
    const [bill, paid] = [await invoice('C3', '100', eur('11')), await payment('C3', '100', eur('10.5'))];
    expect((await settle([[bill], [paid]], { lossAccount: '9' })).errors).toEqual(['ACCOUNT_UNKNOWN lossAccount']);
    const { record, errors } = await settle([[bill], [paid]], { lossAccount: '7960' });
    expect(errors).toEqual([]);
    expect(await linesOf(record?.fxDifferenceEntry?.id)).toEqual({
      postingOn: '2026-03-20',
      journal: { code: 'C' },
      lines: {
        nodes: [
          { account: { code: '1510' }, party: { code: 'C3' }, debit: '0', credit: '50', openItems: { totalCount: 0 } },
          { account: { code: '7960' }, party: null, debit: '50', credit: '0', openItems: { totalCount: 0 } },
        ],
      },
    });
    const back = { entryId: record?.fxDifferenceEntry?.id, postingOn: '2026-03-21', idempotencyKey: newKey() };
    const refused = await perform(books.accountant, 'reverseEntry', back, 'journalEntry { id }');
    expect(refused.errors).toEqual(['ENTRY_OF_SETTLEMENT entryId']);
    expect((await undo(record, { undoneOn: '2026-03-22' })).errors).toEqual([]);
    const query = `query ($id: ID!) { journalEntry(id: $id) { reversals { nodes { postingOn } } } }`;
    expect(await books.auditor.client.request(query, { id: record?.fxDifferenceEntry?.id })).toEqual({
      journalEntry: { reversals: { nodes: [{ postingOn: '2026-03-22' }] } },
    });
  });

  test('gains and losses of parts leave nothing on the account', async () => {
    const bill = await invoice('C4', '100', eur('11.11111'));
    const paid = [];
    for (const rate of ['11.3333', '10.777', '11.9']) paid.push(await payment('C4', '33.33', eur(rate)));
    paid.push(await payment('C4', '0.01', eur('11.5')));
    const accounts = { gainAccount: '3960', lossAccount: '7960' };
    for (const each of paid) expect((await settle([[bill], [each]], accounts)).errors).toEqual([]);
    expect(await remainingOf(bill)).toBe('0');
    const query = `query ($party: String!) { journalLines(first: 100, where: { party: { is: { code: { eq: $party } } } }) { nodes { debit credit } } }`;
    type Lines = { journalLines: { nodes: { debit: string; credit: string }[] } };
    const { journalLines } = await books.auditor.client.request<Lines>(query, { party: 'C4' });
    const left = journalLines.nodes.map(({ debit: owed, credit: paidOff }) =>
      subtractDecimal(decimal(owed), decimal(paidOff)),
    );
    expect(left.length).toBeGreaterThan(paid.length + 1);
    expect(compareDecimal(sumDecimal(left), decimal('0'))).toBe(0);
  });
});

test('of people who settle one item at once, nobody settles more than is open', async () => {
  const bill = await invoice('C1', '100');
  const paid = await Promise.all(Array.from({ length: 6 }, () => payment('C1', '40')));
  const answers = await Promise.all(
    paid.map((entry, index) => settle([[bill, '40'], [entry]], {}, index % 2 === 0 ? books.accountant : books.second)),
  );
  const refused = answers.flatMap(({ errors }) => errors);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(2);
  expect(refused).toEqual([
    'MORE_THAN_REMAINS items.0.amount',
    'MORE_THAN_REMAINS items.0.amount',
    'MORE_THAN_REMAINS items.0.amount',
    'MORE_THAN_REMAINS items.0.amount',
  ]);
  expect(await remainingOf(bill)).toBe('20');
  const [last, other] = [await payment('C1', '20'), await payment('C1', '20')];
  const race = await Promise.all([
    settle([[bill], [last]], {}, books.accountant),
    settle([[bill], [other]], {}, books.second),
  ]);
  expect(race.flatMap(({ errors }) => errors)).toEqual(['ALREADY_SETTLED items.0.itemId']);
});

test('the aged list says what was open on a day', async () => {
  const aged = await openBooks(world, 'AGED');
  const party = { companyId: aged.companyId, code: 'K1', name: 'Kund', kind: 'CUSTOMER' };
  await performed(aged.accountant, 'createParty', party, 'party { id }');
  const ages = [
    '2026-06-30',
    '2026-06-29',
    '2026-05-31',
    '2026-05-30',
    '2026-05-01',
    '2026-04-30',
    '2026-04-01',
    '2026-03-31',
  ];
  const entries: string[] = [];
  for (const [index, dueOn] of ages.entries()) {
    const amount = String(2 ** index);
    const lines = [debit('1510', amount, { party: 'K1', dueOn }), credit('3001', amount)];
    entries.push((await aged.post(lines, { journal: 'B' })).record?.id ?? '');
  }
  const query = `query ($companyId: ID!, $endsOn: Date!) { agedItems(companyId: $companyId, endsOn: $endsOn, subledger: RECEIVABLES) {
    partyCode subledger currencyCode items notDue days1To30 days31To60 days61To90 daysOver90 total } }`;
  const listed = (endsOn: string, who = aged.auditor) =>
    who.client.request(query, { companyId: aged.companyId, endsOn });
  const whole = {
    agedItems: [
      {
        partyCode: 'K1',
        subledger: 'RECEIVABLES',
        currencyCode: 'SEK',
        items: 8,
        notDue: '1.00',
        days1To30: '6.00',
        days31To60: '24.00',
        days61To90: '96.00',
        daysOver90: '128.00',
        total: '255.00',
      },
    ],
  };
  expect(await listed('2026-06-30')).toEqual(whole);
  const paid = await aged.post([debit('1930', '100'), credit('1510', '100', { party: 'K1' })], {
    journal: 'C',
    postingOn: '2026-07-01',
  });
  const items = [];
  for (const entry of [entries[7] ?? '', paid.record?.id ?? '']) items.push({ itemId: (await itemIn(aged, entry)).id });
  const input = { companyId: aged.companyId, items, idempotencyKey: newKey() };
  await performed(aged.accountant, 'allocateItems', input, 'allocation { id }');
  expect(await listed('2026-06-30')).toEqual(whole);
  expect(await listed('2026-07-01')).toMatchObject({ agedItems: [{ items: 8, daysOver90: '92.00', total: '155.00' }] });
  expect(await listed('2026-07-01', books.accountant)).toEqual({ agedItems: null });
});

async function itemIn(of: Books, entry: string): Promise<Item> {
  const query = `query ($entry: ID!) { openItems(where: { line: { is: { entry: { is: { id: { eq: $entry } } } } } }) { nodes { id remaining } } }`;
  const { openItems } = await of.auditor.client.request<{ openItems: { nodes: Item[] } }>(query, { entry });
  return openItems.nodes[0] as Item;
}

/** Posting through the graph: what is posted, what is refused, and that it happens once. */
import { newKey, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'POST');
});
afterAll(() => world.stop());

const entryOf = async (id: string): Promise<unknown> => {
  const query = `query ($id: ID!) { journalEntry(id: $id) {
    number postingOn text reference journal { code } period { name } postedBy { name } reverses { id } reversals { nodes { id } }
    lines(orderBy: { lineNo: { direction: ASC } }) { nodes { account { code } currencyCode amount rate debit credit
      dimensionSet { name } party { code } taxCode { code } text } } } }`;
  return (await books.auditor.client.request<{ journalEntry: unknown }>(query, { id })).journalEntry;
};

describe('books', () => {
  test('are set up once, with a chart, journals, tax codes, dimensions and a year', async () => {
    const query = `query ($id: ID!) { company(id: $id) { fiscalYears { nodes { name periods { totalCount } } }
      accounts(where: { code: { in: ["1930", "2440"] } }, orderBy: { code: { direction: ASC } }) { nodes { code name control } }
      dimensions(orderBy: { code: { direction: ASC } }) { nodes { code kind } } } }`;
    const { company } = await books.auditor.client.request<{ company: unknown }>(query, { id: books.companyId });
    expect(company).toEqual({
      fiscalYears: { nodes: [{ name: '2026', periods: { totalCount: 12 } }] },
      accounts: {
        nodes: [
          { code: '1930', name: 'Företagskonto', control: null },
          { code: '2440', name: 'Leverantörsskulder', control: 'PAYABLES' },
        ],
      },
      dimensions: {
        nodes: [
          { code: '1', kind: 'COST_CENTRE' },
          { code: '20', kind: 'DEVICE' },
          { code: '6', kind: 'PROJECT' },
          { code: '7', kind: 'EMPLOYEE' },
        ],
      },
    });
    const again = { companyId: books.companyId, chart: 'INTERNATIONAL', startsOn: '2027-01-01' };
    const other = await perform(books.accountant, 'setUpBooks', again, 'fiscalYear { id }');
    expect(other.errors).toEqual(['BOOKS_SET_UP companyId']);
    const unknown = await perform(books.accountant, 'setUpBooks', { ...again, chart: 'X' }, 'fiscalYear { id }');
    expect(unknown.errors).toEqual(['CHART_UNKNOWN chart']);
  });

  test('go on with the next year, and take none that overlaps', async () => {
    const { companyId } = books;
    const year = await performed<{ name: string; startsOn: string }>(
      books.accountant,
      'openFiscalYear',
      { companyId },
      'fiscalYear { name startsOn }',
    );
    expect(year).toEqual({ name: '2027', startsOn: '2027-01-01' });
    const overlapping = { companyId, startsOn: '2027-07-01' };
    const refused = await perform(books.accountant, 'openFiscalYear', overlapping, 'fiscalYear { id }');
    expect(refused.errors).toEqual(['YEARS_OVERLAP startsOn']);
  });
});

describe('an entry', () => {
  test('is posted with its number, by codes, told apart by objects', async () => {
    const centre = { companyId: books.companyId, code: '100', name: 'Stockholm' };
    await performed(books.accountant, 'createCostCentre', centre, 'costCentre { id }');
    const at = [{ dimension: '1', object: '100' }];
    const [first, second] = [
      await books.post([debit('5010', '8000', { dimensions: at, text: 'March' }), credit('1930', '8000')], {
        text: 'Rent',
        reference: 'R-1',
      }),
      await books.post([debit('5010', '1.50', { dimensions: at }), credit('1930', '1.5')]),
    ];
    expect([first.errors, second.errors]).toEqual([[], []]);
    expect((second.record?.number ?? 0) - (first.record?.number ?? 0)).toBe(1);
    expect(await entryOf(first.record?.id ?? '')).toMatchObject({
      postingOn: '2026-03-15',
      text: 'Rent',
      reference: 'R-1',
      journal: { code: 'A' },
      period: { name: '2026-03' },
      lines: {
        nodes: [
          {
            account: { code: '5010' },
            amount: '8000',
            debit: '8000',
            dimensionSet: { name: '1:100' },
            text: 'March',
          },
          { account: { code: '1930' }, amount: '-8000', credit: '8000', dimensionSet: null },
        ],
      },
    });
  });

  test('in another currency takes the rate of the day, or the one on its line', async () => {
    const rate = { companyId: books.companyId, fromCurrencyCode: 'EUR', toCurrencyCode: 'SEK', startsOn: '2026-03-01' };
    await performed(books.accountant, 'createExchangeRate', { ...rate, rate: '11.25' }, 'exchangeRate { id }');
    const eur = { currencyCode: 'EUR' };
    const { record, errors } = await books.post([debit('5420', '100', eur), credit('1930', '100', eur)]);
    expect(errors).toEqual([]);
    expect(await entryOf(record?.id ?? '')).toMatchObject({
      lines: { nodes: [{ currencyCode: 'EUR', amount: '100', debit: '1125' }, { credit: '1125' }] },
    });
    const early = await books.post([debit('5420', '1', eur), credit('1930', '1', eur)], { postingOn: '2026-02-01' });
    expect(early.errors).toEqual(['RATE_MISSING lines.0.rate', 'RATE_MISSING lines.1.rate']);
  });

  test('that is wrong is refused whole, each fault at its line', async () => {
    const lines = [debit('9999', '10'), credit('1930', '10.005'), debit('5010', '1', { party: 'X' })];
    const refused = await books.post(lines, { journal: 'Q', postingOn: '2031-01-01' });
    expect(refused.errors).toEqual([
      'JOURNAL_UNKNOWN journal',
      'PERIOD_MISSING postingOn',
      'ACCOUNT_UNKNOWN lines.0.account',
      'MINOR_UNIT_EXCEEDED lines.1.credit',
      'PARTY_UNKNOWN lines.2.party',
    ]);
    expect((await books.post([debit('5010', '10'), credit('1930', '9')])).errors).toEqual(['ENTRY_UNBALANCED lines']);
    expect((await books.post([debit('5010', '10'), credit('2440', '10')])).errors).toEqual([
      'ACCOUNT_OF_SUBLEDGER lines.1.account',
      'PARTY_MISSING lines.1.party',
    ]);
  });

  test('under the same key is posted once, however often and at once it is asked for; with other content it is an error', async () => {
    const [key, lines] = [newKey(), [debit('5010', '77'), credit('1930', '77')]];
    const before = await books.post(lines, { idempotencyKey: key });
    const again = await Promise.all(Array.from({ length: 6 }, () => books.post(lines, { idempotencyKey: key })));
    expect(new Set([before, ...again].map(({ record }) => record?.number)).size).toBe(1);
    const other = await books.post([debit('5010', '78'), credit('1930', '78')], { idempotencyKey: key });
    expect(other.errors).toEqual(['BAD_INPUT']);
    const byAnother = await books.post(
      [debit('5010', '78'), credit('1930', '78')],
      { idempotencyKey: key },
      books.second,
    );
    expect(byAnother.errors).toEqual(['POSTED_OTHERWISE']);
  });

  test('is posted by accounting alone', async () => {
    const lines = [debit('5010', '1'), credit('1930', '1')];
    for (const who of [books.auditor, books.admin])
      expect((await books.post(lines, {}, who)).errors).toEqual(['FORBIDDEN']);
    const elsewhere = await openBooks(world, 'ELSE');
    expect((await books.post(lines, {}, elsewhere.accountant)).errors).toEqual(['FORBIDDEN']);
  });
});

describe('a posted entry', () => {
  test('is taken back once, by an entry on a day of its own', async () => {
    const { record } = await books.post([debit('5010', '300', { text: 'Wrong' }), credit('1930', '300')]);
    const back = { entryId: record?.id, postingOn: '2026-04-01', text: 'Mistyped' };
    const reverse = (input: object) =>
      perform<{ id: string }>(
        books.accountant,
        'reverseEntry',
        { ...back, idempotencyKey: newKey(), ...input },
        'journalEntry { id }',
      );
    expect((await reverse({ postingOn: '2026-03-14' })).errors).toEqual(['REVERSED_BEFORE_POSTED postingOn']);
    const both = await Promise.all([reverse({}), reverse({})]);
    expect(both.map(({ errors }) => errors).sort()).toEqual([[], ['ALREADY_REVERSED entryId']]);
    const made = both.find(({ record: each }) => each)?.record;
    expect(await entryOf(made?.id ?? '')).toMatchObject({
      postingOn: '2026-04-01',
      reverses: { id: record?.id },
      lines: { nodes: [{ account: { code: '5010' }, amount: '-300', credit: '300' }, { debit: '300' }] },
    });
  });

  test('that is an accrual takes itself back', async () => {
    const lines = [debit('5010', '500'), credit('1930', '500')];
    const { record } = await books.post(lines, { postingOn: '2026-03-31', reverseOn: '2026-04-01' });
    expect(await entryOf(record?.id ?? '')).toMatchObject({ reversals: { nodes: [{}] } });
    const without = await books.post(lines, { reverseOn: '2030-01-01' });
    expect(without.errors).toEqual(['PERIOD_MISSING reverseOn']);
  });
});

describe('a draft', () => {
  const save = (input: object) => {
    const draft = { companyId: books.companyId, journal: 'A', ...input };
    return performed<{ id: string; version: number }>(
      books.accountant,
      'saveEntryDraft',
      draft,
      'entryDraft { id version }',
    );
  };
  const selection =
    'entryDraft { status entry { number lines { totalCount } } lines { nodes { accountCode debit dimensions } } }';

  test('may be anything, is written over, and is posted once it is right', async () => {
    const { id, version } = await save({ lines: [debit('9999', '10')] });
    const post = () => perform<{ status: string }>(books.accountant, 'postDraft', { draftId: id }, selection);
    expect((await post()).errors).toEqual(['REQUIRED postingOn']);
    const over = { draftId: id, postingOn: '2026-03-20' };
    const next = await save({ ...over, expectedVersion: version, lines: [debit('9999', '10')] });
    expect((await post()).errors).toEqual(['ACCOUNT_UNKNOWN lines.0.account', 'TOO_FEW_LINES lines']);
    const at = { dimensions: [{ dimension: '1', object: '100' }] };
    const right = { ...over, expectedVersion: next.version, lines: [debit('5010', '10', at), credit('1930', '10')] };
    await save(right);
    const again = async (other: object) =>
      (
        await perform(
          books.second,
          'saveEntryDraft',
          { companyId: books.companyId, journal: 'A', ...right, ...other },
          'entryDraft { id }',
        )
      ).errors;
    // Somebody else had the draft open: what was written meanwhile, if only in a line, stays.
    expect(await again({})).toEqual(['CONFLICT expectedVersion']);
    expect(await again({ expectedVersion: null })).toEqual(['REQUIRED expectedVersion']);
    expect((await post()).record).toEqual({
      status: 'POSTED',
      entry: { number: expect.any(Number), lines: { totalCount: 2 } },
      lines: {
        nodes: [
          { accountCode: '5010', debit: '10', dimensions: '1:100' },
          { accountCode: '1930', debit: null, dimensions: null },
        ],
      },
    });
    expect((await post()).errors).toEqual(['WRONG_STATE draftId']);
  });

  test('can be thrown away, and is nobody else’s to read', async () => {
    const { id } = await save({ lines: [] });
    expect(await performed(books.accountant, 'discardDraft', { draftId: id }, 'entryDraft { status }')).toEqual({
      status: 'DISCARDED',
    });
    const reporting = await world.member('reporting', [{ role: 'REPORTING', companyId: books.companyId }]);
    const query = 'query ($id: ID!) { entryDraft(id: $id) { id } }';
    await expect(reporting.client.request(query, { id })).resolves.toEqual({ entryDraft: null });
  });
});

/** What is posted again and again: from a template, on the days that are due, each once. */
import { newKey, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postDueEntries } from './post-due-entries.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';
import { verifyLedger } from './verify.ts';

let world: World;
let books: Books;
let templateId: string;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'SE');
  const entry = await books.post([debit('5010', '12000', { text: 'Office' }), credit('1930', '12000')], {
    text: 'Rent',
  });
  const kept = { entryId: entry.record?.id, name: 'Rent' };
  ({ id: templateId } = await performed(books.accountant, 'keepAsTemplate', kept, 'entryTemplate { id }'));
});
afterAll(() => world.stop());

interface Entry {
  readonly number: number;
  readonly postingOn: string;
  readonly text: string;
  readonly sourceType: string | null;
  readonly reverses: { readonly number: number } | null;
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

async function entriesOf(recurringId: string): Promise<Entry[]> {
  const query = `query ($id: String!) { journalEntries(first: 100, orderBy: [{ postingOn: { direction: ASC } }, { number: { direction: ASC } }],
    where: { or: [{ sourceId: { eq: $id } }, { reverses: { is: { sourceId: { eq: $id } } } }] }) {
      nodes { number postingOn text sourceType reverses { number } } } }`;
  type Answer = { journalEntries: { nodes: Entry[] } };
  return (await books.accountant.client.request<Answer>(query, { id: recurringId })).journalEntries.nodes;
}

async function start(other: object): Promise<string> {
  const input = { templateId, interval: 'MONTH', startsOn: '2026-04-01', reversesItself: false, ...other };
  return (await performed(books.accountant, 'startRecurringEntry', input, 'recurringEntry { id }')).id;
}

async function recurring(
  id: string,
): Promise<{ status: string; nextOn: string; problem: string | null; version: number }> {
  const query = 'query ($id: ID!) { recurringEntry(id: $id) { status nextOn problem version } }';
  type Answer = { recurringEntry: { status: string; nextOn: string; problem: string | null; version: number } };
  return (await books.accountant.client.request<Answer>(query, { id })).recurringEntry;
}

const due = (day: string): Promise<number> => postDueEntries(world.server.app, noon(day));

test('a template has what the entry had, and is posted by hand', async () => {
  const query = `query ($id: ID!) { entryTemplate(id: $id) { name text journal { code }
    lines(first: 10, orderBy: [{ lineNo: { direction: ASC } }]) { nodes { accountCode debit credit text } } } }`;
  const { entryTemplate } = await books.accountant.client.request<{ entryTemplate: unknown }>(query, {
    id: templateId,
  });
  expect(entryTemplate).toEqual({
    name: 'Rent',
    text: 'Rent',
    journal: { code: 'A' },
    lines: {
      nodes: [
        { accountCode: '5010', debit: '12000', credit: null, text: 'Office' },
        { accountCode: '1930', debit: null, credit: '12000', text: null },
      ],
    },
  });
  const input = { templateId, postingOn: '2026-05-04', text: 'Rent of May', idempotencyKey: newKey() };
  const post = () =>
    performed<{ id: string; text: string }>(books.accountant, 'postTemplate', input, 'journalEntry { id text }');
  const posted = await post();
  expect(posted.text).toBe('Rent of May');
  expect(await post()).toEqual(posted);
  expect((await perform(books.auditor, 'postTemplate', input, 'journalEntry { id }')).errors).toEqual(['FORBIDDEN']);
});

test('a template is written of lines too, and written over', async () => {
  const lines = [debit('6110', '80'), credit('1930', '80')];
  const input = { companyId: books.companyId, name: 'Paper', journal: 'A', lines };
  const { id } = await performed(books.accountant, 'saveEntryTemplate', input, 'entryTemplate { id }');
  const over = { ...input, templateId: id, lines: [debit('6110', '90'), credit('1930', '90')] };
  await performed(books.accountant, 'saveEntryTemplate', over, 'entryTemplate { id }');
  const posting = { templateId: id, postingOn: '2026-05-05', idempotencyKey: newKey() };
  const posted = await performed<{ lines: { nodes: { debit: string }[] } }>(
    books.accountant,
    'postTemplate',
    posting,
    'journalEntry { id lines(first: 5) { nodes { debit } } }',
  );
  expect(posted.lines.nodes.map(({ debit: amount }) => Number(amount)).sort()).toEqual([0, 90]);
  expect(
    (await perform(books.accountant, 'saveEntryTemplate', { ...input, journal: 'ZZ' }, 'entryTemplate { id }')).errors,
  ).toEqual(['JOURNAL_UNKNOWN journal']);
});

test('what is due is posted once, however late and whoever asks', async () => {
  const id = await start({ untilOn: '2026-07-15' });
  expect(await due('2026-03-31')).toBe(0);
  const both = await Promise.all([due('2026-06-10'), due('2026-06-10')]);
  expect(both[0] + both[1]).toBe(3);
  expect(await due('2026-06-10')).toBe(0);
  expect((await entriesOf(id)).map(({ postingOn, sourceType }) => [postingOn, sourceType])).toEqual([
    ['2026-04-01', 'RECURRING'],
    ['2026-05-01', 'RECURRING'],
    ['2026-06-01', 'RECURRING'],
  ]);
  expect(await due('2026-12-31')).toBe(1);
  expect(await recurring(id)).toMatchObject({ status: 'ENDED', problem: null });
  expect(await entriesOf(id)).toHaveLength(4);
});

test('an accrual takes itself back on the first day of the next period', async () => {
  const id = await start({ startsOn: '2026-01-31', untilOn: '2026-02-28', reversesItself: true });
  await due('2026-03-01');
  const entries = await entriesOf(id);
  expect(entries.map(({ postingOn, reverses }) => [postingOn, reverses !== null])).toEqual([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-02-28', false],
    ['2026-03-01', true],
  ]);
});

test('what cannot be posted says why, keeps nobody else waiting, and is tried again', async () => {
  const late = await start({ startsOn: '2026-08-01', untilOn: '2026-08-01' });
  const other = await start({ startsOn: '2026-09-01', untilOn: '2026-09-01' });
  const august = await books.period('2026-08');
  await performed(books.accountant, 'closePeriod', { periodId: august, expectedVersion: 1 }, 'fiscalPeriod { id }');
  expect(await due('2026-09-02')).toBe(1);
  expect(await recurring(late)).toMatchObject({ status: 'ACTIVE', nextOn: '2026-08-01' });
  expect((await recurring(late)).problem).toMatch(/period is closed/);
  expect(await recurring(other)).toMatchObject({ status: 'ENDED' });
  const { version } = await recurring(late);
  expect(await due('2026-09-02')).toBe(0);
  expect((await recurring(late)).version).toBe(version);
  const reopened = { periodId: august, expectedVersion: 2, reason: 'Rent is missing' };
  await performed(books.controller, 'reopenPeriod', reopened, 'fiscalPeriod { id }');
  expect(await due('2026-09-02')).toBe(1);
  expect(await recurring(late)).toMatchObject({ status: 'ENDED', problem: null });
});

test('what is ended posts no more', async () => {
  const id = await start({ startsOn: '2026-10-01' });
  const { version } = await recurring(id);
  const input = { recurringEntryId: id, expectedVersion: version };
  await performed(books.accountant, 'endRecurringEntry', input, 'recurringEntry { id }');
  expect(await due('2026-12-01')).toBe(0);
  expect(
    (
      await perform(
        books.accountant,
        'endRecurringEntry',
        { ...input, expectedVersion: version + 1 },
        'recurringEntry { id }',
      )
    ).errors,
  ).toEqual(['WRONG_STATE recurringEntryId']);
  const bad = { templateId, interval: 'MONTH', startsOn: '2026-10-02', untilOn: '2026-10-01', reversesItself: false };
  expect((await perform(books.accountant, 'startRecurringEntry', bad, 'recurringEntry { id }')).errors).toEqual([
    'END_BEFORE_START untilOn',
  ]);
});

test('the books are what they should be after all of it', async () => {
  const client = await world.server.app.pool.connect();
  const found: string[] = [];
  const verdict = await verifyLedger(client, { tell: (difference) => found.push(difference) });
  client.release();
  expect(found).toEqual([]);
  expect(verdict?.entries).toBe(13);
});

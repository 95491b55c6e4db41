/** Verification: books that are as they were posted show nothing, and whoever changes a row behind them is found out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newKey, onDatabase, performed, runKontor, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldBalances, linkEntries } from './index.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';
import { Tampering } from './proof/tampering.ts';

let world: World;
let books: Books;
let tampering: Tampering;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'TRUE');
  await performed(
    books.accountant,
    'createParty',
    { companyId: books.companyId, code: 'S1', name: 'S', kind: 'SUPPLIER' },
    'party { id }',
  );
  for (let index = 1; index <= 5; index += 1) await books.post([debit('5010', `${index}`), credit('1930', `${index}`)]);
  const invoice = [
    debit('5010', '80'),
    debit('2641', '20'),
    credit('2440', '100', { party: 'S1', dueOn: '2026-04-15' }),
  ];
  const { record } = await books.post(invoice, { journal: 'D' });
  const back = { entryId: record?.id, postingOn: '2026-03-16', idempotencyKey: newKey() };
  await performed(books.accountant, 'reverseEntry', back, 'journalEntry { id }');
  await linkEntries(world.server.app.pool);
  expect(await foldBalances(world.server.app.pool)).toBeGreaterThan(0);
  await books.post([debit('5010', '6'), credit('1930', '6')]);
  await linkEntries(world.server.app.pool);
  tampering = await Tampering.of(world);
});
afterAll(async () => {
  await tampering.end();
  await world.stop();
});

const second = `(select id from journal_entry where number = 2 and source_type is null order by posted_at limit 1)`;

describe('whoever tampers with', () => {
  test.each<[what: string, statements: string[], told: RegExp[]]>([
    ['nothing', [], []],
    [
      'both amounts of an entry, so that it still balances',
      [
        `update journal_line set amount = amount * 10, debit = debit * 10, credit = credit * 10 where entry_id = ${second}`,
      ],
      [
        /balance of account 1930 in 2026-03 .*follow from the lines/,
        /balance of account 5010/,
        /entry A 2: changed since/,
      ],
    ],
    [
      'one amount',
      [`update journal_line set amount = 3, debit = 3 where entry_id = ${second} and debit > 0`],
      [/entry A 2 of 2026-03-15 .*does not balance/, /balance of account 5010/, /entry A 2: changed since/],
    ],
    [
      'balances as well, so that they agree',
      [
        `update journal_line set amount = amount * 10, debit = debit * 10, credit = credit * 10 where entry_id = ${second}`,
        `update period_balance b set (amount, debit, credit) = (select sum(l.amount), sum(l.debit), sum(l.credit) - case b.account_id
            when (select id from account where code = '1930') then 6 else 0 end from journal_line l
          where l.period_id = b.period_id and l.account_id = b.account_id)
         where account_id = (select id from account where code = '1930')`,
      ],
      [/balance of account 5010/, /entry A 2: changed since/],
    ],
    [
      'a text',
      [`update journal_line set text = 'x' where entry_id = ${second} and line_no = 1`],
      [/entry A 2: changed since/],
    ],
    [
      'the account of a line',
      [
        `update journal_line set account_id = (select id from account where code = '5420') where entry_id = ${second} and line_no = 1`,
      ],
      [/account 5010/, /account 5420/, /entry A 2: changed since/],
    ],
    ['who posted', [`update journal_entry set posted_by_id = null where id = ${second}`], [/entry A 2: changed since/]],
    [
      'a whole entry, taking it away',
      [`delete from journal_line where entry_id = ${second}`, `delete from journal_entry where id = ${second}`],
      [/journal A of 2026: 1 numbers are missing/, /account 1930/, /account 5010/, /link 2, entry …: missing/],
    ],
    [
      'the lines of an entry, taking them away',
      [`delete from journal_line where entry_id = ${second}`],
      [/A 2 .* has 0 of its lines/, /account 1930/, /account 5010/, /missing: 2 lines of 2/],
    ],
    [
      'a balance',
      [`update period_balance set debit = debit + 1 where debit > 0`],
      [/account 5010/, /account 2641/, /account 2440/],
    ],
    ['what is not folded yet', ['delete from period_balance_delta'], [/account 1930/, /account 5010/]],
    ['the next number', ['update number_series set next = 40'], [/the next number is 40/, /the next number is 40/]],
    ['a link', ['delete from ledger_link where seq = 3'], [/link 3: missing/]],
    [
      'the entry and its link',
      [
        `delete from ledger_link where entry_id = ${second}`,
        `update journal_entry set text = 'y', posted_at = posted_at - interval '1 hour' where id = ${second}`,
      ],
      [/A 2 .*: it is in no link/, /link 2: missing/],
    ],
  ])('%s', async (_, statements, expected) => {
    await tampering.tamper(...statements);
    const told = await tampering.verdict();
    await tampering.restored();
    for (const each of expected) expect(told.join('\n')).toMatch(each);
    expect(told.length >= expected.length, told.join('\n')).toBe(true);
    if (expected.length === 0) expect(told).toEqual([]);
  });

  test('one company is found in the books of that company alone', async () => {
    await openBooks(world, 'PURE');
    await tampering.tamper(`update journal_line set text = 'x'`);
    expect([(await tampering.verdict('TRUE')).length > 0, await tampering.verdict('PURE')]).toEqual([true, []]);
    await tampering.restored();
  });
});

test('the command line tells of each difference on a line, and fails', { timeout: 60_000 }, async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'kontor-verify-'));
  const run = async (...more: string[]): Promise<{ out: string; status: number | null }> => {
    const { out, status } = await runKontor(['ledger', 'verify', ...more], { home, env: onDatabase(world) });
    return { out, status };
  };
  expect(await run()).toEqual({ out: '2 companies, 8 entries, 8 links, 0 differences\n', status: 0 });
  await tampering.tamper(`update journal_line set text = 'x' where entry_id = ${second} and line_no = 1`);
  const found = await run('--company', 'TRUE');
  await tampering.restored();
  expect(found.out.trim().split('\n')).toEqual([
    'TRUE: link 2, entry A 2: changed since it was linked',
    '1 companies, 8 entries, 8 links, 1 differences',
  ]);
  expect(found.status).toBe(1);
  expect((await run('--company', 'NONE')).status).not.toBe(0);
  await rm(home, { recursive: true });
});

/** Whoever has the application's login and means harm: each way round the rules of the books, and what stands in it. */
import { perform, performed, startWorld, type World } from '@kontor/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../database/connect.ts';
import { linkEntries } from './index.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';
import { asApplication, beginAsApplication, type Known, known, newEntry, rawSql, two } from './proof/raw-sql.ts';

let world: World;
let books: Books;
let owner: pg.Client;
let entryId: string;
let ids: Known;
let closed: string;
let locked: string;

const { lines, entry, number } = rawSql(() => ids);

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'ATTACK');
  owner = await connect(world.ownerUrl);
  entryId = (await books.post([debit('5010', '10'), credit('1930', '10')])).record?.id ?? '';
  ids = await known(owner, entryId, (await openBooks(world, 'OTHER')).companyId);
  locked = await books.period('2026-01');
  closed = await books.period('2026-02');
  await performed(books.accountant, 'hardLockPeriods', { periodId: locked }, 'fiscalPeriod { id }');
  await performed(books.accountant, 'closePeriod', { periodId: closed }, 'fiscalPeriod { id }');
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

/** What the journals hold: an attack leaves it as it is. */
async function held(): Promise<unknown> {
  const { rows } = await owner.query(
    `select (select count(*) from journal_entry) as entries, (select count(*) from journal_line) as lines,
      (select sum(next) from number_series) as numbers, (select count(*) from ledger_pending) + (select count(*) from ledger_link) as chain,
      (select string_agg(status::text, ',' order by starts_on, id) from fiscal_period) as periods,
      (select sum(debit) from (select debit from period_balance union all select debit from period_balance_delta) b) as balances`,
  );
  return rows[0];
}

type Attack = readonly [what: string, refusal: string, statements: () => readonly string[], begin?: string];

const attacks: readonly Attack[] = [
  // More lines for an entry that is posted.
  ['a line added later', 'journal_line_all_at_once', () => [lines([{ amount: '5' }], { entry: entryId }, 3)]],
  [
    'a line added later, the others skipped',
    'journal_line_all_at_once',
    () => [`${lines([...two(), { amount: '5' }], { entry: entryId })} on conflict do nothing`],
  ],
  [
    'a line added later by MERGE',
    'journal_line_all_at_once',
    () => [
      `merge into journal_line l using (select * from journal_line where entry_id = '${entryId}' and line_no = 1) s on false
       when not matched then insert (company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate, debit, credit)
       values (s.company_id, s.entry_id, 3, s.account_id, s.period_id, s.posting_on, s.currency_code, s.amount, 1, s.debit, s.credit)`,
    ],
  ],
  [
    'a line changed by MERGE',
    '42501',
    () => ['merge into journal_line l using journal_line s on l.id = s.id when matched then update set debit = 1'],
  ],
  [
    'a line changed on conflict',
    '42501',
    () => [`${lines(two(), { entry: entryId })} on conflict (entry_id, line_no) do update set debit = 1`],
  ],
  [
    'lines deleted in a query',
    '42501',
    () => ['with gone as (delete from journal_line returning *) select * from gone'],
  ],
  ['lines changed in a block', '42501', () => ['do $$ begin update journal_line set debit = 1; end $$']],
  ['lines held for a change', '42501', () => ['select * from journal_line for update']],
  ['the id of an account, which lines refer to', 'KO002', () => [`update account set id = uuid7() where id = '$bank'`]],
  [
    'the code of a currency, which lines refer to',
    'KO002',
    () => [`update currency set code = 'XSE' where code = 'SEK'`],
  ],
  // Periods that take nothing.
  ['an entry in a locked period', 'journal_entry_period_open', () => inPeriod(locked, '2026-01-15')],
  ['an entry in a closed period', 'journal_entry_period_open', () => inPeriod(closed, '2026-02-15')],
  [
    'an entry of a locked day under an open period',
    'journal_entry_in_period',
    () => [lines(two(), { on: '2026-01-15' }), number(), entry({ on: '2026-01-15', number: '2' })],
  ],
  [
    'lines of a locked period under an entry of an open one',
    'journal_line_of_entry',
    () => [lines(two(), { period: locked, on: '2026-01-15' }), number(), entry({ number: '2' })],
  ],
  [
    'a period that is open in a table of the attacker',
    'journal_entry_period_open',
    () => [
      `create temp table fiscal_period on commit drop as select * from public.fiscal_period`,
      `update pg_temp.fiscal_period set status = 'OPEN'`,
      ...inPeriod(closed, '2026-02-15'),
    ],
  ],
  [
    'lines that balance in a table of the attacker',
    'journal_entry_balance',
    () => [
      lines([{ amount: '5' }, { amount: '-4' }]),
      `create temp table journal_line on commit drop as select * from public.journal_line`,
      `update pg_temp.journal_line set amount = -5, credit = 5 where entry_id = '${newEntry}' and line_no = 2`,
      number(),
      entry({ number: '2' }),
    ],
  ],
  [
    'a snapshot of when the period was open',
    'journal_entry_read_committed',
    () => [lines(two()), number(), entry({ number: '2' })],
    'begin isolation level repeatable read',
  ],
  [
    'a locked period opened',
    'fiscal_period_locked',
    () => [`update fiscal_period set status = 'OPEN' where id = '${locked}'`],
  ],
  [
    'a locked period taken away, to make it anew',
    'fiscal_period_locked',
    () => [`delete from fiscal_period where id = '${locked}'`],
  ],
  [
    'a locked period moved',
    'fiscal_period_days_stay',
    () => [`update fiscal_period set starts_on = starts_on + 1 where id = '${locked}'`],
  ],
  [
    'a second period of the same days',
    'fiscal_period_no_overlap',
    () => [
      `insert into fiscal_period (company_id, fiscal_year_id, ordinal, name, starts_on, ends_on)
      select company_id, fiscal_year_id, 99, 'again', starts_on + 1, ends_on from fiscal_period where id = '${locked}'`,
    ],
  ],
  // Numbers.
  [
    'a number left out',
    'journal_entry_number_follows',
    () => [lines(two()), number(), number(), entry({ number: '3' })],
  ],
  [
    'a number that the series did not give',
    'journal_entry_number_follows',
    () => [lines(two()), entry({ number: '2' })],
  ],
  ['a number taken for nothing', 'number_series_of_entries', () => [number()]],
  ['numbers set back', 'number_series_forward', () => ['update number_series set next = 1']],
  ['numbers begun anew', '42501', () => ['delete from number_series']],
  [
    'numbers of another journal',
    'number_series_forward',
    () => [
      'update number_series set journal_id = (select id from journal where id <> journal_id limit 1), next = next + 1',
    ],
  ],
  // Balances and chain.
  [
    'a balance that was appended',
    '42501',
    () => [
      'insert into period_balance_delta (company_id, period_id, account_id, currency_code, amount, debit, credit, lines) select company_id, period_id, account_id, currency_code, 1, 1, 0, 1 from journal_line limit 1',
    ],
  ],
  [
    'a balance by a query that writes',
    '42501',
    () => ['with raised as (update period_balance set debit = debit + 1 returning *) select * from raised'],
  ],
  [
    'an entry that is never linked',
    'ledger_pending_until_linked',
    () => [lines(two()), number(), entry({ number: '2' }), `delete from ledger_pending where entry_id = '${newEntry}'`],
  ],
  [
    'an entry that waits twice',
    '42501',
    () => ['insert into ledger_pending (company_id, entry_id) select company_id, id from journal_entry limit 1'],
  ],
  ['a link that is changed', '42501', () => ['update ledger_link set hash = previous']],
  // The company.
  [
    'lines of another company',
    'journal_line_company_id_account_id_fkey',
    () => [lines([{ amount: '5', account: '$foreign' }, { amount: '-5' }]), number(), entry({ number: '2' })],
  ],
  [
    'another currency of the books',
    'company_base_currency_stays',
    () => [`update company set base_currency_code = 'EUR'`],
  ],
  // Whoever would be somebody else.
  ['the role of the owner', '42501', () => ['set role kontor_owner']],
  ['the login of the owner', '42501', () => ['set session authorization kontor_owner']],
  ['membership in the owner', '42501', () => ['grant kontor_owner to kontor_app']],
  ['triggers off by replication', '42501', () => [`select set_config('session_replication_role', 'replica', true)`]],
  ['triggers off', '42501', () => ['alter table journal_line disable trigger all']],
  ['a trigger taken away', '42501', () => ['drop trigger take_lines on journal_line']],
  [
    'a trigger of another meaning',
    '42501',
    () => [
      `create or replace function public.take_lines() returns trigger language plpgsql as 'begin return null; end'`,
    ],
  ],
  [
    'a function beside the real ones',
    '42501',
    () => [`create function public.period_lock_key(period text) returns bigint language sql as 'select 1'`],
  ],
  ['a schema', '42501', () => ['create schema mine']],
  ['a rule', '42501', () => ['create rule keep as on insert to journal_line do instead nothing']],
  ['a table locked away', '42501', () => ['lock table journal_entry in access exclusive mode']],
  ['rows from a program', '42501', () => [`copy journal_line from program 'true'`]],
  ['rows from a file', '42501', () => [`copy journal_line from '/dev/null'`]],
  ['a truncated journal', '42501', () => ['truncate journal_entry cascade']],
];

const inPeriod = (period: string, on: string): string[] => [
  lines(two(), { period, on }),
  number(),
  entry({ period, on, number: '2' }),
];

const refusalOf = async (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'let through',
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );

describe('raw SQL of the application', () => {
  for (const [what, refusal, statements, begin] of attacks)
    test(`does not bring about ${what}: ${refusal}`, async () => {
      const before = await held();
      const filled = statements().map((each) => each.replace('$bank', ids.bank).replace('$foreign', ids.foreign));
      expect(await refusalOf(asApplication(world, filled, begin))).toContain(refusal);
      expect(await held()).toEqual(before);
    });

  test('keeps a period from being closed under it, whatever locks it gives back', async () => {
    const period = await books.period('2026-04');
    const client = await world.server.app.pool.connect();
    const done: string[] = [];
    try {
      await beginAsApplication(client);
      for (const each of inPeriod(period, '2026-04-15')) await client.query(each);
      await client.query('select pg_advisory_unlock_all(), pg_advisory_unlock_shared(period_lock_key($1))', [period]);
      const closing = perform(books.accountant, 'closePeriod', { periodId: period }, 'fiscalPeriod { id }').then(() =>
        done.push('closed'),
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      await client.query('commit');
      done.push('posted');
      await closing;
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect(done).toEqual(['posted', 'closed']);
  });

  test('does not say when an entry was posted', async () => {
    const later = entry({ number: '3' })
      .replace(newEntry, newEntry.replace('1', '2'))
      .replace("'raw'", "'later'")
      .replace('request_hash)', 'request_hash, posted_at)')
      .replace(/\)$/, ", '2999-01-01')");
    await asApplication(world, [lines(two(), { entry: newEntry.replace('1', '2') }), number(), later]);
    const { rows } = await owner.query(
      `select posted_at < now() + interval '1 minute' as now from journal_entry where idempotency_key = 'later'`,
    );
    expect(rows).toEqual([{ now: true }]);
    await linkEntries(world.server.app.pool);
    expect((await owner.query('select from ledger_pending')).rowCount).toBe(0);
  });
});

test('the currency of books with entries stays, and whoever changes it is told at its field', async () => {
  const change = { id: books.companyId, baseCurrencyCode: 'EUR', expectedVersion: 1 };
  const { errors } = await perform(books.admin, 'updateCompany', change, 'company { id }');
  expect(errors).toEqual(['CURRENCY_OF_BOOKS baseCurrencyCode']);
});

test('every function that a trigger runs names the schema that it looks in', async () => {
  const { rows } = await owner.query<{ name: string; path: string | null }>(
    `select distinct p.proname as name, (select c from unnest(p.proconfig) c where c like 'search_path=%') as path
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'`,
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ path }) => path !== 'search_path=pg_catalog, public, pg_temp')).toEqual([]);
});

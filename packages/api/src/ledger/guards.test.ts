/** What the database holds by itself: raw SQL as the application and as the owner of the tables. */
import { startWorld, type World } from '@kontor/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../database/connect.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';
import { asApplication, type Known, known, newEntry, rawSql, two } from './proof/raw-sql.ts';

let world: World;
let books: Books;
let owner: pg.Client;
let entryId: string;
let ids: Known;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'RAW');
  owner = await connect(world.ownerUrl);
  entryId = (await books.post([debit('5010', '10'), credit('1930', '10')])).record?.id ?? '';
  const other = await openBooks(world, 'OTHER');
  ids = await known(owner, entryId, other.companyId);
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

const { lines: linesOf, entry, number } = rawSql(() => ids);

describe('raw SQL as the application', () => {
  test.each<[rule: string, statements: () => string[]]>([
    ['journal_entry_balance', () => [linesOf([{ amount: '5' }, { amount: '-4' }]), entry()]],
    [
      'journal_entry_balance',
      () => [
        linesOf([...two(), { amount: '1', currency: 'EUR', rate: '11', debit: '11' }, { amount: '-11' }]),
        entry(),
      ],
    ],
    ['journal_entry_two_lines', () => [entry()]],
    ['journal_line_entry_id_fkey', () => [linesOf(two())]],
    ['journal_line_all_at_once', () => [linesOf([{ amount: '5' }]).replace(`'${newEntry}', 1`, `'${entryId}', 3`)]],
    ['journal_line_entry_id_line_no_key', () => [linesOf(two(), { entry: entryId })]],
    ['journal_line_sides', () => [linesOf([{ amount: '5', debit: '5', credit: '5' }]), entry()]],
    ['journal_line_sides', () => [linesOf([{ amount: '5', debit: '-5' }]), entry()]],
    ['journal_line_sign', () => [linesOf([{ amount: '-5', debit: '5', credit: '0' }]), entry()]],
    ['journal_line_rate', () => [linesOf([{ amount: '5', rate: '0' }]), entry()]],
    ['journal_line_minor_unit', () => [linesOf(two('5.005')), entry()]],
    [
      'journal_line_base_rate',
      () => [
        linesOf([
          { amount: '5', rate: '2', debit: '10' },
          { amount: '-5', rate: '2', credit: '10' },
        ]),
        entry(),
      ],
    ],
    ['journal_line_company_id_account_id_fkey', () => [linesOf([{ amount: '5', account: ids.foreign }]), entry()]],
    ['journal_line_of_entry', () => [linesOf(two(), { on: '2026-03-16' }), entry()]],
    ['journal_entry_in_period', () => [linesOf(two(), { on: '2026-04-15' }), entry({ on: '2026-04-15' })]],
    ['journal_entry_number', () => [linesOf(two()), entry({ number: '0' })]],
    ['journal_entry_company_id_journal_id_fiscal_year_id_number_key', () => [linesOf(two()), entry({ number: '1' })]],
  ])('is held by %s', async (rule, statements) => {
    await expect(asApplication(world, statements())).rejects.toThrow(rule);
  });

  test('that keeps every rule is let in, so that the refusals above are those of the rules', async () => {
    await asApplication(world, [linesOf(two()), number(), entry({ number: '2' })]);
    const { rowCount } = await owner.query('select from journal_line where entry_id = $1', [newEntry]);
    expect(rowCount).toBe(2);
  });

  test.each([
    'update journal_entry set text = $$x$$',
    'delete from journal_line',
    'truncate journal_line',
    'update open_item set original = 1',
    'delete from dimension_set_member',
    'update ledger_link set seq = seq',
    'insert into period_balance (company_id, period_id, account_id, currency_code, amount, debit, credit, lines) select company_id, period_id, account_id, currency_code, 1, 1, 0, 1 from journal_line limit 1',
    'update period_balance set debit = 0',
    'delete from period_balance_delta',
    'alter table journal_line disable trigger user',
    'set session_replication_role = replica',
  ])('may not %s', async (statement) => {
    await expect(asApplication(world, [statement])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the owner of the tables', () => {
  test.each(
    ['journal_entry', 'journal_line', 'dimension_set', 'dimension_set_member', 'open_item', 'ledger_link'].flatMap(
      (table) => [`update ${table} set company_id = company_id`, `delete from ${table}`, `truncate ${table} cascade`],
    ),
  )('is refused %s', async (statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: 'KO002' });
  });
});

test('every rule of the books that refuses by name exists in a migrated database', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not tgisinternal and c.relname = any (array['journal_entry', 'journal_line', 'fiscal_period', 'period_lock', 'open_item',
       'allocation', 'dimension_set_member', 'account']) and tgenabled = 'O' order by 1`,
  );
  const names = rows.map(({ name }) => name);
  for (const rule of [
    'entry_balance',
    'posted_now',
    'admitted_by_period',
    'take_lines',
    'await_link',
    'refuse_change',
    'period_change',
    'item_of_line',
    'allocation_remaining',
    'set_as_made',
    'account_tree',
  ])
    expect(names).toContain(rule);
});

/** An import that is killed in the middle, and what it leaves: nothing, so that it can simply be run again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onDatabase, runKontor, startKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/index.ts';
import type { TestDatabase } from '../database/testing.ts';
import { companyDatabase } from './proof/company-database.ts';

const vouchers = 4_000;
let home: string;
let database: TestDatabase;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor sie killed '));
  database = await companyDatabase('SE');
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const file = [
  ...['#FLAGGA 0', '#PROGRAM "Prov" 1', '#FORMAT PC8', '#GEN 20260101', '#SIETYP 4', '#FNAMN "Prov AB"'],
  ...[
    '#RAR 0 20250101 20251231',
    '#KONTO 1930 "Bank"',
    '#KONTO 3001 "Salg"',
    '#DIM 1 "Sted"',
    '#OBJEKT 1 "10" "Butik"',
  ],
  ...Array.from({ length: vouchers }, (_, index) => [
    `#VER A ${index + 1} 2025${String(1 + (index % 12)).padStart(2, '0')}15 "Voucher ${index + 1}"`,
    '{',
    `#TRANS 1930 {} ${index + 1}.25`,
    `#TRANS 3001 {1 "10"} -${index + 1}.25`,
    '}',
  ]).flat(),
];

/** Everything that an import writes. */
const held = `select
  (select count(*) from journal_entry)::int as entries, (select count(*) from journal_line)::int as lines,
  (select count(*) from imported_voucher)::int as vouchers, (select count(*) from import_batch)::int as batches,
  (select count(*) from account)::int as accounts, (select count(*) from fiscal_year)::int as years,
  (select count(*) from dimension_set)::int as sets, (select count(*) from number_series)::int as series,
  (select count(*) from ledger_pending)::int as pending,
  (select count(*) from period_balance_delta)::int + (select count(*) from period_balance)::int as balances`;

const isHeld = (): Promise<Readonly<Record<string, number>>> =>
  withClient(database.ownerUrl, async (client) => (await client.query(held)).rows[0]);

/** Has the server believe for the rest of the test that there is next to nothing in the books, as after a start from nothing. */
async function believedEmpty(): Promise<void> {
  await withClient(database.ownerUrl, async (client) => {
    for (const table of ['journal_entry', 'journal_line', 'imported_voucher', 'ledger_pending', 'ledger_link']) {
      await client.query(`alter table ${table} set (autovacuum_enabled = false)`);
      await client.query(`analyze ${table}`);
    }
  });
}

const setting = () => ({ home: path.join(home, 'kontor'), env: onDatabase(database) });

/** Begins the import, kills it at the first sign of progress, and answers what it had said of it. */
async function killed(...args: string[]): Promise<string> {
  const running = await startKontor(args, setting());
  await running.says(' vouchers');
  running.signal('SIGKILL');
  const { status, err } = await running.ended;
  expect(status, err).toBeNull();
  return err;
}

test('is killed half-way, leaves nothing, and comes in whole the next time', async () => {
  const name = path.join(home, 'large.se');
  await writeFile(name, file.join('\r\n'));
  const before = await isHeld();
  const command = ['import', 'sie', name, '--company', 'SE'];
  expect(await killed(...command)).toMatch(/\b2000 of 4000 vouchers/);
  expect(await isHeld()).toEqual(before);
  await believedEmpty();
  const again = await runKontor(command, setting());
  expect(again.out.split('\n')).toContain(`vouchers  ${vouchers}, new ${vouchers}, kept unposted 0, there already 0`);
  expect(again.err.trim().split('\n').at(-1)).toBe(`${vouchers} of ${vouchers} vouchers`);
  expect(await isHeld()).toMatchObject({ entries: vouchers, lines: 2 * vouchers, vouchers, batches: 1, years: 1 });
  expect((await runKontor(['ledger', 'verify'], setting())).out).toBe(
    `1 companies, ${vouchers} entries, ${vouchers} links, 0 differences\n`,
  );
}, 600_000);

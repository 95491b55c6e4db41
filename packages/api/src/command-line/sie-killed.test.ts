/** An import that is killed in the middle, and what it leaves: nothing, so that it can simply be run again. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { programOn, runProgram } from './testing.ts';

const vouchers = 6_000;
let home: string;
let database: TestDatabase;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor sie killed '));
  database = await createTestDatabase();
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

/** Begins the import, kills it at the first sign of progress, and answers what it had said of it. */
async function killed(...args: string[]): Promise<string> {
  const { entry, options } = programOn(database, home);
  const child = spawn(process.execPath, [...entry, ...args], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (told.includes(' vouchers')) child.kill('SIGKILL');
  });
  const ended = await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  expect(ended, told).toBe('SIGKILL');
  return told;
}

test('is killed half-way, leaves nothing, and comes in whole the next time', async () => {
  const name = path.join(home, 'large.se');
  await writeFile(name, file.join('\r\n'));
  await withClient(database.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(`with operation as (
        insert into audit_operation (actor, command, channel) values ('test', 'test', 'test') returning id
      ) select set_config('kontor.operation', id::text, true) from operation`);
    await client.query(`insert into company (code, name, country, base_currency_code, locale, time_zone)
      values ('SE', 'Prov AB', 'SE', 'SEK', 'sv-SE', 'UTC')`);
    await client.query('commit');
  });
  const before = await isHeld();
  const command = ['import', 'sie', name, '--company', 'SE'];
  expect(await killed(...command)).toMatch(/\b[24]000 of 6000 vouchers/);
  expect(await isHeld()).toEqual(before);
  const again = runProgram(database, home, ...command);
  expect(again.lines).toContain(`vouchers  ${vouchers}, new ${vouchers}, kept unposted 0, there already 0`);
  expect(again.told).toBe(`${vouchers} of ${vouchers} vouchers`);
  expect(await isHeld()).toMatchObject({ entries: vouchers, lines: 2 * vouchers, vouchers, batches: 1, years: 1 });
  const { lines } = runProgram(database, home, 'ledger', 'verify');
  expect(lines).toEqual([`1 companies, ${vouchers} entries, ${vouchers} links, 0 differences`]);
}, 300_000);

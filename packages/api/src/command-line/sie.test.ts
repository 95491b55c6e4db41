/** The exchange of books as a person runs it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeCodePage437 } from '@kontor/core';
import { onDatabase, runKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../database/testing.ts';
import { companyDatabase } from './proof/company-database.ts';

let home: string;
let database: TestDatabase;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor sie '));
  database = await companyDatabase('SE', 'COPY');
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

async function kontor(...args: string[]) {
  const { status, out, bytes, err } = await runKontor(args, {
    home: path.join(home, 'kontor'),
    env: onDatabase(database),
  });
  return { status, bytes, lines: out.trim().split('\n'), told: err.trim().split('\n').at(-1) };
}

const books = [
  '#FLAGGA 0',
  '#PROGRAM "Prov" 1',
  '#FORMAT PC8',
  '#GEN 20260101',
  '#SIETYP 4',
  '#FNAMN "Åkerö AB"',
  '#RAR 0 20250101 20251231',
  '#KONTO 1930 "Företagskonto"',
  '#KONTO 3001 "Försäljning"',
  '#VER A 1 20250301 "Såld vara"',
  '{',
  '#TRANS 1930 {} 10.50 "" "Öre"',
  '#TRANS 3001 {} -10.50',
  '}',
];

test('a file is tried, brought in once, written out, and brought into another company', async () => {
  const file = path.join(home, 'books.se');
  await writeFile(file, encodeCodePage437(books.join('\r\n')).bytes);
  const tried = await kontor('import', 'sie', file, '--company', 'SE', '--dry-run');
  expect(tried).toMatchObject({ status: 0, told: 'Nothing was written: this was a dry run.' });
  expect(tried.lines).toEqual([
    'file      Åkerö AB, 2025-01-01 to 2025-12-31, Prov 1, CP437',
    'warning   Fiscal year 2025-01-01 to 2025-12-31 is opened for the file. (SIE_YEAR_CREATED)',
    'accounts  2, new 2',
    'dimensions 0, new 0; objects 0, new 0',
    'opening   0 lines, debit 0.00',
    'vouchers  1, new 1, kept unposted 0, there already 0',
    'lines     2, new 2, debit 10.50',
  ]);
  expect(await kontor('import', 'sie', file, '--company', 'SE')).toMatchObject({ status: 0 });
  expect(await kontor('import', 'sie', file, '--company', 'SE')).toMatchObject({
    status: 0,
    told: 'Nothing changed: the books have all of it.',
  });
  const written = await kontor('export', 'sie', '--company', 'SE', '--year', '2025');
  expect(written.bytes.toString('latin1')).toContain('#TRANS 1930 {} 10.50 "" "\x99re"');
  const copy = path.join(home, 'copy.se');
  await writeFile(copy, written.bytes);
  expect((await kontor('import', 'sie', copy, '--company', 'COPY')).lines).toContain(
    'vouchers  1, new 1, kept unposted 0, there already 0',
  );
}, 120_000);

test('a faulty file is refused with line and reason', async () => {
  const file = path.join(home, 'faulty.se');
  await writeFile(file, books.map((line) => line.replace('-10.50', '-10,40')).join('\n'));
  const refused = await kontor('import', 'sie', file, '--company', 'SE');
  expect(refused).toMatchObject({ status: 1, told: 'Nothing was written: the file is refused whole.' });
  expect(refused.lines).toContain(
    'fault     line 13: Write decimals after a point, not a comma: -10,40. (SIE_AMOUNT_COMMA)',
  );
  expect((await kontor('export', 'sie', '--company', 'SE', '--year', '1999')).told).toMatch(/no fiscal year 1999/);
  expect((await kontor('export', 'employees')).told).toMatch(/--columns/);
}, 60_000);

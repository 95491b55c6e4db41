/** Books that go from file to books to file, and the vendors' files, counted by other means than the importer's. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encodeCodePage437, readSie, type SieDocument, unitsOf } from '@kontor/core';
import { performed } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceRoot } from '../../env.ts';
import { foldBalances, linkEntries, verifyLedger } from '../index.ts';
import { credit, debit, openBooks } from '../proof/open-books.ts';
import { type SieWorld, startSieWorld } from './testing.ts';

let sie: SieWorld;
beforeAll(async () => {
  sie = await startSieWorld();
});
afterAll(() => sie.world.stop());

/** Vendors' files, which may not ship with the product: beside the project, or beside the folder it is checked out in. */
const folder = ['../shared/data/sie', '../../shared/data/sie']
  .map((each) => path.resolve(workspaceRoot, each))
  .find((each) => existsSync(each));
// biome-ignore lint/style/noProcessEnv: a test, and CI says so in no other way
const isWanted = folder !== undefined || process.env['CI'] !== undefined;

const documentOf = (file: Uint8Array): SieDocument => {
  const read = readSie(file);
  if (!read.ok) throw new Error(JSON.stringify(read.rejections));
  return read.value.document;
};

/** What must come back: vouchers, balances of the year, dimensions and texts; without lines and what only the writer says. */
function kept(document: SieDocument): unknown {
  const balances = document.balances.filter(({ year, amount }) => year === 0 && unitsOf(amount) !== 0n);
  const text = JSON.stringify(
    { vouchers: document.vouchers, balances, dimensions: document.dimensions, objects: document.objects },
    (key, value) => (['line', 'declared'].includes(key) ? undefined : value),
  );
  return JSON.parse(text);
}

async function sumsOf(companyId: string): Promise<unknown> {
  const [row] = await sie.sql(
    `select count(distinct l.entry_id)::int as entries, count(*)::int as lines, sum(l.debit)::text as debit, sum(l.credit)::text as credit
     from journal_line as l join journal_entry as e on e.id = l.entry_id join journal as j on j.id = e.journal_id
     where l.company_id = $1 and j.kind = 'IMPORT'`,
    companyId,
  );
  return row;
}

/** Of a file: by company, from the first import on. Two companies end up with the same. */
async function throughTwoBooks(file: Uint8Array, year: string) {
  const [first, second] = [await sie.company(), await sie.company()];
  const answer = await sie.run('commit', first, file);
  const once = await sie.file(first, year);
  await sie.run('commit', second, once);
  return { first, second, answer, once, twice: await sie.file(second, year) };
}

const FILES: readonly (readonly [string, string])[] = [
  ['BL0001_typ4I.SI', '2011'],
  ['FAKT.SI', '2011'],
  ['SIE_exempelfil.se', '2011'],
  ['Sie4.se', '2014'],
];

describe.runIf(isWanted).each(FILES)("the vendor's file %s", (name, year) => {
  // The body runs even where its tests are skipped; where they are wanted, a missing file fails.
  const file = isWanted ? readFileSync(`${folder}/${name}`) : Buffer.alloc(0);
  /** Latin-1 has a character for each byte, and what is counted is ASCII. */
  const lines = file.toString('latin1').split(/\r?\n/);
  const amounts = lines.flatMap((line) => {
    const match = /^\s*#TRANS\s+\S+\s+\{[^}]*\}\s+(-?[0-9]+)(?:\.([0-9]*))?/.exec(line);
    return match ? [BigInt(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`)] : [];
  });
  const count = (label: string) => lines.filter((line) => new RegExp(`^\\s*#${label}\\s`).test(line)).length;

  test('comes in completely, goes out, and comes in again as it was', async () => {
    const { first, second, answer, once, twice } = await throughTwoBooks(file, year);
    expect(answer.faults).toEqual([]);
    expect(answer.vouchers.inFile).toBe(count('VER'));
    expect(answer.lines.inFile).toBe(count('TRANS'));
    expect(answer.vouchers.added).toBe(count('VER'));
    const hundredths = amounts.reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n).toString();
    const debit = `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}00`;
    expect(await sumsOf(first)).toEqual({
      entries: count('VER') - answer.vouchers.kept,
      lines: amounts.filter((amount) => amount !== 0n).length,
      debit,
      credit: debit,
    });
    expect(await sumsOf(second)).toEqual(await sumsOf(first));
    expect(kept(documentOf(once))).toMatchObject({
      vouchers: (kept(documentOf(file)) as { vouchers: object }).vouchers,
    });
    expect(kept(documentOf(twice))).toEqual(kept(documentOf(once)));
    expect((await sie.run('commit', first, file)).vouchers).toMatchObject({ added: 0, unchanged: count('VER') });
    expect((await sie.run('commit', first, once)).vouchers).toMatchObject({ added: 0, unchanged: count('VER') });
    expect(await sumsOf(first)).toEqual(await sumsOf(second));
  });

  test('has the opening and closing balances of the file', async () => {
    const companyId = await sie.company();
    const { warnings } = await sie.run('commit', companyId, file);
    const stated = documentOf(file);
    const written = documentOf(await sie.file(companyId, year));
    const of = (document: SieDocument, kind: string) =>
      document.balances
        .filter((balance) => balance.kind === kind && balance.year === 0 && unitsOf(balance.amount) !== 0n)
        .map(({ account, amount }) => `${account} ${unitsOf(amount)}`)
        .sort();
    // What does not follow from the file itself is told, and nothing else may differ; 2099 takes what was unbalanced.
    const told = new Set(warnings.map(({ detail }) => detail));
    const unexplained = (kind: string) => {
      const [file, books] = [of(stated, kind), of(written, kind)];
      const apart = [...file.filter((each) => !books.includes(each)), ...books.filter((each) => !file.includes(each))];
      return apart.map((each) => each.split(' ')[0] ?? '').filter((code) => code !== '2099' && !told.has(code));
    };
    if (of(stated, 'IB').length === 0) return expect(of(written, 'IB')).toEqual([]);
    expect([unexplained('IB'), unexplained('UB'), unexplained('RES')]).toEqual([[], [], []]);
  });
});

const HEAD = ['#FLAGGA 0', '#PROGRAM "Prov" 1', '#FORMAT PC8', '#GEN 20260105', '#SIETYP 4', '#FNAMN "Prov"'];

test('what the ledger has no place for goes out as it came in', async () => {
  const file = encodeCodePage437(
    [
      ...HEAD,
      '#RAR 0 20250101 20251231',
      '#DIM 1 "Ställe"',
      '#DIM 8 "Kund"',
      '#OBJEKT 1 "10" "Butik Å"',
      '#OBJEKT 8 "K 1" "Kund \\"ett\\""',
      '#KONTO 1930 "Bank"',
      '#KTYP 1930 T',
      '#KONTO 3001 "Sålt"',
      '#KTYP 3001 I',
      '#IB 0 1930 10.00',
      '#OIB 0 1930 {1 "10"} 4.00',
      '#VER A 5 20250301 "Text \\"med\\" tecken" 20250302 "AN"',
      '{',
      '#BTRANS 1930 {} 7.00 20250303 "struken"',
      '#TRANS 1930 {} 0 "" "noll först"',
      '#TRANS 1930 {1 "10" 8 "K 1"} 5.25 20250228 "rad" 3 "BN"',
      '#TRANS 3001 {8 "K 1"} -5.25',
      '}',
      '#VER A 6 20250301',
      '{',
      '}',
      '#VER "" "" 20250302 "utan"',
      '{',
      '#TRANS 1930 {} 1',
      '#TRANS 3001 {} -1',
      '}',
      '#VER "" "" 20250302 "utan"',
      '{',
      '#TRANS 1930 {} 1',
      '#TRANS 3001 {} -1',
      '}',
    ].join('\n'),
  ).bytes;
  const { answer, once, twice } = await throughTwoBooks(file, '2025');
  expect(answer.vouchers).toEqual({ inFile: 4, added: 4, kept: 1, unchanged: 0 });
  const before = kept(documentOf(file)) as Record<string, unknown>;
  expect(kept(documentOf(once))).toMatchObject({ vouchers: before['vouchers'], objects: before['objects'] });
  expect(kept(documentOf(twice))).toEqual(kept(documentOf(once)));
  expect(documentOf(once).balances).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'OIB', account: '1930', amount: '4', objects: [{ dimension: '1', code: '10' }] }),
    ]),
  );
});

test('books that were written here go out, come in elsewhere, and come back to nothing new', async () => {
  const books = await openBooks(sie.world, 'OWN');
  const centre = { companyId: books.companyId, code: '100', name: 'Butik' };
  await performed(books.accountant, 'createCostCentre', centre, 'costCentre { id }');
  const rent = debit('5010', '80.50', { text: 'Hyra "mars"', dimensions: [{ dimension: '1', object: '100' }] });
  expect((await books.post([rent, credit('1930', '80.50')], { text: 'Hyra' })).record).toMatchObject({ number: 1 });
  const file = await sie.file(books.companyId, '2026');
  expect(documentOf(file).vouchers).toMatchObject([
    {
      series: 'A',
      number: '1',
      date: '2026-03-15',
      text: 'Hyra',
      lines: [{ account: '5010', amount: '80.5', objects: [{ dimension: '1', code: '100' }], text: 'Hyra "mars"' }, {}],
    },
  ]);
  expect(await sie.run('commit', books.companyId, file)).toMatchObject({
    faults: [],
    vouchers: { added: 0, unchanged: 1 },
    batchId: null,
  });
  expect(await sie.run('commit', await sie.company(), file)).toMatchObject({ faults: [], vouchers: { added: 1 } });
});

test('books that came in are as sound as those that were posted', async () => {
  const { pool } = sie.world.server.app;
  while ((await linkEntries(pool)) > 0);
  await foldBalances(pool);
  const client = await pool.connect();
  try {
    const told: string[] = [];
    const verdict = await verifyLedger(client, { tell: (difference) => told.push(difference) });
    expect(told).toEqual([]);
    expect(verdict?.differences).toBe(0);
  } finally {
    client.release();
  }
});

test('ten thousand vouchers come in at once, numbered without gaps', async () => {
  const vouchers = Array.from({ length: 10_000 }, (_, index) => {
    const day = `2025${String((index % 12) + 1).padStart(2, '0')}15`;
    const amount = `${(index % 997) + 1}.25`;
    return `#VER A ${index + 1} ${day} "Verifikation ${index}"\n{\n#TRANS 1930 {6 "P${index % 20}"} ${amount}\n#TRANS 3001 {} -${amount}\n}`;
  });
  const file = encodeCodePage437([...HEAD, '#RAR 0 20250101 20251231', ...vouchers].join('\n')).bytes;
  const companyId = await sie.company();
  const answer = await sie.run('commit', companyId, file);
  expect(answer).toMatchObject({ faults: [], vouchers: { added: 10_000 }, lines: { added: 20_000 } });
  const [numbers] = await sie.sql(
    'select min(number) as first, max(number) as last, count(distinct number)::int as count from journal_entry where company_id = $1',
    companyId,
  );
  expect(numbers).toEqual({ first: 1, last: 10_000, count: 10_000 });
  expect((await sie.run('commit', companyId, file)).vouchers).toMatchObject({ added: 0, unchanged: 10_000 });
}, 180_000);

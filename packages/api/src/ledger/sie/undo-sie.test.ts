/** Taking the import of a SIE file back: what is posted stays, so each entry is reversed, and the file may come again. */
import { encodeCodePage437 } from '@kontor/core';
import { newKey, perform } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../database/connect.ts';
import { linkEntries, verifyLedger } from '../index.ts';
import { type SieWorld, startSieWorld } from './testing.ts';

let sie: SieWorld;
beforeAll(async () => {
  sie = await startSieWorld();
});
afterAll(() => sie.world.stop());

const file = (sold: string) =>
  encodeCodePage437(
    [
      '#FLAGGA 0',
      '#PROGRAM "Prov" 1.0',
      '#FORMAT PC8',
      '#GEN 20260105',
      '#SIETYP 4',
      '#FNAMN "Provbolaget AB"',
      '#RAR 0 20250701 20260630',
      '#KONTO 1930 "Företagskonto"',
      '#KONTO 2081 "Aktiekapital"',
      '#KONTO 3001 "Försäljning"',
      '#DIM 6 "Projekt"',
      '#OBJEKT 6 "P1" "Ombyggnad"',
      '#IB 0 1930 100.00',
      '#IB 0 2081 -100.00',
      '#VER A 7 20250710 "Såld vara"',
      '{',
      `#TRANS 1930 {} ${sold}`,
      `#TRANS 3001 {6 "P1"} -${sold}`,
      '}',
      '#VER A 8 20260131 "Mer"',
      '{',
      '#TRANS 1930 {} 5.50',
      '#TRANS 3001 {} -5.50',
      '}',
      '#VER A 9 20260201 "Noll"',
      '{',
      '#TRANS 1930 {} 0',
      '}',
    ].join('\r\n'),
  ).bytes;

const bringIn = async (companyId: string, sold = '50.00'): Promise<string> => {
  const { faults, batchId } = await sie.run('commit', companyId, file(sold));
  expect(faults).toEqual([]);
  return batchId ?? '';
};

const undo = (importBatchId: string, reversedOn?: string, who = sie.accountant) =>
  perform<{ status: string }>(
    who,
    'undoImport',
    { importBatchId, idempotencyKey: newKey(), ...(reversedOn && { reversedOn }) },
    'importBatch { status }',
  );

const entries = (companyId: string) =>
  sie.sql<{ name: string; on: string; takes: string | null }>(
    `select j.code || ' ' || e.number as name, e.posting_on::text as on, k.code || ' ' || o.number as takes
     from journal_entry e join journal j on j.id = e.journal_id
     left join journal_entry o on o.id = e.reverses_id left join journal k on k.id = o.journal_id
     where e.company_id = $1 order by j.code, e.number`,
    companyId,
  );

/** What is left on each account. */
const left = (companyId: string) =>
  sie.sql<{ code: string; amount: string }>(
    `select a.code, sum(l.debit - l.credit)::float8::text as amount from journal_line l join account a on a.id = l.account_id
     where l.company_id = $1 group by a.code having sum(l.debit - l.credit) <> 0 order by a.code`,
    companyId,
  );

test('reverses every entry on its own day, and lets the file come again', async () => {
  const companyId = await sie.company();
  const first = await bringIn(companyId);
  expect((await undo(first)).record).toEqual({ status: 'UNDONE' });
  expect(await left(companyId)).toEqual([]);
  expect(await entries(companyId)).toEqual([
    { name: 'IB 1', on: '2025-07-01', takes: null },
    { name: 'IB 2', on: '2025-07-01', takes: 'IB 1' },
    { name: 'SIE 1', on: '2025-07-10', takes: null },
    { name: 'SIE 2', on: '2026-01-31', takes: null },
    { name: 'SIE 3', on: '2025-07-10', takes: 'SIE 1' },
    { name: 'SIE 4', on: '2026-01-31', takes: 'SIE 2' },
  ]);
  expect((await undo(first)).errors).toEqual(['WRONG_STATE importBatchId']);
  // The corrected file, and the same once more, twice.
  for (const sold of ['51.00', '52.00']) {
    const again = await bringIn(companyId, sold);
    expect(again).not.toBe('');
    expect(await left(companyId)).toEqual([
      { code: '1930', amount: String(105.5 + Number(sold)) },
      { code: '2081', amount: '-100' },
      { code: '3001', amount: String(-5.5 - Number(sold)) },
    ]);
    expect((await sie.run('commit', companyId, file(sold))).vouchers).toMatchObject({ added: 0, unchanged: 3 });
    expect((await undo(again)).errors).toEqual([]);
    expect(await left(companyId)).toEqual([]);
  }
  await linkEntries(sie.world.server.app.pool);
  const told: string[] = [];
  await withClient(sie.world.ownerUrl, (client) =>
    verifyLedger(client, { company: null, tell: (difference) => told.push(difference) }),
  );
  expect(told).toEqual([]);
});

test('reverses all on one day that is given, which is not before any of them', async () => {
  const companyId = await sie.company();
  const batch = await bringIn(companyId);
  expect((await undo(batch, '2026-01-30')).errors).toEqual(['REVERSED_BEFORE_POSTED reversedOn']);
  expect((await undo(batch, '2031-01-01')).errors).toEqual(['PERIOD_MISSING reversedOn']);
  expect((await undo(batch, '2026-02-02')).record).toEqual({ status: 'UNDONE' });
  const reversals = (await entries(companyId)).filter(({ takes }) => takes !== null);
  expect(reversals.map(({ on }) => on)).toEqual(['2026-02-02', '2026-02-02', '2026-02-02']);
  expect(await left(companyId)).toEqual([]);
});

test('takes back what nobody has taken back by hand, all of it or nothing', async () => {
  const companyId = await sie.company();
  const batch = await bringIn(companyId);
  const [sold] = await sie.sql<{ id: string }>(
    `select id from journal_entry where company_id = $1 and source_number = '7'`,
    companyId,
  );
  const byHand = { entryId: sold?.id, postingOn: '2025-07-11', idempotencyKey: newKey() };
  expect((await perform(sie.accountant, 'reverseEntry', byHand, 'journalEntry { id }')).errors).toEqual([]);
  await sie.close(companyId, '2026-01-31');
  expect((await undo(batch)).errors).toEqual(['PERIOD_CLOSED reversedOn']);
  expect(await entries(companyId)).toHaveLength(4);
  expect((await undo(batch, '2026-02-01')).errors).toEqual([]);
  expect(await entries(companyId)).toHaveLength(6);
  expect(await left(companyId)).toEqual([]);
});

test('is for those who may take entries back, in that company', async () => {
  const companyId = await sie.company();
  const batch = await bringIn(companyId);
  const it = await sie.world.member('it', [{ role: 'IT', companyId }]);
  expect((await undo(batch, undefined, it)).errors).toEqual(['FORBIDDEN']);
  const elsewhere = await sie.world.member('elsewhere', [{ role: 'ACCOUNTING', companyId: await sie.company() }]);
  expect((await undo(batch, undefined, elsewhere)).errors).toEqual(['NOT_FOUND']);
});

import { encodeCodePage437 } from '@kontor/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SieWorld, startSieWorld } from './testing.ts';

let sie: SieWorld;
beforeAll(async () => {
  sie = await startSieWorld();
});
afterAll(() => sie.world.stop());

const HEAD = [
  '#FLAGGA 0',
  '#PROGRAM "Prov" 1.0',
  '#FORMAT PC8',
  '#GEN 20260105',
  '#SIETYP 4',
  '#FNAMN "Provbolaget AB"',
  '#RAR 0 20250701 20260630',
  '#KONTO 1930 "Företagskonto"',
  '#KTYP 1930 T',
  '#SRU 1930 7281',
  '#KONTO 2081 "Aktiekapital"',
  '#KONTO 3001 "Försäljning"',
  '#DIM 6 "Projekt"',
  '#OBJEKT 6 "P1" "Ombyggnad"',
];
const BOOKS = [
  ...HEAD,
  '#IB 0 1930 100.00',
  '#IB 0 2081 -75.00',
  '#VER A 7 20250710 "Såld vara" 20250711 "AN"',
  '{',
  '#TRANS 1930 {} 50.00 20250710 "Öre & \\"kr\\""',
  '#TRANS 1930 {} 0.00 "" "Nolla"',
  '#TRANS 3001 {6 "P1" 1 "10"} -50.00 "" "Vara" 2 "BN"',
  '}',
  '#VER A 9 20250712 "Noll"',
  '{',
  '#TRANS 1930 {} 0',
  '}',
  '#VER "" "" 20260131 "Utan nummer"',
  '{',
  '#TRANS FEL {} 5.5',
  '#TRANS 3001 {} -5.5',
  '}',
];
const bytes = (lines: readonly string[]) => encodeCodePage437(lines.join('\r\n')).bytes;

const books = async (companyId: string) => {
  const query = `query ($id: ID!) {
    journalEntries(where: { company: { is: { id: { eq: $id } } } }, orderBy: [{ postingOn: { direction: ASC } }]) { nodes {
      journal { kind } number postingOn text sourceSeries sourceNumber
      lines { nodes { lineNo account { code } debit credit dimensionSet { name } text } } } } }`;
  const { journalEntries } = await sie.accountant.client.request<{ journalEntries: { nodes: unknown[] } }>(query, {
    id: companyId,
  });
  return journalEntries.nodes;
};

test('a file is shown before it is brought in, with what it would add', async () => {
  const companyId = await sie.company();
  expect(await sie.run('check', companyId, bytes(BOOKS))).toMatchObject({
    encoding: 'CP437',
    companyName: 'Provbolaget AB',
    startsOn: '2025-07-01',
    endsOn: '2026-06-30',
    accounts: { inFile: 4, added: 5 },
    dimensions: { inFile: 2, added: 2 },
    objects: { inFile: 2, added: 2 },
    vouchers: { inFile: 3, added: 3, kept: 1, unchanged: 0 },
    lines: { inFile: 6, added: 4 },
    debit: '55.50',
    openingLines: 3,
    openingDebit: '100.00',
    faults: [],
    batchId: null,
  });
  expect(await books(companyId)).toEqual([]);
});

describe('a file that was brought in', () => {
  let companyId: string;
  beforeAll(async () => {
    companyId = await sie.company();
    expect((await sie.run('commit', companyId, bytes(BOOKS))).batchId).not.toBeNull();
  });

  test('stands in the books with its own series and numbers', async () => {
    const line = (
      lineNo: number,
      code: string,
      debit: string,
      credit: string,
      name: string | null,
      text: string | null,
    ) => ({ lineNo, account: { code }, debit, credit, dimensionSet: name === null ? null : { name }, text });
    expect(await books(companyId)).toMatchObject([
      {
        journal: { kind: 'OPENING' },
        postingOn: '2025-07-01',
        lines: {
          nodes: [
            line(1, '1930', '100', '0', null, null),
            line(2, '2081', '0', '75', null, null),
            line(3, '2099', '0', '25', null, null),
          ],
        },
      },
      {
        journal: { kind: 'IMPORT' },
        number: 1,
        text: 'Såld vara',
        sourceSeries: 'A',
        sourceNumber: '7',
        lines: {
          nodes: [line(1, '1930', '50', '0', null, 'Öre & "kr"'), line(2, '3001', '0', '50', '1:10 6:P1', 'Vara')],
        },
      },
      { number: 2, postingOn: '2026-01-31', sourceSeries: null, sourceNumber: null, text: 'Utan nummer' },
    ]);
  });

  test('flags the accounts that nothing declared, and types the others', async () => {
    const query = `query ($id: ID!) { accounts(where: { company: { is: { id: { eq: $id } } } }, orderBy: [{ code: { direction: ASC } }]) {
      nodes { code name type cashFlow sru needsReview } } }`;
    const { accounts } = await sie.accountant.client.request<{ accounts: { nodes: unknown[] } }>(query, {
      id: companyId,
    });
    expect(accounts.nodes).toEqual([
      { code: '1930', name: 'Företagskonto', type: 'ASSET', cashFlow: 'CASH', sru: '7281', needsReview: false },
      { code: '2081', name: 'Aktiekapital', type: 'EQUITY', cashFlow: 'FINANCING', sru: null, needsReview: false },
      { code: '2099', name: 'Årets resultat', type: 'EQUITY', cashFlow: 'FINANCING', sru: null, needsReview: true },
      { code: '3001', name: 'Försäljning', type: 'INCOME', cashFlow: 'OPERATING', sru: null, needsReview: false },
      { code: 'FEL', name: 'FEL', type: 'ASSET', cashFlow: 'OPERATING', sru: null, needsReview: true },
    ]);
  });

  test('keeps its voucher of zero without an entry, and says why', async () => {
    const query = `query ($id: ID!) { importedVouchers(where: { company: { is: { id: { eq: $id } } } }, orderBy: [{ voucherOn: { direction: ASC } }]) {
      nodes { series number text signature registeredOn reason entry { number } } } }`;
    const { importedVouchers } = await sie.accountant.client.request<{ importedVouchers: { nodes: unknown[] } }>(
      query,
      {
        id: companyId,
      },
    );
    expect(importedVouchers.nodes).toEqual([
      {
        series: 'A',
        number: '7',
        text: 'Såld vara',
        signature: 'AN',
        registeredOn: '2025-07-11',
        reason: null,
        entry: { number: 1 },
      },
      { series: 'A', number: '9', text: 'Noll', signature: '', registeredOn: null, reason: 'ALL_ZERO', entry: null },
      {
        series: '',
        number: '',
        text: 'Utan nummer',
        signature: '',
        registeredOn: null,
        reason: null,
        entry: { number: 2 },
      },
    ]);
  });

  test('adds nothing when it is brought in again, also in another order', async () => {
    const again = await sie.run('commit', companyId, bytes(BOOKS));
    expect(again).toMatchObject({ vouchers: { added: 0, unchanged: 3 }, faults: [], batchId: null });
    expect(await books(companyId)).toHaveLength(3);
  });

  test('is refused whole when a voucher has changed since', async () => {
    const changed = BOOKS.map((line) => line.replace('Såld vara', 'Köpt vara'));
    const answer = await sie.run('commit', companyId, bytes(changed));
    expect(answer.faults).toMatchObject([{ line: 17, code: 'SIE_VOUCHER_CHANGED', detail: 'A 7' }]);
    expect(answer.batchId).toBeNull();
  });
});

describe('a file is refused whole', () => {
  const voucher = ['#VER A 1 20250710 "x"', '{', '#TRANS 1930 {} 5', '#TRANS 3001 {} -5', '}'];

  test.each<[string, readonly string[], string, number | null]>([
    ['that does not balance', [...voucher.slice(0, 3), '}'], 'SIE_VOUCHER_UNBALANCED', 15],
    ['in another currency', ['#VALUTA EUR', ...voucher], 'SIE_CURRENCY_DIFFERS', 1],
    ['without vouchers', ['#SIETYP 1'], 'SIE_TYPE_WITHOUT_VOUCHERS', 1],
    ['with too long a text', [`#VER A 1 20250710 "${'x'.repeat(501)}"`, ...voucher.slice(1)], 'SIE_TEXT_TOO_LONG', 15],
  ])('%s', async (_, lines, code, line) => {
    const companyId = await sie.company();
    const answer = await sie.run('commit', companyId, bytes([...HEAD, ...lines]));
    expect(answer.faults).toMatchObject([{ code, line }]);
    expect(answer.batchId).toBeNull();
    expect(await sie.sql('select 1 from account where company_id = $1', companyId)).toEqual([]);
  });

  test('that has a voucher in a closed period, by its line', async () => {
    const companyId = await sie.company();
    await sie.run('commit', companyId, bytes([...HEAD, ...voucher]));
    await sie.close(companyId, '2025-08-10');
    const later = voucher.map((line) => line.replace('A 1 20250710', 'A 2 20250810'));
    expect((await sie.run('commit', companyId, bytes([...HEAD, ...voucher, ...later]))).faults).toMatchObject([
      { code: 'SIE_PERIOD_CLOSED', line: 20, detail: 'A 2' },
    ]);
  });

  test('that opens a year before one that was opened by a file', async () => {
    const companyId = await sie.company();
    const opening = ['#IB 0 1930 5', '#IB 0 2081 -5'];
    await sie.run('commit', companyId, bytes([...HEAD, ...opening]));
    const earlier = HEAD.map((line) => line.replace('20250701 20260630', '20240701 20250630'));
    expect((await sie.run('check', companyId, bytes([...earlier, ...opening]))).faults).toMatchObject([
      { code: 'SIE_LATER_YEAR_OPENED', line: 15 },
    ]);
  });
});

test('the next year opens with what the first left, and nothing is posted twice', async () => {
  const companyId = await sie.company();
  await sie.run('commit', companyId, bytes(BOOKS));
  const next = HEAD.map((line) => line.replace('20250701 20260630', '20260701 20270630'));
  const opening = ['#IB 0 1930 150', '#IB 0 2081 -75', '#IB 0 2099 -80.5', '#IB 0 FEL 5.5'];
  const fits = await sie.run('commit', companyId, bytes([...next, ...opening]));
  expect(fits).toMatchObject({ openingLines: 0, faults: [] });
  expect(fits.warnings.filter(({ code }) => code === 'SIE_OPENING_DIFFERS')).toEqual([]);
  const differs = await sie.run('check', companyId, bytes([...next, ...opening.slice(0, 2), '#IB 0 2099 -75']));
  expect(differs.warnings.filter(({ code }) => code === 'SIE_OPENING_DIFFERS').map(({ detail }) => detail)).toEqual([
    '2099',
    'FEL',
  ]);
});

describe('who may', () => {
  test('bring books in: accounting of the company alone', async () => {
    const companyId = await sie.company();
    const auditor = await sie.world.member('auditor', [{ role: 'AUDITOR', companyId }]);
    const elsewhere = await sie.world.member('elsewhere', [{ role: 'ACCOUNTING', companyId: await sie.company() }]);
    const status = async (member: typeof auditor) => (await sie.post('commit', companyId, bytes(BOOKS), member)).status;
    expect([await status(auditor), await status(elsewhere), await status(sie.accountant)]).toEqual([403, 404, 200]);
    expect((await sie.export(companyId, '2025', auditor)).status).toBe(200);
    expect((await sie.export(companyId, '2025', elsewhere)).status).toBe(404);
    const personnel = await sie.world.member('personnel', [{ role: 'HR', companyId }]);
    expect((await sie.export(companyId, '2025', personnel)).status).toBe(403);
  });
});

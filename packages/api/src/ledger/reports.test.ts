/** The reports through the graph: as of any date, compared, by object, and each tied to the trial balance. */
import { encodeCodePage437 } from '@kontor/core';
import type { Member } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credit, debit, openBooks } from './proof/open-books.ts';
import { type SieWorld, startSieWorld } from './sie/testing.ts';

let sie: SieWorld;
let companyId: string;

const HEAD = ['#FLAGGA 0', '#PROGRAM "Prov" 1', '#FORMAT PC8', '#GEN 20260105', '#SIETYP 4', '#FNAMN "Prov"'];
const ACCOUNTS = [
  '#KONTO 1220 "Inventarier"',
  '#KONTO 1510 "Kundfordringar"',
  '#KONTO 1930 "Bank"',
  '#KONTO 2081 "Aktiekapital"',
  '#KONTO 3001 "Sålt"',
  '#KONTO 5010 "Hyra"',
];
let number = 0;
const voucher = (day: string, ...lines: readonly string[]) => {
  number += 1;
  return [`#VER A ${number} ${day} "Ver ${number}"`, '{', ...lines.map((line) => `#TRANS ${line}`), '}'];
};
const first = [
  ...['#RAR 0 20250101 20251231', '#IB 0 1930 1000', '#IB 0 2081 -1000'],
  ...voucher('20250615', '1930 {} 300', '3001 {} -300'),
];
const second = [
  '#RAR 0 20260101 20261231',
  '#DIM 1 "Ställe"',
  '#OBJEKT 1 "10" "Butik"',
  ...voucher('20260110', '1220 {} 240', '1930 {} -240'),
  ...voucher('20260215', '1510 {1 "10"} 500', '3001 {1 "10"} -500'),
  ...voucher('20260220', '5010 {1 "10"} 80', '5010 {} 20', '1930 {} -100'),
  ...voucher('20260305', '1930 {} 200', '1510 {1 "10"} -200'),
];

beforeAll(async () => {
  sie = await startSieWorld();
  companyId = await sie.company();
  for (const books of [first, second]) {
    const file = encodeCodePage437([...HEAD, ...ACCOUNTS, ...books].join('\n')).bytes;
    expect((await sie.run('commit', companyId, file)).faults).toEqual([]);
  }
});
afterAll(() => sie.world.stop());

interface StatementAnswer {
  readonly startsOn: string;
  readonly lines: readonly {
    readonly key: string;
    readonly opening: string | null;
    readonly debit: string | null;
    readonly credit: string | null;
    readonly amount: string;
    readonly comparison: string | null;
    readonly difference: string | null;
    readonly accountId: string | null;
  }[];
}

async function statement(name: string, days: object, member: Member = sie.accountant): Promise<StatementAnswer | null> {
  const query = `query ($companyId: ID!, $startsOn: Date, $endsOn: Date!, $objectId: ID, $compareStartsOn: Date, $compareEndsOn: Date) {
    it: ${name}(companyId: $companyId, startsOn: $startsOn, endsOn: $endsOn, objectId: $objectId, compareStartsOn: $compareStartsOn, compareEndsOn: $compareEndsOn) {
      startsOn lines { key opening debit credit amount comparison difference accountId } } }`;
  return (await member.client.request<{ it: StatementAnswer | null }>(query, { companyId, ...days })).it;
}

const amounts = async (name: string, days: object) =>
  Object.fromEntries(((await statement(name, days))?.lines ?? []).map(({ key, amount }) => [key, amount]));

test('the trial balance opens the year with what went before, and adds up to nothing', async () => {
  const found = await statement('trialBalance', { endsOn: '2026-12-31' });
  expect(found?.startsOn).toBe('2026-01-01');
  expect(found?.lines.map(({ key, opening, debit, credit, amount }) => [key, opening, debit, credit, amount])).toEqual([
    ['ASSET:1220', '0.00', '240.00', '0.00', '240.00'],
    ['ASSET:1510', '0.00', '500.00', '200.00', '300.00'],
    ['ASSET:1930', '1300.00', '200.00', '340.00', '1160.00'],
    ['EQUITY:2081', '-1000.00', '0.00', '0.00', '-1000.00'],
    ['INCOME:3001', '0.00', '0.00', '500.00', '-500.00'],
    ['EXPENSE:5010', '0.00', '100.00', '0.00', '100.00'],
    ['BROUGHT_FORWARD', '-300.00', '0.00', '0.00', '-300.00'],
    ['TOTAL', '0.00', '1040.00', '1040.00', '0.00'],
  ]);
});

test('profit and loss, balance sheet and cash flow follow from it', async () => {
  const days = { endsOn: '2026-12-31' };
  expect(await amounts('profitAndLoss', days)).toEqual({
    'INCOME:3001': '500.00',
    INCOME: '500.00',
    'EXPENSE:5010': '100.00',
    EXPENSE: '100.00',
    RESULT: '400.00',
  });
  expect(await amounts('balanceSheet', days)).toEqual({
    'ASSET:1220': '240.00',
    'ASSET:1510': '300.00',
    'ASSET:1930': '1160.00',
    ASSET: '1700.00',
    'EQUITY:2081': '1000.00',
    RESULT_BROUGHT_FORWARD: '300.00',
    RESULT_OF_YEAR: '400.00',
    EQUITY: '1700.00',
    LIABILITY: '0.00',
    LIABILITIES_AND_EQUITY: '1700.00',
  });
  expect(await amounts('cashFlow', days)).toMatchObject({
    OPERATING_RESULT: '400.00',
    'OPERATING:1510': '-300.00',
    OPERATING: '100.00',
    'INVESTING:1220': '-240.00',
    CASH_OPENING: '1300.00',
    CASH_CHANGE: '-140.00',
    CASH_CLOSING: '1160.00',
  });
});

describe('as of a day within a period', () => {
  test.each(['2026-02-14', '2026-02-15', '2026-02-28', '2026-03-04', '2025-06-14'])(
    '%s, every report ties',
    async (endsOn) => {
      const rows = (await statement('trialBalance', { endsOn }))?.lines ?? [];
      const sum = (type: string, of: 'amount' | 'opening') =>
        rows.filter(({ key }) => key.startsWith(`${type}:`)).reduce((total, line) => total + Number(line[of]), 0);
      const [result, sheet, cash] = [
        await amounts('profitAndLoss', { endsOn }),
        await amounts('balanceSheet', { endsOn }),
        await amounts('cashFlow', { endsOn }),
      ];
      expect(Number(result['RESULT'])).toBe(0 - sum('INCOME', 'amount') - sum('EXPENSE', 'amount'));
      expect(sheet['ASSET']).toBe(sheet['LIABILITIES_AND_EQUITY']);
      expect(Number(sheet['ASSET'])).toBe(sum('ASSET', 'amount'));
      expect(Number(cash['CASH_OPENING']) + Number(cash['CASH_CHANGE'])).toBe(Number(cash['CASH_CLOSING']));
      expect(rows.find(({ key }) => key === 'TOTAL')?.debit).toBe(rows.find(({ key }) => key === 'TOTAL')?.credit);
    },
  );
});

test('a range is compared with another, whatever stands in either', async () => {
  const days = {
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    compareStartsOn: '2025-01-01',
    compareEndsOn: '2025-12-31',
  };
  const found = await statement('profitAndLoss', days);
  expect(found?.lines.map(({ key, amount, comparison, difference }) => [key, amount, comparison, difference])).toEqual([
    ['INCOME:3001', '500.00', '300.00', '200.00'],
    ['INCOME', '500.00', '300.00', '200.00'],
    ['EXPENSE:5010', '100.00', '0.00', '100.00'],
    ['EXPENSE', '100.00', '0.00', '100.00'],
    ['RESULT', '400.00', '300.00', '100.00'],
  ]);
  const back = await statement('profitAndLoss', {
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    compareStartsOn: '2026-01-01',
    compareEndsOn: '2026-12-31',
  });
  expect(back?.lines.find(({ key }) => key === 'EXPENSE:5010')).toMatchObject({ amount: '0.00', comparison: '100.00' });
});

test('an object of a dimension has figures of its own', async () => {
  const query = '{ dimensionObjects(where: { code: { eq: "10" } }) { nodes { id } } }';
  const { dimensionObjects } = await sie.accountant.client.request<{ dimensionObjects: { nodes: { id: string }[] } }>(
    query,
  );
  const objectId = dimensionObjects.nodes[0]?.id;
  expect(await amounts('profitAndLoss', { endsOn: '2026-12-31', objectId })).toMatchObject({ RESULT: '420.00' });
  expect(await amounts('profitAndLoss', { endsOn: '2026-02-19', objectId })).toMatchObject({ RESULT: '500.00' });
});

test('balances that are folded and those that are not give the same', async () => {
  const before = await statement('trialBalance', { endsOn: '2026-12-31' });
  await sie.sql('select fold_balances(10000)');
  expect(await sie.sql('select 1 from period_balance_delta where company_id = $1', companyId)).toEqual([]);
  expect(await statement('trialBalance', { endsOn: '2026-12-31' })).toEqual(before);
});

describe('a figure leads to its entries', () => {
  const LINES =
    'opening debit credit closing endCursor lines { entryId journalCode number sourceSeries sourceNumber postingOn debit credit balance text }';
  const ledger = async (first: number, after: string | null) => {
    const rows = (await statement('trialBalance', { endsOn: '2026-12-31' }))?.lines ?? [];
    const accountId = rows.find(({ key }) => key === 'ASSET:1930')?.accountId;
    const query = `query ($companyId: ID!, $accountId: ID!, $first: Int, $after: String) {
      it: generalLedger(companyId: $companyId, accountId: $accountId, endsOn: "2026-12-31", first: $first, after: $after) { ${LINES} } }`;
    type Page = {
      endCursor: string | null;
      lines: readonly { entryId: string; sourceNumber: string; balance: string }[];
    };
    return (await sie.accountant.client.request<{ it: Page }>(query, { companyId, accountId, first, after })).it;
  };

  test('line by line, with the balance after each, page by page', async () => {
    const page = await ledger(2, null);
    expect(page).toMatchObject({ opening: '1300.00', debit: '200.00', credit: '340.00', closing: '1160.00' });
    expect(page.lines.map(({ sourceNumber, balance }) => [sourceNumber, balance])).toEqual([
      ['2', '1060.00'],
      ['4', '960.00'],
    ]);
    const rest = await ledger(2, page.endCursor);
    expect(rest.lines.map(({ sourceNumber, balance }) => [sourceNumber, balance])).toEqual([['5', '1160.00']]);
    expect(rest.endCursor).toBeNull();
    const { journalEntry } = await sie.accountant.client.request<{ journalEntry: { text: string } }>(
      'query ($id: ID!) { journalEntry(id: $id) { text } }',
      { id: rest.lines[0]?.entryId },
    );
    expect(journalEntry.text).toBe('Ver 5');
  });

  test('and the journal has every line of the range', async () => {
    const query = `query ($companyId: ID!) { it: journalReport(companyId: $companyId, startsOn: "2026-02-01", endsOn: "2026-02-28") { ${LINES} } }`;
    const { it } = await sie.accountant.client.request<{ it: { lines: readonly unknown[] } }>(query, { companyId });
    expect(it).toMatchObject({ debit: '600.00', credit: '600.00', opening: null, endCursor: null });
    expect(it.lines).toHaveLength(5);
  });
});

describe('as CSV', () => {
  const csv = async (asked: object) => {
    const response = await fetch(`${sie.world.url}/exports/reports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sie.accountant.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ companyId, endsOn: '2026-12-31', ...asked }),
    });
    return { status: response.status, lines: (await response.text()).trim().split('\r\n') };
  };

  test('a statement has its lines', async () => {
    const { lines } = await csv({ report: 'PROFIT_AND_LOSS' });
    expect(lines).toEqual([
      'key,code,name,opening,debit,credit,amount,comparison,difference,budget,budgetDifference',
      'INCOME:3001,3001,Sålt,,,,500.00,,,,',
      'INCOME,,,,,,500.00,,,,',
      'EXPENSE:5010,5010,Hyra,,,,100.00,,,,',
      'EXPENSE,,,,,,100.00,,,,',
      'RESULT,,,,,,400.00,,,,',
    ]);
  });

  test('a journal has every line, and what is no report is refused', async () => {
    expect((await csv({ report: 'JOURNAL' })).lines).toHaveLength(1 + 9);
    expect((await csv({ report: 'GENERAL_LEDGER' })).status).toBe(400);
    expect((await csv({ report: 'NOTHING' })).status).toBe(400);
    expect((await csv({ report: 'JOURNAL', companyId: 'nothing' })).status).toBe(404);
  });
});

test('a chart that ships says where the cash flow shows each account', async () => {
  const books = await openBooks(sie.world, 'OWN');
  await books.post([debit('1250', '200'), credit('1930', '200')]);
  await books.post([debit('7835', '50'), credit('1259', '50')]);
  const days = { companyId: books.companyId, endsOn: '2026-12-31' };
  expect(await amounts('cashFlow', days)).toMatchObject({
    OPERATING: '0.00',
    INVESTING: '-200.00',
    CASH_CLOSING: '-200.00',
  });
});

describe('who sees a report', () => {
  test.each([
    ['ACCOUNTING', true],
    ['AUDITOR', true],
    ['REPORTING', true],
    ['HR', false],
    ['PAYROLL', false],
    ['MANAGER', false],
    ['ADMINISTRATOR', false],
  ] as const)('%s: %s', async (role, sees) => {
    const member = await sie.world.member(`${role.toLowerCase()} of it`, [{ role, companyId }]);
    expect((await statement('trialBalance', { endsOn: '2026-12-31' }, member)) !== null).toBe(sees);
    const elsewhere = await sie.world.member(`${role.toLowerCase()} elsewhere`, [
      { role, companyId: await sie.company() },
    ]);
    expect(await statement('balanceSheet', { endsOn: '2026-12-31' }, elsewhere)).toBeNull();
  });

  test('an id that was never used is answered like one of others', async () => {
    expect(await statement('cashFlow', { companyId: 'nothing', endsOn: '2026-12-31' })).toBeNull();
  });
});

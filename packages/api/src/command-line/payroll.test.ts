/** Pay from the command line: JSON lines in, JSON lines out, and no database. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor payroll '));
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Calculated {
  readonly status: number | null;
  readonly answers: readonly Record<string, unknown>[];
  readonly err: string;
}

/** A database that nobody has: to want one would be an error. */
async function calculateLines(input: string, ...args: string[]): Promise<Calculated> {
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { status, out, err } = await runKontor(['payroll', 'calculate', ...args], { home, env, input });
  const answers = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status, answers, err };
}

const british = {
  pack: 'GB',
  payDate: '2026-05-31',
  frequency: 'MONTHLY',
  period: 2,
  components: [{ code: 'SALARY', amount: '1156.26' }],
  facts: { taxCode: '1257L', nonCumulative: false, niCategory: 'A' },
  yearToDate: { taxablePay: '1156.25', incomeTax: '21.40' },
};
const hungarian = {
  pack: 'HU',
  payDate: '2026-05-31',
  frequency: 'MONTHLY',
  period: 5,
  components: [{ code: 'SALARY', amount: '575000' }],
  facts: { children: 2 },
};
const jsonLines = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

test('each event is answered by its payslip, and no database is wanted', async () => {
  const { status, answers, err } = await calculateLines(jsonLines(british, hungarian));
  expect(err).toBe('');
  expect(answers[0]).toEqual({
    lines: [
      { code: 'SALARY', kind: 'EARNING', amount: '1156.26' },
      { code: 'INCOME_TAX', kind: 'DEDUCTION', amount: '21.60' },
      { code: 'NI_EMPLOYEE', kind: 'DEDUCTION', amount: '8.66' },
      { code: 'NI_EMPLOYER', kind: 'EMPLOYER', amount: '110.89' },
      { code: 'NI_EARNINGS_AT_LOWER_LIMIT', kind: 'INFORMATION', amount: '559.00' },
      { code: 'NI_EARNINGS_TO_PRIMARY', kind: 'INFORMATION', amount: '489.00' },
      { code: 'NI_EARNINGS_TO_UPPER_LIMIT', kind: 'INFORMATION', amount: '108.26' },
    ],
    gross: '1156.26',
    net: '1126.00',
    employerCost: '1267.15',
    yearToDate: {
      grossPay: '1156.26',
      taxablePay: '2312.51',
      incomeTax: '43.00',
      niablePay: '1156.26',
      niEmployee: '8.66',
      niEmployer: '110.89',
      niAtLowerLimit: '559.00',
      niToPrimary: '489.00',
      niToUpperLimit: '108.26',
      studentLoan: '0.00',
      postgraduateLoan: '0.00',
    },
    currency: 'GBP',
    taxYear: '2026-27',
    notices: [],
  });
  expect(answers[1]).toMatchObject({ gross: '575000', net: '462373', employerCost: '649750', currency: 'HUF' });
  expect(status).toBe(0);
  expect(await readdir(home)).toEqual([]);
});

test('a bad line says what is wrong with it, the rest go on, and the exit code tells', async () => {
  const input = [
    JSON.stringify(british),
    '{"pack":"GB",',
    '',
    '[]',
    JSON.stringify({ ...british, pack: 'FR' }),
    JSON.stringify({ ...british, id: 'e7', facts: { taxCode: '1257' }, period: 13 }),
    JSON.stringify({ ...british, payDate: '2030-01-31' }),
    JSON.stringify({ ...hungarian, id: 8 }),
  ].join('\r\n');
  const { status, answers } = await calculateLines(`\uFEFF${input}`);
  expect(answers.map((answer) => answer['line'] ?? 'paid')).toEqual(['paid', 2, 4, 5, 6, 7, 'paid']);
  expect(answers[1]).toMatchObject({ error: { code: 'JSON_MALFORMED', path: [] } });
  expect(answers[2]).toMatchObject({ error: { code: 'EVENT_MALFORMED', path: [] } });
  expect(answers[3]).toEqual({
    line: 5,
    error: { code: 'PACK_UNKNOWN', message: 'There is no country pack FR; there are GB, HU.', path: ['pack'] },
  });
  expect(answers[4]).toMatchObject({
    id: 'e7',
    error: { code: 'PERIOD_OUT_OF_RANGE', path: ['period'] },
    more: [{ code: 'TAX_CODE_MALFORMED', path: ['facts', 'taxCode'] }],
  });
  expect(answers[5]).toMatchObject({ error: { code: 'PACK_YEAR_MISSING', path: ['payDate'] } });
  expect(answers[6]).toMatchObject({ id: 8, net: '462373' });
  expect(status).toBe(1);
});

test('events come from a file, and lines explain themselves', async () => {
  const file = path.join(home, 'events.jsonl');
  await writeFile(file, jsonLines({ ...british, facts: { ...british.facts, taxCode: 'S1257L M1' } }));
  const { status, answers } = await calculateLines('', '--file', file, '--explain');
  expect(status).toBe(0);
  const [answer] = answers as readonly {
    lines: readonly {
      code: string;
      explanation: { through: readonly { code: string; steps: readonly unknown[] }[] };
    }[];
  }[];
  const tax = answer?.lines.find(({ code }) => code === 'INCOME_TAX')?.explanation;
  expect(tax).toMatchObject({
    level: 'COUNTRY',
    version: '2025-04-06',
    inputs: { TAX_DUE: '20.52', TAX_LIMIT: '578.13' },
  });
  // 108 pounds in the starter band of month 1.
  expect(tax?.through.find(({ code }) => code === 'TAX_DUE')?.steps).toEqual([
    { table: 'bandsScotland', from: '0', upTo: '330.583333333333…', rate: '0.19', amount: '108', result: '20.52' },
  ]);
  await rm(file);
});

test('a file that is not there, and a folder, are told on one line', async () => {
  const missing = await calculateLines('', '--file', path.join(home, 'missing.jsonl'));
  expect([missing.status, missing.err]).toEqual([1, expect.stringMatching(/^kontor: The file cannot be read: .*\n$/)]);
  const folder = await calculateLines('', '--file', home);
  expect([folder.status, folder.err]).toEqual([1, expect.stringMatching(/^kontor: The file cannot be read: .*\n$/)]);
});

test('nothing in, nothing out', async () => {
  expect(await calculateLines('')).toEqual({ status: 0, answers: [], err: '' });
});

import { expect, it } from 'vitest';
import { historyRows } from './history-query.ts';

const slip = (id: string, payOn: string, taxYear: string, gross: string) => ({
  id,
  kind: 'REGULAR',
  payOn,
  taxYear,
  gross,
  net: gross,
  currencyCode: 'GBP',
  period: { name: payOn.slice(0, 7) },
});
const nodes = [
  slip('c', '2026-05-29', '2026-27', '2100.10'),
  slip('b', '2026-04-30', '2026-27', '2000.05'),
  slip('a', '2026-03-31', '2025-26', '2000'),
];
const raise = { id: 'r', startOn: '2026-05-01', amount: '2100.10', currencyCode: 'GBP', payPeriod: 'MONTH' };

it('adds each tax year up by itself, to the last digit, with raises in between', () => {
  const rows = historyRows({ payslips: { totalCount: 3, nodes }, compensations: { nodes: [raise] } });
  expect(rows.map((row) => (row.type === 'payslip' ? [row.slip.id, row.year?.gross] : row.salary.startOn))).toEqual([
    ['c', '4100.15'],
    '2026-05-01',
    ['b', '2000.05'],
    ['a', '2000'],
  ]);
});

it('tells no sum of a year of which it does not know everything', () => {
  const rows = historyRows({ payslips: { totalCount: 4, nodes } });
  expect(rows.map((row) => (row.type === 'payslip' ? (row.year?.gross ?? null) : null))).toEqual([
    '4100.15',
    '2000.05',
    null,
  ]);
});

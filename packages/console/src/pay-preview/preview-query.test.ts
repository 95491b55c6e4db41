import { expect, it } from 'vitest';
import { type PreviewedMonth, rowsOf } from './preview-query.ts';

const line = (code: string, kind: string, amount: string) => ({ code, name: code, kind, amount, explanation: null });
const month = (gross: string, net: string, lines: PreviewedMonth['lines']): PreviewedMonth => ({
  gross,
  net,
  employerCost: gross,
  lines,
  notices: [],
  problems: [],
});
const proposed = month('600', '500', [
  line('SALARY', 'EARNING', '600'),
  line('TAX', 'DEDUCTION', '100'),
  line('LOAN', 'DEDUCTION', '0'),
  line('BASE', 'INFORMATION', '600'),
]);
const today = month('500', '400', [line('SALARY', 'EARNING', '500'), line('OLD', 'DEDUCTION', '100')]);
const told = (all: ReturnType<typeof rowsOf>) =>
  all.map(({ key, today: was, proposed: is, difference }) => [key, was, is, difference]);

it('lays two months side by side, each kind before its sum, without what is paid in neither', () => {
  expect(told(rowsOf({ currencyCode: 'GBP', today, proposed, facts: [] }))).toEqual([
    ['SALARY', '500', '600', '100'],
    ['gross', '500', '600', '100'],
    ['TAX', null, '100', '100'],
    ['OLD', '100', null, '-100'],
    ['net', '400', '500', '100'],
    ['employerCost', '500', '600', '100'],
  ]);
});

it('compares nothing for an offer', () => {
  expect(told(rowsOf({ currencyCode: 'GBP', today: null, proposed, facts: [] }))[0]).toEqual([
    'SALARY',
    null,
    '600',
    null,
  ]);
});

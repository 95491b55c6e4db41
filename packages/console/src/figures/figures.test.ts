import { describe, expect, it } from 'vitest';
import { payTotals } from '../generator/sample-meta.ts';
import { csvOf, type FigureGroup, minus, rowsOf } from './figures.ts';

const group = (groupedBy: string[], count: number, sum: string, more: object = {}): FigureGroup => ({
  groupedBy,
  salaryCurrencyCode: 'SEK',
  salaryPeriod: 'MONTH',
  department: null,
  count,
  sum,
  average: '1',
  ...more,
});

const told = (groups: readonly FigureGroup[], isDivided = true) =>
  rowsOf(payTotals, groups, isDivided).map((row) =>
    row.kind === 'rest' ? [row.kind, row.count, row.sum] : [row.kind, row.group.count, row.group.sum],
  );

describe('the rows of figures', () => {
  const departments = [group(['DEPARTMENT'], 6, '240000.50'), group(['DEPARTMENT'], 5, '250000')];

  it('say before a total what of it is in no group that is told', () => {
    expect(told([...departments, group([], 17, '670000.75')])).toEqual([
      ['group', 6, '240000.50'],
      ['group', 5, '250000'],
      ['rest', 6, '180000.25'],
      ['total', 17, '670000.75'],
    ]);
  });

  it('say of no rest where all of it is told, nor where nothing is set apart', () => {
    expect(told([...departments, group([], 11, '490000.50')]).map(([kind]) => kind)).toEqual([
      'group',
      'group',
      'total',
    ]);
    expect(told([group([], 11, '490000.50')], false).map(([kind]) => kind)).toEqual(['total']);
  });

  it('take from a total what is of its currency alone', () => {
    const euro = { salaryCurrencyCode: 'EUR' };
    expect(told([group(['DEPARTMENT'], 5, '10', euro), group([], 5, '10', euro), group([], 9, '90')])).toEqual([
      ['group', 5, '10'],
      ['total', 5, '10'],
      ['rest', 9, '90'],
      ['total', 9, '90'],
    ]);
  });
});

it.each([
  ['12345678901234567.89', '0.99', '12345678901234566.90'],
  ['5', '5', '0'],
  ['0.1', '0.30', '-0.20'],
  ['100', '0.01', '99.99'],
])('%s less %s is %s', (left, right, difference) => {
  expect(minus(left, right)).toBe(difference);
});

it('a name that looks like a formula is text in the file, and an amount is an amount', () => {
  expect(csvOf([['=1+1', 'A "quoted", name', '-5.00', '12']])).toBe('\uFEFF\'=1+1,"A ""quoted"", name",-5.00,12\r\n');
});

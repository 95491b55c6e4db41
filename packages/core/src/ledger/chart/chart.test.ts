import { describe, expect, it } from 'vitest';
import type { ChartKey } from './chart.ts';
import { CHARTS } from './charts.ts';

describe.each(Object.entries(CHARTS))('the chart %s', (key, chart) => {
  const byCode = new Map(chart.accounts.map((account) => [account.code, account]));

  it('stands under its own key and numbers each account once', () => {
    expect(chart.key).toBe(key);
    expect(byCode.size).toBe(chart.accounts.length);
    expect(chart.accounts.length).toBeGreaterThan(80);
    for (const account of chart.accounts) expect(account.code).toMatch(/^[0-9]{4}$/);
  });

  it('names what it refers to', () => {
    const taxCodes = new Set(chart.taxCodes.map(({ code }) => code));
    for (const { defaultTaxCode } of chart.accounts) if (defaultTaxCode) expect(taxCodes).toContain(defaultTaxCode);
    for (const { outputAccount, inputAccount } of chart.taxCodes) {
      expect(byCode.get(outputAccount)?.type).toBe('LIABILITY');
      expect(byCode.has(inputAccount)).toBe(true);
    }
    expect(byCode.get(chart.resultAccount)?.type).toBe('EQUITY');
    expect(byCode.get(chart.retainedEarningsAccount)?.type).toBe('EQUITY');
    for (const code of [chart.roundingAccount, chart.exchangeGainAccount, chart.exchangeLossAccount]) {
      expect(['INCOME', 'EXPENSE']).toContain(byCode.get(code)?.type);
    }
  });

  it('has every type, one account for customers, one for suppliers, and money', () => {
    expect(new Set(chart.accounts.map(({ type }) => type)).size).toBe(5);
    expect(chart.accounts.filter(({ control }) => control === 'RECEIVABLES')).toHaveLength(1);
    expect(chart.accounts.filter(({ control }) => control === 'PAYABLES')).toHaveLength(1);
    const cash = chart.accounts.filter(({ cashFlow }) => cashFlow === 'CASH');
    expect(cash.length).toBeGreaterThan(1);
    for (const { type } of cash) expect(type).toBe('ASSET');
  });

  it('has one journal of each kind', () => {
    expect(new Set(chart.journals.map(({ kind }) => kind)).size).toBe(chart.journals.length);
    expect(new Set(chart.journals.map(({ code }) => code)).size).toBe(chart.journals.length);
  });
});

it.each<[ChartKey, string, string[]]>([
  ['SE_BAS', 'SE', ['25', '12', '6', '0']],
  ['DE_SKR04', 'DE', ['19', '7', '0']],
  ['INTERNATIONAL', 'GB', ['20', '5', '0']],
  ['INTERNATIONAL', 'HU', ['27', '18', '5']],
])('%s has the rates of %s', (key, country, rates) => {
  const codes = CHARTS[key].taxCodes.filter((code) => code.country === country);
  expect(codes.map(({ rate }) => rate)).toEqual(rates);
});

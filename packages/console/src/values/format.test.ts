import { describe, expect, it } from 'vitest';
import {
  currencyCode,
  editableDecimal,
  formatAmount,
  formatDate,
  formatDecimal,
  formatMoney,
  parseDecimal,
} from './format.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

describe('amounts', () => {
  it.each([
    ['12345678901234567.89', 'SEK', 'sv', '12 345 678 901 234 567,89 SEK'],
    ['1000.0000', 'EUR', 'de', '1.000,00 EUR'],
    ['0.0125', 'EUR', 'en', 'EUR 0.0125'],
    ['1500', 'JPY', 'en', 'JPY 1,500'],
    ['1500', undefined, 'en', '1,500.00'],
    ['-1500.125', undefined, 'en', '-1,500.125'],
    ['abc', 'EUR', 'en', 'abc'],
  ])('%s %s in %s', (value, currency, locale, text) => {
    expect(plain(formatMoney(value, currency, locale))).toBe(text);
  });

  it('stand without their currency where the table says it, with the decimals that it has', () => {
    expect(plain(formatAmount('-5000000', 'SEK', 'en'))).toBe('-5,000,000.00');
    expect(plain(formatAmount('1500', 'JPY', 'en'))).toBe('1,500');
  });

  it('finds the code of a currency in whatever stands beside the amount', () => {
    expect([
      currencyCode('SEK'),
      currencyCode({ id: '1', _label: 'EUR – Euro' }),
      currencyCode('Euro'),
      currencyCode(null),
    ]).toEqual(['SEK', 'EUR', undefined, undefined]);
  });
});

describe('typing a number', () => {
  it.each([
    ['1 234,50', 'sv', '1234.50'],
    ['1234.5', 'sv', '1234.5'],
    ['1.234,5', 'de', '1234.5'],
    ['1.234', 'de', '1234'],
    ['1.5', 'de', '1.5'],
    ['1,234.5', 'en', '1234.5'],
    ['1,5', 'hu', '1.5'],
    ['−12', 'sv', '-12'],
    ['12345678901234567,89', 'sl', '12345678901234567.89'],
    ['twelve', 'en', undefined],
    ['', 'en', undefined],
    ['1,2,3', 'sv', undefined],
  ])('%s in %s', (text, locale, value) => {
    expect(parseDecimal(text, locale)).toBe(value);
  });

  it.each(['en', 'sv', 'de', 'hu', 'sl'])('reads in %s what it wrote', (locale) => {
    for (const value of ['1000.5', '-0.25', '12345678901234567.89']) {
      expect(parseDecimal(editableDecimal(value, locale), locale)).toBe(value);
      expect(parseDecimal(formatDecimal(value, locale), locale)).toBe(value);
    }
  });
});

describe('days', () => {
  it('are not moved by a time zone', () => {
    expect(formatDate('2026-03-01', 'en')).toBe('Mar 1, 2026');
  });
});

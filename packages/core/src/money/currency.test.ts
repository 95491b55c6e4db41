import { expect, test } from 'vitest';
import { currencyFault } from './currency.ts';
import { ISO_4217 } from './iso-4217.ts';

const recordOf = (code: string) => ISO_4217.find((record) => record.code === code) ?? null;

test.each([
  ['SEK', null],
  ['JPY', null],
  ['KWD', null],
  ['DEM', 'CURRENCY_UNKNOWN'],
  ['ABC', 'CURRENCY_UNKNOWN'],
  ['XEU', 'CURRENCY_UNKNOWN'],
  ['XAU', 'CURRENCY_NOT_MONEY'],
  ['XDR', 'CURRENCY_NOT_MONEY'],
  ['XBA', 'CURRENCY_NOT_MONEY'],
  ['XTS', 'CURRENCY_NOT_MONEY'],
  ['XTS', 'CURRENCY_NOT_MONEY'],
])('%s: %s', (code, expected) => {
  expect(currencyFault(code, recordOf(code))?.code ?? null).toBe(expected);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsMinorUnit, toMinorUnit } from './currency.ts';
import { compareDecimal, type Decimal, decimal, sumDecimal } from './decimal.ts';
import { ISO_4217 } from './iso-4217.ts';
import { splitByLargestRemainder } from './split.ts';

const decimals = (...texts: string[]): Decimal[] => texts.map(decimal);

test.each([
  ['100.00', ['1', '1', '1'], 2, ['33.34', '33.33', '33.33']],
  ['-100.00', ['1', '1', '1'], 2, ['-33.34', '-33.33', '-33.33']],
  ['0.01', ['1', '1'], 2, ['0.01', '0.00']],
  ['10', ['0.5', '0.25', '0.25'], 0, ['5', '3', '2']],
  ['10.000', ['0', '2.50'], 3, ['0.000', '10.000']],
])('splits %s by %j at %i decimals', (amount, weights, minorUnit, parts) => {
  expect(splitByLargestRemainder(decimal(amount), decimals(...weights), minorUnit)).toEqual({ ok: true, value: parts });
});

test.each([
  ['0.001', ['1'], 'AMOUNT_EXCEEDS_MINOR_UNIT'],
  ['1', ['1', '-1'], 'WEIGHT_NEGATIVE'],
  ['1', ['0', '0.0'], 'WEIGHTS_SUM_TO_ZERO'],
  ['1', [], 'WEIGHTS_SUM_TO_ZERO'],
])('refuses to split %s by %j: %s', (amount, weights, code) => {
  expect(splitByLargestRemainder(decimal(amount), decimals(...weights), 2)).toMatchObject({ rejections: [{ code }] });
});

test('the parts add up to the amount, and each is payable', () => {
  const cents = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
  const weights = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(cents, weights, (amount, shares) => {
      fc.pre(shares.some((share) => share > 0));
      const total = decimal((amount / 100).toFixed(2));
      const result = splitByLargestRemainder(total, decimals(...shares.map(String)), 2);
      if (!result.ok) throw new Error('refused');
      expect(compareDecimal(sumDecimal(result.value), total)).toBe(0);
      expect(result.value.every((part) => fitsMinorUnit(part, 2))).toBe(true);
      expect(result.value.every((part, index) => shares[index] !== 0 || compareDecimal(part, decimal('0')) === 0)).toBe(
        true,
      );
    }),
  );
});

test.each([
  ['10.50', 2, true],
  ['10.500', 2, true],
  ['10.505', 2, false],
  ['10', 0, true],
  ['10.0', 0, true],
  ['10.1', 0, false],
  ['1.2345', 3, false],
  ['1.23456789', null, true],
])('%s with %s decimals fits: %s', (amount, minorUnit, fits) => {
  expect(fitsMinorUnit(decimal(amount), minorUnit)).toBe(fits);
});

test('an amount is written with the decimals of its currency', () => {
  expect(toMinorUnit(decimal('5'), 2)).toEqual({ ok: true, value: '5.00' });
  expect(toMinorUnit(decimal('5.001'), 2)).toMatchObject({ rejections: [{ code: 'MINOR_UNIT_EXCEEDED' }] });
});

test('ISO 4217 has each code once, with the facts that payroll relies on', () => {
  const byCode = new Map(ISO_4217.map((currency) => [currency.code, currency]));
  expect(byCode.size).toBe(ISO_4217.length);
  expect(ISO_4217.length).toBe(307);
  expect(ISO_4217.every(({ code }) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(byCode.get('SEK')).toEqual({
    code: 'SEK',
    numericCode: '752',
    name: 'Swedish Krona',
    minorUnit: 2,
    withdrawnOn: null,
  });
  expect(byCode.get('JPY')).toMatchObject({ minorUnit: 0 });
  expect(byCode.get('KWD')).toMatchObject({ minorUnit: 3 });
  expect(byCode.get('EUR')).toMatchObject({ minorUnit: 2, withdrawnOn: null });
  expect(byCode.get('HRK')).toMatchObject({ minorUnit: null, withdrawnOn: '2023-01-31' });
  expect(byCode.get('XAU')).toMatchObject({ minorUnit: null, withdrawnOn: null });
});

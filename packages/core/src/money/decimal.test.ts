import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rejectionsOf } from '../result.ts';
import {
  addDecimal,
  checkNumeric,
  compareDecimal,
  type Decimal,
  decimal,
  multiplyDecimal,
  parseDecimal,
  type RoundingMode,
  roundDecimal,
  scaleOf,
  subtractDecimal,
  sumDecimal,
} from './decimal.ts';

/** Any decimal with up to 18 digits before the point and 6 after it, and its value in millionths. */
const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => ({ text: fromUnits(units, scale), millionths: units * 10n ** BigInt(6 - scale) }));

function fromUnits(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return decimal(`${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale ? `.${digits.slice(point)}` : ''}`);
}

describe('parseDecimal', () => {
  test.each([
    ['0', '0'],
    ['-0.5', '-0.5'],
    ['1250.00', '1250.00'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['-0.00', '0.00'],
  ])('reads %s as %s', (text, value) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'DECIMAL_MALFORMED'],
    ['1e5', 'DECIMAL_MALFORMED'],
    ['+1', 'DECIMAL_MALFORMED'],
    ['01', 'DECIMAL_MALFORMED'],
    ['1.', 'DECIMAL_MALFORMED'],
    ['.5', 'DECIMAL_MALFORMED'],
    ['1,5', 'DECIMAL_MALFORMED'],
    ['NaN', 'DECIMAL_MALFORMED'],
    ['Infinity', 'DECIMAL_MALFORMED'],
    ['0x1f', 'DECIMAL_MALFORMED'],
    [' 1', 'DECIMAL_MALFORMED'],
    ['1\n', 'DECIMAL_MALFORMED'],
    ['٣', 'DECIMAL_MALFORMED'],
    ['9'.repeat(65), 'DECIMAL_TOO_LONG'],
  ])('refuses %j as %s', (text, code) => {
    expect(rejectionsOf(parseDecimal(text, ['amount']))).toMatchObject([{ code, path: ['amount'] }]);
  });
});

describe('arithmetic is that of whole millionths', () => {
  test('addition, subtraction and order', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(compareDecimal(addDecimal(a.text, b.text), fromUnits(a.millionths + b.millionths, 6))).toBe(0);
        expect(compareDecimal(subtractDecimal(a.text, b.text), fromUnits(a.millionths - b.millionths, 6))).toBe(0);
        const order = a.millionths < b.millionths ? -1 : a.millionths > b.millionths ? 1 : 0;
        expect(compareDecimal(a.text, b.text)).toBe(order);
      }),
    );
  });

  test('multiplication, whose scale is the sum of the scales', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const product = multiplyDecimal(a.text, b.text);
        expect(scaleOf(product)).toBe(scaleOf(a.text) + scaleOf(b.text));
        expect(compareDecimal(product, fromUnits(a.millionths * b.millionths, 12))).toBe(0);
      }),
    );
  });

  test('what floats get wrong', () => {
    expect(addDecimal(decimal('0.1'), decimal('0.2'))).toBe('0.3');
    expect(sumDecimal([decimal('1.50'), decimal('-1.50')])).toBe('0.00');
    expect(compareDecimal(decimal('1.5'), decimal('1.50'))).toBe(0);
  });
});

describe('roundDecimal', () => {
  test.each<[string, number, RoundingMode, string]>([
    ['2.5', 0, 'halfEven', '2'],
    ['3.5', 0, 'halfEven', '4'],
    ['-2.5', 0, 'halfEven', '-2'],
    ['2.5', 0, 'halfUp', '3'],
    ['-2.5', 0, 'halfUp', '-3'],
    ['2.9', 0, 'down', '2'],
    ['-2.9', 0, 'down', '-2'],
    ['2.9', 0, 'floor', '2'],
    ['-2.1', 0, 'floor', '-3'],
    ['-2.0', 0, 'floor', '-2'],
    ['-0.4', 0, 'halfEven', '0'],
    ['1.5', 2, 'down', '1.50'],
  ])('%s to %i decimals, %s: %s', (value, scale, mode, expected) => {
    expect(roundDecimal(decimal(value), scale, mode)).toBe(expected);
  });

  test('never moves by a whole unit of the last place', () => {
    const modes = fc.constantFrom<RoundingMode>('halfEven', 'halfUp', 'down', 'floor');
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 0, max: 6 }), modes, ({ text }, scale, mode) => {
        const moved = subtractDecimal(roundDecimal(text, scale, mode), text).replace('-', '');
        expect(compareDecimal(decimal(moved), fromUnits(1n, scale))).toBe(-1);
      }),
    );
  });
});

describe('checkNumeric', () => {
  test.each([
    ['1.500', 4, 3, null],
    ['9.999', 4, 3, null],
    ['0.1', 1, 1, null],
    ['10', 4, 3, 'DECIMAL_TOO_LARGE'],
    ['-10', 4, 3, 'DECIMAL_TOO_LARGE'],
    ['1.0000', 4, 3, 'DECIMAL_TOO_PRECISE'],
    ['9999999999999999.9999', 20, 4, null],
    ['10000000000000000', 20, 4, 'DECIMAL_TOO_LARGE'],
  ])('%s in numeric(%i, %i): %s', (value, precision, scale, code) => {
    expect(rejectionsOf(checkNumeric(decimal(value), precision, scale)).map((it) => it.code)).toEqual(
      code ? [code] : [],
    );
  });
});

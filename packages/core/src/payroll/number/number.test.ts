import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../money/decimal.ts';
import { compareExact, decimalOf, dividedBy, exactOf, exactWhole, minus, plus, shownExact, times } from './exact.ts';
import { type PayrollRounding, ROUNDING_MODES, roundExact } from './rounding.ts';

const exact = (text: string) => exactOf(decimal(text));

test.each<[PayrollRounding, string, readonly string[]]>([
  ['UP', '1', ['2', '2', '2', '1', '-2', '-2', '-2']],
  ['DOWN', '1', ['1', '1', '1', '1', '-1', '-1', '-1']],
  ['CEILING', '1', ['2', '2', '2', '1', '-1', '-1', '-1']],
  ['FLOOR', '1', ['1', '1', '1', '1', '-2', '-2', '-2']],
  ['HALF_UP', '1', ['1', '2', '2', '1', '-1', '-2', '-2']],
  ['HALF_DOWN', '1', ['1', '1', '2', '1', '-1', '-1', '-2']],
  ['HALF_EVEN', '1', ['1', '2', '2', '1', '-1', '-2', '-2']],
  ['CUT_HALF_DOWN', '1', ['1', '1', '1', '1', '-1', '-1', '-1']],
])('%s to %s', (mode, unit, expected) => {
  const given = ['1.49', '1.5', '1.51', '1', '-1.49', '-1.5', '-1.51'].map(exact);
  expect(given.map((value) => shownExact(roundExact(value, mode, exact(unit))))).toEqual(expected);
});

test.each([
  ['0.0059999', '0.01', '0'],
  ['0.006', '0.01', '0.01'],
  ['249.9075', '0.01', '249.91'],
  ['249.90599', '0.01', '249.9'],
])('National Insurance: %s is cut to three decimals and then %s takes a half down: %s', (value, unit, expected) => {
  expect(shownExact(roundExact(exact(value), 'CUT_HALF_DOWN', exact(unit)))).toBe(expected);
});

test('a rounded number is a multiple of the unit, less than a unit away, and rounds to itself', () => {
  const amounts = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 500 }), fc.constantFrom(...ROUNDING_MODES), (n, u, mode) => {
      const value = dividedBy(exactWhole(n), exactWhole(997));
      const unit = dividedBy(exactWhole(u), exactWhole(100));
      const rounded = roundExact(value, mode, unit);
      const times100 = dividedBy(rounded, unit);
      expect(times100.over % times100.under).toBe(0n);
      const apart = minus(rounded, value);
      const size = apart.over < 0n ? minus(exactWhole(0), apart) : apart;
      expect(compareExact(size, unit)).toBe(-1);
      expect(compareExact(roundExact(rounded, mode, unit), rounded)).toBe(0);
    }),
  );
});

test('arithmetic is exact: what is divided comes back', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1 }), fc.integer(), (a, b, c) => {
      const quotient = dividedBy(exactWhole(a), exactWhole(b));
      expect(compareExact(times(quotient, exactWhole(b)), exactWhole(a))).toBe(0);
      expect(compareExact(minus(plus(quotient, exactWhole(c)), exactWhole(c)), quotient)).toBe(0);
    }),
  );
});

test('a long computation stays exact and short', () => {
  let value = exact('1');
  for (let n = 0; n < 1_000; n += 1) value = times(dividedBy(value, exactWhole(7)), exactWhole(7));
  expect(decimalOf(value, 0)).toBe('1');
});

test.each([
  ['0', '0'],
  ['-0.5', '-0.5'],
  ['1250.00', '1250'],
])('%s is shown as %s', (given, expected) => {
  expect(shownExact(exact(given))).toBe(expected);
});

test('a number with more decimals is not written with fewer', () => {
  expect(decimalOf(exact('1.005'), 2)).toBeNull();
  expect(decimalOf(exact('1.5'), 2)).toBe('1.50');
  expect(() => dividedBy(exact('1'), exact('0'))).toThrow(RangeError);
  expect(() => roundExact(exact('1'), 'UP', exact('0'))).toThrow(RangeError);
});

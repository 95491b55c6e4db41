import { type Decimal, decimal } from '../../money/decimal.ts';

/**
 * An exact number: a fraction of two whole numbers, the lower one above zero. A third of a month
 * is a third, and three of them are the month; only a rounding that a rule names makes it less.
 * Big.js ends a division after some digits, which would be a rounding that no rule has named.
 */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

/** Fractions are brought to lowest terms only when they have grown past this, which is cheaper than always. */
const LONG = 10n ** 40n;

export const NOUGHT: Exact = { over: 0n, under: 1n };
export const ONE: Exact = { over: 1n, under: 1n };

const tens: bigint[] = [1n];

/** The number that a decimal writes. */
export function exactOf(value: Decimal): Exact {
  const point = value.indexOf('.');
  if (point < 0) return { over: BigInt(value), under: 1n };
  return { over: BigInt(value.slice(0, point) + value.slice(point + 1)), under: ten(value.length - point - 1) };
}

/** A whole number that is exact as a float. Throws RangeError for any other. */
export function exactWhole(value: number): Exact {
  return { over: BigInt(value), under: 1n };
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return shortened(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function negated(a: Exact): Exact {
  return { over: -a.over, under: a.under };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, negated(b));
}

export function times(a: Exact, b: Exact): Exact {
  return shortened(a.over * b.over, a.under * b.under);
}

/** The quotient. Throws RangeError for a divisor of nought: ask first. */
export function dividedBy(a: Exact, b: Exact): Exact {
  if (b.over === 0n) throw new RangeError('Nothing can be divided by nought.');
  return b.over < 0n ? shortened(-a.over * b.under, a.under * -b.over) : shortened(a.over * b.under, a.under * b.over);
}

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  const [left, right] = a.under === b.under ? [a.over, b.over] : [a.over * b.under, b.over * a.under];
  return left === right ? 0 : left < right ? -1 : 1;
}

export function isNought(a: Exact): boolean {
  return a.over === 0n;
}

export function lesser(a: Exact, b: Exact): Exact {
  return compareExact(a, b) <= 0 ? a : b;
}

export function greater(a: Exact, b: Exact): Exact {
  return compareExact(a, b) >= 0 ? a : b;
}

/** The number written with so many decimals, or null if it has more: nothing is rounded here. */
export function decimalOf(value: Exact, scale: number): Decimal | null {
  const units = value.over * ten(scale);
  if (units % value.under !== 0n) return null;
  return written(units / value.under, scale);
}

/**
 * The number for a reader: as it is where it ends within 12 decimals, else cut there and marked
 * with an ellipsis.
 */
export function shownExact(value: Exact): string {
  const { over, under } = lowest(value.over, value.under);
  for (let scale = 0; scale <= 12; scale += 1) {
    const units = over * ten(scale);
    if (units % under === 0n) return written(units / under, scale);
  }
  return `${written((over * ten(12)) / under, 12)}…`;
}

function written(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return decimal(units < 0n ? `-${text}` : text);
}

function ten(power: number): bigint {
  const known = tens[power];
  if (known !== undefined) return known;
  const made = 10n ** BigInt(power);
  tens[power] = made;
  return made;
}

function shortened(over: bigint, under: bigint): Exact {
  return under > LONG ? lowest(over, under) : { over, under };
}

function lowest(over: bigint, under: bigint): Exact {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n ? { over, under } : { over: over / a, under: under / a };
}

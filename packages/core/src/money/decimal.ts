import { Big } from 'big.js';
import { accept, type Path, type Rejection, type Result, reject, unwrap } from '../result.ts';

declare const decimalBrand: unique symbol;

/**
 * An exact decimal number as text, such as '1250.00' or '-0.5': no exponent, no plus sign, no
 * leading zeros, no '-0'. It never passes through a float. Trailing zeros are kept, as PostgreSQL's
 * `numeric` keeps them, so equal numbers may differ as text: compare with `compareDecimal`.
 */
export type Decimal = string & { readonly [decimalBrand]: true };

/**
 * DECIMAL_MALFORMED: not a plain decimal number. DECIMAL_TOO_LONG: more than 64 characters.
 * DECIMAL_TOO_PRECISE: more decimals than the column holds. DECIMAL_TOO_LARGE: more digits before
 * the point than the column holds.
 */
export type DecimalCode = 'DECIMAL_MALFORMED' | 'DECIMAL_TOO_LONG' | 'DECIMAL_TOO_PRECISE' | 'DECIMAL_TOO_LARGE';

/**
 * How to round. halfEven: to the nearest, ties to the even neighbour (IEEE 754 and most books).
 * halfUp: to the nearest, ties away from zero (Swedish öresavrundning, most tax law). down: towards
 * zero. floor: towards minus infinity.
 */
export type RoundingMode = 'halfEven' | 'halfUp' | 'down' | 'floor';

const GRAMMAR = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const LONGEST = 64;

/** Reads a decimal number strictly. */
export function parseDecimal(text: string, path: Path = []): Result<Decimal, Rejection<DecimalCode>> {
  if (text.length > LONGEST) {
    return reject('DECIMAL_TOO_LONG', `Give a number of at most ${LONGEST} characters.`, path);
  }
  if (!GRAMMAR.test(text)) {
    return reject('DECIMAL_MALFORMED', 'Give a plain decimal number such as 1250.50.', path);
  }
  return accept(withoutNegativeZero(text));
}

/** A decimal from a literal in the source. Throws Error if it is malformed. */
export function decimal(text: string): Decimal {
  return unwrap(parseDecimal(text));
}

/** Zero. */
export const ZERO: Decimal = decimal('0');

/** -1, 0 or 1 as a is less than, equal to or greater than b; 1.5 equals 1.50. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Big(a).cmp(b);
}

/** Whether a number is above zero. */
export function isPositive(value: Decimal): boolean {
  return compareDecimal(value, ZERO) > 0;
}

/** Number of digits after the point, trailing zeros included. */
export function scaleOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** Exact sum, with the larger scale of the two, as PostgreSQL adds. */
export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return fromUnits(unitsAt(a, scale) + unitsAt(b, scale), scale);
}

/** Exact difference a - b, with the larger scale of the two. */
export function subtractDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return fromUnits(unitsAt(a, scale) - unitsAt(b, scale), scale);
}

/** Exact product, with the scales added, as PostgreSQL multiplies. */
export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return fromBig(new Big(a).times(b), scaleOf(a) + scaleOf(b));
}

/** Sum of a list; zero for none. */
export function sumDecimal(values: readonly Decimal[]): Decimal {
  return values.reduce(addDecimal, ZERO);
}

/** Rounds to a number of decimals, 0 to 64, and always writes that many. */
export function roundDecimal(value: Decimal, scale: number, mode: RoundingMode): Decimal {
  const beyond = scaleOf(value) - scale;
  // Most amounts lose nothing: what a column adds in zeros is taken off again.
  if (beyond <= 0 || value.endsWith('0'.repeat(beyond))) return withoutNegativeZero(written(value, beyond));
  const big = new Big(value);
  return fromBig(big.round(scale, bigMode(mode, big.lt(0))), scale);
}

/**
 * Whether a number fits PostgreSQL's `numeric(precision, scale)` without being rounded. Trailing
 * zeros beyond the scale count as decimals too: what is stored is what was given.
 */
export function checkNumeric(
  value: Decimal,
  precision: number,
  scale: number,
  path: Path = [],
): Result<Decimal, Rejection<DecimalCode>> {
  if (scaleOf(value) > scale) {
    return reject('DECIMAL_TOO_PRECISE', `Give a number with at most ${scale} decimals.`, path);
  }
  const whole = value.replace('-', '').split('.')[0] ?? '';
  const wholeDigits = whole === '0' ? 0 : whole.length;
  if (wholeDigits > precision - scale) {
    const digits = precision - scale;
    return reject('DECIMAL_TOO_LARGE', `Give a number with at most ${digits} digits before the point.`, path);
  }
  return accept(value);
}

/** A number with so many zeros less at its end, or as many more as `beyond` is below zero. */
function written(value: Decimal, beyond: number): string {
  if (beyond <= 0) return `${value}${beyond < 0 && !value.includes('.') ? '.' : ''}${'0'.repeat(-beyond)}`;
  const shorter = value.slice(0, -beyond);
  return shorter.endsWith('.') ? shorter.slice(0, -1) : shorter;
}

/** How many units of the last of so many decimals a number is; it has no more of them. */
function unitsAt(value: Decimal, scale: number): bigint {
  return BigInt(`${value.replace('.', '')}${'0'.repeat(scale - scaleOf(value))}`);
}

function fromUnits(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const at = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return (units < 0n ? `-${text}` : text) as Decimal;
}

function bigMode(mode: RoundingMode, negative: boolean): 0 | 1 | 2 | 3 {
  if (mode === 'halfEven') return Big.roundHalfEven;
  if (mode === 'halfUp') return Big.roundHalfUp;
  return mode === 'floor' && negative ? Big.roundUp : Big.roundDown;
}

function fromBig(value: Big, scale: number): Decimal {
  return withoutNegativeZero(value.toFixed(scale));
}

function withoutNegativeZero(text: string): Decimal {
  return (/^-0(?:\.0+)?$/.test(text) ? text.slice(1) : text) as Decimal;
}

import { accept, type Rejection, type Result, reject } from '../result.ts';
import { fitsMinorUnit } from './currency.ts';
import { type Decimal, decimal, scaleOf } from './decimal.ts';

/**
 * AMOUNT_EXCEEDS_MINOR_UNIT: the amount itself cannot be paid in the currency.
 * WEIGHT_NEGATIVE: a share cannot be below zero. WEIGHTS_SUM_TO_ZERO: nobody to give it to.
 */
export type SplitCode = 'AMOUNT_EXCEEDS_MINOR_UNIT' | 'WEIGHT_NEGATIVE' | 'WEIGHTS_SUM_TO_ZERO';

/**
 * Splits an amount by weights so that the parts are payable in the currency and add up to the
 * amount exactly: the largest-remainder method (Hamilton). Each part gets its share rounded down
 * (towards zero); the minor units left over go to the largest remainders, ties to the earlier part.
 */
export function splitByLargestRemainder(
  amount: Decimal,
  weights: readonly Decimal[],
  minorUnit: number,
): Result<readonly Decimal[], Rejection<SplitCode>> {
  if (!fitsMinorUnit(amount, minorUnit)) {
    return reject('AMOUNT_EXCEEDS_MINOR_UNIT', `Give an amount with at most ${minorUnit} decimals.`, ['amount']);
  }
  const negative = weights.findIndex((weight) => weight.startsWith('-'));
  if (negative >= 0) {
    return reject('WEIGHT_NEGATIVE', 'Give weights of zero or more.', ['weights', negative]);
  }
  const scale = Math.max(0, ...weights.map(scaleOf));
  const shares = weights.map((weight) => toUnits(weight, scale));
  const total = shares.reduce((sum, share) => sum + share, 0n);
  if (total === 0n) {
    return reject('WEIGHTS_SUM_TO_ZERO', 'Give at least one weight above zero.', ['weights']);
  }
  const units = toUnits(amount, minorUnit);
  const parts = splitUnits(units < 0n ? -units : units, shares, total);
  return accept(parts.map((part) => fromUnits(units < 0n ? -part : part, minorUnit)));
}

function splitUnits(units: bigint, shares: readonly bigint[], total: bigint): readonly bigint[] {
  const floors = shares.map((share) => (units * share) / total);
  const remainders = shares.map((share) => (units * share) % total);
  const leftOver = Number(units - floors.reduce((sum, part) => sum + part, 0n));
  const favoured = new Set(
    remainders
      .map((remainder, index) => ({ remainder, index }))
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, leftOver)
      .map(({ index }) => index),
  );
  return floors.map((part, index) => (favoured.has(index) ? part + 1n : part));
}

/** The number times ten to the scale; digits beyond the scale must be zeros. */
function toUnits(value: Decimal, scale: number): bigint {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const units = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  return value.startsWith('-') ? -units : units;
}

function fromUnits(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (scale === 0) return decimal(sign + digits);
  return decimal(`${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
}

import { type Exact, isNought } from './exact.ts';

/**
 * How a rule rounds, always to a multiple of its unit (0.01 is a penny, 1 a forint or pound).
 * UP: away from zero. DOWN: towards zero. CEILING: to the next above. FLOOR: to the next below.
 * HALF_UP: to the nearest, a half away from zero. HALF_DOWN: a half towards zero. HALF_EVEN: a half
 * to the even neighbour. CUT_HALF_DOWN: cut to a tenth of the unit, then to the nearest with a half
 * towards zero; with pennies, three decimals first, as British National Insurance has it.
 */
export const ROUNDING_MODES = [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'CUT_HALF_DOWN',
] as const;

export type PayrollRounding = (typeof ROUNDING_MODES)[number];

/** The multiple of a unit above zero that the mode chooses. */
export function roundExact(value: Exact, mode: PayrollRounding, unit: Exact): Exact {
  if (unit.over <= 0n) throw new RangeError('A unit to round to is above nought.');
  if (isNought(value)) return value;
  const over = value.over * unit.under;
  const under = value.under * unit.over;
  return { over: wholeOf(over, under, mode) * unit.over, under: unit.under };
}

function wholeOf(over: bigint, under: bigint, mode: PayrollRounding): bigint {
  if (mode === 'CUT_HALF_DOWN') return wholeOf((over * 10n) / under, 10n, 'HALF_DOWN');
  const isBelow = over < 0n;
  const size = isBelow ? -over : over;
  const cut = size / under;
  const rest = size % under;
  const whole = rest > 0n && goesUp(mode, isBelow, cut, rest * 2n, under) ? cut + 1n : cut;
  return isBelow ? -whole : whole;
}

/** Whether a size with a rest is taken to the next whole one, away from zero. */
function goesUp(
  mode: Exclude<PayrollRounding, 'CUT_HALF_DOWN'>,
  isBelow: boolean,
  cut: bigint,
  twice: bigint,
  whole: bigint,
): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !isBelow;
    case 'FLOOR':
      return isBelow;
    case 'HALF_UP':
      return twice >= whole;
    case 'HALF_DOWN':
      return twice > whole;
    case 'HALF_EVEN':
      return twice > whole || (twice === whole && cut % 2n === 1n);
  }
}

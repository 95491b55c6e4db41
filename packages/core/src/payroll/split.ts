import type { Decimal } from '../money/decimal.ts';
import { splitByLargestRemainder } from '../money/split.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import type { Calculation, PayLine } from './calculate.ts';
import { compareExact, type Exact, minus, NOUGHT, plus } from './number/exact.ts';
import { roundExact } from './number/rounding.ts';

/**
 * Rounds numbers to a unit so that they sum to their rounded sum: each is rounded down, and the
 * units left over go to the largest remainders, ties to the earlier.
 */
export function roundTogether(parts: readonly Exact[], unit: Exact): readonly Exact[] {
  const floors = parts.map((part) => roundExact(part, 'FLOOR', unit));
  const sum = roundExact(parts.reduce(plus, NOUGHT), 'HALF_UP', unit);
  let left = minus(sum, floors.reduce(plus, NOUGHT));
  const favoured = new Set<number>();
  const byRemainder = parts
    .map((part, index) => ({ index, rest: minus(part, floors[index] ?? NOUGHT) }))
    .sort((a, b) => compareExact(b.rest, a.rest) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (compareExact(left, unit) < 0) break;
    favoured.add(index);
    left = minus(left, unit);
  }
  return floors.map((floor, index) => (favoured.has(index) ? plus(floor, unit) : floor));
}

/** One part of a payslip, as for a cost centre or project. */
export interface SplitPart {
  readonly key: string;
  readonly lines: readonly Pick<PayLine, 'code' | 'kind' | 'amount'>[];
}

/** Splits every line by weights. The parts of each line sum to the line. */
export function splitCalculation(
  calculation: Pick<Calculation, 'lines'>,
  shares: readonly { readonly key: string; readonly weight: Decimal }[],
  minorUnit: number,
): Result<readonly SplitPart[], Rejection> {
  const weights = shares.map(({ weight }) => weight);
  const split = calculation.lines.map((line) => ({
    line,
    amounts: splitByLargestRemainder(line.amount, weights, minorUnit),
  }));
  const rejections = split.flatMap(({ amounts }) => (amounts.ok ? [] : amounts.rejections));
  if (rejections.length > 0) return rejectAll(rejections);
  return accept(
    shares.map(({ key }, index) => ({
      key,
      lines: split.flatMap(({ line: { code, kind }, amounts }) => {
        const amount = amounts.ok ? amounts.value[index] : undefined;
        return amount === undefined ? [] : [{ code, kind, amount }];
      }),
    })),
  );
}

import { Big } from 'big.js';

/** By how many per cent an amount differs from the one before, to one decimal; null where there was nothing. */
export function percentChange(before: string, now: string): string | null {
  const from = new Big(before);
  if (from.eq(0)) return null;
  return new Big(now).minus(from).times(100).div(from.abs()).round(1, Big.roundHalfUp).toString();
}

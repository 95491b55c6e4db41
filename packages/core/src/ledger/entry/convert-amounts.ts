import { type Decimal, multiplyDecimal, roundDecimal, sumDecimal } from '../../money/decimal.ts';
import { splitByLargestRemainder } from '../../money/split.ts';
import { unwrap } from '../../result.ts';

/** An amount above zero on a side, in a currency at a rate. */
export interface Convertible {
  readonly side: 'debit' | 'credit';
  readonly currency: string;
  readonly amount: Decimal;
  readonly rate: Decimal;
}

/**
 * The amounts in the company's currency, in the order given. What shares side, currency and rate is converted together
 * and split by the largest remainder, so that an entry that balances in a currency at one rate balances converted, too:
 * thirds of 100.00 at 11.123456 add up to what 100.00 is worth, to the last digit.
 */
export function convertAmounts(lines: readonly Convertible[], minorUnit: number): readonly Decimal[] {
  const groups = new Map<string, number[]>();
  lines.forEach(({ side, currency, rate }, index) => {
    const key = `${side} ${currency} ${rate}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const converted: Decimal[] = new Array(lines.length);
  for (const indexes of groups.values()) {
    const own = indexes.map((index) => lines[index] as Convertible);
    const rate = (own[0] as Convertible).rate;
    const amounts = own.map(({ amount }) => amount);
    const total = roundDecimal(multiplyDecimal(sumDecimal(amounts), rate), minorUnit, 'halfUp');
    const parts = unwrap(splitByLargestRemainder(total, amounts, minorUnit));
    indexes.forEach((index, at) => {
      converted[index] = parts[at] as Decimal;
    });
  }
  return converted;
}

import { addDecimal, type Decimal, subtractDecimal } from '../../money/decimal.ts';

/** A line as it stands on an account, with the balance after it, debit less credit. */
export type WithBalance<Line> = Line & { readonly balance: Decimal };

/** Lines of one account in their order, each with the balance after it. */
export function runningBalance<Line extends { readonly debit: Decimal; readonly credit: Decimal }>(
  opening: Decimal,
  lines: readonly Line[],
): readonly WithBalance<Line>[] {
  let balance = opening;
  return lines.map((line) => {
    balance = addDecimal(balance, subtractDecimal(line.debit, line.credit));
    return { ...line, balance };
  });
}

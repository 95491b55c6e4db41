import type { SieLine, SieVoucher } from '@kontor/core';
import { unitsOf } from '@kontor/core';

/**
 * What a voucher says that the ledger has no place for, so that an export says it again: lines of zero and what was struck
 * or added, whole; of the other lines what is theirs alone, by their place in the voucher.
 */
export interface VoucherDetails {
  readonly zero: readonly (LineDetails & { readonly at: number; readonly account: string })[];
  readonly lines: readonly (LineDetails & { readonly at: number })[];
  readonly corrections: readonly (LineDetails & {
    readonly account: string;
    readonly amount: string;
    readonly kind: string;
  })[];
}

type LineDetails = Partial<Pick<SieLine, 'date' | 'text' | 'quantity' | 'signature' | 'objects'>>;

/** The details of a voucher; null where the ledger holds all that it says. */
export function voucherDetails(voucher: SieVoucher): VoucherDetails | null {
  const placed = voucher.lines.map((line, at) => ({ line, at }));
  const isZero = ({ line }: { line: SieLine }) => unitsOf(line.amount) === 0n;
  const zero = placed.filter(isZero).map(({ line, at }) => ({ at, account: line.account, ...wholeOf(line) }));
  const lines = placed
    .filter((each) => !isZero(each))
    .map(({ line, at }) => ({ at, ...besides(line) }))
    .filter((line) => Object.keys(line).length > 1);
  const corrections = voucher.corrections.map(({ kind, account, amount, ...line }) => ({
    kind,
    account,
    amount,
    ...wholeOf({ ...line, account, amount }),
  }));
  if (zero.length + lines.length + corrections.length === 0) return null;
  return { zero, lines, corrections };
}

function wholeOf(line: SieLine): LineDetails {
  const { text, objects } = line;
  return { ...besides(line), ...(text !== '' && { text }), ...(objects.length > 0 && { objects }) };
}

function besides({ date, quantity, signature }: SieLine): LineDetails {
  return {
    ...(date !== null && { date }),
    ...(quantity !== null && { quantity }),
    ...(signature !== '' && { signature }),
  };
}

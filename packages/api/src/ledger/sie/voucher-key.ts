import { createHash } from 'node:crypto';
import { decodeSie, encodeCodePage437, type SieLine, type SieObjectRef, type SieVoucher, unitsOf } from '@kontor/core';

/** A voucher with what tells it from every other: `key` says which it is, `hash` what stands in it. */
export interface KeyedVoucher {
  readonly voucher: SieVoucher;
  readonly key: string;
  readonly hash: string;
}

type Content = Pick<SieVoucher, 'date' | 'text'> & {
  readonly lines: readonly Pick<SieLine, 'account' | 'objects' | 'amount' | 'text'>[];
};

/**
 * Keys the vouchers of a file, so that the same voucher has the same key in every file: by fiscal year, series and number;
 * one without a number by what stands in it. What a file has twice is there twice: the second has a key of its own.
 */
export function keyedVouchers(
  vouchers: readonly SieVoucher[],
  yearOf: (date: string) => string,
): readonly KeyedVoucher[] {
  const met = new Map<string, number>();
  return vouchers.map((voucher) => {
    const hash = contentHash(voucher);
    const { series, number, date } = voucher;
    const identity = JSON.stringify(number === '' ? [series, hash] : [yearOf(date), series, number]);
    const occurrence = (met.get(identity) ?? 0) + 1;
    met.set(identity, occurrence);
    return { voucher, key: sha256(`${identity} ${occurrence}`), hash };
  });
}

/** Hash of what stands in a voucher, as far as a file of code page 437 can say it. */
export function contentHash({ date, text, lines }: Content): string {
  const content = lines.map((line) => [
    line.account,
    unitsOf(line.amount).toString(),
    objectNames(line.objects),
    asExchanged(line.text),
  ]);
  return sha256(JSON.stringify([date, asExchanged(text), content]));
}

/** Codes of a set of objects in a fixed order, such as `1:100 6:P7`. */
export function objectNames(objects: readonly SieObjectRef[]): string {
  return objects
    .map(({ dimension, code }) => `${dimension}:${code}`)
    .sort()
    .join(' ');
}

/** A text as it comes back from a file that Kontor wrote. */
function asExchanged(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the writer makes blanks of them
  const plain = text.replace(/[\u0000-\u001f\u007f]/g, ' ').trimEnd();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: beyond ASCII
  return /^[\u0000-\u007f]*$/.test(plain) ? plain : decodeSie(encodeCodePage437(plain).bytes).text;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import type { CalendarDate, Decimal, ObjectReference, TypedLine } from '@kontor/core';
import type { LineInput } from './line-input.ts';

/** A line as drafts and templates keep it: what was typed, dimensions as one text such as `1:100 6:P7`. */
interface StoredLine {
  readonly accountCode: string | null;
  readonly debit: { toString(): string } | null;
  readonly credit: { toString(): string } | null;
  readonly currencyCode: string | null;
  readonly rate?: { toString(): string } | null;
  readonly partyCode: string | null;
  readonly taxCode: string | null;
  readonly taxBase?: { toString(): string } | null;
  readonly dimensions: string | null;
  readonly dueOn?: Date | null;
  readonly text: string | null;
}

/** Codes of dimensions have no colon, and neither code has a blank; what has is kept by its percent code. */
const escaped = (code: string): string => encodeURIComponent(code);

export const dimensionsText = (dimensions: readonly ObjectReference[] | null): string | null =>
  dimensions === null || dimensions.length === 0
    ? null
    : dimensions.map((each) => `${escaped(each.dimension)}:${escaped(each.object)}`).join(' ');

const dimensionsOf = (text: string | null): ObjectReference[] =>
  (text ?? '')
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [dimension = '', object = ''] = each.split(':', 2);
      return { dimension: decodeURIComponent(dimension), object: decodeURIComponent(object) };
    });

/** What a template keeps of the lines of an input, numbered from 1. */
export const keptLines = (lines: readonly LineInput[]) =>
  lines.map((line, index) => ({
    lineNo: index + 1,
    accountCode: line.account,
    debit: line.debit,
    credit: line.credit,
    currencyCode: line.currencyCode,
    partyCode: line.party,
    taxCode: line.taxCode,
    dimensions: dimensionsText(line.dimensions),
    text: line.text,
  }));

/** What a draft keeps, which is more. */
export const draftedLines = (lines: readonly LineInput[]) =>
  keptLines(lines).map((kept, index) => {
    const { rate = null, taxBase = null, dueOn = null } = lines[index] ?? {};
    return { ...kept, rate, taxBase, dueOn: dueOn === null ? null : new Date(dueOn) };
  });

const decimalOf = (value: { toString(): string } | null | undefined): Decimal | null =>
  value === null || value === undefined ? null : (value.toString() as Decimal);

/** The line again, as the core takes it. */
export const lineOf = (line: StoredLine): TypedLine => ({
  account: line.accountCode ?? '',
  debit: decimalOf(line.debit),
  credit: decimalOf(line.credit),
  currency: line.currencyCode,
  rate: decimalOf(line.rate),
  party: line.partyCode,
  taxCode: line.taxCode,
  taxBase: decimalOf(line.taxBase),
  dimensions: dimensionsOf(line.dimensions),
  dueOn: (line.dueOn?.toISOString().slice(0, 10) ?? null) as CalendarDate | null,
  text: line.text,
});

import { type Decimal, type DecimalCode, parseDecimal } from '../money/decimal.ts';
import { type Rejection, type Result, reject } from '../result.ts';

/** What stands before the decimals. */
export type DecimalMark = '.' | ',';

/** DECIMAL_AMBIGUOUS: 1.234 may be a thousand or one and a bit; the caller must choose. */
export type ImportDecimalCode = DecimalCode | 'DECIMAL_AMBIGUOUS';

const MALFORMED = 'Give a number such as 1250.50, 1250,50 or 1 250,50.';
/** Spaces of every width and apostrophes: they only ever part thousands. */
const GROUPING = /[\s'\u2019]/gu;

/**
 * Reads a number as people and spreadsheets write it: a comma or point before the decimals, spaces
 * (non-breaking and thin ones too), apostrophes, points or commas between thousands. `mark` is the
 * caller's choice of what stands before the decimals; without it, a number that could be two is
 * refused as ambiguous.
 */
export function parseImportDecimal(
  text: string,
  mark: DecimalMark | null,
): Result<Decimal, Rejection<ImportDecimalCode>> {
  const trimmed = text.trim().replace(/^[\u2212\u2013]/u, '-');
  if (trimmed.length > 64) return reject('DECIMAL_TOO_LONG', 'Give a number of at most 64 characters.');
  if (!/^-?[0-9][0-9\s'\u2019.,]*$/u.test(trimmed)) return reject('DECIMAL_MALFORMED', MALFORMED);
  const decided = mark ?? markOf(trimmed);
  if (decided === 'ambiguous') {
    const message = `Choose what stands before the decimals, comma or point: ${trimmed} can be read both ways.`;
    return reject('DECIMAL_AMBIGUOUS', message);
  }
  return parseWithMark(trimmed, decided);
}

/** What the numbers of one column prove to stand before the decimals; null: nothing, or both. */
export function provenMark(texts: readonly string[]): DecimalMark | null {
  const marks = new Set(
    texts.flatMap((text) => {
      const trimmed = text.trim();
      if (!/^-?[0-9][0-9\s'\u2019.,]*$/u.test(trimmed)) return [];
      const mark = markOf(trimmed);
      return mark === 'ambiguous' || !/[.,]/.test(trimmed) ? [] : [mark];
    }),
  );
  const [only, another] = [...marks];
  return another === undefined ? (only ?? null) : null;
}

/** What must stand before the decimals in one number. */
function markOf(text: string): DecimalMark | 'ambiguous' {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (points > 1) return ',';
  if (commas > 1) return '.';
  if (points + commas === 0) return '.';
  const single: DecimalMark = points === 1 ? '.' : ',';
  const [whole = '', fraction = ''] = text.replace('-', '').split(single);
  const canPartThousands = /^[1-9][0-9]{0,2}$/.test(whole) && /^[0-9]{3}$/.test(fraction);
  return canPartThousands ? 'ambiguous' : single;
}

function parseWithMark(text: string, mark: DecimalMark): Result<Decimal, Rejection<ImportDecimalCode>> {
  const [whole = '', fraction, more] = text.split(mark);
  if (more !== undefined || !isGrouped(whole.replace('-', ''), mark)) return reject('DECIMAL_MALFORMED', MALFORMED);
  if (fraction !== undefined && !/^[0-9]+$/.test(fraction)) return reject('DECIMAL_MALFORMED', MALFORMED);
  const digits = whole
    .replace(GROUPING, '')
    .replace(/[.,]/g, '')
    .replace(/^(-?)0+(?=[0-9])/, '$1');
  return parseDecimal(fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** Whether the digits before the mark stand alone or in threes, parted by one sort of separator. */
function isGrouped(whole: string, mark: DecimalMark): boolean {
  if (/^[0-9]+$/.test(whole)) return true;
  const separators = new Set(whole.replace(/[0-9]/g, '').replace(/\s/gu, ' '));
  if (separators.size > 1 || separators.has(mark)) return false;
  return /^[0-9]{1,3}(?:[^0-9][0-9]{3})+$/u.test(whole);
}

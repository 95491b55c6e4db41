import { type CalendarDate, type CalendarDateCode, calendarDateOf } from '../date/calendar-date.ts';
import { accept, type Rejection, type Result, reject } from '../result.ts';

/** Ways to write a date. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY. MM. DD.'] as const;

/** A way to write a date. */
export type DateFormat = (typeof DATE_FORMATS)[number];

/** DATE_AMBIGUOUS: 03/04/2026 is two days; the caller must choose which is meant. */
export type ImportDateCode = CalendarDateCode | 'DATE_AMBIGUOUS';

interface Shape {
  readonly pattern: RegExp;
  /** Places of year, month and day among the groups of the pattern. */
  readonly order: readonly [year: number, month: number, day: number];
}

/** A time of midnight that a spreadsheet adds is passed over. */
const MIDNIGHT = /[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$/;

const SHAPES: Readonly<Record<DateFormat, Shape>> = {
  'YYYY-MM-DD': { pattern: /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/, order: [1, 2, 3] },
  'DD.MM.YYYY': { pattern: /^([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})$/, order: [3, 2, 1] },
  'DD/MM/YYYY': { pattern: /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/, order: [3, 2, 1] },
  'MM/DD/YYYY': { pattern: /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/, order: [3, 1, 2] },
  'YYYY. MM. DD.': { pattern: /^([0-9]{4})\. ?([0-9]{1,2})\. ?([0-9]{1,2})\.?$/, order: [1, 2, 3] },
};

/** A date in one way of writing it. */
export function parseDateAs(text: string, format: DateFormat): Result<CalendarDate, Rejection<ImportDateCode>> {
  const { pattern, order } = SHAPES[format];
  const match = pattern.exec(tidy(text));
  if (!match) return reject('DATE_MALFORMED', `Give a date as ${format}.`);
  const [year, month, day] = order.map((group) => Number(match[group]));
  return calendarDateOf(year ?? 0, month ?? 0, day ?? 0);
}

/**
 * A date in whichever way it is written. With slashes the order of day and month is the caller's
 * choice (`slashes`); without it, a date that could be two days is refused as ambiguous.
 */
export function parseImportDate(
  text: string,
  slashes: 'DD/MM/YYYY' | 'MM/DD/YYYY' | null,
): Result<CalendarDate, Rejection<ImportDateCode>> {
  const tidied = tidy(text);
  if (SHAPES['DD/MM/YYYY'].pattern.test(tidied)) return parseSlashes(tidied, slashes);
  const format = DATE_FORMATS.find((candidate) => SHAPES[candidate].pattern.test(tidied));
  if (format !== undefined) return parseDateAs(tidied, format);
  return reject('DATE_MALFORMED', 'Give a date such as 2026-03-31, 31.03.2026, 31/03/2026 or 2026. 03. 31.');
}

/**
 * The order that dates with slashes in one column prove: a first number above 12 is a day, a second
 * one is too. Null where nothing is proved, or where the column contradicts itself.
 */
export function provenSlashes(texts: readonly string[]): 'DD/MM/YYYY' | 'MM/DD/YYYY' | null {
  const matches = texts.flatMap((text) => {
    const match = SHAPES['DD/MM/YYYY'].pattern.exec(tidy(text));
    return match ? [match] : [];
  });
  const dayFirst = matches.some((match) => Number(match[1]) > 12);
  const monthFirst = matches.some((match) => Number(match[2]) > 12);
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'DD/MM/YYYY' : 'MM/DD/YYYY';
}

function parseSlashes(
  text: string,
  slashes: 'DD/MM/YYYY' | 'MM/DD/YYYY' | null,
): Result<CalendarDate, Rejection<ImportDateCode>> {
  if (slashes !== null) return parseDateAs(text, slashes);
  const dayFirst = parseDateAs(text, 'DD/MM/YYYY');
  const monthFirst = parseDateAs(text, 'MM/DD/YYYY');
  if (dayFirst.ok && monthFirst.ok && dayFirst.value !== monthFirst.value) {
    const message = `Choose DD/MM/YYYY or MM/DD/YYYY: ${text} is ${dayFirst.value} or ${monthFirst.value}.`;
    return reject('DATE_AMBIGUOUS', message);
  }
  return monthFirst.ok ? accept(monthFirst.value) : dayFirst;
}

function tidy(text: string): string {
  return text
    .replace(/[\s\u200e\u200f]+/gu, ' ')
    .trim()
    .replace(MIDNIGHT, '');
}

import { detectHeader, type ImportRow } from '@kontor/core';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { Fault } from './import-request.ts';

/** What may stand between two cells. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** A file as rows of cells, each with the line on which it begins, or why it is none. */
export interface Sheet {
  readonly separator: Separator;
  readonly rows: readonly ImportRow[];
  readonly faults: readonly Fault[];
}

/** No row of a table of people is longer; a file without line breaks is something else. */
const rowBytesAtMost = 100_000;
const linesLookedAt = 20;

/** Spreadsheets say their separator in a first line of its own. */
const toldPattern = /^"?sep=([,;\t|])"?$/i;

const faultAt = (line: number, code: string, message: string): Fault => ({
  line,
  column: null,
  field: null,
  code,
  message,
});

/** A separator is the one that makes most known headers, then most cells, of the first lines. */
function detectSeparator(text: string): Separator {
  const first = text.split('\n', linesLookedAt + 1).slice(0, linesLookedAt);
  const told = toldPattern.exec(first[0]?.trim() ?? '')?.[1];
  if (told) return told as Separator;
  const scores = separators.map((separator) => {
    const rows = first.map((line) => line.slice(0, rowBytesAtMost).split(separator).map(unquoted));
    const header = detectHeader(rows);
    const known = header.ok ? header.value.columns.filter(({ field }) => field !== null).length : 0;
    const cells = Math.max(0, ...rows.map((row) => row.length));
    return { separator, score: known * 1000 + Math.min(cells, 999) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

const unquoted = (cell: string): string => cell.trim().replace(/^"(.*)"$/, '$1');

/** An export puts an apostrophe before what a spreadsheet would run; it is no part of the value. */
const rearmed = (cell: string): string => cell.replace(/^'(?=[=+\-@\t＝＋－＠])/, '');

const errors: Readonly<Record<string, readonly [code: string, message: string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['QUOTE_NOT_CLOSED', 'Close the quotation mark that this row opens.'],
  CSV_INVALID_CLOSING_QUOTE: [
    'QUOTE_MISPLACED',
    'Put a separator after the closing quotation mark, or double the marks within a quoted cell.',
  ],
  INVALID_OPENING_QUOTE: ['QUOTE_MISPLACED', 'Quote the whole cell, and double the quotation marks within it.'],
  CSV_MAX_RECORD_SIZE: [
    'ROW_TOO_LARGE',
    'Check the separators and line breaks: this row is longer than any of a table.',
  ],
};

/** Reads a text as rows. Quotation marks are taken strictly: a row that is misread would shift its values. */
export function readSheet(text: string, chosen: Separator | null): Sheet {
  const lines = text.replace(/\r\n?/g, '\n');
  const separator = chosen ?? detectSeparator(lines);
  const rows: ImportRow[] = [];
  let lastLine = 0;
  const options: Options = {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: rowBytesAtMost,
    info: true,
    on_record: ({ record, info }: { record: string[]; info: { lines: number } }) => {
      rows.push({ line: lastLine + 1, cells: record.map(rearmed) });
      lastLine = info.lines;
      return null;
    },
  } as unknown as Options;
  try {
    parse(lines, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [code, message] = errors[error.code] ?? [
      'ROW_UNREADABLE',
      'Check the quotation marks and separators of this row.',
    ];
    return { separator, rows, faults: [faultAt(lastLine + 1, code, message)] };
  }
  const isTold =
    toldPattern.test(rows[0]?.cells.join(separator).trim() ?? '') ||
    toldPattern.test(lines.split('\n', 1)[0]?.trim() ?? '');
  return { separator, rows: isTold ? rows.slice(1) : rows, faults: [] };
}

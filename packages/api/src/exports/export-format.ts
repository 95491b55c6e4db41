import type { CellValue } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import type { ExportFormat } from '../generated/prisma/enums.ts';
import type { CellKind, ExportColumn } from '../read/export-columns.ts';
import type { Export } from '../read/export-request.ts';
import type { Cell, ExportRow } from '../read/export-rows.ts';

/** Rows, some at a time. */
type Batches = AsyncIterable<readonly ExportRow[]>;

/** A kind of file: what it is called and how rows become its bytes, as they are taken. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (exported: Export, batches: Batches) => AsyncIterable<Uint8Array>;
}

/** What a spreadsheet would take for the start of a formula, in any width of the characters. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const quoted = /[",\r\n]/;

const listed = (json: string): string => {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.join(', ') : json;
};

/** A field of CSV (RFC 4180). Typed text that looks like a formula gets an apostrophe, which spreadsheets take for "text". */
export function csvField(kind: CellKind, cell: Cell): string {
  if (cell === null) return '';
  // What the program itself has written is of letters, digits and signs that need no quotes.
  if (kind !== 'text' && kind !== 'json') return cell;
  const text = kind === 'json' ? listed(cell) : cell;
  const disarmed = formula.test(text) ? `'${text}` : text;
  return quoted.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}

async function* csv({ columns }: Export, batches: Batches): AsyncIterable<Uint8Array> {
  const kinds = columns.map(({ kind }) => kind);
  yield Buffer.from(`\ufeff${columns.map(({ label }) => csvField('text', label)).join()}\r\n`);
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      for (let index = 0; index < kinds.length; index += 1)
        text += (index > 0 ? ',' : '') + csvField(kinds[index] as CellKind, row[index] ?? null);
      text += '\r\n';
    }
    yield Buffer.from(text);
  }
}

const bare: ReadonlySet<CellKind> = new Set(['integer', 'boolean', 'json']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text in JSON does not hold as they are
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A value of JSON. Most texts need no escape, and to look takes a part of the time of `JSON.stringify`. */
function jsonValue(kind: CellKind, cell: Cell): string {
  if (cell === null) return 'null';
  if (bare.has(kind)) return cell;
  return kind === 'text' && escaped.test(cell) ? JSON.stringify(cell) : `"${cell}"`;
}

async function* jsonLines({ columns }: Export, batches: Batches): AsyncIterable<Uint8Array> {
  const kinds = columns.map(({ kind }) => kind);
  const keys = columns.map(({ name }, index) => `${index > 0 ? ',' : '{'}${JSON.stringify(name)}:`);
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      for (let index = 0; index < kinds.length; index += 1)
        text += keys[index] + jsonValue(kinds[index] as CellKind, row[index] ?? null);
      text += '}\n';
    }
    yield Buffer.from(text);
  }
}

/** Digits of a number that a spreadsheet keeps. */
const digitsAtMost = 15;
/** Excel's calendar begins in 1900, and has a day in its February that was none. */
const firstDay = '1900-03-01';
/** The day before the first of that calendar, which it counts from. */
const dayZero = Date.UTC(1899, 11, 30);
const dayMilliseconds = 86_400_000;
const charactersAtMost = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const textCell = (text: string): string => {
  const fit = text.replaceAll(unfit, '');
  return fit.length > charactersAtMost ? `${fit.slice(0, charactersAtMost - 1)}…` : fit;
};

/** A cell of a workbook: what a spreadsheet would round or has no day for stays text. */
export function sheetCell(kind: CellKind, cell: Cell): CellValue {
  if (cell === null) return null;
  switch (kind) {
    case 'integer':
    case 'decimal':
      return cell.replaceAll(/[^0-9]/g, '').replace(/^0+/, '').length <= digitsAtMost ? Number(cell) : cell;
    case 'boolean':
      return cell === 'true';
    case 'day':
      return cell >= firstDay && cell.length === 10 ? (Date.parse(cell) - dayZero) / dayMilliseconds : cell;
    case 'instant':
      return cell >= firstDay && cell.length === 24 ? new Date(cell) : cell;
    case 'json':
      return textCell(listed(cell));
    default:
      return textCell(cell);
  }
}

const numberFormats: Readonly<Partial<Record<CellKind, string>>> = {
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
  integer: '0',
};

async function* sheetRows(columns: readonly ExportColumn[], batches: Batches): AsyncIterable<CellValue[]> {
  for await (const rows of batches)
    for (const row of rows) yield columns.map(({ kind }, index) => sheetCell(kind, row[index] ?? null));
}

const inSheetName = /[[\]:*?/\\']/g;

async function* workbook({ entity, language, columns }: Export, batches: Batches): AsyncIterable<Uint8Array> {
  // Text is written as text, whatever it begins with: a cell of this is never a formula.
  const stream = writeXlsxStream(sheetRows(columns, batches), {
    name: entity.title[language][1].replaceAll(inSheetName, ' ').slice(0, 28),
    columns: columns.map(({ label, kind }) => ({
      header: label,
      ...(numberFormats[kind] && { style: { numFmt: numberFormats[kind] } }),
    })),
    freezePane: { rows: 1 },
  });
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

export const formats: Readonly<Record<ExportFormat, Format>> = {
  CSV: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present', write: csv },
  JSONL: { extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8', write: jsonLines },
  XLSX: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbook,
  },
};

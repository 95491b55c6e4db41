import { createHash } from 'node:crypto';
import {
  checkColumns,
  chooseColumns,
  detectHeader,
  type EmployeeImportField,
  type ImportColumn,
  type ImportRow,
  isEmployeeImportField,
  mapHeader,
  type Rejection,
} from '@kontor/core';
import { decode, type Encoding } from './decode.ts';
import { knowOwnLabels } from './field-label.ts';
import type { Fault, ImportRequest } from './import-request.ts';
import { readSheet, type Separator } from './sheet.ts';

/** A file as far as it can be read without the database: its columns and the rows below them. */
export interface ReadFile {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly columns: readonly ImportColumn[];
  /** Line of the header; 1 where there is none. */
  readonly headerLine: number;
  readonly rows: readonly ImportRow[];
  /** Faults of the file and of its columns. With any, no row is looked at. */
  readonly faults: readonly Fault[];
  readonly hash: Uint8Array<ArrayBuffer>;
}

const faultAt = (line: number, code: string, message: string): Fault => ({
  line,
  column: null,
  field: null,
  code,
  message,
});

/** How files begin that people take for CSV. */
const otherFiles: readonly (readonly [start: string, what: string])[] = [
  ['PK\u0003\u0004', 'a spreadsheet or an archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old spreadsheet'],
  ['%PDF', 'a PDF'],
];

function otherFile(bytes: Buffer): Fault | null {
  const start = bytes.subarray(0, 4).toString('latin1');
  const what = otherFiles.find(([other]) => start === other)?.[1];
  return what === undefined ? null : faultAt(1, 'FILE_IS_NOT_TEXT', `Save the table as CSV: this is ${what}.`);
}

const isFilled = ({ cells }: ImportRow): boolean => cells.some((cell) => cell.trim() !== '');

/** The row that names the columns: the one that looks like it, else the first that holds anything. */
function headerOf(rows: readonly ImportRow[]): number {
  const found = detectHeader(rows.map(({ cells }) => cells));
  return found.ok ? found.value.rowIndex : rows.findIndex(isFilled);
}

/** Faults of columns, each told at its header. */
function columnFaults(rejections: readonly Rejection[], columns: readonly ImportColumn[], line: number): Fault[] {
  return rejections.map(({ code, message, path }) => {
    const at = path[1];
    const column = typeof at === 'number' ? columns.find(({ index }) => index === at) : undefined;
    const named: EmployeeImportField | null = typeof at === 'string' && isEmployeeImportField(at) ? at : null;
    return { line, column: column?.header ?? null, field: column?.field ?? named, code, message };
  });
}

/** Bytes to rows under known columns. */
export function readFile({ bytes, encoding: chosen, separator: told, mapping }: ImportRequest): ReadFile {
  const hash = new Uint8Array(createHash('sha256').update(bytes).digest());
  const { text, encoding, isValid } = decode(bytes, chosen);
  const nothing = { encoding, separator: told ?? ',', columns: [], headerLine: 1, rows: [], hash } as const;
  const other = otherFile(bytes);
  if (other) return { ...nothing, faults: [other] };
  if (text.trim() === '')
    return { ...nothing, faults: [faultAt(1, 'FILE_EMPTY', 'Choose a file with a header and rows below it.')] };
  const sheet = readSheet(text, told);
  const header = headerOf(sheet.rows);
  const row = sheet.rows[header];
  const headerLine = row?.line ?? 1;
  const found = knowOwnLabels(mapHeader(row?.cells ?? []));
  const mapped = chooseColumns(found, mapping);
  const columns = mapped.ok ? mapped.value : found;
  const checked = checkColumns(columns);
  const rows = sheet.rows.slice(header + 1).filter(isFilled);
  const faults = [
    ...(isValid
      ? []
      : [faultAt(1, 'ENCODING_WRONG', `Choose another encoding: some bytes mean nothing in ${encoding}.`)]),
    ...(mapped.ok ? [] : columnFaults(mapped.rejections, columns, headerLine)),
    ...(checked.ok ? [] : columnFaults(checked.rejections, columns, headerLine)),
    ...(rows.length > 0 || sheet.faults.length > 0
      ? []
      : [faultAt(headerLine, 'FILE_HAS_NO_ROWS', 'Put at least one row below the header.')]),
    ...sheet.faults,
  ];
  return { encoding, separator: sheet.separator, columns, headerLine, rows, hash, faults };
}

import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { EMPLOYEE_IMPORT_FIELDS, type EmployeeImportField, REQUIRED_FIELDS } from './field.ts';
import { HEADER_SYNONYMS } from './header-synonym.ts';

/** One column: its place from 0, its header as written, and the field it holds; null: passed over. */
export interface ImportColumn {
  readonly index: number;
  readonly header: string;
  readonly field: EmployeeImportField | null;
}

/** Where the header stands among the first rows, from 0, and what its columns hold. */
export interface DetectedHeader {
  readonly rowIndex: number;
  readonly columns: readonly ImportColumn[];
}

/**
 * FIELD_MAPPED_TWICE: two columns for one field. REQUIRED_FIELD_UNMAPPED: no column for a field
 * that every row needs. COLUMN_UNKNOWN: a choice names a column that the file has not.
 * HEADER_NOT_FOUND: none of the first rows looks like a header.
 */
export type HeaderCode = 'FIELD_MAPPED_TWICE' | 'REQUIRED_FIELD_UNMAPPED' | 'COLUMN_UNKNOWN' | 'HEADER_NOT_FOUND';

const ROWS_LOOKED_AT = 20;
const FIELDS_OF_A_HEADER = 2;

const FIELD_BY_HEADER: ReadonlyMap<string, EmployeeImportField> = new Map(
  EMPLOYEE_IMPORT_FIELDS.flatMap((field) =>
    [field, ...HEADER_SYNONYMS[field]].map((header) => [comparable(header), field] as const),
  ),
);

/** A header without what people write differently: case, accents, spaces and punctuation. */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The field that a header names, or null if none does. */
export function fieldOfHeader(header: string): EmployeeImportField | null {
  return FIELD_BY_HEADER.get(comparable(header)) ?? null;
}

/** What each cell of a header row stands for. Nothing is refused: `checkColumns` does. */
export function mapHeader(cells: readonly string[]): readonly ImportColumn[] {
  return cells.map((cell, index) => ({ index, header: cell.trim(), field: fieldOfHeader(cell) }));
}

/**
 * Finds the header among the first 20 rows: the earliest of those that name the most fields, at
 * least two. Titles and empty rows above it are passed over.
 */
export function detectHeader(rows: readonly (readonly string[])[]): Result<DetectedHeader, Rejection<HeaderCode>> {
  const candidates = rows.slice(0, ROWS_LOOKED_AT).map((cells, rowIndex) => {
    const columns = mapHeader(cells);
    return { rowIndex, columns, known: new Set(columns.flatMap(({ field }) => field ?? [])).size };
  });
  const most = Math.max(0, ...candidates.map(({ known }) => known));
  const best = candidates.find(({ known }) => known === most);
  if (best === undefined || most < FIELDS_OF_A_HEADER) {
    const message = `Put a row with the names of the columns among the first ${ROWS_LOOKED_AT} rows.`;
    return rejectAll([{ code: 'HEADER_NOT_FOUND', message, path: [] }]);
  }
  return accept({ rowIndex: best.rowIndex, columns: best.columns });
}

/** The columns with the caller's choices (place of the column to field, or to null) over them. */
export function chooseColumns(
  columns: readonly ImportColumn[],
  choices: ReadonlyMap<number, EmployeeImportField | null>,
): Result<readonly ImportColumn[], Rejection<HeaderCode>> {
  const unknown = [...choices.keys()].filter((index) => !columns.some((column) => column.index === index));
  if (unknown.length > 0) {
    const message = `Choose a column of the file; it has ${columns.length}.`;
    return rejectAll(unknown.map((index) => ({ code: 'COLUMN_UNKNOWN', message, path: ['columns', index] })));
  }
  return accept(
    columns.map((column) => {
      const chosen = choices.get(column.index);
      return chosen === undefined ? column : { ...column, field: chosen };
    }),
  );
}

/** Whether the columns can be read: every required field once, no field twice. */
export function checkColumns(columns: readonly ImportColumn[]): Result<readonly ImportColumn[], Rejection<HeaderCode>> {
  const doubled = columns.filter(
    ({ field, index }) => field !== null && columns.some((other) => other.field === field && other.index < index),
  );
  const missing = REQUIRED_FIELDS.filter((field) => !columns.some((column) => column.field === field));
  const rejections: Rejection<HeaderCode>[] = [
    ...doubled.map(({ header, field, index }) => ({
      code: 'FIELD_MAPPED_TWICE' as const,
      message: `Choose one column for ${field}; ${header} is the second.`,
      path: ['columns', index],
    })),
    ...missing.map((field) => ({
      code: 'REQUIRED_FIELD_UNMAPPED' as const,
      message: `Choose the column that holds ${field}.`,
      path: ['columns', field],
    })),
  ];
  return rejections.length > 0 ? rejectAll(rejections) : accept(columns);
}

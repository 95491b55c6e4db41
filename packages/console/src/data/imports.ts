import { mutate } from './graph-client.ts';
import { GraphError, type UserError } from './graph-error.ts';
import { CSRF_HEADER, statusCode } from './graph-request.ts';
import { inSession } from './session-end.ts';

/** How a file is to be read and written. What is null, the server finds out. */
export interface ImportSettings {
  readonly companyId: string | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly dateFormat: string | null;
  readonly decimalMark: string | null;
  /** Field of each column, by its place; null for a column that is passed over. */
  readonly mapping: Readonly<Record<number, string | null>> | null;
  readonly createMissing: boolean;
  /** Whether the rows without a fault are written all the same. */
  readonly rejectRows: boolean;
}

export interface ImportColumn {
  readonly index: number;
  readonly label: string;
  readonly field: string | null;
}

export interface ImportField {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

export interface ImportFault {
  readonly line: number;
  readonly column: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}

export interface ImportReport {
  readonly encoding: string;
  readonly separator: string;
  readonly header: readonly ImportColumn[];
  readonly fields: readonly ImportField[];
  readonly rowCount: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faults: readonly ImportFault[];
  /** The batch, once something was written. */
  readonly batchId: string | null;
}

export const NO_SETTINGS: ImportSettings = {
  companyId: null,
  encoding: null,
  separator: null,
  dateFormat: null,
  decimalMark: null,
  mapping: null,
  createMissing: false,
  rejectRows: false,
};

/** Rows that have a fault: those that are neither written nor as they were. */
export function faultyRows({ rowCount, created, updated, unchanged }: ImportReport): number {
  return rowCount - created - updated - unchanged;
}

/** The settings as the server takes them. */
export function importQuery(settings: ImportSettings, fileName: string): URLSearchParams {
  const { mapping, createMissing, rejectRows, ...rest } = settings;
  const query = new URLSearchParams({ fileName });
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (mapping) query.set('mapping', JSON.stringify(mapping));
  if (createMissing) query.set('createMissing', 'true');
  if (rejectRows) query.set('onError', 'REJECT_ROW');
  return query;
}

/** Sends a file: to `check` it writes nothing, to `commit` it writes in one transaction. */
export async function sendImport(
  subject: string,
  step: 'check' | 'commit',
  file: File,
  settings: ImportSettings,
): Promise<ImportReport> {
  return inSession(() => post(`/imports/${subject}/${step}?${importQuery(settings, file.name).toString()}`, file));
}

async function post(address: string, file: File): Promise<ImportReport> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream', ...CSRF_HEADER },
    body: file,
  }).catch((error: unknown) => {
    throw new GraphError('UNREACHABLE', String(error), 0);
  });
  if (!response.ok) throw new GraphError(statusCode(response.status), response.statusText, response.status);
  return (await response.json()) as ImportReport;
}

export const UNDO_IMPORT =
  'mutation UndoImport($input: UndoImportInput!) { undoImport(input: $input) { importBatch { id status } userErrors { __typename code message path } } }';

/** Takes back all that a batch wrote, or nothing. */
export async function undoImport(importBatchId: string, idempotencyKey: string): Promise<void> {
  await mutate<{ userErrors: UserError[] }>(UNDO_IMPORT, { importBatchId, idempotencyKey });
}

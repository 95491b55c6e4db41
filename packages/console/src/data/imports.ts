import { GraphError } from './graph-error.ts';
import { CSRF_HEADER, statusCode } from './graph-link.ts';

/** How a file is to be read. What is empty, the server detects. */
export interface ImportSettings {
  readonly company: string | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly dateFormat: string | null;
  /** Target field of each column of the file, by its heading; empty for what is not imported. */
  readonly mapping: Readonly<Record<string, string>>;
}

export interface ImportColumn {
  readonly header: string;
  readonly example: string | null;
  /** Where the server would put it; null where it recognises nothing. */
  readonly target: string | null;
}

export interface ImportFault {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

export interface ImportReport {
  /** The batch, once something was written. */
  readonly batchId: string | null;
  readonly encoding: string;
  readonly separator: string;
  readonly dateFormat: string;
  readonly columns: readonly ImportColumn[];
  readonly targets: readonly { readonly name: string; readonly label: string }[];
  readonly rowCount: number;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly faultCount: number;
  readonly faults: readonly ImportFault[];
}

export const NO_SETTINGS: ImportSettings = { company: null, encoding: null, separator: null, dateFormat: null, mapping: {} };

/** Sends a file: with `dryRun` it is read and checked, and nothing is written. */
export async function sendImport(subject: string, file: File, settings: ImportSettings, dryRun: boolean): Promise<ImportReport> {
  const { mapping, ...rest } = settings;
  const query = new URLSearchParams({ dryRun: String(dryRun), fileName: file.name });
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (Object.keys(mapping).length > 0) query.set('mapping', JSON.stringify(mapping));
  return post(`/imports/${subject}?${query.toString()}`, file);
}

/** Takes back what an import wrote. */
export async function undoImport(subject: string, batchId: string): Promise<ImportReport> {
  return post(`/imports/${subject}/${encodeURIComponent(batchId)}/undo`, null);
}

async function post(url: string, body: File | null): Promise<ImportReport> {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream', ...CSRF_HEADER },
    body,
  }).catch((error: unknown) => {
    throw new GraphError('UNREACHABLE', String(error), 0);
  });
  if (!response.ok) throw new GraphError(statusCode(response.status), response.statusText, response.status);
  return (await response.json()) as ImportReport;
}

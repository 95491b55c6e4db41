import type { ExportFormat } from '../exporting/formats.ts';
import { ask, mutate } from './graph-client.ts';
import type { UserError } from './graph-error.ts';

/** What a list asks for when it is written out whole. */
export interface ExportRequest {
  readonly entity: string;
  readonly columns: readonly string[];
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: string;
  readonly includeInactive?: boolean;
}

/** An export as it stands. */
export interface ExportState {
  readonly id: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'READY' | 'FAILED' | 'CANCELLED' | 'EXPIRED';
  readonly rowCount: number;
  readonly totalCount: number | null;
  readonly failureText: string | null;
}

const STATE = 'id status rowCount totalCount failureText';
const ERRORS = 'userErrors { __typename code message path }';

/** Has the server write a list into a file, and answers how the export stands. */
export async function requestExport(request: ExportRequest, format: ExportFormat): Promise<ExportState> {
  const mutation = `mutation RequestExport($input: RequestExportInput!) { requestExport(input: $input) { dataExport { ${STATE} } ${ERRORS} } }`;
  type Payload = { dataExport: ExportState; userErrors: UserError[] };
  return (await mutate<Payload>(mutation, { ...request, format })).dataExport;
}

export async function exportState(id: string, signal?: AbortSignal): Promise<ExportState> {
  const query = `query DataExport($id: ID!) { dataExport(id: $id) { ${STATE} } }`;
  return (await ask<{ dataExport: ExportState }>(query, { id }, signal)).dataExport;
}

export async function cancelExport(id: string): Promise<void> {
  const mutation = `mutation CancelExport($input: CancelExportInput!) { cancelExport(input: $input) { ${ERRORS} } }`;
  await mutate<{ userErrors: UserError[] }>(mutation, { dataExportId: id });
}

/** Asks for a link to the file of an export and has the browser fetch it, which goes on by itself after a break. */
export async function fetchExport(id: string): Promise<void> {
  const mutation = `mutation DownloadExport($input: DownloadExportInput!) { downloadExport(input: $input) { url ${ERRORS} } }`;
  const { url } = await mutate<{ url: string; userErrors: UserError[] }>(mutation, { dataExportId: id });
  // By the address that the console itself was opened at: a proxy may stand before both.
  const { pathname, search } = new URL(url);
  Object.assign(document.createElement('a'), { href: `${pathname}${search}`, download: '' }).click();
}

/** Hands a file to the browser. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  // Revoked later: some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

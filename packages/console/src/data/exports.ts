import { GraphError } from './graph-error.ts';
import { CSRF_HEADER, statusCode } from './graph-request.ts';

export interface ExportRequest {
  readonly entity: string;
  readonly columns: readonly string[];
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: string;
  readonly includeInactive?: boolean;
}

/** Has the server write the whole filtered list as CSV, and hands it to the browser as a file. */
export async function downloadCsv(request: ExportRequest, fileName: string): Promise<void> {
  const response = await fetch('/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'text/csv', ...CSRF_HEADER },
    body: JSON.stringify(request),
  }).catch((error: unknown) => {
    throw new GraphError('UNREACHABLE', String(error), 0);
  });
  if (!response.ok) throw new GraphError(statusCode(response.status), response.statusText, response.status);
  saveFile(await response.blob(), fileName);
}

/** Hands a file to the browser. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  // Revoked later: some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

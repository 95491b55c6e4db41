import { GraphError } from './graph-error.ts';
import { CSRF_HEADER, statusCode } from './graph-request.ts';

export interface Counted {
  readonly inFile: number;
  readonly added: number;
}

/** A fault or warning of a file, by its line. */
export interface BooksNote {
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
  readonly detail: string;
}

/** What a SIE file would bring into the books, or has brought. */
export interface BooksReport {
  readonly encoding: string;
  readonly program: string;
  readonly companyName: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly accounts: Counted;
  readonly dimensions: Counted;
  readonly objects: Counted;
  readonly vouchers: Counted & { readonly kept: number; readonly unchanged: number };
  readonly lines: Counted;
  readonly debit: string;
  readonly openingLines: number;
  readonly openingDebit: string;
  readonly faults: readonly BooksNote[];
  readonly warnings: readonly BooksNote[];
  /** The batch, once something was written. */
  readonly batchId: string | null;
}

/** Sends a SIE file: to `check` it writes nothing, to `commit` it writes in one transaction. */
export async function sendBooks(step: 'check' | 'commit', file: File, companyId: string): Promise<BooksReport> {
  const query = new URLSearchParams({ companyId, fileName: file.name });
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' };
  const response = await post(`/imports/sie/${step}?${query}`, headers, file);
  return (await response.json()) as BooksReport;
}

/** Has the server write a fiscal year as a SIE file, and hands it to the browser. */
export async function downloadBooks(companyId: string, year: string): Promise<void> {
  const headers = { accept: 'application/octet-stream', 'content-type': 'application/json' };
  const response = await post('/exports/sie', headers, JSON.stringify({ companyId, year }));
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'books.se';
  handOver(await response.blob(), name);
}

/** Has the server write a report as CSV, all of its lines, and hands it to the browser. */
export async function downloadReport(report: string, choice: Readonly<Record<string, unknown>>): Promise<void> {
  const headers = { accept: 'text/csv', 'content-type': 'application/json' };
  const asked = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== null));
  const response = await post('/exports/reports', headers, JSON.stringify({ report, ...asked }));
  handOver(await response.blob(), `${report.toLowerCase().replaceAll('_', '-')}.csv`);
}

/** Gives the browser a file to keep. */
function handOver(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  // Revoked later: some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function post(address: string, headers: Record<string, string>, body: BodyInit): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headers, ...CSRF_HEADER },
    body,
  }).catch((error: unknown) => {
    throw new GraphError('UNREACHABLE', String(error), 0);
  });
  if (!response.ok) throw new GraphError(statusCode(response.status), response.statusText, response.status);
  return response;
}

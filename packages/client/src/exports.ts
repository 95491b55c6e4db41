import { assertDone } from './errors.ts';
import type { ExportRowFragment, RequestExportInput, Sdk } from './generated/sdk.ts';
import { type GraphError, KontorError } from './kontor-error.ts';

const firstWaitMilliseconds = 250;
const longestWaitMilliseconds = 5_000;
/** How often a download is taken up again where it was cut off, without a byte in between. */
const resumptionsAtMost = 5;

export interface ExportOptions {
  /** Ends the waiting and the download; the export itself goes on, or is called off with `cancelExport`. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is, some times while it is written. */
  readonly onProgress?: (state: ExportRowFragment) => void;
  /** How long the link to the file holds, in minutes; 15 unless given. */
  readonly minutes?: number;
}

/** An export that could not be made, or was called off. `state.failure` says why, by a code that does not change. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed';
  readonly state: ExportRowFragment;
  constructor(state: ExportRowFragment) {
    super(state.failureText ?? `The export is ${state.status}.`);
    this.state = state;
  }
}

/** A file that is ready. */
export interface ExportedFile {
  readonly state: ExportRowFragment;
  /** Its address, for whoever has it, until `expiresAt`: no token is needed. */
  readonly url: string;
  readonly expiresAt: string;
  /** Its bytes as they come. A connection that breaks is taken up where it broke. */
  bytes(): AsyncGenerator<Uint8Array, void, undefined>;
  /** Its lines, for CSV without line breaks in its texts and for JSON lines. */
  lines(): AsyncGenerator<string, void, undefined>;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** The rest of a file, from a byte on; with the tag of what came before, so that two files are never joined. */
async function restOf(
  url: string,
  from: number,
  tag: string | null,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers: Record<string, string> = tag === null ? {} : { range: `bytes=${from}-`, 'if-range': tag };
  const answer = await fetch(url, { headers, ...(signal && { signal }) });
  if (answer.status === (tag === null ? 200 : 206)) return answer;
  const { errors = [] } = (await answer.json().catch(() => ({}))) as { errors?: GraphError[] };
  const [first] = errors;
  const code = String(first?.extensions?.['code'] ?? 'NO_GRAPH');
  throw new KontorError(code, first?.message ?? answer.statusText, { status: answer.status, errors });
}

async function* bytesOf(url: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  let from = 0;
  let tag: string | null = null;
  for (let failures = 0; ; ) {
    try {
      const answer = await restOf(url, from, tag, signal);
      tag = answer.headers.get('etag');
      const reader = answer.body?.getReader();
      for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
        from += read.value.length;
        failures = 0;
        yield read.value;
      }
      return;
    } catch (error) {
      failures += 1;
      if (error instanceof KontorError || signal?.aborted || failures > resumptionsAtMost) throw error;
      await pause(firstWaitMilliseconds * 2 ** failures, signal);
    }
  }
}

async function* linesOf(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Asks for an export, waits until it is made and answers its file: `exportFile(kontor.sdk, { entity: 'Employee', format:
 * 'CSV', columns: ['lastName'] })`. Throws `UserErrors` for what is wrong with the request, each under its path, and
 * `ExportFailed` where it could not be made.
 */
export async function exportFile(
  sdk: Sdk,
  input: RequestExportInput,
  { signal, onProgress, minutes }: ExportOptions = {},
): Promise<ExportedFile> {
  let state = assertDone((await sdk.requestExport({ input })).requestExport).dataExport;
  for (let wait = firstWaitMilliseconds; state; wait = Math.min(wait * 1.5, longestWaitMilliseconds)) {
    if (state.status !== 'QUEUED' && state.status !== 'RUNNING') break;
    onProgress?.(state);
    await pause(wait, signal);
    state = (await sdk.dataExport({ id: state.id })).dataExport;
  }
  if (!state) throw new Error('The export is no longer there.');
  if (state.status !== 'READY') throw new ExportFailed(state);
  const link = { dataExportId: state.id, ...(minutes !== undefined && { minutes }) };
  const { url, expiresAt } = assertDone((await sdk.downloadExport({ input: link })).downloadExport);
  if (!url || !expiresAt) throw new Error('There is no link to the export.');
  const bytes = () => bytesOf(url, signal);
  return { state, url, expiresAt, bytes, lines: () => linesOf(bytes()) };
}

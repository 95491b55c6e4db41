import { createClient as createStreams, NetworkError } from 'graphql-sse';
import { subscription } from './generated/subscription.ts';
import { type GraphError, KontorError } from './kontor-error.ts';

/** That something changed which you may see; never to what. Read it again. */
export interface Change {
  /**
   * `CREATED` and `REMOVED`: it is there, or not there, for you from now on. `UPDATED`: a field changed that you may read.
   * `LIST`: records of the entity changed that are not told one by one. `RESYNC`: read everything again.
   */
  readonly kind: 'CREATED' | 'UPDATED' | 'REMOVED' | 'LIST' | 'RESYNC';
  /** Entity of the record, such as `Employee`; null with `RESYNC`. */
  readonly entity: string | null;
  /** Id of the record; null with `LIST` and `RESYNC`. */
  readonly id: string | null;
  /** Version that the record has by now; null where it has none or is not there for you. */
  readonly version: number | null;
}

export interface ChangesOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Begins so many seconds ago, 290 at the most: for whoever has read what is followed already. Default: 0. */
  readonly secondsBack?: number;
}

/** Where changes are asked for, and as whom. */
export interface ChangesSource {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly includesCookie: boolean;
}

const resync: Change = { kind: 'RESYNC', entity: null, id: null, version: null };

/** The server looks back no further than 300 seconds. */
const secondsBackAtMost = 290;
/** What came just before a connection broke may not have been told. */
const marginSeconds = 5;
const firstPauseMilliseconds = 1_000;
const longestPauseMilliseconds = 30_000;

const codes: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED' };

/** Why asking again would not help; null where it may. */
function fatal(error: unknown): KontorError | null {
  if (error instanceof NetworkError) {
    const status = error.response?.status ?? 0;
    const code = codes[status] ?? (status >= 400 && status < 500 ? 'BAD_INPUT' : 'UNREACHABLE');
    if (code === 'RATE_LIMITED' || code === 'UNREACHABLE') return null;
    return new KontorError(code, `The server answered ${status}.`, { status, cause: error });
  }
  return error instanceof KontorError && error.code !== 'RATE_LIMITED' && error.code !== 'INTERNAL' ? error : null;
}

function refusalOf(errors: readonly GraphError[]): KontorError {
  const [first] = errors;
  const code = first?.extensions?.['code'];
  const message = first?.message ?? 'The stream was refused.';
  return new KontorError(typeof code === 'string' ? code : 'INTERNAL', message, { status: 200, errors });
}

/** Half of it by chance, so that clients that lost the server together do not come back together. */
const pauseAfter = (failures: number): number =>
  Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** failures) * (0.5 + Math.random() / 2);

const waitFor = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });

/** How long ago what has been told so far ends. */
class Told {
  #until: number;

  constructor(secondsBack: number) {
    this.#until = performance.now() - secondsBack * 1_000;
  }

  upToNow(): void {
    this.#until = performance.now();
  }

  get secondsAgo(): number {
    return Math.ceil((performance.now() - this.#until) / 1_000);
  }
}

/** One connection, until the server completes it. */
async function* connection(
  source: ChangesSource,
  entities: readonly string[],
  told: Told,
  { secondsBack, signal }: { readonly secondsBack: number; readonly signal: AbortSignal | undefined },
): AsyncGenerator<Change> {
  const streams = createStreams({
    url: source.url,
    headers: { ...source.headers },
    fetchFn: source.fetch,
    ...(source.includesCookie && { credentials: 'include' }),
    retryAttempts: 0,
    on: { connected: () => told.upToNow() },
  });
  const events = streams.iterate<{ changed: Change }>({ query: subscription, variables: { entities, secondsBack } });
  const stop = (): void => streams.dispose();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const { data, errors } of events) {
      if (errors) throw refusalOf(errors);
      told.upToNow();
      if (data) yield data.changed;
    }
    told.upToNow();
  } finally {
    signal?.removeEventListener('abort', stop);
    streams.dispose();
  }
}

/**
 * Changes of some entities, for as long as somebody reads them: a connection that ends is opened again where it ended, with
 * growing pauses where it breaks. Throws `KontorError` where asking again would not help: `UNAUTHENTICATED` once the
 * session or token has ended, `BAD_INPUT` for an entity that is none of yours.
 */
export async function* changesOf(
  source: ChangesSource,
  entities: readonly string[],
  { signal, secondsBack = 0 }: ChangesOptions = {},
): AsyncGenerator<Change> {
  const told = new Told(secondsBack);
  let back = secondsBack;
  for (let failures = 0; !signal?.aborted; back = told.secondsAgo + marginSeconds) {
    if (back > secondsBackAtMost) {
      told.upToNow();
      back = 0;
      yield resync;
    }
    try {
      for await (const change of connection(source, entities, told, { secondsBack: back, signal })) {
        failures = 0;
        yield change;
      }
      failures = 0;
    } catch (error) {
      if (signal?.aborted) return;
      const reason = fatal(error);
      if (reason) throw reason;
      failures += 1;
    }
    await waitFor(failures === 0 ? Math.random() * firstPauseMilliseconds : pauseAfter(failures), signal);
  }
}

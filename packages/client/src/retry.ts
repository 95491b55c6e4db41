import { kontorErrorOf } from './errors.ts';
import { KontorError } from './kontor-error.ts';

/** How often and how patiently a request is sent again. */
export interface RetryOptions {
  /** How often it is sent at the most, the first time included. Default: 4. */
  readonly attempts?: number;
  /** Pause before the second attempt; it doubles each time. Default: 200. */
  readonly firstPauseMilliseconds?: number;
  /** A server that asks for more patience than this is not asked again. Default: 30. */
  readonly patienceSeconds?: number;
}

const unavailable = new Set([502, 503]);

/** How long to wait before sending again; null where that would not help. */
function pauseOf(error: KontorError, attempt: number, options: RetryOptions): number | null {
  const { firstPauseMilliseconds = 200, patienceSeconds = 30 } = options;
  if (error.code === 'RATE_LIMITED') {
    const asked = error.extensions['retryAfterSeconds'];
    const seconds = typeof asked === 'number' ? asked : 1;
    return seconds <= patienceSeconds ? seconds * 1000 : null;
  }
  if (error.code !== 'UNREACHABLE' && !unavailable.has(error.status)) return null;
  // Half of it by chance, so that clients that lost the server together do not come back together.
  return firstPauseMilliseconds * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/**
 * Whether sending again cannot do harm: reads, and mutations with an `idempotencyKey`, which the server carries out once.
 */
export function isRepeatable(isMutation: boolean, variables: unknown): boolean {
  if (!isMutation) return true;
  const named = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Record<string, unknown>)['idempotencyKey'] === 'string';
  return named(variables) || Object.values((variables ?? {}) as Record<string, unknown>).some(named);
}

/** Runs a request, again if that is harmless and may help. Failures come out as `KontorError`. */
export async function withRetries<T>(
  send: () => Promise<T>,
  {
    repeatable,
    signal,
    options,
  }: { repeatable: boolean; signal?: AbortSignal | null | undefined; options: RetryOptions },
): Promise<T> {
  const { attempts = 4 } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (cause) {
      const error = kontorErrorOf(cause, signal);
      const pause =
        repeatable && attempt < attempts && error instanceof KontorError ? pauseOf(error, attempt, options) : null;
      if (pause === null) throw error;
      await waitFor(pause, signal);
    }
  }
}

function waitFor(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
  });
}

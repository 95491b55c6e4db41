import { GraphError } from './graph-error.ts';

export const CSRF_HEADER = { 'x-kontor-csrf': '1' } as const;

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly reason?: string };
  }[];
}

/**
 * Posts one request with the session's cookie. Whatever goes wrong comes out as one `GraphError` with the stable code, be
 * it an HTTP status, GraphQL errors or no answer at all. Signing in needs no more than this.
 */
export async function send(
  uri: string,
  body: { operationName?: string; query: string; variables?: Record<string, unknown> },
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  const response = await fetch(uri, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...CSRF_HEADER },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new GraphError('UNREACHABLE', String(error), 0);
  });
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const [first] = answer.errors ?? [];
  // A list that lost one redacted field is still a list; only an answer without data is a failure.
  if (answer.data && (!first || Object.values(answer.data).some((value) => value !== null))) return answer.data;
  if (first) {
    const { code, reason } = first.extensions ?? {};
    throw new GraphError(code ?? statusCode(response.status), first.message, response.status, reason);
  }
  if (!response.ok || !answer.data)
    throw new GraphError(statusCode(response.status), response.statusText, response.status);
  return answer.data;
}

const FAILURE = '__failure';

/** An answer that holds why there is none: of an error on the way, ra-data-graphql keeps the message and drops its code. */
export const failed = (error: GraphError): Record<string, unknown> => ({ [FAILURE]: error });

/** Throws what an answer holds in place of itself. */
export function orThrow<Data extends Record<string, unknown>>(data: Data): Data {
  if (data[FAILURE] !== undefined) throw data[FAILURE];
  return data;
}

export function statusCode(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 413) return 'LIMIT_EXCEEDED';
  if (status === 429) return 'RATE_LIMITED';
  return status >= 400 && status < 500 ? 'BAD_INPUT' : 'INTERNAL';
}

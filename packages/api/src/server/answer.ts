import type { IncomingMessage, ServerResponse } from 'node:http';
import { KontorError } from '../errors.ts';
import type { Exchange } from './exchange.ts';

/** A request that is refused before any operation of it is looked at, with the status that HTTP has for it. */
export class HttpRefusal extends KontorError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: ConstructorParameters<typeof KontorError>[0],
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, message);
    this.status = status;
    this.headers = headers;
  }
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  LINK_INVALID: 403,
  NOT_FOUND: 404,
  LINK_EXPIRED: 410,
  LIMIT_EXCEEDED: 413,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** The status that an error has where the whole request fails with it. */
export const statusOf = (error: KontorError): number =>
  error instanceof HttpRefusal ? error.status : (statuses[String(error.extensions['code'])] ?? 400);

/** Headers that an error brings: when to come again, and how to sign in. */
export function headersOf(error: KontorError): Record<string, string> {
  const wait = error.extensions['retryAfterSeconds'];
  return {
    ...(error instanceof HttpRefusal && error.headers),
    ...(typeof wait === 'number' && { 'retry-after': String(wait) }),
    ...(error.extensions['code'] === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer realm="kontor"' }),
  };
}

const graphType = 'application/graphql-response+json';

/** Ends a request with an error in the form that the graph's errors have. */
export function sendError(req: IncomingMessage, res: ServerResponse, exchange: Exchange, error: KontorError): void {
  exchange.outcome.code = String(error.extensions['code']);
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  const type = req.headers.accept?.includes(graphType) ? graphType : 'application/json';
  const body = JSON.stringify({ errors: [{ message: error.message, extensions: error.extensions }] });
  res.writeHead(statusOf(error), {
    ...headersOf(error),
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

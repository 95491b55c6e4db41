import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import { sendError } from './answer.ts';
import { ClientGone, type Exchange, openExchange } from './exchange.ts';
import { answerable } from './fault.ts';
import { setSecurityHeaders } from './security-headers.ts';

/**
 * Answers a request. What it throws becomes the answer: a `KontorError` as it is, anything else as INTERNAL, logged under
 * the request's id.
 */
export type Handler = (req: IncomingMessage, res: ServerResponse, app: App, exchange: Exchange) => unknown;

/** A path and everything below it, or the paths of a form, and who answers there. */
export interface Route {
  readonly path: string | RegExp;
  readonly handle: Handler;
}

const pathOf = (req: IncomingMessage): string => (req.url ?? '/').split('?', 1)[0] ?? '/';

const matches = ({ path }: Route, pathname: string): boolean =>
  typeof path === 'string' ? pathname === path || pathname.startsWith(`${path}/`) : path.test(pathname);

/** One line for each request: who, what kind, how it ended and how long it took. Never a variable, a cookie or a token. */
function log(app: App, req: IncomingMessage, res: ServerResponse, pathname: string, exchange: Exchange): void {
  const { outcome } = exchange;
  app.log.info(
    {
      requestId: exchange.id,
      method: req.method,
      path: pathname.slice(0, 200),
      status: res.headersSent ? res.statusCode : null,
      milliseconds: Math.round((performance.now() - exchange.startedAt) * 10) / 10,
      address: exchange.address,
      ...(outcome.userId !== null && { userId: outcome.userId }),
      ...(outcome.operation !== 'none' && {
        operation: outcome.operation,
        operationName: outcome.operationName,
        cost: outcome.cost,
      }),
      code: res.writableFinished ? outcome.code : 'CLIENT_GONE',
    },
    'request',
  );
}

function fail(app: App, req: IncomingMessage, res: ServerResponse, exchange: Exchange, error: unknown): void {
  if (error instanceof ClientGone) return;
  // What has not been read is not waited for: the connection ends with the answer.
  if (!req.complete && !res.headersSent) res.setHeader('connection', 'close');
  sendError(
    req,
    res,
    exchange,
    error instanceof KontorError ? error : (answerable(app, exchange.id, error) as KontorError),
  );
}

/** The listener of the server: each request goes to the first route that it matches, and else to `otherwise`. */
export function createDispatch(
  app: App,
  routes: readonly Route[],
  otherwise: (req: IncomingMessage, res: ServerResponse, pathname: string) => unknown,
) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    const exchange = openExchange(req, res, app.env.proxies);
    const pathname = pathOf(req);
    res.setHeader('x-request-id', exchange.id);
    setSecurityHeaders(res, app.address().startsWith('https:'));
    res.once('close', () => log(app, req, res, pathname, exchange));
    const route = routes.find((each) => matches(each, pathname));
    const answering = async () => (route ? route.handle(req, res, app, exchange) : otherwise(req, res, pathname));
    answering().catch((error: unknown) => fail(app, req, res, exchange, error));
  };
}

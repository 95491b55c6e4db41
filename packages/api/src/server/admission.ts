import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { HttpRefusal } from './answer.ts';
import { authenticate, cookieName } from './authenticate.ts';
import type { Exchange } from './exchange.ts';

const safe = new Set(['GET', 'HEAD']);

/**
 * Whoever sends a request, by token or by session; null for a stranger. Every door that acts for somebody asks here. A
 * request that comes with the session's cookie and may change something needs the header `x-kontor-csrf: 1`, which no
 * other site can make a browser send; a token is not sent by a browser by itself.
 */
export async function admit(app: App, req: IncomingMessage, exchange: Exchange): Promise<Viewer | null> {
  const { authorization = null, cookie = null } = req.headers;
  if (authorization === null && cookie === null) return null;
  const secure = app.address().startsWith('https:');
  const comesWithCookie = authorization === null && cookie?.includes(`${cookieName(secure)}=`) === true;
  if (comesWithCookie && !safe.has(req.method ?? '') && req.headers['x-kontor-csrf'] !== '1')
    throw new HttpRefusal(403, 'FORBIDDEN', 'A session needs the header x-kontor-csrf: 1.');
  const headers = { get: (name: string) => (name === 'authorization' ? authorization : cookie) };
  const viewer = await authenticate(app.pool, headers, { secure, address: exchange.address });
  exchange.outcome.userId = viewer?.userId ?? null;
  return viewer;
}

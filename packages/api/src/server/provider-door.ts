import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import type { Arrival } from '../system/arrival.ts';
import { demand, limits, placeOf } from '../system/attempt-limit.ts';
import { ProviderProblem } from '../system/provider-problem.ts';
import { beginAtProvider, returnFromProvider } from '../system/provider-sign-in.ts';
import { HttpRefusal } from './answer.ts';
import type { Handler } from './dispatch.ts';

/** Where `/sign-in/oidc` has its doors. */
export const providerPath = '/sign-in/oidc';

const door = new RegExp(`^${providerPath}/([^/]+)(/callback)?$`);

async function follow(arrival: Arrival, url: URL): Promise<string> {
  const [, providerId = '', back] = door.exec(url.pathname) ?? [];
  if (back === undefined)
    return beginAtProvider(arrival, providerId, { nextPath: url.searchParams.get('next'), linkUserId: null });
  return returnFromProvider(arrival, providerId, url.search);
}

const headerOf = (req: IncomingMessage, name: string): string | null => {
  const value = req.headers[name];
  return typeof value === 'string' ? value : null;
};

/** What a person is told of; null for what nobody expected. */
function problemOf(error: unknown): string | null {
  if (error instanceof ProviderProblem) return error.code;
  return error instanceof KontorError && error.extensions['code'] === 'RATE_LIMITED' ? 'RATE_LIMITED' : null;
}

/**
 * `GET /sign-in/oidc/:provider` sends a browser to an identity provider, `…/callback` takes it back with a session. Every
 * failure that a person may meet leads to the sign-in page, which says it in their language by its code.
 */
export const providerDoor: Handler = async (req, res, app: App, exchange) => {
  if (req.method !== 'GET') throw new HttpRefusal(405, 'BAD_INPUT', 'Go there by a link.', { allow: 'GET' });
  const url = new URL(req.url ?? '/', 'http://kontor.invalid');
  const arrival: Arrival = {
    app,
    // A visit from another site brings no session.
    viewer: null,
    address: exchange.address,
    answerHeaders: { append: (name, value) => res.appendHeader(name, value) },
    request: { headers: { get: (name) => headerOf(req, name) } },
  };
  let location: string;
  try {
    await demand(arrival, [[limits.providerAddress, placeOf(arrival)]]);
    location = await follow(arrival, url);
  } catch (error) {
    const code = problemOf(error);
    if (code === null) throw error;
    exchange.outcome.code = code;
    location = `/login?problem=${code}`;
  }
  res.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-length': 0 });
  res.end();
};

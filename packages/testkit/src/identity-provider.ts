/** An identity provider of an organisation, for tests: a real one (oidc-provider), with people that a test makes up. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors, Provider } from 'oidc-provider';
import type { Browser } from './browser.ts';

/** Somebody at the provider: the claims that it tells, beside the name that they sign in with. */
export type ProviderAccount = Readonly<Record<string, unknown>>;

export interface TestIdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who can sign in, by the name that they type; a test may change it at any time. */
  readonly people: Map<string, ProviderAccount>;
  /** Lets it answer from now on, and send people back to these addresses. */
  serve(redirectAddresses: readonly string[], options?: { readonly codeSeconds?: number }): void;
  /**
   * Goes to the provider in a browser, signs in as one of the people there, or refuses where none is named, and answers
   * the address that it sends them back to.
   */
  through(browser: Browser, address: string, account: string | null): Promise<string>;
  /** Answers nothing but errors, as a provider that has fallen over. */
  fail(): void;
  stop(): Promise<void>;
}

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

const clientId = 'kontor';
const clientSecret = randomBytes(24).toString('base64url');

function signingKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' };
}

async function bodyOf(req: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

const page = (uid: string): string => `<!doctype html><html lang="en"><title>Example login</title>
  <form method="post" action="/interaction/${uid}">
    <label>Name <input name="account" autofocus></label> <button>Log in</button>
    <button name="refuse" value="yes">Cancel</button>
  </form></html>`;

function makeProvider(
  issuer: string,
  people: ReadonlyMap<string, ProviderAccount>,
  redirectAddresses: readonly string[],
  codeSeconds: number,
): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectAddresses] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups'] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, id) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, ...person }) };
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [signingKey() as never] },
    // Everybody at the organisation may use what it has set up.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: String(oidc.session?.accountId) });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: { AuthorizationCode: codeSeconds, AccessToken: 60, IdToken: 60, Grant: 60, Interaction: 300, Session: 300 },
  });
}

function handlerOf(provider: Provider): Handler {
  const answer = provider.callback();
  return async (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return answer(req, res);
    try {
      const { uid } = await provider.interactionDetails(req, res);
      if (req.method !== 'POST') {
        // The form leads back to whoever asked, which a page's policy has to allow.
        res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        res.end(page(uid));
        return;
      }
      const body = await bodyOf(req);
      const result = body.has('refuse')
        ? { error: 'access_denied', error_description: 'Somebody changed their mind.' }
        : { login: { accountId: body.get('account') ?? '' } };
      await provider.interactionFinished(req, res, result);
    } catch (error) {
      if (!(error instanceof errors.OIDCProviderError)) throw error;
      res.writeHead(400).end(error.error);
    }
  };
}

async function through(browser: Browser, issuer: string, address: string, account: string | null): Promise<string> {
  const form: Record<string, string> = account === null ? { refuse: 'yes' } : { account };
  let at = address;
  for (let steps = 0; steps < 6 && at.startsWith(issuer); steps += 1) {
    const visit = await browser.visit(at, at.includes('/interaction/') ? form : undefined);
    if (visit.location === null) throw new Error(`The provider answered ${visit.status}: ${visit.body}`);
    at = visit.location;
  }
  return at;
}

/** Starts a provider on a port of its own. It answers errors until `serve`: an address to return to has its name in it. */
export async function startIdentityProvider(): Promise<TestIdentityProvider> {
  const broken: Handler = (_req, res) => res.writeHead(503).end();
  let handle = broken;
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // Another site than that of a world, as a provider is: browsers tell 127.0.0.1 and localhost apart.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, ProviderAccount>();
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    serve: (redirectAddresses, { codeSeconds = 60 } = {}) => {
      handle = handlerOf(makeProvider(issuer, people, redirectAddresses, codeSeconds));
    },
    through: (browser, address, account) => through(browser, issuer, address, account),
    fail: () => {
      handle = broken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

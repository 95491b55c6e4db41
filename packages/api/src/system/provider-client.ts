import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
} from 'openid-client';
import type { App } from '../app.ts';
import type { IdentityProvider } from '../generated/prisma/client.ts';
import { unseal } from '../write/vault.ts';
import { ProviderProblem } from './provider-problem.ts';
import { clientSecretPlace } from './set-client-secret.ts';

/** Nobody waits longer for a provider: the request itself ends after fifteen seconds. */
const timeoutSeconds = 4;

/** The provider says how it wants the secret; by Basic, where it says nothing (OpenID Connect Discovery 1.0, section 3). */
function authentication(secret: string | null): ClientAuth {
  if (secret === null) return None();
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported;
    const byBasic = ways === undefined || ways.includes('client_secret_basic');
    return (byBasic ? ClientSecretBasic(secret) : ClientSecretPost(secret))(server, client, body, headers);
  };
}

/** Asks the provider for its addresses and keys. Nothing is kept: signing in is rare, and keys change. */
async function configure(app: App, provider: IdentityProvider): Promise<Configuration> {
  const { id, issuer, clientId, clientSecretSealed } = provider;
  const secret = clientSecretSealed ? await unseal(app.env, clientSecretPlace(id), clientSecretSealed) : null;
  // The database takes an address without TLS for this machine alone.
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  try {
    return await discovery(new URL(issuer), clientId, undefined, authentication(secret), {
      execute,
      timeout: timeoutSeconds,
    });
  } catch (error) {
    throw new ProviderProblem('PROVIDER_UNREACHABLE', { cause: error });
  }
}

/** Where a provider sends people back to. Each has its own, so that the answer of one is not taken for another's. */
export const callbackAddress = (app: App, providerId: string): string =>
  `${app.address()}/sign-in/oidc/${providerId}/callback`;

/** What Kontor makes up for one sign-in, and expects to see again. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The address at the provider that somebody is sent to. */
export async function authorizationAddress(app: App, provider: IdentityProvider, expected: Expected): Promise<string> {
  const configuration = await configure(app, provider);
  const scopes = new Set([
    'openid',
    ...(provider.scopes ?? 'email profile').split(/\s+/).filter((scope) => scope !== ''),
  ]);
  return buildAuthorizationUrl(configuration, {
    redirect_uri: callbackAddress(app, provider.id),
    scope: [...scopes].join(' '),
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: await calculatePKCECodeChallenge(expected.verifier),
    code_challenge_method: 'S256',
  }).href;
}

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** Errors of the network, of the other end's server, and of our waiting: the person can do nothing about them. */
function isUnreachable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return true;
    if (at instanceof TypeError && at.message === 'fetch failed') return true;
    const status = (at.cause as { status?: unknown } | undefined)?.status ?? (at as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 500) return true;
  }
  return false;
}

/**
 * Changes the code that somebody was sent back with for what the provider says of them. State, nonce, signature, issuer,
 * audience and time are checked by the library; each failure is the same problem, since none is the person's to mend.
 */
export async function claimsOf(
  app: App,
  provider: IdentityProvider,
  search: string,
  expected: Expected,
): Promise<Claims> {
  const configuration = await configure(app, provider);
  const address = new URL(callbackAddress(app, provider.id) + search);
  try {
    const tokens = await authorizationCodeGrant(configuration, address, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token.');
    if (!configuration.serverMetadata().userinfo_endpoint) return claims;
    const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...more, ...claims };
  } catch (error) {
    if (error instanceof AuthorizationResponseError) throw new ProviderProblem('PROVIDER_REFUSED', { cause: error });
    throw new ProviderProblem(isUnreachable(error) ? 'PROVIDER_UNREACHABLE' : 'PROVIDER_ANSWER_NOT_VALID', {
      cause: error,
    });
  }
}

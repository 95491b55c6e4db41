import { randomPKCECodeVerifier } from 'openid-client';
import type { App } from '../app.ts';
import type { IdentityProvider } from '../generated/prisma/client.ts';
import { hashOfSecret, newSecret } from '../server/authenticate.ts';
import type { Viewer } from '../viewer.ts';
import { operate } from '../write/operation.ts';
import { seal, unseal } from '../write/vault.ts';
import { applyGroups } from './apply-groups.ts';
import type { Arrival } from './arrival.ts';
import { matchIdentity } from './match-identity.ts';
import { acting, isSecure, openSession } from './open-session.ts';
import { authorizationAddress, claimsOf, type Expected } from './provider-client.ts';
import { personOf } from './provider-person.ts';
import { ProviderProblem } from './provider-problem.ts';

/** How long somebody may take to sign in at the provider. */
const minutesAtProvider = 10;
const homePath = '/';

const cookieOf = (arrival: Arrival): string => (isSecure(arrival) ? '__Host-kontor-provider' : 'kontor-provider');

/** It has to come back with a visit from the provider's site, and so is no `SameSite=Strict`. */
function flowCookie(arrival: Arrival, secret: string, seconds: number): string {
  const secure = isSecure(arrival) ? '; Secure' : '';
  return `${cookieOf(arrival)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

function browserSecret(arrival: Arrival): string | null {
  const name = `${cookieOf(arrival)}=`;
  const cookies = (arrival.request.headers.get('cookie') ?? '').split(';').map((each) => each.trim());
  return cookies.find((each) => each.startsWith(name))?.slice(name.length) ?? null;
}

/** A path of the console, and never another site: what a link of a stranger says is not followed. */
export function safePath(asked: string | null): string {
  // Browsers take a backslash for a slash, and leave out tabs and line ends.
  if (asked === null || asked.length > 2000 || !/^\/(?!\/)[!-[\]-~]*$/.test(asked)) return homePath;
  const base = 'http://console.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : homePath;
}

const hash = (secret: string): Uint8Array<ArrayBuffer> => new Uint8Array(hashOfSecret(secret));
const verifierPlace = (state: string): string => `verifier of ${hashOfSecret(state).toString('base64url')}`;

async function providerOf(app: App, id: string): Promise<IdentityProvider> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const provider = isId ? await app.prisma.identityProvider.findFirst({ where: { id, active: true } }) : null;
  if (!provider) throw new ProviderProblem('PROVIDER_UNKNOWN');
  return provider;
}

interface Purpose {
  readonly nextPath: string | null;
  /** User whose account is to be linked; null to sign in. */
  readonly linkUserId: string | null;
}

/**
 * Sends somebody to a provider: answers its address and sets the cookie by which the browser is known again, so that
 * nobody can be signed in as somebody else by a link (RFC 6749, section 10.12).
 */
export async function beginAtProvider(arrival: Arrival, providerId: string, purpose: Purpose): Promise<string> {
  const { app } = arrival;
  const provider = await providerOf(app, providerId);
  const expected: Expected = { state: newSecret(), nonce: newSecret(), verifier: randomPKCECodeVerifier() };
  const address = await authorizationAddress(app, provider, expected);
  const browser = newSecret();
  const old = new Date(Date.now() - 24 * 3_600_000);
  await app.prisma.providerSignIn.deleteMany({ where: { expiresAt: { lt: old } } });
  await app.prisma.providerSignIn.create({
    data: {
      identityProviderId: provider.id,
      browserHash: hash(browser),
      stateHash: hash(expected.state),
      nonce: expected.nonce,
      verifierSealed: await seal(app.env, verifierPlace(expected.state), expected.verifier),
      nextPath: safePath(purpose.nextPath),
      linkUserId: purpose.linkUserId,
      expiresAt: new Date(Date.now() + minutesAtProvider * 60_000),
    },
    select: { id: true },
  });
  arrival.answerHeaders.append('set-cookie', flowCookie(arrival, browser, minutesAtProvider * 60));
  return address;
}

interface Pending {
  readonly expected: Expected;
  readonly nextPath: string;
  readonly linkUserId: string | null;
}

/**
 * What was remembered of whoever comes back: once, to this browser, from this provider and in time. A code that comes a
 * second time finds nothing, whether or not the provider would take it.
 */
async function takePending(arrival: Arrival, provider: IdentityProvider, state: string | null): Promise<Pending> {
  const { app } = arrival;
  const browser = browserSecret(arrival);
  arrival.answerHeaders.append('set-cookie', flowCookie(arrival, '', 0));
  if (state === null || browser === null) throw new ProviderProblem('PROVIDER_ANSWER_NOT_VALID');
  const [pending] = await app.prisma.providerSignIn.updateManyAndReturn({
    where: {
      stateHash: hash(state),
      browserHash: hash(browser),
      identityProviderId: provider.id,
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
    data: { usedAt: new Date() },
  });
  if (!pending) throw new ProviderProblem('PROVIDER_ANSWER_NOT_VALID');
  const verifier = await unseal(app.env, verifierPlace(state), pending.verifierSealed);
  const { nonce, nextPath, linkUserId } = pending;
  return { expected: { state, nonce, verifier }, nextPath, linkUserId };
}

/** The provider as it stands in the log, where it acts and nobody of ours does. */
const actingProvider = (arrival: Arrival, provider: IdentityProvider): Viewer =>
  acting(arrival, null, `identity provider ${provider.name}`);

async function letIn(arrival: Arrival, provider: IdentityProvider, search: string): Promise<string> {
  const { app } = arrival;
  const pending = await takePending(arrival, provider, new URLSearchParams(search).get('state'));
  const claims = await claimsOf(app, provider, search, pending.expected);
  const person = personOf(claims, provider.groupsClaim ?? 'groups');
  const byProvider = actingProvider(arrival, provider);
  const user = await matchIdentity(app, byProvider, provider, person, pending.linkUserId);
  await applyGroups(app, byProvider, provider, user.id, person.groups);
  const deed = { viewer: acting(arrival, user, user.email), command: 'signInByProvider', reason: provider.name };
  const sendCookie = await operate(app, deed, async ({ tx, now }) => {
    const identity = { identityProviderId: provider.id, subject: person.subject, endedAt: null };
    await tx.userIdentity.updateMany({ where: identity, data: { lastUsedAt: now } });
    return openSession(tx, arrival, user, provider.id);
  });
  sendCookie();
  return pending.nextPath;
}

/**
 * Lets in whoever comes back from a provider, and answers the path of the console that they go on to. The cookie of the
 * session is set. A failure stands in the log, with its code and whom the provider named.
 */
export async function returnFromProvider(arrival: Arrival, providerId: string, search: string): Promise<string> {
  const { app } = arrival;
  const provider = await providerOf(app, providerId);
  try {
    return await letIn(arrival, provider, search);
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    app.log.warn({ code: error.code, provider: provider.name, cause: causeOf(error) }, 'A provider let nobody in.');
    const viewer = acting(arrival, null, error.about ?? `identity provider ${provider.name}`);
    await operate(app, { viewer, command: 'signInByProviderFailed', reason: error.code }, async () => undefined);
    throw error;
  }
}

/** Names of what went wrong, for whoever runs the system. A message may hold a code or a token, and is left out. */
function causeOf(error: Error): string {
  const names: string[] = [];
  for (let at = error.cause; at instanceof Error; at = at.cause)
    names.push([at.name, (at as { code?: unknown }).code].filter((part) => typeof part === 'string').join(' '));
  return names.join(', ');
}

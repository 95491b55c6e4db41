import { ask, mutate } from './graph-client.ts';
import type { UserError } from './graph-error.ts';
import { plain } from './viewer.ts';

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** How the viewer's own account is kept safe. */
export interface MySecurity {
  readonly sessionId: string | null;
  readonly hasPassword: boolean;
  readonly secondFactorAt: string | null;
  readonly recoveryCodesLeft: number;
}

export const MY_SECURITY = 'query MySecurity { mySecurity { sessionId hasPassword secondFactorAt recoveryCodesLeft } }';

export const loadSecurity = async (): Promise<MySecurity> =>
  (await ask<{ mySecurity: MySecurity }>(MY_SECURITY)).mySecurity;

export interface SignInProvider {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

export const SIGN_IN_PROVIDERS = 'query SignInProviders { signInProviders { id name path } }';

export const loadProviders = async (): Promise<readonly SignInProvider[]> =>
  (await ask<{ signInProviders: readonly SignInProvider[] }>(SIGN_IN_PROVIDERS)).signInProviders;

export interface OwnSession {
  readonly id: string;
  readonly signedInAt: string;
  readonly lastUsedAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

export const MY_SESSIONS = `query MySessions($me: ID!, $now: DateTime!) {
  sessions(first: 50, orderBy: [{ lastUsedAt: { direction: DESC } }],
    where: { user: { is: { id: { eq: $me } } }, revokedAt: { isNull: true }, expiresAt: { gt: $now } }) {
    nodes { id signedInAt lastUsedAt address userAgent }
  }
}`;

/** Sessions of the viewer that are open. Somebody without a role reads none. */
export async function loadSessions(me: string): Promise<readonly OwnSession[]> {
  const variables = { me, now: new Date().toISOString() };
  const { sessions } = await ask<{ sessions: { nodes: readonly OwnSession[] } | null }>(MY_SESSIONS, variables);
  return sessions?.nodes ?? [];
}

export interface OwnToken {
  readonly id: string;
  readonly name: string;
  readonly ending: string;
  readonly expiresAt: string;
}

export const MY_TOKENS = `query MyTokens($me: ID!, $now: DateTime!) {
  apiTokens(first: 50, orderBy: [{ name: { direction: ASC } }],
    where: { user: { is: { id: { eq: $me } } }, revokedAt: { isNull: true }, expiresAt: { gt: $now } }) {
    nodes { id name ending expiresAt }
  }
}`;

export async function loadTokens(me: string): Promise<readonly OwnToken[]> {
  const variables = { me, now: new Date().toISOString() };
  const { apiTokens } = await ask<{ apiTokens: { nodes: readonly OwnToken[] } | null }>(MY_TOKENS, variables);
  return apiTokens?.nodes ?? [];
}

export async function revokeSession(sessionId: string): Promise<void> {
  await mutate<Payload>(plain('revokeSession'), { sessionId });
}

export async function revokeApiToken(apiTokenId: string): Promise<void> {
  await mutate<Payload>(plain('revokeApiToken'), { apiTokenId });
}

export const REVOKE_OTHERS = 'mutation RevokeMyOtherSessions { revokeMyOtherSessions { userErrors { code } } }';

export async function revokeOtherSessions(): Promise<void> {
  await ask(REVOKE_OTHERS);
}

export const BEGIN_SECOND_FACTOR =
  'mutation BeginSecondFactor($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret address userErrors { __typename code message path } } }';

/** What a device is set up with. */
export interface DeviceSecret {
  readonly secret: string;
  /** What it scans: an address that begins with `otpauth://`. */
  readonly address: string;
}

export async function beginSecondFactor(currentPassword: string): Promise<DeviceSecret> {
  const { secret, address } = await mutate<Payload & Partial<DeviceSecret>>(BEGIN_SECOND_FACTOR, { currentPassword });
  if (!secret || !address) throw new Error('The graph made no secret.');
  return { secret, address };
}

const withCodes = (name: string): string => {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ${type}($input: ${type}Input!) { ${name}(input: $input) { recoveryCodes userErrors { __typename code message path } } }`;
};

export const CONFIRM_SECOND_FACTOR = withCodes('confirmSecondFactor');
export const REPLACE_RECOVERY_CODES = withCodes('replaceRecoveryCodes');

async function codesBy(mutation: string, code: string): Promise<readonly string[]> {
  return (await mutate<Payload & { recoveryCodes: readonly string[] | null }>(mutation, { code })).recoveryCodes ?? [];
}

/** Turns the second factor on and answers recovery codes, which are told once, here. */
export const confirmSecondFactor = (code: string): Promise<readonly string[]> => codesBy(CONFIRM_SECOND_FACTOR, code);
export const replaceRecoveryCodes = (code: string): Promise<readonly string[]> => codesBy(REPLACE_RECOVERY_CODES, code);

export async function turnOffSecondFactor(code: string): Promise<void> {
  await mutate<Payload>(plain('turnOffSecondFactor'), { code });
}

export const LINK_MY_IDENTITY =
  'mutation LinkMyIdentity($input: LinkMyIdentityInput!) { linkMyIdentity(input: $input) { address userErrors { __typename code message path } } }';

/** The address at the provider that the browser goes to; it comes back by itself. */
export async function linkMyIdentity(
  identityProviderId: string,
  currentPassword: string,
  code: string | null,
): Promise<string> {
  const input = { identityProviderId, currentPassword, code };
  const { address } = await mutate<Payload & { address: string | null }>(LINK_MY_IDENTITY, input);
  if (!address) throw new Error('The graph named no address.');
  return address;
}

import { accepted, ask, mutate } from './graph-client.ts';
import type { UserError } from './graph-error.ts';
import { send } from './graph-request.ts';

export interface ViewerUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

export interface HeldRole {
  readonly role: string;
  readonly companyId: string | null;
}

export interface Viewer {
  readonly user: ViewerUser;
  readonly roles: readonly HeldRole[];
  readonly personId: string | null;
  readonly employeeIds: readonly string[];
  /** A role asks for a second factor that is not set up; until it is, no role is held. */
  readonly secondFactorMissing: boolean;
}

interface Payload {
  readonly userErrors: readonly UserError[];
}

export const VIEWER =
  'query Viewer { viewer { user { id name email language } roles { role companyId } personId employeeIds secondFactorMissing } }';
export const SIGN_IN =
  'mutation SignIn($input: SignInInput!) { signIn(input: $input) { user { id name email language } userErrors { __typename code message path } } }';
export const SIGN_OUT = 'mutation SignOut { signOut { userErrors { code } } }';

/** Who is signed in; null without a session. */
export async function loadViewer(): Promise<Viewer | null> {
  const { viewer } = await ask<{ viewer: (Omit<Viewer, 'user'> & { user: ViewerUser | null }) | null }>(VIEWER);
  return viewer?.user ? { ...viewer, user: viewer.user } : null;
}

/** `code` is of the second factor, where there is one; without it the graph asks by SECOND_FACTOR_REQUIRED. */
export async function signIn(email: string, password: string, code: string | null): Promise<ViewerUser> {
  // Not by way of a session: a wrong password is no reason to ask for signing in again.
  const data = await send('/graphql', { query: SIGN_IN, variables: { input: { email, password, code } } });
  const { user } = accepted(data['signIn'] as (Payload & { user: ViewerUser | null }) | undefined);
  if (!user) throw new Error('Signing in answered no user.');
  return user;
}

export async function signOut(): Promise<void> {
  await ask(SIGN_OUT);
}

export async function requestPasswordReset(email: string): Promise<void> {
  await mutate<Payload>(plain('requestPasswordReset'), { email });
}

export async function setPassword(token: string, password: string, code: string | null): Promise<void> {
  await mutate<Payload>(plain('setPassword'), { token, password, code });
}

export async function changeMyPassword(currentPassword: string, password: string): Promise<void> {
  await mutate<Payload>(plain('changeMyPassword'), { currentPassword, password });
}

/** What a new installation begins with: the first company, and whoever runs the system. */
export interface FirstSteps {
  readonly token: string;
  readonly company: Readonly<Record<string, string>>;
  readonly administrator: Readonly<Record<string, string>>;
}

export async function setUp(steps: FirstSteps): Promise<void> {
  await mutate<Payload>(plain('setUp'), { ...steps });
}

export const CREATE_API_TOKEN =
  'mutation CreateApiToken($input: CreateApiTokenInput!) { createApiToken(input: $input) { token userErrors { __typename code message path } } }';

/** Makes a token for a program. It is told once, here, and never again. */
export async function createApiToken(input: {
  name: string;
  days: number;
  roles?: readonly string[];
  /** Of the second factor, where there is one. */
  code?: string;
}): Promise<string> {
  const { token } = await mutate<Payload & { token: string | null }>(CREATE_API_TOKEN, { ...input });
  if (!token) throw new Error('The graph made no token.');
  return token;
}

export async function updateMyLanguage(language: string): Promise<void> {
  await mutate<Payload>(plain('updateMyLanguage'), { language });
}

export function plain(name: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ${type}($input: ${type}Input!) { ${name}(input: $input) { userErrors { __typename code message path } } }`;
}

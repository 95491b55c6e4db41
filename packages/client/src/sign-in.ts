import { type Client, type ClientOptions, type Credentials, clientWith } from './client.ts';
import { assertDone } from './errors.ts';
import type { SignInMutation } from './generated/sdk.ts';

/** The user as the session knows them. */
export type SignedInUser = NonNullable<SignInMutation['signIn']['user']>;

/** A client that acts by a session, until it ends or `signOut` is called. */
export interface SessionClient extends Client {
  readonly user: SignedInUser;
  signOut(): Promise<void>;
}

/** A page of another site cannot send this header, so a request that has it comes from a page of ours. */
const csrfHeader = { 'x-kontor-csrf': '1' } as const;

const isBrowser = 'document' in globalThis;

/** Keeps the cookies of one server, as a browser would: Node's fetch does not. */
function keepingCookies(send: typeof fetch): typeof fetch {
  const cookies = new Map<string, string>();
  return async (target, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await send(target, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=', 2) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
}

function cookieCredentials(send: typeof fetch): Credentials {
  return { headers: csrfHeader, fetch: isBrowser ? send : keepingCookies(send), includesCookie: isBrowser };
}

/**
 * Opens a session with a password. Throws `UserErrors` with the code SIGN_IN_FAILED where the two do not go together. In a
 * browser the page has to come from the address of the graph, or through a proxy there: the cookie is `SameSite=Strict`.
 */
export async function signIn(
  url: string,
  email: string,
  password: string,
  options: ClientOptions = {},
): Promise<SessionClient> {
  const client = clientWith(url, cookieCredentials(options.fetch ?? fetch), options);
  const { user } = assertDone((await client.sdk.signIn({ input: { email, password } })).signIn);
  if (user === null) throw new Error('The graph opened a session for nobody.');
  return {
    ...client,
    user,
    signOut: async () => {
      assertDone((await client.sdk.signOut()).signOut);
    },
  };
}

/** A client in a browser whose user has signed in already, on a page of Kontor or of yours. */
export function sessionClient(url: string, options: ClientOptions = {}): Client {
  return clientWith(url, cookieCredentials(options.fetch ?? fetch), options);
}

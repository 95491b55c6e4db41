/** For the tests of identity providers: a world with a real one, that an administrator has set up. */
import {
  type Browser,
  type Member,
  type ProviderAccount,
  startIdentityProvider,
  startWorld,
  type TestIdentityProvider,
  type Visit,
  type World,
} from '@kontor/testkit';
import pg from 'pg';

export interface ProviderWorld {
  readonly world: World;
  /** The owner's, for looking behind the scenes. */
  readonly pool: pg.Pool;
  readonly admin: Member;
  readonly provider: TestIdentityProvider;
  readonly providerId: string;
  /** Where the provider sends people back to. */
  readonly callback: (id?: string) => string;
  /** Runs a mutation as the administrator, that must succeed, and answers its payload. */
  readonly perform: <T>(mutation: string, input: object, selection: string) => Promise<T>;
  /** Sets the same provider up once more, as another client. */
  readonly addProvider: (name: string, clientId: string) => Promise<string>;
  /** Status and path of an answer that leads on. */
  readonly leadsTo: (visit: Visit) => string;
  readonly stop: () => Promise<void>;
}

export async function startProviderWorld(): Promise<ProviderWorld> {
  const world = await startWorld();
  const pool = new pg.Pool({ connectionString: world.ownerUrl });
  const admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  const provider = await startIdentityProvider();
  const perform: ProviderWorld['perform'] = async <T>(mutation: string, input: object, selection: string) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const answer = await admin.client.request<Record<string, T & { userErrors: unknown[] }>>(
      `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code path } } }`,
      { input },
    );
    const payload = answer[mutation];
    if (!payload || payload.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload)}`);
    return payload;
  };
  const addProvider: ProviderWorld['addProvider'] = async (name, clientId) => {
    const input = { name, issuer: provider.issuer, clientId };
    const made = await perform<{ identityProvider: { id: string } }>(
      'createIdentityProvider',
      input,
      'identityProvider { id }',
    );
    const { id } = made.identityProvider;
    await perform('setClientSecret', { identityProviderId: id, clientSecret: provider.clientSecret }, '');
    return id;
  };
  const providerId = await addProvider('Example login', provider.clientId);
  const callback = (id = providerId): string => `${world.url}/sign-in/oidc/${id}/callback`;
  provider.serve([callback()]);
  return {
    world,
    pool,
    admin,
    provider,
    providerId,
    callback,
    perform,
    addProvider,
    leadsTo: ({ status, location }) => `${status} ${location?.replace(world.url, '')}`,
    stop: async () => {
      await provider.stop();
      await pool.end();
      await world.stop();
    },
  };
}

/** Somebody whose address the provider has seen to be theirs. */
export const verified = (name: string, more: ProviderAccount = {}): ProviderAccount => ({
  email: `${name}@world.example`,
  email_verified: true,
  name: `${name} of the provider`,
  ...more,
});

/** Address of whoever is signed in. */
export const whoIs = async (browser: Browser): Promise<unknown> =>
  (await browser.ask<{ viewer: { user: { email: string } } | null }>('{ viewer { user { email } } }')).data?.viewer
    ?.user.email ?? null;

/** Where somebody is led whom a provider does not let in. */
export const problem = (code: string): string => `303 /login?problem=${code}`;

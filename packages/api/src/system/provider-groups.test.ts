/** What a provider brings besides signing in: roles by groups, links by their owner, and what ends with what. */
import { type Browser, worldPassword } from '@kontor/testkit';
import { generate } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProviderWorld, problem, startProviderWorld, verified, whoIs } from './proof/provider-world.ts';

let all: ProviderWorld;
let world: ProviderWorld['world'];
let pool: ProviderWorld['pool'];
let admin: ProviderWorld['admin'];
let provider: ProviderWorld['provider'];
let providerId: ProviderWorld['providerId'];
let perform: ProviderWorld['perform'];
let leadsTo: ProviderWorld['leadsTo'];

beforeAll(async () => {
  all = await startProviderWorld();
  ({ world, pool, admin, provider, providerId, perform, leadsTo } = all);
});
afterAll(() => all.stop());

const rolesOf = async (browser: Browser): Promise<string[]> => {
  const { data } = await browser.ask<{ viewer: { roles: { role: string; companyId: string | null }[] } }>(
    '{ viewer { roles { role companyId } } }',
  );
  return (data?.viewer.roles ?? []).map(({ role, companyId }) => `${role}${companyId ? ' here' : ''}`).sort();
};

/** Signs somebody in and answers where that led. */
async function signedIn(account: string, browser = world.browser()): Promise<string> {
  const start = await browser.visit(`/sign-in/oidc/${providerId}`);
  return leadsTo(await browser.visit(await provider.through(browser, start.location ?? '', account)));
}

async function mapping(groupName: string, role: string, companyId: string | null): Promise<string> {
  const input = { identityProviderId: providerId, groupName, role, companyId };
  const made = await perform<{ groupMapping: { id: string } }>('createGroupMapping', input, 'groupMapping { id }');
  return made.groupMapping.id;
}

test('groups bring roles and take them at the next sign-in; what was granted by hand stays', async () => {
  const company = {
    code: 'SE',
    name: 'Exempel',
    country: 'SE',
    baseCurrencyCode: 'SEK',
    locale: 'sv-SE',
    timeZone: 'UTC',
  };
  const { id: companyId } = (await perform<{ company: { id: string } }>('createCompany', company, 'company { id }'))
    .company;
  await mapping('hr', 'HR', companyId);
  await mapping('staff', 'EMPLOYEE', null);
  await mapping('it', 'IT', null);
  const { userId } = await world.member('grouped', [{ role: 'IT' }]);
  provider.people.set('grouped-1', verified('grouped', { groups: ['hr', 'staff', 'of no matter'] }));
  const first = world.browser();
  expect(await signedIn('grouped-1', first)).toBe('303 /');
  expect(await rolesOf(first)).toEqual(['EMPLOYEE', 'HR here', 'IT']);
  const grants = await admin.client.request<{ roleGrants: { nodes: object[] } }>(
    'query ($id: ID!) { roleGrants(where: { user: { is: { id: { eq: $id } } } }, orderBy: [{ role: { direction: ASC } }]) { nodes { role groupMapping { groupName } } } }',
    { id: userId },
  );
  expect(grants.roleGrants.nodes).toEqual([
    { role: 'EMPLOYEE', groupMapping: { groupName: 'staff' } },
    { role: 'HR', groupMapping: { groupName: 'hr' } },
    { role: 'IT', groupMapping: null },
  ]);

  // Nothing changes where nothing has changed.
  expect(await signedIn('grouped-1')).toBe('303 /');
  const applied = "select 1 from audit_operation where command = 'applyGroups'";
  expect((await pool.query(applied)).rowCount).toBe(1);

  provider.people.set('grouped-1', verified('grouped', { groups: ['it'] }));
  const second = world.browser();
  expect(await signedIn('grouped-1', second)).toBe('303 /');
  expect(await rolesOf(second)).toEqual(['IT']);
  // The session of before has lost them too.
  expect(await rolesOf(first)).toEqual(['IT']);
  const { rows } = await pool.query(
    'select role, group_mapping_id is not null as mapped, until_at is not null as ended from role_grant where user_id = $1 order by role, mapped',
    [userId],
  );
  expect(rows).toEqual([
    { role: 'EMPLOYEE', mapped: true, ended: true },
    { role: 'HR', mapped: true, ended: true },
    { role: 'IT', mapped: false, ended: false },
    { role: 'IT', mapped: true, ended: false },
  ]);
  provider.people.set('grouped-1', verified('grouped'));
  expect(await signedIn('grouped-1', second)).toBe('303 /');
  expect(await rolesOf(second)).toEqual(['IT']);
});

test('whoever sets a mapping gets nothing by it', async () => {
  await mapping('payroll', 'PAYROLL', null);
  provider.people.set('admin-1', verified('admin', { groups: ['payroll'] }));
  const browser = world.browser();
  expect(await signedIn('admin-1', browser)).toBe('303 /');
  expect(await rolesOf(browser)).toEqual(['ADMINISTRATOR']);
});

test('what a mapping brought ends with it, and what a provider let in with the provider', async () => {
  const id = await mapping('audit', 'AUDITOR', null);
  await world.member('reviewer', []);
  provider.people.set('reviewer-1', verified('reviewer', { groups: ['audit'] }));
  const browser = world.browser();
  await signedIn('reviewer-1', browser);
  expect(await rolesOf(browser)).toEqual(['AUDITOR']);
  await perform('deactivateGroupMapping', { id, expectedVersion: 1 }, '');
  expect(await rolesOf(browser)).toEqual([]);
  const set = async (verb: string): Promise<void> => {
    const { rows } = await pool.query('select version from identity_provider where id = $1', [providerId]);
    await perform(`${verb}IdentityProvider`, { id: providerId, expectedVersion: rows[0].version }, '');
  };
  await set('deactivate');
  expect(await whoIs(browser)).toBeNull();
  expect(leadsTo(await browser.visit(`/sign-in/oidc/${providerId}`))).toBe(problem('PROVIDER_UNKNOWN'));
  expect((await browser.ask('{ signInProviders { name } }')).data).toEqual({
    signInProviders: [],
  });
  await set('reactivate');
});

test('an account with a second factor is linked by its owner, with password and code', async () => {
  const { email, userId } = await world.member('owner', [{ role: 'EMPLOYEE' }]);
  provider.people.set('owner-1', { email: 'private@mail.example', email_verified: false });
  const browser = world.browser();
  await browser.signIn(email, worldPassword);
  const input = async (mutation: string, given: object, selection: string): Promise<Record<string, unknown>> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code } } }`;
    return (
      (await browser.ask<Record<string, Record<string, unknown>>>(document, { input: given })).data?.[mutation] ?? {}
    );
  };
  const { secret } = await input('beginSecondFactor', { currentPassword: worldPassword }, 'secret');
  const code = await generate({ secret: String(secret) });
  const { recoveryCodes } = await input('confirmSecondFactor', { code }, 'recoveryCodes');
  const link = async (currentPassword: string, recoveryCode?: string) =>
    (
      await browser.ask<{ linkMyIdentity: { address: string | null; userErrors: { code: string }[] } }>(
        'mutation ($input: LinkMyIdentityInput!) { linkMyIdentity(input: $input) { address userErrors { code } } }',
        { input: { identityProviderId: providerId, currentPassword, code: recoveryCode } },
      )
    ).data?.linkMyIdentity;
  expect(await link('not theirs')).toEqual({ address: null, userErrors: [{ code: 'PASSWORD_WRONG' }] });
  expect(await link(worldPassword)).toEqual({ address: null, userErrors: [{ code: 'SECOND_FACTOR_REQUIRED' }] });
  const begun = await link(worldPassword, (recoveryCodes as string[])[0]);
  const at = await provider.through(browser, begun?.address ?? '', 'owner-1');
  expect(leadsTo(await browser.visit(at))).toBe('303 /security');
  expect(await signedIn('owner-1')).toBe('303 /');
  const { data } = await browser.ask<{ userIdentities: { nodes: { id: string }[] } }>(
    '{ userIdentities { nodes { id } } }',
  );
  const end = 'mutation ($id: ID!) { endUserIdentity(input: { userIdentityId: $id }) { userErrors { code } } }';
  const ended = await browser.ask(end, { id: data?.userIdentities.nodes[0]?.id });
  expect(ended.data).toEqual({ endUserIdentity: { userErrors: [] } });
  // The session by the provider ended with the link; and an address does not make it anew.
  expect(await whoIs(browser)).toBeNull();
  provider.people.set('owner-1', verified('owner'));
  expect(await signedIn('owner-1')).toBe(problem('PROVIDER_ACCOUNT_PROTECTED'));
  expect(userId).toMatch(/^[0-9a-f-]{36}$/);
});

test('the secret of a provider is sealed, and nobody reads it', async () => {
  const { rows } = await pool.query('select client_secret_sealed as sealed from identity_provider where id = $1', [
    providerId,
  ]);
  expect(rows[0].sealed.toString('latin1')).not.toContain(provider.clientSecret);
  const audit = await pool.query(
    'select 1 from audit_change where before::text || after::text like $1 or after::text like $1',
    [`%${provider.clientSecret}%`],
  );
  expect(audit.rowCount).toBe(0);
  const fields = await admin.client.request<{ __type: { fields: { name: string }[] } }>(
    '{ __type(name: "IdentityProvider") { fields { name } } }',
  );
  expect(fields.__type.fields.map(({ name }) => name).filter((name) => /secret/i.test(name))).toEqual(['secretSetAt']);
});

test.each([
  'http://login.example.com',
  'https://user@login.example.com',
  'ftp://login.example.com',
  'login.example.com',
])('%s is no issuer', async (issuer) => {
  const answer = await admin.client.request(
    'mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { userErrors { code path } } }',
    { input: { name: 'x', clientId: 'x', issuer } },
  );
  expect(answer).toEqual({ createIdentityProvider: { userErrors: [{ code: 'ISSUER_INVALID', path: ['issuer'] }] } });
});

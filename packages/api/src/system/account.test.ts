import { type Browser, type Member, startWorld, type World, worldPassword } from '@kontor/testkit';
import { GraphQLClient } from 'graphql-request';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let pool: pg.Pool;
let admin: Member;
let adminBrowser: Browser;
beforeAll(async () => {
  world = await startWorld();
  pool = new pg.Pool({ connectionString: world.ownerUrl });
  admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  adminBrowser = world.browser();
  await adminBrowser.signIn(admin.email, worldPassword);
});
afterAll(async () => {
  await pool.end();
  await world.stop();
});

async function signedIn(name: string, grants: Parameters<World['member']>[1]): Promise<Member & { browser: Browser }> {
  const member = await world.member(name, grants);
  const browser = world.browser();
  expect(await browser.signIn(member.email, worldPassword)).toEqual([]);
  return { ...member, browser };
}

const createApiToken = `mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { token apiToken { id name ending roles expiresAt } userErrors { code path } }
}`;

interface Token {
  readonly token: string;
  readonly apiToken: { readonly id: string; readonly ending: string };
}

async function tokenOf(browser: Browser, input: Record<string, unknown>): Promise<Token> {
  const { data, errors } = await browser.ask<{ createApiToken: Token }>(createApiToken, {
    input: { name: 'payroll export', days: 30, ...input },
  });
  if (!data?.createApiToken.token) throw new Error(JSON.stringify({ data, errors }));
  return data.createApiToken;
}

const rolesWith = async (token: string): Promise<string[] | string> => {
  const client = new GraphQLClient(`${world.url}/graphql`, { headers: { authorization: `Bearer ${token}` } });
  try {
    const { viewer } = await client.request<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }');
    return viewer.roles.map(({ role }) => role).sort();
  } catch (error) {
    return (
      (error as { response: { errors: { extensions: { code: string } }[] } }).response.errors[0]?.extensions.code ?? ''
    );
  }
};

test('a token is shown once, acts with the roles that it carries, and ends when it is revoked', async () => {
  const { browser } = await signedIn('maker', [{ role: 'HR' }, { role: 'EMPLOYEE' }]);
  const { token, apiToken } = await tokenOf(browser, { roles: ['HR'] });
  expect(token).toMatch(/^kontor_[\w-]{43}$/);
  expect(apiToken).toMatchObject({ name: 'payroll export', ending: token.slice(-6), roles: ['HR'] });
  expect(await rolesWith(token)).toEqual(['HR']);
  const listed = await browser.ask('{ apiTokens { nodes { name ending } } }');
  expect(JSON.stringify(listed)).not.toContain(token);
  const { rows } = await pool.query('select 1 from audit_change where after::text like $1', [`%${token.slice(7)}%`]);
  expect(rows).toEqual([]);
  const revoke =
    'mutation ($id: ID!) { revokeApiToken(input: { apiTokenId: $id }) { apiToken { revokedAt } userErrors { code } } }';
  expect((await browser.ask(revoke, { id: apiToken.id })).data).toEqual({
    revokeApiToken: { apiToken: { revokedAt: expect.any(String) }, userErrors: [] },
  });
  expect(await rolesWith(token)).toBe('UNAUTHENTICATED');
  expect((await browser.ask(revoke, { id: apiToken.id })).data).toMatchObject({
    revokeApiToken: { userErrors: [{ code: 'ENDED_ALREADY' }] },
  });
});

test('a token never has more than its owner has now', async () => {
  const owner = await signedIn('owner', [{ role: 'HR' }, { role: 'EMPLOYEE' }]);
  const { token } = await tokenOf(owner.browser, {});
  expect(await rolesWith(token)).toEqual(['EMPLOYEE', 'HR']);
  const { rows } = await pool.query("select id from role_grant where user_id = $1 and role = 'HR'", [owner.userId]);
  await admin.client.request(
    'mutation ($id: ID!) { endRoleGrant(input: { roleGrantId: $id }) { userErrors { code } } }',
    { id: rows[0].id },
  );
  expect(await rolesWith(token)).toEqual(['EMPLOYEE']);
});

test.each<[string, Record<string, unknown>, string, string[]]>([
  ['more roles than its owner', { roles: ['HR', 'PAYROLL'] }, 'ROLE_NOT_HELD', ['roles']],
  ['no time', { days: 0 }, 'TOO_SMALL', ['days']],
  ['more than a year', { days: 367 }, 'TOO_LARGE', ['days']],
  ['no name', { name: '  ' }, 'REQUIRED', ['name']],
])('no token has %s', async (_, wrong, code, path) => {
  const { browser } = await signedIn(`asks-${code}`, [{ role: 'HR' }]);
  const { data } = await browser.ask(createApiToken, { input: { name: 'x', days: 1, ...wrong } });
  expect(data).toEqual({ createApiToken: { token: null, apiToken: null, userErrors: [{ code, path }] } });
});

test('a token makes no tokens, and changes no password', async () => {
  const { client } = await world.member('robot', [{ role: 'EMPLOYEE' }]);
  const ask = (query: string) =>
    client
      .request(query)
      .catch((error: { response: { errors: { extensions: unknown }[] } }) => error.response.errors[0]?.extensions);
  expect(await ask('mutation { createApiToken(input: { name: "x", days: 1 }) { token } }')).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await ask(
      `mutation { changeMyPassword(input: { currentPassword: "${worldPassword}", password: "vinterdackens lampa" }) { userErrors { code } } }`,
    ),
  ).toMatchObject({ code: 'FORBIDDEN' });
});

test('sessions and tokens are their owner’s and the administrator’s to end', async () => {
  const owner = await signedIn('has-both', [{ role: 'EMPLOYEE' }]);
  const stranger = await signedIn('stranger', [{ role: 'EMPLOYEE' }]);
  const { token, apiToken } = await tokenOf(owner.browser, {});
  const second = world.browser();
  await second.signIn(owner.email, worldPassword);
  const { data } = await owner.browser.ask<{ sessions: { nodes: { id: string; user: { name: string } }[] } }>(
    '{ sessions(orderBy: [{ signedInAt: { direction: DESC } }]) { nodes { id user { name } } } }',
  );
  expect(data?.sessions.nodes.map((each) => each.user.name)).toEqual(['has-both', 'has-both']);
  const id = data?.sessions.nodes[0]?.id;
  const revoke = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { userErrors { code } } }';
  const revokeToken = 'mutation ($id: ID!) { revokeApiToken(input: { apiTokenId: $id }) { userErrors { code } } }';
  expect((await stranger.browser.ask(revoke, { id })).errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  expect((await stranger.browser.ask(revokeToken, { id: apiToken.id })).errors[0]?.extensions).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await owner.browser.ask(revoke, { id })).data).toEqual({ revokeSession: { userErrors: [] } });
  expect((await second.ask('{ viewer { personId } }')).data).toEqual({ viewer: null });
  expect((await owner.browser.ask('{ viewer { personId } }')).data).toEqual({ viewer: { personId: null } });
  expect((await adminBrowser.ask(revokeToken, { id: apiToken.id })).data).toEqual({
    revokeApiToken: { userErrors: [] },
  });
  expect(await rolesWith(token)).toBe('UNAUTHENTICATED');
});

test('an administrator of one company ends sessions of their own alone', async () => {
  const made = await admin.client.request<{ createCompany: { company: { id: string } } }>(
    'mutation { createCompany(input: { code: "SE", name: "Exempel", country: "SE", baseCurrencyCode: "SEK", locale: "sv-SE", timeZone: "Europe/Stockholm" }) { company { id } } }',
  );
  const local = await signedIn('local', [{ role: 'ADMINISTRATOR', companyId: made.createCompany.company.id }]);
  const { data } = await local.browser.ask<{ sessions: { nodes: { id: string; user: { name: string } }[] } }>(
    '{ sessions { nodes { id user { name } } } }',
  );
  expect(data?.sessions.nodes.map((each) => each.user.name)).toEqual(['local']);
  const others = await pool.query('select id from session where user_id <> $1 limit 1', [local.userId]);
  const revoke = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { userErrors { code } } }';
  expect((await local.browser.ask(revoke, { id: others.rows[0].id })).errors[0]?.extensions).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await local.browser.ask(revoke, { id: data?.sessions.nodes[0]?.id })).data).toEqual({
    revokeSession: { userErrors: [] },
  });
});

test('taking a user out of use ends what lets them in, for good', async () => {
  const leaver = await signedIn('leaver', [{ role: 'EMPLOYEE' }]);
  const { token } = await tokenOf(leaver.browser, {});
  const version = async () =>
    (await pool.query('select version from app_user where id = $1', [leaver.userId])).rows[0].version;
  const move = async (name: string) =>
    admin.client.request(
      `mutation ($id: ID!, $version: Int!) { ${name}(input: { id: $id, expectedVersion: $version }) { userErrors { code } } }`,
      {
        id: leaver.userId,
        version: await version(),
      },
    );
  expect(await move('deactivateUser')).toEqual({ deactivateUser: { userErrors: [] } });
  expect((await leaver.browser.ask('{ viewer { personId } }')).data).toEqual({ viewer: null });
  expect(await rolesWith(token)).toBe('UNAUTHENTICATED');
  await move('reactivateUser');
  expect((await leaver.browser.ask('{ viewer { personId } }')).data).toEqual({ viewer: null });
  expect(await rolesWith(token)).toBe('UNAUTHENTICATED');
  expect(await leaver.browser.signIn(leaver.email, worldPassword)).toEqual([]);
});

test('a password is changed by who knows it, and every other session ends', async () => {
  const { browser, email } = await signedIn('changes', [{ role: 'EMPLOYEE' }]);
  const other = world.browser();
  await other.signIn(email, worldPassword);
  const change = `mutation ($currentPassword: String!, $password: String!) {
    changeMyPassword(input: { currentPassword: $currentPassword, password: $password }) { user { email } userErrors { code path } }
  }`;
  const ask = async (currentPassword: string, password: string) =>
    (await browser.ask(change, { currentPassword, password })).data;
  expect(await ask('wrong', 'vinterdackens lampa')).toEqual({
    changeMyPassword: { user: null, userErrors: [{ code: 'PASSWORD_WRONG', path: ['currentPassword'] }] },
  });
  expect(await ask(worldPassword, email)).toEqual({
    changeMyPassword: { user: null, userErrors: [{ code: 'PASSWORD_IS_ADDRESS', path: ['password'] }] },
  });
  expect(await ask(worldPassword, 'vinterdackens lampa')).toEqual({
    changeMyPassword: { user: { email }, userErrors: [] },
  });
  expect((await other.ask('{ viewer { personId } }')).data).toEqual({ viewer: null });
  expect((await browser.ask('{ viewer { personId } }')).data).toEqual({ viewer: { personId: null } });
  expect(await other.signIn(email, worldPassword)).toEqual([{ code: 'SIGN_IN_FAILED' }]);
  expect(await other.signIn(email, 'vinterdackens lampa')).toEqual([]);
  const { rows } = await pool.query('select 1 from audit_change where after::text like $1 or before::text like $1', [
    '%argon2%',
  ]);
  expect(rows).toEqual([]);
});

test('everybody chooses their language', async () => {
  const { browser, email } = await signedIn('speaks', [{ role: 'EMPLOYEE' }]);
  const choose =
    'mutation ($language: String!) { updateMyLanguage(input: { language: $language }) { userErrors { code path } } }';
  expect((await browser.ask(choose, { language: 'fr' })).data).toEqual({
    updateMyLanguage: { userErrors: [{ code: 'LANGUAGE_UNKNOWN', path: ['language'] }] },
  });
  expect((await browser.ask(choose, { language: 'hu' })).data).toEqual({ updateMyLanguage: { userErrors: [] } });
  expect((await browser.ask('{ viewer { user { language } } }')).data).toEqual({
    viewer: { user: { language: 'hu' } },
  });
  const { rows } = await pool.query("select actor from audit_operation where command = 'updateMyLanguage'");
  expect(rows).toEqual([{ actor: email }]);
});

test('an address is one user’s, however it is written; a person has one account, which is not their own to choose', async () => {
  const hr = await world.member('hr', [{ role: 'HR' }]);
  const person = async (firstName: string) =>
    (
      await hr.client.request<{ createPerson: { person: { id: string } } }>(
        'mutation ($firstName: String!) { createPerson(input: { firstName: $firstName, lastName: "Ek" }) { person { id } } }',
        { firstName },
      )
    ).createPerson.person.id;
  const personId = await person('Åsa');
  const create = async (email: string, ofPerson: string | null = null) =>
    (
      await admin.client.request<{ createUser: { user: { id: string } | null; userErrors: unknown[] } }>(
        'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code path } } }',
        { input: { email, name: 'Åsa', personId: ofPerson } },
      )
    ).createUser;
  expect((await create('Asa@World.Example', personId)).userErrors).toEqual([]);
  expect((await create('asa@world.example')).userErrors).toEqual([{ code: 'ALREADY_EXISTS', path: ['email'] }]);
  expect((await create('second@world.example', personId)).userErrors).toEqual([
    { code: 'ALREADY_EXISTS', path: ['personId'] },
  ]);
  const own = await admin.client.request<{ updateUser: unknown }>(
    `mutation ($id: ID!, $personId: ID!, $version: Int!) { updateUser(input: { id: $id, expectedVersion: $version, personId: $personId }) { userErrors { code path } } }`,
    {
      id: admin.userId,
      personId: await person('Bo'),
      version: (await pool.query('select version from app_user where id = $1', [admin.userId])).rows[0].version,
    },
  );
  expect(own.updateUser).toEqual({ userErrors: [{ code: 'OWN_ACCOUNT', path: ['personId'] }] });
});

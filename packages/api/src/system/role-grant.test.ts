import { type Member, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let admin: Member;
let companies: { se: string; de: string };
beforeAll(async () => {
  world = await startWorld();
  admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  companies = { se: await company('SE', 'SEK'), de: await company('DE', 'EUR') };
});
afterAll(() => world.stop());

interface Payload {
  readonly id: string | null;
  readonly errors: readonly { code: string; path: string[] }[];
}

async function company(code: string, currency: string): Promise<string> {
  const made = await admin.client.request<{ createCompany: { company: { id: string } } }>(
    `mutation { createCompany(input: { code: "${code}", name: "Exempel ${code}", country: "${code}", baseCurrencyCode: "${currency}", locale: "sv-SE", timeZone: "Europe/Stockholm" }) { company { id } } }`,
  );
  return made.createCompany.company.id;
}

async function run(who: Member, name: string, entity: string, input: Record<string, unknown>): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${entity} { id } userErrors { code path } } }`;
  try {
    const answer = await who.client.request<Record<string, Record<string, unknown>>>(query, { input });
    const payload = answer[name] as { userErrors: Payload['errors'] } & Record<string, { id: string } | null>;
    return { id: payload[entity]?.id ?? null, errors: payload.userErrors };
  } catch (error) {
    const { response } = error as { response: { errors: { extensions: { code: string } }[] } };
    return { id: null, errors: [{ code: response.errors[0]?.extensions.code ?? '', path: [] }] };
  }
}

const grant = (who: Member, input: Record<string, unknown>) => run(who, 'grantRole', 'roleGrant', input);
const end = (who: Member, roleGrantId: string | null, input: Record<string, unknown> = {}) =>
  run(who, 'endRoleGrant', 'roleGrant', { roleGrantId, ...input });
const rolesOf = async (who: Member) =>
  (
    await who.client.request<{ viewer: { roles: { role: string; companyId: string | null }[] } }>(
      '{ viewer { roles { role companyId } } }',
    )
  ).viewer.roles;

test('a role is granted, held at once, ended, and gone with the next request', async () => {
  const anna = await world.member('anna', []);
  expect(await rolesOf(anna)).toEqual([]);
  const granted = await grant(admin, { userId: anna.userId, role: 'HR', companyId: companies.se });
  expect(granted).toEqual({ id: expect.any(String), errors: [] });
  expect(await rolesOf(anna)).toEqual([{ role: 'HR', companyId: companies.se }]);
  expect(await end(admin, granted.id, { reason: 'Moved to another team.' })).toEqual({ id: granted.id, errors: [] });
  expect(await rolesOf(anna)).toEqual([]);
  expect((await end(admin, granted.id)).errors).toEqual([{ code: 'ENDED_ALREADY', path: ['roleGrantId'] }]);
});

test('a role begins and ends at its instants', async () => {
  const bo = await world.member('bo', []);
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  await grant(admin, { userId: bo.userId, role: 'AUDITOR', untilAt: inSeconds(1) });
  const later = await grant(admin, {
    userId: bo.userId,
    role: 'HR',
    fromAt: inSeconds(3600),
    untilAt: inSeconds(7200),
  });
  expect(await rolesOf(bo)).toEqual([{ role: 'AUDITOR', companyId: null }]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await rolesOf(bo)).toEqual([]);
  expect(await end(admin, later.id)).toEqual({ id: later.id, errors: [] });
});

test.each([
  ['to oneself', () => ({ userId: admin.userId, role: 'HR' }), 'OWN_GRANT', ['userId']],
  [
    'from the past on',
    (user: string) => ({ userId: user, role: 'HR', fromAt: '2020-01-01T00:00:00Z' }),
    'FROM_IN_PAST',
    ['fromAt'],
  ],
  [
    'until the past',
    (user: string) => ({ userId: user, role: 'HR', untilAt: '2020-01-01T00:00:00Z' }),
    'END_BEFORE_START',
    ['untilAt'],
  ],
  ['to nobody', () => ({ userId: '01900000-0000-7000-8000-000000000000', role: 'HR' }), 'NOT_FOUND', ['userId']],
  [
    'for no company',
    (user: string) => ({ userId: user, role: 'HR', companyId: '01900000-0000-7000-8000-000000000000' }),
    'NOT_FOUND',
    ['companyId'],
  ],
])('no role is granted %s', async (_, input, code, path) => {
  const carl = await world.member(`carl-${code}-${path}`, []);
  expect(await grant(admin, input(carl.userId))).toEqual({ id: null, errors: [{ code, path }] });
});

test('a role is held once', async () => {
  const { userId } = await world.member('doris', []);
  await grant(admin, { userId, role: 'IT' });
  expect((await grant(admin, { userId, role: 'IT' })).errors).toEqual([{ code: 'ALREADY_EXISTS', path: ['role'] }]);
  expect((await grant(admin, { userId, role: 'IT', companyId: companies.se })).errors).toEqual([]);
});

test('nobody ends a grant of their own, or takes their own account out of use', async () => {
  const grants = await admin.client.request<{ roleGrants: { nodes: { id: string }[] } }>(
    `{ roleGrants(where: { user: { is: { id: { eq: "${admin.userId}" } } } }) { nodes { id } } }`,
  );
  expect((await end(admin, grants.roleGrants.nodes[0]?.id ?? null)).errors).toEqual([{ code: 'FORBIDDEN', path: [] }]);
  expect((await run(admin, 'deactivateUser', 'user', { id: admin.userId, expectedVersion: 1 })).errors).toEqual([
    { code: 'OWN_ACCOUNT', path: ['id'] },
  ]);
});

const roles = ['EMPLOYEE', 'MANAGER', 'HR', 'PAYROLL', 'ACCOUNTING', 'IT', 'AUDITOR', 'REPORTING'] as const;

test.each(roles)('%s administers no accounts', async (role) => {
  const member = await world.member(`as-${role}`, [{ role }]);
  const { userId } = await world.member(`beside-${role}`, []);
  const refused = [{ code: 'FORBIDDEN', path: [] }];
  expect((await grant(member, { userId, role: 'EMPLOYEE' })).errors).toEqual(refused);
  expect((await run(member, 'inviteUser', 'user', { email: 'x@world.example', name: 'X' })).errors).toEqual(refused);
  expect((await run(member, 'createUser', 'user', { email: 'x@world.example', name: 'X' })).errors).toEqual(refused);
  expect((await run(member, 'updateUser', 'user', { id: userId, expectedVersion: 1, name: 'X' })).errors).toEqual(
    refused,
  );
  expect((await run(member, 'deactivateUser', 'user', { id: userId, expectedVersion: 1 })).errors).toEqual(refused);
});

test('an administrator of one company gives and takes roles in it, and nothing beyond', async () => {
  const local = await world.member('local', [{ role: 'ADMINISTRATOR', companyId: companies.se }]);
  const other = await world.member('other', [{ role: 'HR', companyId: companies.de }]);
  const everywhere = await grant(admin, { userId: other.userId, role: 'AUDITOR' });
  const abroad = await grant(admin, { userId: other.userId, role: 'PAYROLL', companyId: companies.de });
  const forbidden = { id: null, errors: [{ code: 'FORBIDDEN', path: [] }] };

  const here = await grant(local, { userId: other.userId, role: 'HR', companyId: companies.se });
  expect(here.errors).toEqual([]);
  expect(await grant(local, { userId: other.userId, role: 'HR' })).toEqual(forbidden);
  expect(await grant(local, { userId: other.userId, role: 'HR', companyId: companies.de })).toEqual(forbidden);
  expect((await end(local, here.id)).errors).toEqual([]);
  for (const hidden of [everywhere, abroad])
    expect((await end(local, hidden.id)).errors).toEqual([{ code: 'NOT_FOUND', path: [] }]);

  expect(
    (
      await run(local, 'inviteUser', 'user', {
        email: 'in@world.example',
        name: 'In',
        roles: ['HR'],
        companyId: companies.se,
      })
    ).errors,
  ).toEqual([]);
  expect(await run(local, 'inviteUser', 'user', { email: 'b@world.example', name: 'B', roles: ['HR'] })).toEqual(
    forbidden,
  );
  expect(
    await run(local, 'inviteUser', 'user', {
      email: 'c@world.example',
      name: 'C',
      roles: ['HR'],
      companyId: companies.de,
    }),
  ).toEqual(forbidden);
  expect(await run(local, 'inviteUser', 'user', { email: 'd@world.example', name: 'D' })).toEqual(forbidden);

  expect(await run(local, 'createUser', 'user', { email: 'e@world.example', name: 'E' })).toEqual(forbidden);
  for (const change of [{ email: 'mine@world.example' }, { name: 'Other' }, { personId: null }])
    expect(await run(local, 'updateUser', 'user', { id: admin.userId, expectedVersion: 1, ...change })).toEqual(
      forbidden,
    );
  expect(await run(local, 'deactivateUser', 'user', { id: other.userId, expectedVersion: 1 })).toEqual(forbidden);
});

test('an administrator of one company sees the grants of it, and of others no more than their names', async () => {
  const local = await world.member('seeing', [{ role: 'ADMINISTRATOR', companyId: companies.se }]);
  const seen = await world.member('seen', [{ role: 'HR', companyId: companies.de }]);
  await grant(admin, { userId: seen.userId, role: 'IT', companyId: companies.se });
  const query = `{
    user(id: "${seen.userId}") { name email roleGrants { nodes { role } } sessions { nodes { id } } apiTokens { nodes { id } } }
    auditOperations(first: 100) { nodes { actor } }
  }`;
  const { user, auditOperations } = await local.client.request<{
    user: Record<string, unknown>;
    auditOperations: { nodes: { actor: string }[] };
  }>(query);
  expect(user).toMatchObject({ name: 'seen', email: null });
  expect(JSON.stringify(user)).not.toContain('HR');
  expect(auditOperations.nodes.filter(({ actor }) => actor !== local.email)).toEqual([]);
  const grants = await local.client.request<{ roleGrants: { nodes: { company: { code: string } | null }[] } }>(
    '{ roleGrants(first: 100) { nodes { company { code } } } }',
  );
  expect(new Set(grants.roleGrants.nodes.map((each) => each.company?.code))).toEqual(new Set(['SE']));
});

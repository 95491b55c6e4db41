/** The second factor of password accounts, as a person with a device meets it. */
import { type Browser, type Member, startWorld, type World, worldPassword } from '@kontor/testkit';
import { generate } from 'otplib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let pool: pg.Pool;
let admin: Member;
beforeAll(async () => {
  world = await startWorld();
  pool = new pg.Pool({ connectionString: world.ownerUrl });
  admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(async () => {
  await pool.end();
  await world.stop();
});

interface Answer {
  readonly userErrors: readonly { readonly code: string }[];
  readonly secret?: string;
  readonly address?: string;
  readonly recoveryCodes?: readonly string[];
  readonly token?: string;
}

/** A mutation with one input: its payload, or the code of the error of the whole. */
async function told(
  browser: Browser,
  mutation: string,
  input: object | null,
  selection = '',
): Promise<Answer | string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code } } }`;
  const { data, errors } = await browser.ask<Record<string, Answer>>(query, { input });
  return data?.[mutation] ?? String(errors[0]?.extensions?.['code']);
}

const codesOf = (answer: Answer | string): string[] =>
  typeof answer === 'string' ? [answer] : answer.userErrors.map(({ code }) => code);

const refusals = async (browser: Browser, mutation: string, input: object): Promise<string[]> =>
  codesOf(await told(browser, mutation, input));

const signingIn = (browser: Browser, email: string, code?: string, password = worldPassword): Promise<string[]> =>
  refusals(browser, 'signIn', { email, password, ...(code !== undefined && { code }) });

/** The code that a device shows so many steps of half a minute from now. */
const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

/** A minute and a half ago nothing was used: tests need not wait for the next code. */
const forgetSteps = (userId: string) =>
  pool.query('update second_factor set last_step = 0 where user_id = $1', [userId]);

const forgetAttempts = () => pool.query('delete from rate_limit');

interface Owner extends Member {
  readonly browser: Browser;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

async function withDevice(
  name: string,
  grants: Parameters<World['member']>[1] = [{ role: 'EMPLOYEE' }],
): Promise<Owner> {
  const member = await world.member(name, grants);
  const browser = world.browser();
  expect(await signingIn(browser, member.email)).toEqual([]);
  const begun = await told(browser, 'beginSecondFactor', { currentPassword: worldPassword }, 'secret address');
  if (typeof begun === 'string' || !begun.secret) throw new Error(JSON.stringify(begun));
  const code = await codeOf(begun.secret);
  const confirmed = await told(browser, 'confirmSecondFactor', { code }, 'recoveryCodes');
  if (typeof confirmed === 'string' || !confirmed.recoveryCodes) throw new Error(JSON.stringify(confirmed));
  await forgetSteps(member.userId);
  return { ...member, browser, secret: begun.secret, recoveryCodes: confirmed.recoveryCodes };
}

const log = async (email: string): Promise<string[]> =>
  (
    await pool.query<{ command: string }>(
      "select command from audit_operation where actor = $1 and command <> 'letIn' order by at",
      [email],
    )
  ).rows.map(({ command }) => command);

test('a device is set up, its code asked for, and turned off with a code alone; the log tells, and holds no secret', async () => {
  const { email, userId } = await world.member('anna', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  await signingIn(browser, email);
  expect(await refusals(browser, 'beginSecondFactor', { currentPassword: 'not hers' })).toEqual(['PASSWORD_WRONG']);
  const begun = await told(browser, 'beginSecondFactor', { currentPassword: worldPassword }, 'secret address');
  const { secret = '', address = '' } = begun as Answer;
  expect(address).toBe(`otpauth://totp/Kontor:anna%40world.example?secret=${secret}&issuer=Kontor`);
  // Nothing is asked for until the device has shown that it works.
  expect(await signingIn(world.browser(), email)).toEqual([]);
  expect(await refusals(browser, 'confirmSecondFactor', { code: '000000' })).toEqual(['SECOND_FACTOR_WRONG']);
  const confirmed = await told(browser, 'confirmSecondFactor', { code: await codeOf(secret) }, 'recoveryCodes');
  const { recoveryCodes = [] } = confirmed as Answer;
  expect(recoveryCodes).toHaveLength(10);
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(recoveryCodes[0]).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
  expect(await refusals(browser, 'beginSecondFactor', { currentPassword: worldPassword })).toEqual([
    'SECOND_FACTOR_ON',
  ]);

  const other = world.browser();
  expect(await signingIn(other, email)).toEqual(['SECOND_FACTOR_REQUIRED']);
  expect(await signingIn(other, email, '  ')).toEqual(['SECOND_FACTOR_REQUIRED']);
  expect(await signingIn(other, email, '123456', 'a wrong password')).toEqual(['SIGN_IN_FAILED']);
  // The code that confirmed is spent; the next one is good.
  expect(await signingIn(other, email, await codeOf(secret))).toEqual(['SECOND_FACTOR_WRONG']);
  expect(other.setCookies).toEqual([]);
  const next = await codeOf(secret, 1);
  expect(await signingIn(other, email, `${next.slice(0, 3)} ${next.slice(3)}`)).toEqual([]);
  const { data } = await other.ask<{ mySecurity: object }>(
    '{ mySecurity { hasPassword secondFactorAt recoveryCodesLeft } }',
  );
  expect(data?.mySecurity).toEqual({
    hasPassword: true,
    secondFactorAt: expect.any(String),
    recoveryCodesLeft: 10,
  });

  expect(await refusals(browser, 'turnOffSecondFactor', { code: '000000' })).toEqual(['SECOND_FACTOR_WRONG']);
  await forgetSteps(userId);
  expect(await refusals(browser, 'turnOffSecondFactor', { code: await codeOf(secret) })).toEqual([]);
  expect(await refusals(browser, 'turnOffSecondFactor', { code: await codeOf(secret) })).toEqual(['SECOND_FACTOR_OFF']);
  await forgetAttempts();
  expect(await signingIn(world.browser(), email)).toEqual([]);

  expect(await log(email)).toEqual([
    'signIn',
    'beginSecondFactor',
    'signIn',
    'confirmSecondFactor',
    'signInFailed',
    'secondFactorFailed',
    'useSecondFactor',
    'signIn',
    'secondFactorFailed',
    'useSecondFactor',
    'turnOffSecondFactor',
    'signIn',
  ]);
  const { rows } = await pool.query<{ text: string }>(
    'select coalesce(before::text, $1) || coalesce(after::text, $1) as text from audit_change',
    [''],
  );
  const kept = rows.map(({ text }) => text).join('\n');
  for (const each of [secret, next, ...recoveryCodes]) expect(kept).not.toContain(each);
});

test('a code is good once, even of two at the same moment', async () => {
  const { email, secret } = await withDevice('once');
  const code = await codeOf(secret);
  const both = await Promise.all([signingIn(world.browser(), email, code), signingIn(world.browser(), email, code)]);
  expect(both.map(([refusal = 'in']) => refusal).sort()).toEqual(['SECOND_FACTOR_WRONG', 'in']);
  expect(await signingIn(world.browser(), email, code)).toEqual(['SECOND_FACTOR_WRONG']);
});

test.each<[string, number, string[]]>([
  ['of now', 0, []],
  ['a step early', 1, []],
  ['a step late', -1, []],
  ['three steps early', 3, ['SECOND_FACTOR_WRONG']],
  ['three steps late', -3, ['SECOND_FACTOR_WRONG']],
])('a code %s', async (_, steps, expected) => {
  const { email, secret } = await withDevice(`window${steps}`);
  expect(await signingIn(world.browser(), email, await codeOf(secret, steps))).toEqual(expected);
});

test('a recovery code stands in for the device, once, however it is typed', async () => {
  const { email, browser, recoveryCodes, userId, secret } = await withDevice('recovers');
  const [first = '', second = ''] = recoveryCodes;
  expect(await signingIn(world.browser(), email, first.toLowerCase().replaceAll('-', ' '))).toEqual([]);
  expect(await signingIn(world.browser(), email, first)).toEqual(['SECOND_FACTOR_WRONG']);
  const left = '{ mySecurity { recoveryCodesLeft } }';
  expect((await browser.ask(left)).data).toEqual({ mySecurity: { recoveryCodesLeft: 9 } });
  await forgetSteps(userId);
  const replaced = await told(browser, 'replaceRecoveryCodes', { code: await codeOf(secret) }, 'recoveryCodes');
  expect((replaced as Answer).recoveryCodes).toHaveLength(10);
  expect(await signingIn(world.browser(), email, second)).toEqual(['SECOND_FACTOR_WRONG']);
  expect(await log(email)).toContain('useRecoveryCode');
  const { rows } = await pool.query('select code_hash from recovery_code where user_id = $1', [userId]);
  expect(rows.every(({ code_hash }) => code_hash.length === 32)).toBe(true);
});

test('guessing ends: at the sixth the code is still looked at, at the seventh no longer', async () => {
  const { email, secret } = await withDevice('guessed');
  // Setting up took one of the six.
  await forgetAttempts();
  for (let tries = 0; tries < 5; tries += 1)
    expect(await signingIn(world.browser(), email, '000000')).toEqual(['SECOND_FACTOR_WRONG']);
  expect(await signingIn(world.browser(), email, await codeOf(secret))).toEqual([]);
  expect(await signingIn(world.browser(), email, await codeOf(secret, 1))).toEqual(['RATE_LIMITED']);
  await forgetAttempts();
});

test('the link of a forgotten password is no way around the device', async () => {
  const { email, secret, userId } = await withDevice('forgets');
  const { createHash, randomBytes } = await import('node:crypto');
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    "insert into sign_in_link (user_id, kind, token_hash, expires_at) values ($1, 'PASSWORD_RESET', $2, now() + interval '1 hour')",
    [userId, createHash('sha256').update(token).digest()],
  );
  const browser = world.browser();
  const password = 'vinterdackens lampa';
  expect(await refusals(browser, 'setPassword', { token, password })).toEqual(['SECOND_FACTOR_REQUIRED']);
  expect(await refusals(browser, 'setPassword', { token, password, code: await codeOf(secret) })).toEqual([]);
  expect(await signingIn(world.browser(), email, undefined, password)).toEqual(['SECOND_FACTOR_REQUIRED']);
});

test('a token is made with a code; tokens that are there work on', async () => {
  const { browser, secret, token, userId } = await withDevice('robot-owner');
  const asked = { name: 'export', days: 1 };
  expect(await refusals(browser, 'createApiToken', asked)).toEqual(['SECOND_FACTOR_REQUIRED']);
  const code = await codeOf(secret);
  const made = await told(browser, 'createApiToken', { ...asked, code }, 'token');
  expect((made as Answer).token).toMatch(/^kontor_/);
  expect(await refusals(browser, 'createApiToken', { ...asked, code })).toEqual(['SECOND_FACTOR_WRONG']);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: '{ viewer { user { id } roles { role } } }' }),
  });
  expect(await response.json()).toMatchObject({
    data: { viewer: { user: { id: userId }, roles: [{ role: 'EMPLOYEE' }] } },
  });
});

test('an administrator resets the second factor of somebody else, and never their own', async () => {
  const { email, userId } = await withDevice('lost');
  const own = await withDevice('admin-with-device', [{ role: 'ADMINISTRATOR' }]);
  const other = await world.member('colleague', [{ role: 'EMPLOYEE' }]);
  const reset = (id: string) => ({ userId: id, reason: 'Lost the telephone.' });
  const plain = world.browser();
  await signingIn(plain, other.email);
  expect(await refusals(plain, 'resetSecondFactor', reset(userId))).toEqual(['FORBIDDEN']);
  expect(await refusals(own.browser, 'resetSecondFactor', reset(own.userId))).toEqual(['FORBIDDEN']);
  expect(await refusals(own.browser, 'resetSecondFactor', reset(userId))).toEqual([]);
  expect(await refusals(own.browser, 'resetSecondFactor', reset(userId))).toEqual(['SECOND_FACTOR_OFF']);
  expect(await signingIn(world.browser(), email)).toEqual([]);
  const { data } = await own.browser.ask<{ user: { secondFactorAt: unknown } }>(
    'query ($id: ID!) { user(id: $id) { secondFactorAt } }',
    { id: userId },
  );
  expect(data?.user).toEqual({ secondFactorAt: null });
});

test('a role can ask for a second factor: without one its holder can set one up and do nothing else', async () => {
  const member = await world.member('hr-person', [{ role: 'HR' }]);
  const create =
    'mutation { createSecondFactorRule(input: { role: HR }) { secondFactorRule { id version } userErrors { code } } }';
  const made = await admin.client.request<{
    createSecondFactorRule: { secondFactorRule: { id: string; version: number } };
  }>(create);
  const browser = world.browser();
  expect(await signingIn(browser, member.email)).toEqual([]);
  const rights = '{ viewer { roles { role } secondFactorMissing } }';
  expect((await browser.ask(rights)).data).toEqual({
    viewer: { roles: [], secondFactorMissing: true },
  });
  expect((await browser.ask('{ users { nodes { id } } }')).data).toEqual({ users: { nodes: [] } });
  const begun = await told(browser, 'beginSecondFactor', { currentPassword: worldPassword }, 'secret');
  const code = await codeOf((begun as Answer).secret ?? '');
  expect(await refusals(browser, 'confirmSecondFactor', { code })).toEqual([]);
  expect((await browser.ask(rights)).data).toEqual({
    viewer: { roles: [{ role: 'HR' }], secondFactorMissing: false },
  });
  // Whoever holds another role is asked for nothing, and a rule out of use asks nobody.
  const another = await world.member('hr-other', [{ role: 'HR' }]);
  const { id, version } = made.createSecondFactorRule.secondFactorRule;
  await admin.client.request(
    'mutation ($id: ID!, $version: Int!) { deactivateSecondFactorRule(input: { id: $id, expectedVersion: $version }) { userErrors { code } } }',
    { id, version },
  );
  const free = world.browser();
  await signingIn(free, another.email);
  expect((await free.ask('{ viewer { roles { role } } }')).data).toEqual({ viewer: { roles: [{ role: 'HR' }] } });
});

test('the secret is sealed: the database alone opens nothing', async () => {
  const { userId, secret } = await withDevice('sealed');
  const { rows } = await pool.query<{ secret_sealed: Buffer }>(
    'select secret_sealed from second_factor where user_id = $1',
    [userId],
  );
  const sealed = rows[0]?.secret_sealed ?? Buffer.alloc(0);
  expect(sealed.toString('latin1')).not.toContain(secret);
  expect(sealed.length).toBe(1 + 12 + 16 + secret.length);
});

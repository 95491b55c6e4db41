import net from 'node:net';
import { Browser, startWorld, type World, worldPassword } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let pool: pg.Pool;
beforeAll(async () => {
  world = await startWorld();
  pool = new pg.Pool({ connectionString: world.ownerUrl });
});
afterAll(async () => {
  await pool.end();
  await world.stop();
});

const log = async (email: string) =>
  (
    await pool.query<{ command: string; known: boolean; channel: string; address: string }>(
      'select command, user_id is not null as known, channel, address from audit_operation where actor = $1 order by at',
      [email],
    )
  ).rows;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const who = 'query { viewer { user { email } } }';

test('somebody signs in, works and signs out, and the log tells', async () => {
  const { email } = await world.member('anna', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  expect(await browser.ask(who)).toMatchObject({ data: { viewer: null } });
  expect(await browser.signIn(` ${email.toUpperCase()}`, worldPassword)).toEqual([]);
  expect(browser.setCookies).toEqual([
    expect.stringMatching(/^kontor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/),
  ]);
  expect(await browser.ask(who)).toMatchObject({ data: { viewer: { user: { email } } } });
  const { rows } = await pool.query(
    "select last_sign_in_at > now() - interval '1 minute' as fresh from app_user where email = $1",
    [email],
  );
  expect(rows).toEqual([{ fresh: true }]);
  expect(await browser.ask('mutation { signOut { userErrors { code } } }')).toMatchObject({
    data: { signOut: { userErrors: [] } },
  });
  expect(browser.setCookies.at(-1)).toContain('kontor=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
  expect(await browser.ask(who)).toMatchObject({ data: { viewer: null } });
  expect(await log(email)).toEqual([
    { command: 'signIn', known: true, channel: 'console', address: '127.0.0.1' },
    { command: 'signOut', known: true, channel: 'console', address: '127.0.0.1' },
  ]);
});

test('a session that was signed out is over, even for whoever kept its cookie', async () => {
  const { email } = await world.member('kept', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  await browser.signIn(email, worldPassword);
  const cookie = browser.setCookies[0]?.split(';')[0] ?? '';
  await browser.ask('mutation { signOut { userErrors { code } } }');
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kontor-csrf': '1', cookie },
    body: JSON.stringify({ query: who }),
  });
  expect(await response.json()).toMatchObject({ data: { viewer: null } });
});

test('signing in again on the same browser ends what was open on it', async () => {
  const one = await world.member('one', [{ role: 'EMPLOYEE' }]);
  const two = await world.member('two', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  await browser.signIn(one.email, worldPassword);
  await browser.signIn(two.email, worldPassword);
  expect(await browser.ask(who)).toMatchObject({ data: { viewer: { user: { email: two.email } } } });
  const { rows } = await pool.query(
    'select count(*)::int as open from session where user_id = $1 and revoked_at is null',
    [one.userId],
  );
  expect(rows).toEqual([{ open: 0 }]);
});

test('with TLS the cookie is bound to the host, and travels on TLS alone', async () => {
  const port = await freePort();
  const secure = await startWorld({ port, publicUrl: 'https://kontor.example' });
  try {
    const { email } = await secure.member('anna', [{ role: 'EMPLOYEE' }]);
    const browser = new Browser(`http://127.0.0.1:${port}`);
    expect(await browser.signIn(email, worldPassword)).toEqual([]);
    expect(browser.setCookies).toEqual([
      expect.stringMatching(/^__Host-kontor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/),
    ]);
    expect(await browser.ask(who)).toMatchObject({ data: { viewer: { user: { email } } } });
  } finally {
    await secure.stop();
  }
});

const refused = [{ code: 'SIGN_IN_FAILED' }];

test('a wrong password, no password, an inactive user and nobody at all get the same answer', async () => {
  const { email } = await world.member('bo', [{ role: 'EMPLOYEE' }]);
  const admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  const inactive = await world.member('inactive', [{ role: 'EMPLOYEE' }]);
  await admin.client.request(
    'mutation ($id: ID!) { deactivateUser(input: { id: $id, expectedVersion: 1 }) { userErrors { code } } }',
    { id: inactive.userId },
  );
  await admin.client.request(
    'mutation { createUser(input: { name: "New", email: "New@World.Example" }) { userErrors { code } } }',
  );
  const browser = world.browser();
  expect(await browser.signIn(email, 'wrong')).toEqual(refused);
  expect(await browser.signIn(inactive.email, worldPassword)).toEqual(refused);
  expect(await browser.signIn('new@world.example', worldPassword)).toEqual(refused);
  expect(await browser.signIn('nobody@world.example', worldPassword)).toEqual(refused);
  expect(await browser.signIn('a password typed into the wrong field', '')).toEqual(refused);
  expect(browser.setCookies).toEqual([]);
  expect(await log(email)).toEqual([
    { command: 'signInFailed', known: false, channel: 'console', address: '127.0.0.1' },
  ]);
  expect(await log('nobody@world.example')).toHaveLength(1);
  const all = await pool.query(
    "select actor from audit_operation where actor like '%password%' or reason like '%password%'",
  );
  expect(all.rows).toEqual([]);
});

test('it takes as long to refuse somebody who is not there', async () => {
  const { email } = await world.member('timed', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  const timeOf = async (address: string) => {
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const start = performance.now();
      await browser.signIn(address, 'wrong');
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[3] ?? 0;
  };
  await timeOf('warm-up@world.example');
  const [known, unknown] = [await timeOf(email), await timeOf('unknown@world.example')];
  expect(unknown).toBeGreaterThan(known / 2);
  expect(unknown).toBeLessThan(known * 2);
});

test('an account cannot be guessed at without end', async () => {
  const { email } = await world.member('guessed', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  for (let tries = 0; tries < 10; tries += 1) expect(await browser.signIn(email, 'guess')).toEqual(refused);
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
  const { errors, data } = await browser.ask(query, { input: { email, password: worldPassword } });
  expect(data).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  const { rows } = await pool.query<{ bucket: string }>('select bucket from rate_limit');
  expect(rows.filter(({ bucket }) => bucket.includes('guessed'))).toEqual([]);
  const another = await world.member('another', [{ role: 'EMPLOYEE' }]);
  expect(await browser.signIn(another.email, worldPassword)).toEqual([]);
});

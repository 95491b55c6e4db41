import { createHash } from 'node:crypto';
import net from 'node:net';
import { Browser, startWorld, type World, worldPassword } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../server.ts';

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

/** The bucket of a limit, by the name that it has in the table. */
const bucketOf = (limit: string, subject: string): string =>
  `${limit}:${createHash('sha256').update(subject).digest('base64url')}`;

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
    { command: 'signInFailed', known: true, channel: 'console', address: '127.0.0.1' },
  ]);
  expect(await log('nobody@world.example')).toHaveLength(1);
  const all = await pool.query(
    "select actor from audit_operation where actor like '%password%' or reason like '%password%'",
  );
  expect(all.rows).toEqual([]);
});

/** Processor time that the server spends on an answer: unlike the time on a clock, the same on a busy machine. */
async function workOf<Answer>(ask: () => Promise<Answer>): Promise<{ microseconds: number; answer: Answer }> {
  const before = process.cpuUsage();
  const answer = await ask();
  const { user, system } = process.cpuUsage(before);
  return { microseconds: user + system, answer };
}

const median = (works: readonly { microseconds: number }[]): number =>
  works.map(({ microseconds }) => microseconds).sort((a, b) => a - b)[Math.floor(works.length / 2)] ?? 0;

test('it takes as much work to refuse somebody who is not there', async () => {
  const { email } = await world.member('timed', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  const refusals = async (address: string) => {
    const works = [];
    for (let round = 0; round < 7; round += 1) works.push(await workOf(() => browser.signIn(address, 'wrong')));
    return median(works);
  };
  await refusals('warm-up@world.example');
  const [known, unknown] = [await refusals(email), await refusals('unknown@world.example')];
  expect(unknown).toBeGreaterThan(known / 2);
  expect(unknown).toBeLessThan(known * 2);
});

/** Another process on the same database, as behind a load balancer. */
async function anotherProcess(): Promise<{ browser: () => Browser; stop: () => Promise<void> }> {
  const { env, pool: shared } = world.server.app;
  const appUrl = String(shared.options.connectionString);
  const database = { kind: 'external', ownerUrl: world.ownerUrl, appUrl, stop: async () => {} } as const;
  const server = await startServer({ env, database });
  return { browser: () => new Browser(server.url), stop: server.stop };
}

test('an account is tried ten times from one address, whichever process counts; the eleventh is a wrong password whatever it is', async () => {
  const { email } = await world.member('guessed', [{ role: 'EMPLOYEE' }]);
  const other = await anotherProcess();
  try {
    const browsers = [world.browser(), other.browser()];
    for (let tries = 0; tries < 9; tries += 1)
      expect(await browsers[tries % 2]?.signIn(email, 'guess')).toEqual(refused);
    expect(await browsers[1]?.signIn(email, worldPassword)).toEqual([]);
    for (const browser of [world.browser(), other.browser()])
      expect(await browser.signIn(email, worldPassword)).toEqual(refused);
  } finally {
    await other.stop();
  }
  expect((await log(email)).map(({ command }) => command)).toEqual([
    ...Array(9).fill('signInFailed'),
    'signIn',
    'signInLocked',
    'signInLocked',
  ]);
  const { rows } = await pool.query<{ bucket: string }>('select bucket from rate_limit');
  expect(rows.filter(({ bucket }) => bucket.includes('guessed'))).toEqual([]);
  const another = await world.member('another', [{ role: 'EMPLOYEE' }]);
  expect(await world.browser().signIn(another.email, worldPassword)).toEqual([]);
});

test('an account that is locked answers as a wrong password does, in body and in work', async () => {
  const { email } = await world.member('locked', [{ role: 'EMPLOYEE' }]);
  const query =
    'mutation ($input: SignInInput!) { signIn(input: $input) { user { email } userErrors { code message path } } }';
  const answerOf = (password: string) =>
    workOf(async () => {
      const { status, data, errors } = await world.browser().ask(query, { input: { email, password } });
      return JSON.stringify({ status, data, errors });
    });
  const open = [];
  for (let tries = 0; tries < 10; tries += 1) open.push(await answerOf('guess'));
  const locked = [];
  for (let tries = 0; tries < 10; tries += 1) locked.push(await answerOf(worldPassword));
  expect(new Set([...open, ...locked].map(({ answer }) => answer)).size).toBe(1);
  expect(median(locked)).toBeGreaterThan(median(open) / 2);
  expect(median(locked)).toBeLessThan(median(open) * 2);
});

test('an address is tried three hundred times, and is told when to come again', async () => {
  const key = bucketOf('sign-in address', '127.0.0.1');
  const attempt =
    'mutation { signIn(input: { email: "nobody@world.example", password: "guess" }) { userErrors { code } } }';
  await pool.query('delete from rate_limit');
  await world.browser().ask(attempt);
  await pool.query('update rate_limit set tokens = 1, filled_at = clock_timestamp() where bucket = $1', [key]);
  expect((await world.browser().ask(attempt)).data).toEqual({ signIn: { userErrors: refused } });
  const { data, errors } = await world.browser().ask(attempt);
  expect(data).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  await pool.query('delete from rate_limit');
});

test('people see in the audit log that somebody tried to be them, and administrators see it of everybody', async () => {
  const { email } = await world.member('tried', [{ role: 'EMPLOYEE' }]);
  const { client } = await world.member('sees-all', [{ role: 'ADMINISTRATOR' }]);
  await world.browser().signIn(email, 'guess');
  await world.browser().signIn('nobody-at-all@world.example', 'guess');
  const own = world.browser();
  await own.signIn(email, worldPassword);
  const query = '{ auditOperations(orderBy: [{ at: { direction: ASC } }]) { nodes { actor command address } } }';
  const address = '127.0.0.1';
  expect((await own.ask(query)).data).toEqual({
    auditOperations: {
      nodes: [
        { actor: email, command: 'signInFailed', address },
        { actor: email, command: 'signIn', address },
      ],
    },
  });
  const everything = await client.request<{ auditOperations: { nodes: object[] } }>(
    '{ auditOperations(first: 100, where: { command: { eq: "signInFailed" } }) { nodes { actor command } } }',
  );
  for (const actor of [email, 'nobody-at-all@world.example'])
    expect(everything.auditOperations.nodes).toContainEqual({ actor, command: 'signInFailed' });
});

/** Signing in by an identity provider, against a real one, through HTTP. */
import { type Browser, type ProviderAccount, worldPassword } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProviderWorld, problem, startProviderWorld, verified, whoIs } from '../system/proof/provider-world.ts';
import { safePath } from '../system/provider-sign-in.ts';

let all: ProviderWorld;
let world: ProviderWorld['world'];
let pool: ProviderWorld['pool'];
let provider: ProviderWorld['provider'];
let providerId: ProviderWorld['providerId'];
let callback: ProviderWorld['callback'];
let perform: ProviderWorld['perform'];
let addProvider: ProviderWorld['addProvider'];
let leadsTo: ProviderWorld['leadsTo'];

beforeAll(async () => {
  all = await startProviderWorld();
  ({ world, pool, provider, providerId, callback, perform, addProvider, leadsTo } = all);
});
afterAll(() => all.stop());

/** Goes to the provider and signs in there; answers the address that it sends them back to. */
async function throughProvider(
  browser: Browser,
  account: string | null,
  change: (address: URL) => void = () => undefined,
  from = `/sign-in/oidc/${providerId}`,
): Promise<string> {
  const start = await browser.visit(from);
  expect(start.status).toBe(303);
  const address = new URL(start.location ?? '');
  expect(address.origin).toBe(provider.issuer);
  change(address);
  return provider.through(browser, address.href, account);
}

/** Signs somebody in and answers where that led. */
async function signedIn(account: string, browser = world.browser()): Promise<string> {
  return leadsTo(await browser.visit(await throughProvider(browser, account)));
}

const failures = async (actor: string): Promise<string[]> =>
  (
    await pool.query<{ reason: string }>(
      "select reason from audit_operation where command = 'signInByProviderFailed' and actor = $1 order by at",
      [actor],
    )
  ).rows.map(({ reason }) => reason);

test('somebody with an account signs in by the provider, works and signs out, and the log tells', async () => {
  const { email, userId } = await world.member('anna', [{ role: 'EMPLOYEE' }]);
  provider.people.set('anna-1', verified('anna'));
  const browser = world.browser();
  const start = await browser.visit(`/sign-in/oidc/${providerId}?next=/employees%3Fpage=2`);
  const asked = new URL(start.location ?? '').searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: callback(),
    code_challenge_method: 'S256',
    scope: 'openid email profile',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(browser.setCookies).toEqual([
    expect.stringMatching(/^kontor-provider=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/),
  ]);
  const back = await throughProvider(
    browser,
    'anna-1',
    undefined,
    `/sign-in/oidc/${providerId}?next=/employees%3Fpage=2`,
  );
  const arrived = await browser.visit(back);
  expect(leadsTo(arrived)).toBe('303 /employees?page=2');
  expect(arrived.headers.get('cache-control')).toBe('no-store');
  expect(browser.setCookies.slice(-2)).toEqual([
    'kontor-provider=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    expect.stringMatching(/^kontor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/),
  ]);
  expect(await whoIs(browser)).toBe(email);
  const linked = await browser.ask('{ userIdentities { nodes { subject email identityProvider { id } endedAt } } }');
  expect(linked.data).toEqual({
    // An employee reads no providers.
    userIdentities: { nodes: [{ subject: 'anna-1', email, identityProvider: null, endedAt: null }] },
  });
  await browser.ask('mutation { signOut { userErrors { code } } }');
  expect(await whoIs(browser)).toBeNull();
  const { rows } = await pool.query(
    'select command, actor, reason from audit_operation where user_id = $1 or (command = $2 and actor like $3) order by at',
    [userId, 'linkIdentity', 'identity provider%'],
  );
  expect(rows).toEqual([
    { command: 'linkIdentity', actor: 'identity provider Example login', reason: null },
    { command: 'signInByProvider', actor: email, reason: 'Example login' },
    { command: 'signOut', actor: email, reason: null },
  ]);
});

test('the second time the subject decides, whatever the address is by then', async () => {
  const { email } = await world.member('moves', [{ role: 'EMPLOYEE' }]);
  const other = await world.member('other', [{ role: 'EMPLOYEE' }]);
  provider.people.set('moves-1', verified('moves'));
  expect(await signedIn('moves-1')).toBe('303 /');
  provider.people.set('moves-1', verified('other', { email_verified: false }));
  const browser = world.browser();
  expect(await signedIn('moves-1', browser)).toBe('303 /');
  expect(await whoIs(browser)).toBe(email);
  // And whoever comes with the address of a linked account is somebody else.
  provider.people.set('moves-2', verified('moves'));
  expect(await signedIn('moves-2')).toBe(problem('PROVIDER_ACCOUNT_PROTECTED'));
  expect(await failures(email)).toEqual(['PROVIDER_ACCOUNT_PROTECTED']);
  expect(other.email).toBe('other@world.example');
});

test.each<[string, string, ProviderAccount, string]>([
  [
    'an address that the provider has not seen to be theirs',
    'known',
    { email_verified: false },
    'PROVIDER_MAIL_NOT_VERIFIED',
  ],
  ['an address without a word about it', 'known', { email_verified: undefined }, 'PROVIDER_MAIL_NOT_VERIFIED'],
  ['no address', 'known', { email: undefined }, 'PROVIDER_ACCOUNT_UNKNOWN'],
  ['an address that nobody has', 'nobody', {}, 'PROVIDER_ACCOUNT_UNKNOWN'],
  ['the address of somebody out of use', 'gone', {}, 'PROVIDER_ACCOUNT_UNKNOWN'],
  ['the address of an account with a second factor', 'guarded', {}, 'PROVIDER_ACCOUNT_PROTECTED'],
])('%s lets nobody in', async (title, name, more, code) => {
  const member = `${name}-${title.length}`;
  if (name !== 'nobody') {
    const { userId } = await world.member(member, [{ role: 'EMPLOYEE' }]);
    const change = name === 'gone' ? 'active = false' : name === 'guarded' ? 'second_factor_at = now()' : 'name = name';
    await pool.query(
      `do $$ begin perform set_config('kontor.operation', (select id::text from audit_operation limit 1), true);
       update app_user set ${change} where id = '${userId}'; end $$`,
    );
  }
  provider.people.set(member, verified(member, more));
  const browser = world.browser();
  expect(await signedIn(member, browser)).toBe(problem(code));
  expect(await whoIs(browser)).toBeNull();
  const { rows } = await pool.query('select 1 from user_identity where subject = $1', [member]);
  expect(rows).toEqual([]);
});

test('unknown people get an account where the provider may make them, and nothing but what their groups bring', async () => {
  const set = async (unknownUsers: string): Promise<void> => {
    const { rows } = await pool.query('select version from identity_provider where id = $1', [providerId]);
    await perform('updateIdentityProvider', { id: providerId, expectedVersion: rows[0].version, unknownUsers }, '');
  };
  await set('CREATE');
  try {
    provider.people.set('new-1', verified('new', { locale: 'sv-SE' }));
    provider.people.set('new-2', verified('unverified', { email_verified: false }));
    const browser = world.browser();
    expect(await signedIn('new-1', browser)).toBe('303 /');
    const { data } = await browser.ask('{ viewer { user { email name language } roles { role } } }');
    expect(data).toEqual({
      viewer: { user: { email: 'new@world.example', name: 'new of the provider', language: 'sv' }, roles: [] },
    });
    // There is no password that would let them in otherwise.
    expect(await world.browser().signIn('new@world.example', worldPassword)).toEqual([{ code: 'SIGN_IN_FAILED' }]);
    expect(await signedIn('new-2')).toBe(problem('PROVIDER_MAIL_NOT_VERIFIED'));
    // Of many tabs at once one makes the account.
    provider.people.set('new-3', verified('tabs'));
    const tabs = [world.browser(), world.browser(), world.browser()];
    const backs = await Promise.all(tabs.map((each) => throughProvider(each, 'new-3')));
    const arrived = await Promise.all(tabs.map((each, index) => each.visit(backs[index] ?? '')));
    expect(arrived.map(leadsTo)).toEqual(['303 /', '303 /', '303 /']);
  } finally {
    await set('REFUSE');
  }
});

test.each<[string, (back: URL) => void]>([
  ['another state', (back) => back.searchParams.set('state', 'x'.repeat(43))],
  ['no state', (back) => back.searchParams.delete('state')],
  ['another code', (back) => back.searchParams.set('code', 'x'.repeat(43))],
  ['another issuer', (back) => back.searchParams.set('iss', 'https://login.example.com')],
  ['no code', (back) => back.searchParams.delete('code')],
])('an answer with %s is not valid', async (_, change) => {
  provider.people.set('anna-1', verified('anna'));
  const browser = world.browser();
  const back = new URL(await throughProvider(browser, 'anna-1'));
  const untouched = back.href;
  change(back);
  expect(leadsTo(await browser.visit(back.href))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
  expect(await whoIs(browser)).toBeNull();
  // What has been tried is over, even with the right one.
  expect(leadsTo(await browser.visit(untouched))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
});

test('a nonce that is not ours is refused', async () => {
  const browser = world.browser();
  const back = await throughProvider(browser, 'anna-1', (address) =>
    address.searchParams.set('nonce', 'of-somebody-else'),
  );
  expect(leadsTo(await browser.visit(back))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
});

test('a code for another challenge is refused by the provider', async () => {
  const browser = world.browser();
  const back = await throughProvider(browser, 'anna-1', (address) =>
    address.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
  );
  expect(leadsTo(await browser.visit(back))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
});

test('an answer is good once, and in the browser alone that asked', async () => {
  const browser = world.browser();
  const back = await throughProvider(browser, 'anna-1');
  const cookie = browser.setCookies[0]?.split(';')[0] ?? '';
  // Somebody who is sent a link of somebody else's is not signed in as them.
  expect(leadsTo(await world.browser().visit(back))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
  expect(leadsTo(await browser.visit(back))).toBe('303 /');
  const again = await fetch(back, { redirect: 'manual', headers: { cookie } });
  expect(again.headers.get('location')).toBe('/login?problem=PROVIDER_ANSWER_NOT_VALID');
});

test('what took too long is over: the wait for an answer, and the code of the provider', async () => {
  const slow = world.browser();
  const back = await throughProvider(slow, 'anna-1');
  await pool.query("update provider_sign_in set expires_at = now() - interval '1 second' where used_at is null");
  expect(leadsTo(await slow.visit(back))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
  provider.serve([callback()], { codeSeconds: 1 });
  const browser = world.browser();
  const late = await throughProvider(browser, 'anna-1');
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect(leadsTo(await browser.visit(late))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
  provider.serve([callback()]);
});

test('the answer of one provider is not taken for another’s', async () => {
  const otherId = await addProvider('Other login', 'kontor-elsewhere');
  const browser = world.browser();
  const back = await throughProvider(browser, 'anna-1');
  expect(leadsTo(await browser.visit(back.replace(providerId, otherId)))).toBe(problem('PROVIDER_ANSWER_NOT_VALID'));
});

test('a provider that is away is said to be away, before and after', async () => {
  const browser = world.browser();
  const back = await throughProvider(browser, 'anna-1');
  provider.fail();
  expect(leadsTo(await browser.visit(back))).toBe(problem('PROVIDER_UNREACHABLE'));
  expect(leadsTo(await world.browser().visit(`/sign-in/oidc/${providerId}`))).toBe(problem('PROVIDER_UNREACHABLE'));
  expect(leadsTo(await world.browser().visit('/sign-in/oidc/none'))).toBe(problem('PROVIDER_UNKNOWN'));
  provider.serve([callback()]);
});

test('somebody who changes their mind at the provider is back at the sign-in page', async () => {
  const browser = world.browser();
  expect(leadsTo(await browser.visit(await throughProvider(browser, null)))).toBe(problem('PROVIDER_REFUSED'));
});

test.each<[string | null, string]>([
  ['/employees?page=2#top', '/employees?page=2#top'],
  [null, '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['employees', '/'],
  [`/${'a'.repeat(2000)}`, '/'],
])('after signing in %j leads to %s', (asked, expected) => {
  expect(safePath(asked)).toBe(expected);
});

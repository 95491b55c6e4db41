/** Signing in as people do it, in a real browser: by their organisation, and with a device that shows codes. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  launchChromium,
  type Member,
  performed,
  startIdentityProvider,
  startWorld,
  type TestIdentityProvider,
  type World,
  worldPassword,
} from '@kontor/testkit';
import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;
let admin: Member;
let provider: TestIdentityProvider;

beforeAll(async () => {
  world = await startWorld();
  browser = await launchChromium();
  admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  provider = await startIdentityProvider();
});
afterAll(async () => {
  await browser?.close();
  await provider?.stop();
  await world.stop();
});

const open = async (name: string, path = '/'): Promise<Desk> =>
  (await Desk.open(browser, `${world.url}${path}`, name)).picturedOnFailure();

/** What keeps somebody from using a page, in either theme. */
async function examined(page: Page): Promise<string[]> {
  const walk = new Walk(page);
  await walk.examine('light');
  return walk.problems;
}

async function pictured(page: Page, name: string): Promise<void> {
  const folder = fileURLToPath(new URL('../dist/pictures', import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/signing-in-${name}.png`, fullPage: true });
}

const signOut = async ({ page, name }: Desk): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^Account of ${name}`, 'i') }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
};

test('whoever has no session is led to sign in once, and not over and over', async () => {
  const desk = await open('admin', '/employees?search=x');
  const { page } = desk;
  await page.locator('input[type=email]').waitFor();
  expect(new URL(page.url()).pathname).toBe('/login');
  // The blank page, the one that was asked for, and this one.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(3);
  await desk.signIn();
  expect(page.url()).toBe(`${world.url}/employees?search=x`);
  // The session ends while somebody looks on.
  await page.context().clearCookies();
  const before = await page.evaluate(() => history.length);
  // Whatever the page asks next leads there, if it is faster than the click.
  const people = page.getByRole('navigation').getByRole('link', { name: 'People', exact: true });
  await Promise.race([people.click().catch(() => undefined), page.locator('input[type=email]').waitFor()]);
  await page.locator('input[type=email]').waitFor();
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 3);
  await desk.close();
});

test('an administrator sets a provider up in the console, and somebody signs in by it, is told when it is away, and signs out', async () => {
  const setter = (await Desk.signedIn(browser, world.url, 'admin')).picturedOnFailure();
  await setter.list('Identity providers');
  await setter.page.getByRole('link', { name: 'New', exact: true }).click();
  await setter.type('Name', 'Example login');
  await setter.type('Issuer', provider.issuer);
  await setter.type('Client id', provider.clientId);
  await setter.choose('People without an account', 'Refuse them');
  await setter.press('Save');
  await setter.press('Set the secret');
  await setter.page
    .getByRole('dialog')
    .getByLabel(/^Client secret/)
    .fill(provider.clientSecret);
  await setter.confirm('Set the secret');
  const address = new URL(setter.page.url());
  await setter.page.getByRole('tab', { name: 'Connection' }).click();
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address.pathname)?.[0] ?? '';
  expect(id).not.toBe('');
  await setter.page.getByText(`${world.url}/sign-in/oidc/${id}/callback`).waitFor();
  await pictured(setter.page, 'connection');
  await performed(
    admin,
    'createGroupMapping',
    { identityProviderId: id, groupName: 'staff', role: 'EMPLOYEE' },
    'groupMapping { id }',
  );
  await setter.close();

  provider.serve([`${world.url}/sign-in/oidc/${id}/callback`]);
  await world.member('astrid', []);
  provider.people.set('astrid-1', { email: 'astrid@world.example', email_verified: true, groups: ['staff'] });
  const desk = await open('astrid', '/sessions');
  const { page } = desk;
  const way = page.getByRole('link', { name: 'Sign in with Example login' });
  await way.waitFor();
  await pictured(page, 'provider');
  expect(await examined(page)).toEqual([]);
  provider.fail();
  await way.click();
  await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
  await pictured(page, 'provider-away');
  provider.serve([`${world.url}/sign-in/oidc/${id}/callback`]);
  await way.click();
  await page.getByLabel('Name').fill('astrid-1');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('#main-content h1').waitFor();
  expect(page.url().startsWith(world.url)).toBe(true);
  const cookies = await page.context().cookies(world.url);
  expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
    { name: 'kontor', httpOnly: true, sameSite: 'Strict' },
  ]);
  await page.goto(`${world.url}/security`);
  await page.getByText('This browser').waitFor();
  // Somebody whom the provider vouches for may have a password as well, and it is kept here.
  await signOut(desk);
  expect(await page.context().cookies(world.url)).toEqual([]);
  await desk.close();
});

test('whose session ends while they type signs in over the page, and what was typed is saved', async () => {
  const desk = await open('admin', '/identity-providers/new');
  const { page } = desk;
  await desk.signIn();
  await desk.type('Name', 'Typed before the end');
  await desk.type('Issuer', provider.issuer);
  await desk.type('Client id', 'typed-before');
  await desk.choose('People without an account', 'Refuse them');
  await page.context().clearCookies();
  await desk.press('Save');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await pictured(page, 'session-ended');
  // Nobody dismisses it, and a wrong password leaves everything as it is.
  await page.keyboard.press('Escape');
  await dialog.locator('input[type=password]').fill(`${worldPassword}?`);
  await desk.press('Sign in', dialog);
  await dialog.getByRole('alert').waitFor();
  await dialog.locator('input[type=password]').fill(worldPassword);
  await desk.press('Sign in', dialog);
  // What was asked when the session ended is asked again.
  await page.getByRole('heading', { level: 1, name: 'Typed before the end' }).waitFor();
  expect(await desk.value('Client id').innerText()).toBe('typed-before');
  await desk.close();
});

/** The code that the device would show so many half minutes from now. */
const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

test('somebody sets a device up, is asked for its code, and ends their other sessions', async () => {
  await world.member('bodil', [{ role: 'EMPLOYEE' }]);
  const other = world.browser();
  await other.signIn('bodil@world.example', worldPassword);
  const desk = (await Desk.signedIn(browser, world.url, 'bodil')).picturedOnFailure();
  const { page } = desk;
  await page.getByRole('button', { name: /^Account of bodil/ }).click();
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor();
  await page.getByText('This browser').waitFor();
  await pictured(page, 'security');
  expect(await examined(page)).toEqual([]);

  await desk.press('Turn the second factor on');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Current password/).fill(worldPassword);
  await desk.press('Next', dialog);
  await dialog.getByRole('img', { name: 'QR code for your telephone' }).waitFor();
  const secret = (await dialog.locator('code').innerText()).trim();
  await pictured(page, 'device');
  expect(await examined(page)).toEqual([]);
  await dialog.getByLabel(/^Code/).fill(await codeOf(secret));
  await desk.press('Confirm', dialog);
  await dialog.getByRole('list', { name: 'Recovery codes' }).waitFor();
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await pictured(page, 'recovery-codes');
  await desk.press('Close', dialog);
  await page.getByText(/^A code is asked for since/).waitFor();

  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'hidden' });
  expect((await other.ask('{ viewer { personId } }')).data).toEqual({ viewer: null });

  await signOut(desk);
  await page.locator('input[type=email]').fill('bodil@world.example');
  await page.locator('input[type=password]').fill(worldPassword);
  await desk.press('Sign in');
  await page.getByLabel(/^Code/).fill('000000');
  await pictured(page, 'code');
  expect(await examined(page)).toEqual([]);
  await desk.press('Sign in');
  await page.getByRole('alert').filter({ hasText: 'wrong or was used already' }).waitFor();
  // The next one, as this one has been used; neither is too old if its half minute ends on the way.
  await page.getByLabel(/^Code/).fill(await codeOf(secret, 1));
  await desk.press('Sign in');
  await page.locator('#main-content h1').waitFor();
  await desk.close();
});

test('a role that asks for a second factor leads to setting one up, in the language of whoever signs in', async () => {
  const cilla = await world.member('cilla', [{ role: 'HR' }]);
  await cilla.client.request('mutation { updateMyLanguage(input: { language: "sv" }) { userErrors { code } } }');
  await performed(admin, 'createSecondFactorRule', { role: 'HR' }, 'secondFactorRule { id }');
  const desk = (
    await Desk.open(browser, world.url, 'cilla', { locale: 'sv-SE', width: 390, height: 844 })
  ).picturedOnFailure();
  const { page } = desk;
  await desk.signIn();
  await page.waitForURL('**/security');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'En av dina roller kräver en andra faktor' }).waitFor();
  await pictured(page, 'required');
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goto(`${world.url}/employees`);
  await page.waitForURL('**/security');
  await desk.close();
});

/** Why somebody sees something, and who does: asked and answered in a real browser. */
import { launchChromium, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { furnish } from './furnish.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;
let hrUserId: string;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  const { members } = await furnish(world);
  hrUserId = members['hr']?.userId ?? '';
  await world.member('asking', [{ role: 'AUDITOR' }, { role: 'ADMINISTRATOR' }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

test('whoever reads the grants of others asks who sees a salary, and why', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'asking')).picturedOnFailure();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const walk = new Walk(page);
  await desk.list('Employees');
  await desk.record('Kanari');
  await page.getByRole('link', { name: 'Who can see this?' }).click();
  await page.getByRole('heading', { level: 1, name: 'Access' }).waitFor();
  await desk.choose('Field', 'Salary');
  const readers = page.getByRole('region', { name: 'Who may read a field' });
  await readers
    .getByRole('row')
    .filter({ hasText: /as HR, .*: every record/ })
    .first()
    .waitFor();
  await readers
    .getByRole('row')
    .filter({ hasText: /as Employee, .*: what is their own/ })
    .first()
    .waitFor();
  expect(await readers.innerText()).not.toMatch(/as (IT|Accounting),/);
  expect(new URL(page.url()).searchParams.get('field')).toBe('salary');
  await walk.settle();
  await desk.picture('access-who');

  await page.getByRole('tab', { name: 'What a user may do' }).click();
  await page.goto(`${page.url()}&user=${hrUserId}`);
  const answers = page.getByRole('region', { name: 'What a user may do' });
  const salary = answers
    .getByRole('row')
    .filter({ hasText: /^Salary\s/ })
    .first();
  await salary.waitFor();
  expect(await salary.innerText()).toMatch(/Yes[\s\S]*as HR/);
  const actions = page.getByRole('region', { name: 'Action' });
  expect(await actions.innerText()).toContain('Nobody does this in a case of their own.');
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await walk.settle();
    await walk.examine(theme);
    await desk.picture(`access-user-${theme}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await walk.settle();
  await walk.examine('telephone');
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await desk.picture('access-user-phone');
  expect(walk.problems).toEqual([]);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('for everybody else there is no such page', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'accounting')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Employees');
  expect(await page.getByRole('link', { name: 'Access', exact: true }).count()).toBe(0);
  await desk.record('Kanari');
  await page.getByRole('tab', { name: 'History' }).waitFor();
  expect(await page.getByRole('link', { name: 'Who can see this?' }).count()).toBe(0);
  await page.goto(`${world.url}/access`);
  await page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
  await desk.close();
});

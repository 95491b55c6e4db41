/** A list is kept, found again at another desk, opened first, shared with a colleague and taken away. */
import { launchChromium, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { furnish } from './furnish.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  await furnish(world);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

test('a list is kept on the server, opens first, and is shared', async () => {
  const hr = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  await hr.list('Employees');
  await hr.page.getByRole('button', { name: 'Last name' }).click();
  await hr.page.waitForURL(/sort=lastName/);
  await hr.press('Views');
  await hr.page.getByRole('menuitem', { name: 'Save this view' }).click();
  const dialog = hr.page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByLabel(/^Name/).fill('By last name');
  await dialog.getByLabel('Open this list with it').check();
  await dialog.getByLabel('Share with colleagues').check();
  await hr.press('Save', dialog);
  await dialog.waitFor({ state: 'hidden' });
  await hr.page.getByRole('button', { name: 'By last name' }).waitFor();
  expect(hr.complaints).toEqual([]);

  // At another desk the list opens with it, in the one request that a list has.
  const elsewhere = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const walk = new Walk(elsewhere.page);
  await walk.settle();
  await walk.open('list', () =>
    elsewhere.page.getByRole('navigation').getByRole('link', { name: 'Employees', exact: true }).click(),
  );
  expect(walk.problems).toEqual([]);
  expect(new URL(elsewhere.page.url()).search).toBe('?sort=lastName');
  await elsewhere.page
    .getByRole('columnheader', { name: 'Last name' })
    .and(elsewhere.page.locator('[aria-sort]'))
    .waitFor();

  // A colleague finds it, opens it, and cannot take it away.
  const colleague = (await Desk.signedIn(browser, world.url, 'hr2-SE')).picturedOnFailure();
  await colleague.list('Employees');
  expect(new URL(colleague.page.url()).search).toBe('');
  await colleague.press('Views');
  await colleague.page.getByRole('menuitem', { name: /By last name.*hr-SE/s }).click();
  await colleague.page.waitForURL(/sort=lastName/);
  await colleague.press('By last name');
  expect(await colleague.page.getByRole('menuitem', { name: /^Take/ }).count()).toBe(0);
  expect(colleague.complaints).toEqual([]);

  await elsewhere.press('By last name');
  await elsewhere.page.getByRole('menuitem', { name: 'Take “By last name” away' }).click();
  await elsewhere.page.getByRole('button', { name: 'Views', exact: true }).waitFor();
  await colleague.page.goto(`${world.url}/employees`);
  await colleague.press('Views');
  await colleague.page.getByRole('menuitem', { name: 'Save this view' }).waitFor();
  expect(await colleague.page.getByRole('menuitem', { name: /By last name/ }).count()).toBe(0);
  expect(elsewhere.complaints).toEqual([]);
});

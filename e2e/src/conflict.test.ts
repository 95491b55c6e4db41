/** Two people edit the same record: nothing that either of them wrote is lost without somebody choosing so. */
import { launchChromium, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

let world: World;
let browser: Browser;
let office: Office;
let siteId: string;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const site = {
    companyId: office.companyId,
    code: 'STO',
    name: 'Stockholm',
    street: 'Vasagatan 1',
    city: 'Stockholm',
    country: 'SE',
  };
  siteId = (await performed(office.admin, 'createSite', site, 'site { id }')).id;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const stored = async () => {
  const query = 'query ($id: ID!) { site(id: $id) { name street city postalCode version } }';
  return (await office.admin.client.request<{ site: Record<string, unknown> }>(query, { id: siteId })).site;
};

test('whoever saves second chooses field by field', async () => {
  const [first, second] = await Promise.all(['hr-SE', 'hr2-SE'].map((name) => Desk.signedIn(browser, world.url, name)));
  if (!first || !second) throw new Error('nobody came');
  for (const desk of [first, second]) {
    desk.picturedOnFailure();
    await desk.page.goto(`${world.url}/sites/${siteId}/edit`);
    await desk.page.getByLabel(/^Name/).waitFor();
  }
  await first.type('Name', 'Stockholm, headquarters');
  await first.type('Postal code', '111 20');
  await first.press('Save');
  await first.page.getByRole('heading', { level: 1, name: 'Stockholm, headquarters' }).waitFor();

  await second.type('Name', 'Stockholm City');
  await second.type('Street', 'Vasagatan 2');
  await second.press('Save');
  const dialog = second.page.getByRole('dialog', { name: 'Somebody else changed this record' });
  const choice = (field: string) => dialog.getByRole('radiogroup', { name: field });
  await dialog.waitFor();
  // Both changed the name, so nothing is chosen; what one of them changed stands as it was changed.
  expect(await choice('Name').getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await dialog.getByRole('button', { name: 'Save again' }).isDisabled()).toBe(true);
  expect(await choice('Name').innerText()).toMatch(
    /Yours: Stockholm City[\s\S]*Saved by somebody else: Stockholm, headquarters/,
  );
  expect(
    await choice('Street')
      .getByRole('radio', { name: /^Yours/ })
      .isChecked(),
  ).toBe(true);
  expect(
    await choice('Postal code')
      .getByRole('radio', { name: /^Saved by/ })
      .isChecked(),
  ).toBe(true);
  await choice('Name')
    .getByRole('radio', { name: /^Yours/ })
    .check();
  await second.press('Save again', dialog);
  await second.page.getByRole('heading', { level: 1, name: 'Stockholm City' }).waitFor();
  expect(await stored()).toEqual({
    name: 'Stockholm City',
    street: 'Vasagatan 2',
    city: 'Stockholm',
    postalCode: '111 20',
    version: 3,
  });
});

test('an edit that is dropped leaves what the other one saved', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  await desk.page.goto(`${world.url}/sites/${siteId}/edit`);
  await desk.type('City', 'Solna');
  const { version } = await stored();
  await performed(office.admin, 'updateSite', { id: siteId, expectedVersion: version, city: 'Nacka' }, 'site { id }');
  await desk.press('Save');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByText('Nacka').waitFor();
  desk.page.on('dialog', (leaving) => void leaving.accept());
  await desk.press('Drop my changes', dialog);
  await desk.page.getByRole('main').getByText('Nacka').waitFor();
  expect((await stored())['city']).toBe('Nacka');
});

/** What somebody else changes is on the screen by itself, and takes nothing out of anybody's hands. */
import { launchChromium, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

let world: World;
let browser: Browser;
let office: Office;
let linking: NodeJS.Timeout;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  await world.link();
  // As the job of a process that serves does.
  linking = setInterval(() => void world.link(), 500);
  browser = await launchChromium();
});
afterAll(async () => {
  clearInterval(linking);
  await browser?.close();
  await world.stop();
});

/** Streams that browsers have open. */
async function streams(): Promise<string | undefined> {
  const text = await (await fetch(`${world.url}/metrics`)).text();
  return /^kontor_streams (\d+)$/m.exec(text)?.[1];
}

async function rename(name: string): Promise<void> {
  const query = 'query ($id: ID!) { department(id: $id) { version } }';
  const { department } = await office.admin.client.request<{ department: { version: number } }>(query, {
    id: office.finance,
  });
  const input = { id: office.finance, expectedVersion: department.version, name };
  await performed(office.admin, 'updateDepartment', input, 'department { id }');
}

test('a list, a record and a form, while somebody else is at work', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Departments');
  const main = page.getByRole('main');
  await main.getByText('Finance', { exact: true }).waitFor();
  await main.getByRole('checkbox', { name: 'Select Sales', exact: false }).check();
  await expect.poll(streams).toBe('1');

  await rename('Finance and control');
  await main.getByText('Finance and control', { exact: true }).waitFor();
  const made = { companyId: office.companyId, code: 'LAW', name: 'Legal' };
  await performed(office.admin, 'createDepartment', made, 'department { id }');
  await main.getByText('Legal', { exact: true }).waitFor();
  expect(await main.getByRole('checkbox', { name: 'Select Sales', exact: false }).isChecked()).toBe(true);
  await desk.picture('live-list');

  await page.goto(`${world.url}/departments/${office.finance}`);
  await page.getByRole('heading', { level: 1, name: 'Finance and control' }).waitFor();
  await rename('Controlling');
  await page.getByRole('heading', { level: 1, name: 'Controlling' }).waitFor();

  await page.goto(`${world.url}/departments/${office.finance}/edit`);
  await desk.type('Name', 'Half a sente');
  await rename('Money');
  await page.getByText('Somebody else changed this record').waitFor();
  expect(await page.getByLabel(/^Name/).inputValue()).toBe('Half a sente');
  await desk.picture('live-edit');

  await page.goto('about:blank');
  await expect.poll(streams).toBe('0');
});

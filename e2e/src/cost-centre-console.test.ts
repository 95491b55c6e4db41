/** A manager looks at what was charged to the own cost centre, and gets no further. */
import { launchChromium, newKey, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const { companyId } = office;
  const accountant = await world.member('books', [{ role: 'ACCOUNTING', companyId }]);
  const year = { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' };
  await performed(accountant, 'setUpBooks', year, 'fiscalYear { id }');
  const anna = await office.hire('Anna');
  await world.member('anna', [{ role: 'MANAGER', companyId }], anna.personId);
  const centre = { companyId, code: '100', name: 'Stockholm', managerId: anna.employeeId };
  await performed(accountant, 'createCostCentre', centre, 'costCentre { id }');
  await performed(accountant, 'createCostCentre', { companyId, code: '200', name: 'Kiruna' }, 'costCentre { id }');
  for (const [postingOn, amount, object] of [
    ['2026-01-15', '900', '100'],
    ['2026-03-10', '50.50', '100'],
    ['2026-03-11', '70', '200'],
  ]) {
    const lines = [
      { account: '5010', debit: amount, dimensions: [{ dimension: '1', object }] },
      { account: '1930', credit: amount },
    ];
    const entry = { companyId, journal: 'A', postingOn, text: 'A secret', lines, idempotencyKey: newKey() };
    await performed(accountant, 'postEntry', entry, 'journalEntry { id }');
  }
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

test('the manager of one cost centre sees it at once, period by period, with no way to entries', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'anna')).picturedOnFailure();
  const { page } = desk;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Results of cost centres' }).click();
  await page.getByLabel('Until the end of the period with').fill('2026-03-15');
  const table = page.getByRole('region', { name: 'Results of cost centres' });
  await expect.poll(() => table.getByRole('row', { name: /^5010/ }).innerText()).toMatch(/900\.00.*50\.50.*950\.50/s);
  await table.getByRole('columnheader', { name: '2026-02' }).waitFor();
  expect(await table.getByRole('link').count()).toBe(0);
  expect(await page.locator('main').innerText()).not.toMatch(/secret|Kiruna/);
  await desk.picture('cost-centre');
  const walk = new Walk(page);
  await walk.examine('result of a cost centre');
  expect(walk.problems).toEqual([]);
  expect(desk.complaints).toEqual([]);
});

test('on a phone the table scrolls by itself', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'anna', { width: 390 })).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/cost-centre-results?endsOn=2026-03-31`);
  const table = page.getByRole('region', { name: 'Results of cost centres' });
  await expect.poll(() => table.getByRole('row', { name: /^Result/ }).innerText()).toMatch(/950\.50/);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await desk.picture('cost-centre-phone');
  expect(desk.complaints).toEqual([]);
});

test('a day that no fiscal year has leads to one of those that there are', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'anna')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/cost-centre-results?endsOn=2031-01-01`);
  await page.getByText('No fiscal year has this day.').waitFor();
  await page.getByRole('main').getByRole('button', { name: '2026' }).first().click();
  await page
    .getByRole('region', { name: 'Results of cost centres' })
    .getByRole('row', { name: /^Result/ })
    .waitFor();
  expect(desk.complaints).toEqual([]);
});

test('whoever reads the books chooses among all, and goes on to the lines of an account', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'books')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/cost-centre-results?endsOn=2026-03-31`);
  await page.getByText('Choose a cost centre.').waitFor();
  await page.getByRole('combobox', { name: 'Cost centre' }).click();
  await page.getByRole('option', { name: /^200 Kiruna/ }).click();
  await page.getByRole('link', { name: /^5010/ }).click();
  const ledger = page.getByRole('region', { name: 'General ledger' });
  await expect.poll(() => ledger.innerText()).toMatch(/A secret[\s\S]*70\.00/);
  expect(await ledger.innerText()).not.toContain('50.50');
  expect(desk.complaints).toEqual([]);
});

test('whoever has no result of any finds no page', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  await desk.page.goto(`${world.url}/cost-centre-results`);
  await desk.page
    .getByText(/Nothing is at this address|Not found/)
    .first()
    .waitFor();
});

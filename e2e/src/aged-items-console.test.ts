/** Open items by age on their page: from a figure to the business partner, to the account, and out as a file. */
import { readFile } from 'node:fs/promises';
import { launchChromium, newKey, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;

/** Chooses in a menu whose name says what is chosen, too. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

beforeAll(async () => {
  world = await startWorld();
  const { companyId } = await openOffice(world);
  const bookkeeper = await world.member('bookkeeper', [{ role: 'ACCOUNTING', companyId }]);
  const books = { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' };
  await performed(bookkeeper, 'setUpBooks', books, 'fiscalYear { id }');
  const customer = { companyId, code: 'K1', name: 'Kund AB', kind: 'CUSTOMER' };
  await performed(bookkeeper, 'createParty', customer, 'party { id }');
  for (const [postingOn, dueOn, amount] of [
    ['2026-03-01', '2026-03-31', '100'],
    ['2026-03-02', '2026-06-30', '50'],
  ]) {
    const lines = [
      { account: '1510', debit: amount, party: 'K1', dueOn },
      { account: '3001', credit: amount },
    ];
    const entry = { companyId, journal: 'B', postingOn, lines, idempotencyKey: newKey() };
    await performed(bookkeeper, 'postEntry', entry, 'journalEntry { id }');
  }
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

test('what customers owe stands by age beside the account of the trial balance, and leaves as a file', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports', exact: true }).click();
  await choose(page, 'Statement', 'Aged items');
  await page.getByLabel('Until', { exact: true }).fill('2026-05-15');
  const table = page.getByRole('region', { name: 'Aged items' });
  const ofParty = table.getByRole('row', { name: /K1 Kund AB/ });
  await expect.poll(() => ofParty.innerText()).toMatch(/2 open items[\s\S]*50\.00[\s\S]*100\.00[\s\S]*150\.00/);
  const control = page.getByRole('region', { name: 'Accounts in the trial balance' });
  await expect
    .poll(() => control.getByRole('row', { name: /1510/ }).innerText())
    .toMatch(/150\.00\s+SEK\s150\.00\s+SEK\s0\.00/);
  await page.getByText('agree', { exact: true }).waitFor();
  await desk.picture('aged-items');
  const walk = new Walk(page);
  await walk.examine('aged items');
  expect(walk.problems).toEqual([]);
  const waiting = page.waitForEvent('download');
  await desk.press('CSV');
  expect(await readFile(await (await waiting).path(), 'utf8')).toContain(
    'RECEIVABLES,K1,Kund AB,SEK,2,50.00,0.00,100.00',
  );
  await choose(page, 'Of whom', 'Suppliers');
  await page.getByText('Nothing is open.').waitFor();
  await choose(page, 'Of whom', 'Customers');
  await control.getByRole('link', { name: /^1510/ }).click();
  await page.getByRole('heading', { level: 1, name: 'General ledger' }).waitFor();
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await table.getByRole('link', { name: 'K1 Kund AB' }).click();
  await page.getByRole('heading', { level: 1, name: /Kund AB/ }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test('on a phone the tables scroll by themselves', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper', { width: 390 })).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/reports?report=AGED_ITEMS&endsOn=2026-05-15`);
  await page.getByRole('row', { name: /K1 Kund AB/ }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await desk.picture('aged-items-phone');
  expect(desk.complaints).toEqual([]);
});

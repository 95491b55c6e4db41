/** Books from the page for SIE files into the reports, from a figure to its entry, and out again. */
import { readFile } from 'node:fs/promises';
import { launchChromium, type Office, openOffice, startWorld, type World } from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

let world: World;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  await world.member('books', [{ role: 'ACCOUNTING', companyId: office.companyId }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

/** In ASCII, which stands in every code page. */
const books = (rent: string): string =>
  [
    '#FLAGGA 0',
    '#PROGRAM "Prov" 1',
    '#FORMAT PC8',
    '#GEN 20260105',
    '#SIETYP 4',
    '#FNAMN "Prov"',
    '#RAR 0 20250101 20251231',
    '#KONTO 1930 "Bank"',
    '#KONTO 3001 "Sales"',
    '#KONTO 5010 "Rent"',
    '#VER A 12 20250301 "Invoice 891"',
    '{',
    '#TRANS 1930 {} 1000',
    '#TRANS 3001 {} -1000',
    '}',
    '#VER A 13 20250401 "Office"',
    '{',
    `#TRANS 5010 {} ${rent}`,
    '#TRANS 1930 {} -250',
    '}',
  ].join('\r\n');

const give = (page: Page, content: string) =>
  page
    .locator('input[type=file]:enabled')
    .setInputFiles({ name: 'books.se', mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

test('a faulty file is refused by its line, a good one is shown, brought in, read in reports and written out', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'books')).picturedOnFailure();
  const { page } = desk;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'SIE files', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'SIE files' }).waitFor();

  await give(page, books('240'));
  await page.getByText('The file is refused whole. Nothing was written.').waitFor();
  const fault = page.getByRole('region', { name: 'Faults' }).getByRole('row').nth(1);
  await expect.poll(() => fault.innerText()).toMatch(/^16\s+A 13: -10\.00\s+Balance voucher A 13/);
  expect(await page.getByRole('button', { name: 'Bring into the books' }).isDisabled()).toBe(true);

  await give(page, books('250'));
  const contents = page.getByRole('region', { name: 'Contents' });
  await contents.getByRole('row', { name: /Vouchers\s+2\s+2/ }).waitFor();
  await page.getByRole('button', { name: 'Bring into the books' }).click();
  await page.getByText('The books were brought in.').waitFor();
  await desk.picture('sie-import');

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const written = await readFile(await (await waiting).path(), 'latin1');
  expect(written).toContain('#VER A 12 20250301 "Invoice 891"');

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByLabel('Until', { exact: true }).fill('2025-12-31');
  const balance = page.getByRole('region', { name: 'Trial balance' });
  await expect
    .poll(() => balance.getByRole('row', { name: /1930 Bank/ }).innerText())
    .toMatch(/1,000\.00.*250\.00.*750\.00/);
  await desk.picture('trial-balance');
  await balance.getByRole('link', { name: '1930 Bank' }).click();
  const ledger = page.getByRole('region', { name: 'General ledger' });
  await expect.poll(() => ledger.getByRole('row', { name: /Office/ }).innerText()).toMatch(/SIE A 13.*750\.00/s);
  await ledger
    .getByRole('row', { name: /Office/ })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('main').innerText()).toContain('Office');
  expect(desk.complaints).toEqual([]);
});

test('a report stands in its address, with what it is compared with, on a phone too', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'books', { width: 390 })).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/reports?report=PROFIT_AND_LOSS&endsOn=2025-12-31&compareEndsOn=2025-03-31`);
  await page.getByRole('heading', { level: 1, name: 'Profit and loss' }).waitFor();
  const table = page.getByRole('region', { name: 'Profit and loss' });
  await expect
    .poll(() => table.getByRole('row', { name: /^Result/ }).innerText())
    .toMatch(/750\.00[\s\S]*1,000\.00[\s\S]*250\.00/);
  await desk.picture('profit-and-loss-phone');
  // On paper, where no filter says it, the report names the company.
  const company = page.locator('main').getByText('Kontor SE', { exact: true });
  expect(await company.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await company.waitFor();
  expect(desk.complaints).toEqual([]);
});

test('whoever may not see the books finds neither page', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  for (const address of ['/reports', '/sie']) {
    await desk.page.goto(`${world.url}${address}`);
    await desk.page
      .getByText(/Nothing is at this address|Not found/)
      .first()
      .waitFor();
  }
});

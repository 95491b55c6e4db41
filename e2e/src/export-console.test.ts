/** A list becomes a file: at once where it is small, followed and called off where it takes long, and kept for some days. */
import { readFile } from 'node:fs/promises';
import { startJobs } from '@kontor/api';
import { launchChromium, openOffice, startWorld, type World } from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  const { companyId } = await openOffice(world);
  await world.member('keeper', [{ role: 'HR', companyId }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const exportAs = async (desk: Desk, page: Page, format: string): Promise<void> => {
  await desk.press('Export');
  await page.getByRole('menuitem', { name: format, exact: true }).click();
};

test('a list is exported by two clicks, and one that takes long can be called off', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'keeper')).picturedOnFailure();
  const { page } = desk;
  const walk = new Walk(page);
  await page.goto(`${world.url}/departments`);
  // Nobody makes exports yet, so this one waits.
  await exportAs(desk, page, 'Excel');
  const dialog = page.getByRole('dialog', { name: 'Writing the file' });
  await dialog.waitFor({ timeout: 30_000 });
  await desk.picture('export-waiting');
  await walk.examine('light');
  await dialog.getByRole('button', { name: 'Cancel the export' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const jobs = startJobs(world.server.app);
  try {
    const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), exportAs(desk, page, 'CSV')]);
    expect(file.suggestedFilename()).toMatch(/^department-\d{4}-\d\d-\d\d\.csv$/);
    const [titles = '', ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(titles.split(',')).toContain('Code');
    expect(rows.length).toBeGreaterThan(0);
  } finally {
    await jobs.stop();
  }

  await page.goto(`${world.url}/data-exports`);
  await page.getByRole('row').filter({ hasText: 'Ready' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'Cancelled' }).waitFor();
  await desk.picture('exports');
  await page.getByRole('row').filter({ hasText: 'Ready' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: 'File' }).click();
  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download \(/ }).click();
  expect((await again).suggestedFilename()).toMatch(/^department-/);
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.picture('export-phone');
  expect(walk.problems).toEqual([]);
}, 180_000);

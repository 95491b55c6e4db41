/** Pay in totals, in a real browser: what is told is told of five at the least, and nobody else comes upon it. */
import { readFile } from 'node:fs/promises';
import { launchChromium, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  const office = await openOffice(world);
  const { companyId, admin, finance, sales } = office;
  const canteen = { companyId, code: 'CAN', name: '=Canteen' };
  const third = (await performed(admin, 'createDepartment', canteen, 'department { id }')).id;
  for (const [departmentId, count, salary] of [
    [finance, 6, '40000'],
    [sales, 5, '30000.5'],
    [third, 2, '50000'],
  ] as const) {
    const positionId = await office.position(`Seats for ${count}`, { departmentId, budgetedFte: String(count) });
    for (let at = 1; at <= count; at += 1) await office.hire(`Worker ${at}`, { positionId, salary });
  }
  await world.member('reporting', [{ role: 'REPORTING', companyId }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const cells = (desk: Desk): Promise<string[][]> =>
  desk.page
    .getByRole('region', { name: 'Pay in totals' })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s/g, ' ') ?? '')),
    );

test('who reads totals sets groups apart, is told what is left out, and takes them along as a file', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'reporting')).picturedOnFailure();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const walk = new Walk(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Pay in totals', exact: true }).click();
  await page.getByRole('cell', { name: 'All', exact: true }).waitFor();
  expect(await cells(desk)).toEqual([
    ['Salary', 'Salary period', 'People', 'Total', 'Average'],
    ['All', 'Month', '13', 'SEK 490,002.50', 'SEK 37,692.50'],
  ]);
  await page.getByRole('checkbox', { name: 'Department' }).click();
  await page.getByRole('cell', { name: 'Finance' }).waitFor();
  // Of the two in the canteen nothing is told, and nothing from which it could be worked out.
  expect(await cells(desk)).toEqual([
    ['Department', 'Salary period', 'People', 'Total', 'Average'],
    ['Finance', 'Month', '6', 'SEK 240,000.00', 'SEK 40,000.00'],
    ['Not shown by themselves', 'Month', '7', 'SEK 250,002.50', ''],
    ['All', 'Month', '13', 'SEK 490,002.50', 'SEK 37,692.50'],
  ]);
  await page.getByText(/Groups of fewer than five people are left out/).waitFor();
  expect(new URL(page.url()).searchParams.get('by')).toBe('department');
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await walk.examine(theme);
  }
  await desk.picture('figures');
  const [download] = await Promise.all([page.waitForEvent('download'), desk.press('Export')]);
  expect(download.suggestedFilename()).toMatch(/^Pay in totals \d{4}-\d\d-\d\d\.csv$/);
  expect((await readFile(await download.path(), 'utf8')).split('\r\n')).toEqual([
    '\uFEFFDepartment,Salary currency,Salary period,People,Total,Average',
    expect.stringMatching(/^Finance,SEK,Month,6,240000(\.0+)?,40000(\.0+)?$/),
    expect.stringMatching(/^All,SEK,Month,13,490002\.50*,37692\.50*$/),
    '',
  ]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('cell', { name: 'Finance' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await desk.picture('figures-phone');
  expect([...desk.complaints, ...walk.problems]).toEqual([]);
});

test('who may not read them finds no way to them', async () => {
  await world.member('it', [{ role: 'IT' }]);
  const desk = (await Desk.signedIn(browser, world.url, 'it')).picturedOnFailure();
  const { page } = desk;
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Pay in totals' }).count()).toBe(0);
  await page.goto(`${world.url}/figures/payTotals`);
  await page
    .getByText('Nothing is at this address.')
    .or(page.getByRole('heading', { name: 'Not found' }))
    .first()
    .waitFor();
  expect(desk.complaints).toEqual([]);
});

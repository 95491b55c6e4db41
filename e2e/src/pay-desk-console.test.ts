/** Pay at the console beside the runs: a salary is tried out, a person's pay looked back on, and a payslip really downloaded. */
import { readFile } from 'node:fs/promises';
import {
  launchChromium,
  openPayrollOffice,
  type PayrollOffice,
  startWorld,
  type Worker,
  type World,
} from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

const phone = { width: 390, height: 844 };

let world: World;
let browser: Browser;
let office: PayrollOffice;
let ann: Worker;
let ben: Worker;

beforeAll(async () => {
  world = await startWorld();
  office = await openPayrollOffice(world);
  ann = await office.employ({ name: 'Ann', salary: '2000' });
  ben = await office.employ({ name: 'Ben', salary: '3000' });
  for (const month of ['2026-05', '2026-06']) await office.finalized(await office.calculated(month));
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

async function at(name: string, path: string, options: Parameters<typeof Desk.signedIn>[3] = {}) {
  const desk = (await Desk.signedIn(browser, world.url, name, options)).picturedOnFailure();
  const walk = new Walk(desk.page);
  await walk.settle();
  await desk.page.goto(`${world.url}${path}`);
  return { desk, walk, page: desk.page };
}
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('HR tries out a raise: both months line by line, and how a line came about', async () => {
  const { desk, walk, page } = await at('hr-GB', `/pay-preview?employee=${ann.employeeId}`);
  await page.locator('input[role=combobox][value="Ann Test"]').waitFor();
  await desk.type('Salary', '5000');
  await desk.press('Calculate');
  const table = page.getByRole('region', { name: 'Try out a salary' });
  const gross = table.getByRole('row').filter({ hasText: 'Gross pay' });
  await gross.waitFor();
  expect(plain(await gross.innerText())).toMatch(/GBP 2,000\.00 GBP 5,000\.00 \+GBP 3,000\.00/);
  await desk.press('How Income tax (PAYE) came about', table);
  await table.getByText('Rule of the country').first().waitFor();
  await page.getByText('What else it depends on').click();
  await page.getByLabel('Tax code').fill('BR');
  await desk.press('Calculate');
  await expect.poll(async () => plain(await table.innerText())).toMatch(/GBP 1,000\.00/);
  await desk.picture('preview');
  await walk.examine('light');
  expect(walk.problems).toEqual([]);
}, 120_000);

test('payroll tries out an offer on a telephone, in the dark', async () => {
  const options = { ...phone, colorScheme: 'dark' } as const;
  const { desk, walk, page } = await at('payroll-GB', '/pay-preview', options);
  await desk.type('Salary', '4000');
  await desk.press('Calculate');
  const table = page.getByRole('region', { name: 'Try out a salary' });
  await table.getByRole('row').filter({ hasText: 'Net pay' }).waitFor();
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Line', 'Tried out']);
  expect(await width(page)).toBeLessThanOrEqual(phone.width);
  await walk.examine('dark');
  await desk.picture('preview-phone');
  expect(walk.problems).toEqual([]);
}, 120_000);

test('accounting has no salaries to try out', async () => {
  const { page } = await at('books-GB', '/pay-preview');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('Salary');
  expect(await page.getByRole('link', { name: 'Try out a salary' }).count()).toBe(0);
}, 120_000);

test('a person looks back on their pay and downloads a payslip, which is a PDF', async () => {
  const { desk, walk, page } = await at('Ann-GB', `/employees/${ann.employeeId}?tab=payHistory`);
  const table = page.getByRole('region', { name: 'Pay', exact: true });
  const june = table.getByRole('row').filter({ hasText: '2026-06' });
  await june.waitFor();
  expect(plain(await june.innerText())).toMatch(/GBP 2,000\.00 .* GBP 4,000\.00/);
  await table.getByText('From 1 Jan 2026: GBP 2,000.00 a month').waitFor();
  await desk.picture('pay-history');
  await walk.examine('light');
  const link = june
    .getByRole('button', { name: 'Payslip of 2026-06 as PDF' })
    .or(june.getByRole('link', { name: 'Payslip of 2026-06 as PDF' }));
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await june.getByRole('link', { name: '2026-06', exact: true }).click();
  await page.getByRole('tab', { name: 'File' }).click();
  const [other] = await Promise.all([page.waitForEvent('download'), page.getByText('Download the payslip').click()]);
  expect((await readFile(await other.path())).subarray(0, 5).toString()).toBe('%PDF-');
  expect(walk.problems).toEqual([]);
}, 120_000);

test('another’s payslip answers as one that never was, and another’s page tells of no pay', async () => {
  const { page } = await at('Ann-GB', `/employees/${ben.employeeId}?tab=payHistory`);
  const query = 'query ($id: ID!) { payslips(where: { employee: { is: { id: { eq: $id } } } }) { nodes { id } } }';
  type Answer = { payslips: { nodes: { id: string }[] } };
  const { payslips } = await office.payroll.client.request<Answer>(query, { id: ben.employeeId });
  const never = ben.employeeId;
  for (const id of [payslips.nodes[0]?.id, never])
    expect((await page.request.get(`${world.url}/payslips/${id}.pdf?language=en`)).status()).toBe(404);
  await page.getByText('No payslips that you may see.').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('3,000');
}, 120_000);

test('an auditor sees the pay of anybody, on a telephone', async () => {
  const { walk, page } = await at('audit-GB', `/employees/${ben.employeeId}?tab=payHistory`, {
    ...phone,
    colorScheme: 'dark',
  });
  await page
    .getByRole('region', { name: 'Pay', exact: true })
    .getByRole('row')
    .filter({ hasText: '2026-05' })
    .waitFor();
  expect(await width(page)).toBeLessThanOrEqual(phone.width);
  await walk.examine('dark');
  expect(walk.problems).toEqual([]);
}, 120_000);

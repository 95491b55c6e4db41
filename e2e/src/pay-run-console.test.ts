/** A month of pay at the console: where it stands, what is missing, who is next, and what differs from the month before. */
import { readFile } from 'node:fs/promises';
import { startJobs } from '@kontor/api';
import {
  launchChromium,
  openPayrollOffice,
  type PayrollOffice,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import type { APIResponse, Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

const phone = { width: 390, height: 844 };

let world: World;
let browser: Browser;
let office: PayrollOffice;
let may: string;
let june: string;

beforeAll(async () => {
  world = await startWorld();
  office = await openPayrollOffice(world);
  await office.employ({ name: 'Ann', salary: '2000' });
  const ben = await office.employ({ name: 'Ben', salary: '3000' });
  await office.employ({ name: 'Cat', salary: '2500', startOn: '2026-06-01' });
  may = await office.calculated('2026-05');
  await office.finalized(may);
  await office.employ({ name: 'Dan', salary: '2100', hasAccount: false });
  const bonus = { companyId: office.companyId, employeeId: ben.employeeId, code: 'BONUS', amount: '1500' };
  await performed(
    office.payroll,
    'createPayItem',
    { ...bonus, periodId: await office.period('2026-06') },
    'payItem { id }',
  );
  june = await office.calculated('2026-06');
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

/** Opens the run as somebody, and looks whether it stays within what a page may ask for. */
async function runAt(name: string, options: Parameters<typeof Desk.signedIn>[3] = {}) {
  const desk = (await Desk.signedIn(browser, world.url, name, options)).picturedOnFailure();
  const walk = new Walk(desk.page);
  await walk.settle();
  if (options.width === phone.width) {
    await desk.page.goto(`${world.url}/pay-runs/${june}`);
    return { desk, walk, page: desk.page };
  }
  await desk.list('Pay runs');
  await walk.settle();
  await walk.open('show', () => desk.page.locator(`main a[href="/pay-runs/${june}"]`).first().click());
  return { desk, walk, page: desk.page };
}

test('a run says what is missing, for whom, where to mend it, and that it is passed on with a word', async () => {
  const { desk, walk, page } = await runAt('payroll-GB');
  const step = page.locator('li[aria-current=step]');
  await step.getByRole('heading', { name: 'Look through' }).waitFor();
  const notes = await step.innerText();
  expect(notes).toContain('One person cannot be paid yet');
  expect(notes).toContain('One of them has no bank account');
  expect(notes).toContain('The pay of one person differs much from before');
  expect(await step.getByRole('button').allInnerTexts()).toEqual(['Pass on for approval']);
  const totals = page.getByRole('region', { name: 'Totals' });
  expect((await totals.innerText()).replaceAll(/\s/g, ' ')).toMatch(/GBP 9,000\.00.*GBP 5,000\.00 before \(\+80 %\)/);
  const problems = page.getByRole('region', { name: 'To mend and to look at' }).first();
  await problems.getByRole('button', { name: 'Deviation' }).click();
  await problems.getByRole('row').filter({ hasText: 'Ben' }).waitFor();
  expect(await problems.getByRole('row').filter({ hasText: 'Dan' }).count()).toBe(0);
  await problems.getByRole('button', { name: 'All' }).click();
  await problems.getByRole('textbox', { name: 'Person' }).fill('dan');
  await problems.getByRole('row').filter({ hasText: 'Ben' }).waitFor({ state: 'detached' });
  await desk.picture('run');
  await walk.examine('light');
  await problems.getByRole('link', { name: /^Person, for .*Dan/ }).click();
  await page.getByRole('heading', { level: 1, name: /Dan/ }).waitFor();
  await page.goBack();
  await desk.press('Pass on for approval', step);
  await desk.press('Pass on for approval', page.getByRole('dialog'));
  // The refusal stands where the button was pressed.
  await page.getByRole('dialog').getByText('Say what is behind the deviations').waitFor();
  await page.getByRole('dialog').getByRole('textbox').fill('Ben has a bonus, Dan has told no account yet');
  await desk.confirm('Pass on for approval');
  await page.locator('li[aria-current=step]').getByText('Waiting for somebody other than you to approve').waitFor();
  expect(await page.locator('li[aria-current=step]').getByRole('button').count()).toBe(0);
  await page.getByText('With a word: Ben has a bonus').waitFor();
  expect(walk.problems).toEqual([]);
}, 120_000);

test('two runs stand beside each other by component and by person, and go into a file', async () => {
  const { desk, walk, page } = await runAt('audit-GB');
  await page.getByRole('tab', { name: 'Comparison' }).click();
  const people = page.getByRole('region', { name: 'By person' }).first();
  const names = async () =>
    (await people.locator('tbody tr td:nth-child(2)').allInnerTexts()).map((each) => each.split(' ')[0]);
  await people.getByRole('row').filter({ hasText: 'Cat' }).waitFor();
  expect(await names()).toEqual(['Ann', 'Ben', 'Cat']);
  const components = await page.getByRole('region', { name: 'By component' }).first().innerText();
  expect(components).toMatch(/Bonus/);
  await people.getByRole('button', { name: /^Difference/ }).click();
  await expect.poll(names).toEqual(['Cat', 'Ben', 'Ann']);
  await desk.picture('comparison');
  await walk.examine('light');
  await people.getByLabel('Changes of at least, in %').fill('10');
  await people.getByRole('button', { name: /^Changed/ }).click();
  await expect.poll(names).toEqual(['Ben']);
  await people.getByRole('combobox', { name: /^What is compared/ }).click();
  await page.getByRole('option', { name: 'Gross pay' }).click();
  await people.getByRole('cell', { name: '+GBP 1,500.00' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), desk.press('Export', people)]);
  expect(file.suggestedFilename()).toBe('Pay 2026-06 and 2026-05.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\r\n').slice(0, -1)).toEqual([
    '\uFEFFNo.,Name,Change,Before,Now,Difference,%',
    expect.stringMatching(/^\d+,Ben Test,Changed,3000\.00,4500\.00,1500\.00,50\.0$/),
  ]);
  expect(walk.problems).toEqual([]);
}, 120_000);

test('an auditor reads in Hungarian, with the amounts, why somebody is paid otherwise', async () => {
  await office.auditor.client.request(
    'mutation { updateMyLanguage(input: { language: "hu" }) { userErrors { code } } }',
  );
  const { desk, page } = await runAt('audit-GB', phone);
  const told = /Bruttó 3000,00 az előző időszakban, most 4500,00; nettó [\d\s,]+, most [\d\s,]+: Jutalom \+1500,00/;
  await page.getByText(told).waitFor();
  await desk.picture('deviation-in-hungarian');
  expect(desk.complaints).toEqual([]);
});

test('accounting sees where a run stands, and nobody in it', async () => {
  const { desk, walk, page } = await runAt('books-GB');
  await page.locator('li[aria-current=step]').getByText('Waiting for payroll').waitFor();
  expect(await page.getByRole('tab', { name: 'Comparison' }).count()).toBe(0);
  const shown = await page.locator('main').innerText();
  expect(shown).not.toMatch(/Ben|Dan|9,000/);
  await desk.picture('run-accounting');
  await walk.examine('light');
  expect(walk.problems).toEqual([]);
}, 120_000);

test('somebody else approves, makes it final and has it paid, in the dark and on a telephone', async () => {
  const { desk, walk, page } = await runAt('payroll2-GB', { ...phone, colorScheme: 'dark' });
  for (const [name, action] of [
    ['Approve', 'Approve'],
    ['Make final and post', 'Make final and post'],
  ] as const) {
    const step = page.locator('li[aria-current=step]');
    await step.getByRole('heading', { name, exact: true }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: name })
      .toBeLessThanOrEqual(phone.width);
    await walk.examine('dark');
    await desk.picture(`run-${name}`);
    await desk.press(action, step);
    await desk.confirm(action);
  }
  await page.locator('li[aria-current=step]').getByRole('heading', { name: 'Pay', exact: true }).waitFor();
  await desk.press('Collect payslips', page.getByRole('group', { name: 'Also possible now' }));
  await desk.confirm('Collect payslips');
  await page.getByText('0 of 3 payslips are drawn').waitFor();
  const jobs = startJobs(world.server.app);
  onTestFinished(() => jobs.stop());
  const download = page.getByRole('link', { name: /^Download all \d+ payslips$/ });
  await download.waitFor();
  await walk.examine('dark');
  await desk.picture('run-final');
  const [zip] = await Promise.all([page.waitForEvent('download'), download.click()]);
  expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('tab', { name: 'Comparison' }).click();
  await page.getByRole('region', { name: 'By person' }).first().getByRole('row').filter({ hasText: 'Cat' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await walk.examine('dark');
  await desk.picture('comparison-phone');
  expect(walk.problems).toEqual([]);
}, 120_000);

test('who is told late that all payslips are drawn may still download them', async () => {
  await performed(office.payroll, 'collectPayslips', { runId: may }, 'payRun { id }');
  const { page } = (await Desk.signedIn(browser, world.url, 'payroll2-GB')).picturedOnFailure();
  await page.goto(`${world.url}/pay-runs/${may}`);
  await page.getByText('0 of 2 payslips are drawn').waitFor();
  // What the page asks about the file is answered as it was before the first payslip was drawn.
  let late: APIResponse | undefined;
  await page.route(/graphql/, async (route) => {
    if (!route.request().postData()?.includes('PayslipArchiveState')) return route.fallback();
    late ??= await route.fetch();
    return route.fulfill({ response: late });
  });
  await expect.poll(() => late).toBeDefined();
  const jobs = startJobs(world.server.app);
  onTestFinished(() => jobs.stop());
  const waiting = '{ payslipArchives(where: { status: { eq: PREPARING } }) { totalCount } }';
  await expect.poll(() => office.payroll.client.request(waiting)).toEqual({ payslipArchives: { totalCount: 0 } });
  // Coming back, the page reads everything else anew.
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByText('0 of 2 payslips are drawn').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Where it stands' }).click();
  await page.getByRole('link', { name: /^Download all \d+ payslips$/ }).waitFor();
}, 60_000);

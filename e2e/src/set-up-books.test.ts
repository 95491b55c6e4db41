/** A company gets its books step by step: by keyboard, on a telephone, and with nothing written before the last step. */
import { launchChromium, type Member, openOffice, startWorld, type World } from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;
let bookkeeper: Member;
let companyId: string;

beforeAll(async () => {
  world = await startWorld();
  ({ companyId } = await openOffice(world));
  bookkeeper = await world.member('bookkeeper', [{ role: 'ACCOUNTING', companyId }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const years = async (): Promise<unknown> => {
  const query = `query ($id: ID!) { company(id: $id) { fiscalYears { nodes { name endsOn periods { totalCount } } } accounts { totalCount } } }`;
  return (await bookkeeper.client.request<{ company: unknown }>(query, { id: companyId })).company;
};

const steps = [
  'Company',
  'Chart of accounts',
  'Fiscal year and periods',
  'Journals',
  'Dimensions',
  'Tax codes',
  'Summary',
];

/** The step that is open, by its name: the keyboard is in it. */
const inStep = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('books are set up by the keyboard, and seen before they are taken', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  const walk = new Walk(page);
  // Whoever has nothing to post to is led here.
  await page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await page.getByRole('link', { name: 'Set up books' }).click();
  await page.getByRole('heading', { level: 1, name: 'Set up books' }).waitFor();
  for (const [index, step] of steps.entries()) {
    const section = page.getByRole('region', { name: step, exact: true });
    await section.waitFor();
    if (index > 0) expect(await inStep(page)).toBe(step);
    if (step === 'Chart of accounts') {
      await section.getByRole('radio', { name: /^BAS/ }).and(page.locator(':checked')).waitFor();
      await section.getByRole('row').filter({ hasText: '1930' }).waitFor();
      await desk.picture('wizard-chart');
    }
    if (step === 'Fiscal year and periods') {
      await page.getByLabel('First day').fill('2025-07-01');
      expect(await page.getByLabel('Last day').inputValue()).toBe('2026-06-30');
      await page.getByText('12 periods, one for each month').waitFor();
    }
    if (step === 'Tax codes') await section.getByRole('row').filter({ hasText: 'SE25' }).waitFor();
    await walk.examine('light');
    expect(await years()).toMatchObject({ accounts: { totalCount: 0 } });
    // The step before is still folding up, with a button of the same name.
    const button = section.getByRole('button', { name: step === 'Summary' ? 'Begin the books' : 'Next' });
    await button.focus();
    await page.keyboard.press('Enter');
  }
  await page.getByText('The books are set up.').waitFor();
  await walk.examine('light');
  expect(await years()).toMatchObject({
    fiscalYears: { nodes: [{ endsOn: '2026-06-30', periods: { totalCount: 12 } }] },
  });
  await page.getByRole('link', { name: 'Type the first entry' }).click();
  await page.getByLabel('Account, line 1').waitFor();
  expect(walk.problems).toEqual([]);
  expect(desk.complaints).toEqual([]);
});

test('the steps fit on a telephone, and say when there is nothing to set up', async () => {
  const phone = { width: 390, height: 844 };
  const { companyId: other } = await openOffice(world, 'DE');
  await world.member('elsewhere', [{ role: 'ACCOUNTING', companyId: other }]);
  const desk = (await Desk.signedIn(browser, world.url, 'elsewhere', phone)).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/fiscal-years/actions/setUpBooks`);
  for (const step of steps.slice(0, -1)) {
    const section = page.getByRole('region', { name: step, exact: true });
    await section.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: step })
      .toBeLessThanOrEqual(phone.width);
    await desk.press('Next', section);
  }
  await desk.picture('wizard-phone');
  await desk.press('Back', page.getByRole('region', { name: 'Summary', exact: true }));
  await page.getByRole('region', { name: 'Tax codes', exact: true }).waitFor();
  const full = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  await full.page.goto(`${world.url}/fiscal-years/actions/setUpBooks`);
  await full.page.getByText('Every company that you see has books already.').waitFor();
});

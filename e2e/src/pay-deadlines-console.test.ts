/** What payroll has to do by which day stands on its home page; what is late is said so in words. */
import {
  dayFromNow,
  launchChromium,
  openPayrollOffice,
  type PayrollOffice,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

const phone = { width: 390, height: 844 };

let world: World;
let browser: Browser;
let office: PayrollOffice;

beforeAll(async () => {
  world = await startWorld();
  office = await openPayrollOffice(world);
  await office.employ({ name: 'Ann', salary: '2000' });
  await office.calculated('2026-05');
  const later = { periodId: await office.period('2026-06'), payOn: dayFromNow(12) };
  await performed(office.payroll, 'movePayDay', later, 'payrollPeriod { id }');
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

test.each([
  ['light', { width: 1280 }],
  ['dark', { ...phone, colorScheme: 'dark' }],
] as const)(
  'payroll is reminded of its deadlines, in the %s',
  async (theme, options) => {
    const desk = (await Desk.signedIn(browser, world.url, 'payroll-GB', options)).picturedOnFailure();
    const walk = new Walk(desk.page);
    const { page } = desk;
    const deadlines = page.getByRole('region', { name: 'Deadlines of payroll' });
    const late = deadlines
      .locator('div')
      .filter({ has: page.getByRole('heading', { name: /2026-05$/ }) })
      .last();
    await late.waitFor();
    const said = await late.getByRole('listitem').allInnerTexts();
    // It was calculated in time; what follows is late, and says so.
    expect(said.map((each) => each.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Approve by .* 2026 Overdue$/),
      expect.stringMatching(/^Pay by .* 2026 Overdue$/),
    ]);
    const near = deadlines
      .locator('div')
      .filter({ has: page.getByRole('heading', { name: /2026-06$/ }) })
      .last();
    const ahead = (await near.getByRole('listitem').allInnerTexts()).map((each) => each.replaceAll(/\s+/g, ' '));
    expect(ahead).toEqual([
      expect.stringMatching(/^Entries by /),
      expect.stringMatching(/^Approve by .*\d{4}$/),
      expect.stringMatching(/^Pay by .*\d{4}$/),
    ]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(options.width);
    await walk.examine(theme);
    await desk.picture(`deadlines-${theme}`);
    await late.getByRole('link', { name: /to the run$/ }).click();
    await page.locator('li[aria-current=step]').getByRole('heading', { name: 'Look through' }).waitFor();
    expect(walk.problems).toEqual([]);
  },
  120_000,
);

test('who does not pay people is not reminded', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'books-GB')).picturedOnFailure();
  await desk.page
    .getByRole('heading', { name: 'Waiting for you' })
    .or(desk.page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor();
  await new Walk(desk.page).settle();
  expect(await desk.page.getByText('Deadlines of payroll').count()).toBe(0);
}, 120_000);

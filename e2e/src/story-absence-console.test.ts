/** Somebody asks for leave on a telephone; who decides, sees it and does not, at browsers of their own. */
import {
  dayFromNow,
  launchChromium,
  type Office,
  openOffice,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

let world: World;
let browser: Browser;
let office: Office;

beforeAll(async () => {
  world = await startWorld();
  browser = await launchChromium();
  office = await openOffice(world);
  const { companyId, hr } = office;
  const calendar = { companyId, code: 'ALL', name: 'Every day', isDefault: true, saturdayHours: '8', sundayHours: '8' };
  const { id: calendarId } = await performed(hr, 'createWorkCalendar', calendar, 'workCalendar { id }');
  for (const year of new Set([0, 40].map((days) => dayFromNow(days).slice(0, 4)))) {
    const day = { companyId, calendarId, fallsOn: `${year}-05-01`, name: 'Worked' };
    await performed(hr, 'createHoliday', { ...day, kind: 'WORKING', insteadOfOn: `${year}-05-04` }, 'holiday { id }');
  }
  for (const [code, name, other] of [
    ['LEAVE', 'Annual leave', {}],
    ['SICK', 'Sickness', { needsApproval: false, isHealth: true }],
  ] as const)
    await performed(hr, 'createAbsenceKind', { companyId, code, name, ...other }, 'absenceKind { id }');
  const maja = await office.hire('Maja');
  const anna = await office.hire('Anna', { managerId: maja.employeeId });
  const karl = await office.hire('Karl', { managerId: maja.employeeId });
  for (const [name, roles, { personId }] of [
    ['maja', ['MANAGER', 'EMPLOYEE'], maja],
    ['anna', ['EMPLOYEE'], anna],
    ['karl', ['EMPLOYEE'], karl],
  ] as const)
    await world.member(
      name,
      roles.map((role) => ({ role, companyId })),
      personId,
    );
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const phone = { width: 390, height: 844 };
const at = async (name: string, options = {}): Promise<Desk> =>
  (await Desk.signedIn(browser, world.url, name, options)).picturedOnFailure();

test('somebody asks for leave on a telephone, and reports that they are ill', async () => {
  const anna = await at('anna', phone);
  const { page } = anna;
  const ask = async (kind: RegExp, from: string, until: string, note: readonly [string, string]) => {
    await page.goto(world.url);
    await page.getByRole('link', { name: 'My employment' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anna Test' }).waitFor();
    await anna.press('Report or ask for an absence');
    await page.getByRole('heading', { name: 'Report or ask for an absence' }).waitFor();
    await anna.find('Kind', kind.source, kind);
    await anna.type('First day', from);
    await anna.type('Last day', until);
    await anna.type(...note);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await anna.picture(`absence-phone-form-${kind.source.replaceAll(' ', '-')}`);
    await anna.confirm('Report or ask for an absence');
    await page.getByRole('heading', { level: 1, name: 'Anna Test' }).waitFor();
  };
  await ask(/Annual leave/, dayFromNow(30), dayFromNow(34), ['Note', 'A wedding']);
  await ask(/Sickness/, dayFromNow(0), dayFromNow(1), ['Reason, for HR alone', 'Fever']);
  await page.goto(world.url);
  await page.getByRole('link', { name: 'My absences' }).click();
  await page.getByRole('heading', { level: 1, name: 'Absences' }).waitFor();
  await page.getByText('Asked for', { exact: true }).first().waitFor();
  await page.getByText('Approved', { exact: true }).first().waitFor();
  await page.getByText('Sickness').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await anna.picture('absence-phone-list');
  expect(anna.complaints).toEqual([]);
  await anna.close();
});

test('the manager finds it at home and approves, and is told of no kind', async () => {
  const maja = await at('maja');
  const { page } = maja;
  const told: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/graphql')) told.push(await response.text().catch(() => ''));
  });
  await page.getByRole('heading', { name: 'Absences to decide' }).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Anna Test/ })
    .first()
    .click();
  await page.getByText('A wedding').waitFor();
  await maja.picture('absence-manager');
  await maja.press('Approve');
  await maja.confirm('Approve');
  await page.getByText('Approved', { exact: true }).first().waitFor();
  await page.goto(world.url);
  await maja.list('Absences');
  await page.getByRole('main').getByText('Anna Test').nth(1).waitFor();
  expect(told.join()).toContain('Anna');
  for (const secret of ['Fever', 'Sickness', 'Annual leave']) {
    expect(told.join()).not.toContain(secret);
    expect(await page.getByText(secret).count()).toBe(0);
  }
  await maja.close();
});

test('HR sees the kinds, a colleague none of it', async () => {
  const hr = await at('hr-SE');
  await hr.list('Absences');
  await hr.page.getByText('Sickness').first().waitFor();
  await hr.picture('absence-hr');
  await hr.close();
  const karl = await at('karl');
  await karl.list('Absences');
  await karl.page.getByText('There is nothing here yet.').waitFor();
  expect(await karl.page.getByText('Anna').count()).toBe(0);
  await karl.picture('absence-colleague');
  expect(karl.complaints).toEqual([]);
  await karl.close();
});

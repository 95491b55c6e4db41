/** The same with many: rows of a list are selected, and each is done or says why not. */
import { launchChromium, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  office = await openOffice(world);
  const { companyId } = office;
  for (const name of ['Archive', 'Bookshop', 'Canteen'])
    await performed(office.admin, 'createDepartment', { companyId, code: name, name }, 'department { id }');
  const seat = { companyId, departmentId: office.finance, budgetedFte: '1' };
  for (const title of ['Clerk', 'Driver', 'Porter'])
    await performed(office.hr, 'createPosition', { ...seat, code: title, title }, 'position { id }');
  await office.hire('Anna');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const bar = (page: Page) => page.getByRole('region', { name: 'What is selected' });
const select = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Select ${name}`, exact: false }).check();
const calls = (page: Page, name: string): { input: Record<string, unknown> }[] => {
  const sent: { input: Record<string, unknown> }[] = [];
  page.on('request', (request) => {
    const body = request.url().endsWith('/graphql') ? request.postDataJSON() : null;
    if (body?.query?.startsWith(`mutation ${name}(`)) sent.push(body.variables);
  });
  return sent;
};

test('what is in use stays and says why; the rest is taken out of use, and what is left can be tried again', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'admin-SE')).picturedOnFailure();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const walk = new Walk(page);
  await desk.list('Departments');
  for (const name of ['Archive', 'Canteen', 'Finance']) await select(page, name);
  await bar(page).getByText('3 selected').waitFor();
  await walk.examine('light');
  await desk.picture('bulk-selected');
  const sent = calls(page, 'DeactivateDepartment');
  await desk.press('Deactivate', bar(page));
  const dialog = page.getByRole('dialog', { name: 'Deactivate: 3 records' });
  await dialog.getByText('Archive').waitFor();
  await desk.type('Reason', 'Moved out');
  await walk.examine('light');
  // A key that is easily hit by mistake does not throw away what was typed.
  const asked: string[] = [];
  page.once('dialog', (question) => {
    asked.push(question.message());
    return question.dismiss();
  });
  await page.keyboard.press('Escape');
  expect(asked).toHaveLength(1);
  expect(await dialog.getByLabel('Reason').inputValue()).toBe('Moved out');
  await desk.picture('bulk-question');
  await desk.press('Deactivate', dialog);
  await dialog.getByText('Done with 2 records. 1 record is as it was, and stays selected.').waitFor();
  const failures = dialog.getByRole('list', { name: 'What could not be done' }).getByRole('listitem');
  expect(await failures.count()).toBe(1);
  expect(await failures.innerText()).toMatch(/^FIN Finance\s[\s\S]*in use|^Finance\s/i);
  await walk.examine('light');
  await desk.picture('bulk-outcome');
  expect(sent.map(({ input }) => [Object.keys(input).sort(), input['reason']])).toEqual(
    Array.from({ length: 3 }, () => [['expectedVersion', 'id', 'reason'], 'Moved out']),
  );
  await desk.press('Close', dialog);
  await bar(page).getByText('1 selected').waitFor();
  expect(
    await page
      .getByRole('row', { name: /Finance/ })
      .getByRole('checkbox')
      .isChecked(),
  ).toBe(true);
  expect(await page.getByRole('row', { name: /Archive|Canteen/ }).count()).toBe(0);
  expect([...desk.complaints, ...walk.problems]).toEqual([]);
});

test('what every selected row offers is asked once and done with each, on a telephone too', async () => {
  const phone = { width: 390, height: 844 };
  const desk = (await Desk.signedIn(browser, world.url, 'hr2-SE', phone)).picturedOnFailure();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const walk = new Walk(page);
  await page.goto(`${world.url}/positions`);
  for (const title of ['Clerk', 'Driver', 'Porter']) await select(page, title);
  await bar(page).getByText('3 selected').waitFor();
  await walk.examine('light');
  await desk.picture('bulk-phone');
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  const sent = calls(page, 'ApprovePosition');
  await bar(page)
    .getByRole('button', { name: 'More actions' })
    .or(bar(page).getByRole('button', { name: 'Approve' }))
    .first()
    .click();
  await desk.picture('bulk-phone-actions');
  const inMenu = page.getByRole('menuitem', { name: 'Approve', exact: true });
  if (await inMenu.count()) await inMenu.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Clerk').waitFor();
  await desk.picture('bulk-phone-question');
  await dialog.locator('button[type=submit]').click();
  await dialog.getByText('Done with 3 records.').waitFor();
  await desk.picture('bulk-phone-outcome');
  await desk.press('Close', dialog);
  await bar(page).waitFor({ state: 'hidden' });
  // Each row is an operation of its own.
  expect(new Set(sent.map(({ input }) => input['positionId'])).size).toBe(3);
  const { positions } = await office.hr.client.request<{ positions: { nodes: { status: string }[] } }>(
    '{ positions(where: { title: { in: ["Clerk", "Driver", "Porter"] } }) { nodes { status } } }',
  );
  expect(positions.nodes.map(({ status }) => status)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
  expect([...desk.complaints, ...walk.problems]).toEqual([]);
});

test('who may do nothing with a list has nothing to select', async () => {
  await world.member('auditor', [{ role: 'AUDITOR' }]);
  const desk = (await Desk.signedIn(browser, world.url, 'auditor')).picturedOnFailure();
  await desk.list('Departments');
  await desk.page.getByRole('cell', { name: 'Finance' }).waitFor();
  expect(await desk.page.getByRole('checkbox', { name: /^Select/ }).count()).toBe(0);
});

/** The story of the hire once more, by people at browsers who click and type, and in the console alone. */
import path from 'node:path';
import { importDeviceModels, localOperator, shippedDeviceModels } from '@kontor/api';
import { dayFromNow, launchChromium, type Office, openOffice, startWorld, type World } from '@kontor/testkit';
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
  await importDeviceModels(world.server.app, localOperator, { folder: path.join(shippedDeviceModels, 'Apple') });
  const { companyId } = office;
  const manager = await office.hire('Maja');
  await world.member(
    'maja',
    [
      { role: 'MANAGER', companyId },
      { role: 'EMPLOYEE', companyId },
    ],
    manager.personId,
  );
  await world.member('it', [{ role: 'IT', companyId }]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const at = async (name: string): Promise<Desk> => (await Desk.signedIn(browser, world.url, name)).picturedOnFailure();

test('HR opens a seat that somebody else of HR approves', async () => {
  const hr = await at('hr-SE');
  await hr.list('Positions');
  await hr.page.getByRole('link', { name: 'New', exact: true }).click();
  await hr.find('Company', 'Kontor', /Kontor SE/);
  await hr.type('Code', 'CTRL');
  await hr.type('Title', 'Controller');
  await hr.find('Department', 'Fin', /Finance/);
  await hr.type('Budgeted FTE', '1');
  await hr.type('Lowest pay', '35 000');
  await hr.type('Highest pay', '50000');
  await hr.find('Pay currency', 'SEK', /SEK|Swedish/);
  await hr.choose('Pay period', 'Month');
  await hr.press('Save');
  await hr.page.getByRole('heading', { level: 1, name: 'Controller' }).waitFor();

  const hr2 = await at('hr2-SE');
  await hr2.list('Positions');
  await hr2.record('CTRL');
  await hr2.press('Approve');
  await hr2.confirm('Approve');
  await hr2.page.getByText('Approved', { exact: true }).first().waitFor();
  await hr2.close();

  await hr.page.reload();
  await hr.press('Open');
  await hr.confirm('Open');
  await hr.page.getByText('Open', { exact: true }).first().waitFor();
  expect(hr.complaints).toEqual([]);
  await hr.close();
});

test('HR hires somebody into it', async () => {
  const hr = await at('hr-SE');
  await hr.list('Employees');
  // So much is asked that it is a page, with an address and sections.
  await hr.page.getByRole('link', { name: 'Hire', exact: true }).click();
  await hr.page.getByRole('heading', { level: 1, name: 'Hire' }).waitFor();
  expect(new URL(hr.page.url()).pathname).toBe('/employees/actions/hireEmployee');
  expect(await hr.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    ...['General', 'Identity', 'Home address', 'Emergency contact', 'Job', 'Pay', 'Tax'],
  ]);
  await hr.find('Company', 'Kontor', /Kontor SE/);
  await hr.type('First name', 'Åsa');
  // Somebody who leaves what they have begun is asked, and stays.
  const asked = hr.page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.message();
  });
  await hr.page.getByRole('navigation').getByRole('link', { name: 'Devices', exact: true }).click();
  expect(await asked).toMatch(/not saved/);
  expect(await hr.page.getByLabel(/^First name/).inputValue()).toBe('Åsa');
  // What is missing is said beside its input.
  await hr.press('Hire');
  await hr.page.locator('.MuiFormControl-root', { hasText: 'Contract type' }).getByText('Required').waitFor();
  await hr.type('Last name', 'Öberg');
  await hr.find('Position', 'Contr', /Controller/);
  await hr.find('Manager', 'Maja', /Maja/);
  await hr.type('First day', dayFromNow(0));
  await hr.choose('Contract type', 'Permanent');
  await hr.type('FTE', '1');
  await hr.type('Salary', '43217');
  // The currency of the company is proposed.
  expect(await hr.page.getByRole('combobox', { name: /^Currency/ }).inputValue()).toBe('SEK');
  await hr.choose('Pay period', 'Month');
  // So is what the graph refuses.
  await hr.type('Last day', dayFromNow(30));
  await hr.press('Hire');
  await hr.page
    .locator('.MuiFormControl-root', { hasText: 'Last day' })
    .getByText(/a permanent one has no end/)
    .waitFor();
  await hr.type('Last day', '');
  await hr.press('Hire');
  await hr.page.getByRole('heading', { level: 1, name: 'Åsa Öberg' }).waitFor();
  expect(await hr.value('Position').textContent()).toContain('Controller');
  expect(hr.complaints).toEqual([]);
  await hr.close();

  const { employees } = await office.hr.client.request<{ employees: { nodes: { person: { id: string } }[] } }>(
    '{ employees(where: { lastName: { eq: "Öberg" } }) { nodes { person { id } } } }',
  );
  await world.member('asa', [{ role: 'EMPLOYEE', companyId: office.companyId }], employees.nodes[0]?.person.id ?? '');
});

test('IT hands out a device of a model that ships', async () => {
  const it = await at('it');
  await it.list('Devices');
  await it.page.getByRole('link', { name: 'New', exact: true }).click();
  await it.find('Company', 'Kontor', /Kontor SE/);
  await it.type('Asset tag', 'IT-0001');
  await it.find('Device model', 'AppleTV11', /AppleTV11,1/);
  await it.type('Serial number', 'C02XL0GTJGH5');
  await it.press('Save');
  await it.page.getByRole('heading', { level: 1, name: /IT-0001/ }).waitFor();
  for (const action of ['Receive', 'Put in stock']) {
    await it.press(action);
    await it.confirm(action);
  }
  await it.press('Check out');
  await it.find('Employee', 'Öberg', /Åsa Öberg/);
  await it.confirm('Check out');
  await it.page.getByText('Awaiting acceptance').first().waitFor();
  expect(it.complaints).toEqual([]);
  await it.close();
});

test('the person finds it at home, accepts it, and the manager sees both', async () => {
  const asa = await at('asa');
  await asa.page
    .getByRole('main')
    .getByRole('link', { name: /IT-0001/ })
    .first()
    .click();
  await asa.press('Accept');
  await asa.confirm('Accept');
  await asa.page.getByText('In use', { exact: true }).first().waitFor();
  expect(asa.complaints).toEqual([]);
  await asa.close();

  const maja = await at('maja');
  await maja.list('Employees');
  await maja.record('Åsa');
  await maja.page.getByRole('heading', { level: 1, name: 'Åsa Öberg' }).waitFor();
  await maja.page.getByRole('tab', { name: 'Devices' }).click();
  await maja.page.getByRole('tabpanel').getByText('IT-0001').first().waitFor();
  expect(await maja.page.content()).not.toMatch(/43.?217/);
  expect(maja.complaints).toEqual([]);
  await maja.close();
});

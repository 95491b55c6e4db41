/** A file of employees, from the import page of the console to the list and back. */
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
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const header = 'Anställningsnummer;Förnamn;Efternamn;Startdatum;Avdelning;Befattning';
const good = ['201;Åsa;Öberg;2020-01-07;Ekonomi;Redovisare', '202;Örjan;Ängström;2021-03-15;Ekonomi;Controller'];
const faulty = '203;Ulla;Fel;2021-02-30;Ekonomi;Assistent';
const fileOf = (rows: readonly string[]): string => `${[header, ...rows].join('\r\n')}\r\n`;

async function give(page: Page, name: string, content: string, encoding: BufferEncoding): Promise<void> {
  // A file is taken once it is known for which company.
  await page
    .locator('input[type=file]:enabled')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, encoding) });
}

const count = (page: Page, label: string) =>
  page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd[1]');

const imported = async (): Promise<string[]> => {
  const query =
    '{ employees(where: { employeeNumber: { startsWith: "20" } }, orderBy: [{ employeeNumber: { direction: ASC } }]) { nodes { lastName } } }';
  const { employees } = await office.hr.client.request<{ employees: { nodes: { lastName: string }[] } }>(query);
  return employees.nodes.map(({ lastName }) => lastName);
};

test('a faulty row is told before anything is written, a good file is written, listed and taken back', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Employees');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Import Employees' }).waitFor();

  // Old Swedish spreadsheets write Latin 1; that is seen by the letters.
  await give(page, 'people.csv', fileOf([...good, faulty]), 'latin1');
  await page.getByLabel(/departments and positions that are missing/).check();
  await page.getByRole('heading', { name: 'Faults (1)' }).waitFor();
  const fault = page.getByRole('region', { name: 'Faults' }).getByRole('row').nth(1);
  await expect.poll(() => fault.innerText()).toMatch(/^4\s+Startdatum\s+.*calendar/i);
  await expect.poll(() => count(page, 'New').innerText()).toBe('2');
  expect(await count(page, 'Faulty').innerText()).toBe('1');
  expect(await page.getByRole('button', { name: /^Import \d+ rows?$/ }).isDisabled()).toBe(true);
  expect(await imported()).toEqual([]);

  // The file is put right and given again; what was chosen about it is asked anew.
  await give(page, 'people.csv', fileOf(good), 'utf8');
  await page
    .getByText('No faults found.')
    .or(page.getByRole('heading', { name: /Faults/ }))
    .first()
    .waitFor();
  await page.getByLabel(/departments and positions that are missing/).check();
  await page.getByText('No faults found.').waitFor();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('Imported', { exact: true }).waitFor();
  expect(await imported()).toEqual(['Öberg', 'Ängström']);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Employees', exact: true }).click();
  await page.getByRole('cell', { name: 'Ängström', exact: true }).waitFor();
  await page.getByRole('cell', { name: 'Öberg', exact: true }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test('an import is taken back where it was made', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/employees/import`);
  await give(page, 'more.csv', fileOf(['204;Eva;Ek;2022-05-02;Ekonomi;Redovisare 2']), 'utf8');
  await page.getByLabel(/departments and positions that are missing/).check();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.getByText('Imported', { exact: true }).waitFor();
  expect(await imported()).toContain('Ek');
  await desk.press('Take the import back');
  await page.getByText('The import was taken back.').waitFor();
  expect(await imported()).not.toContain('Ek');
  expect(await imported()).toContain('Öberg');
  expect(desk.complaints).toEqual([]);
});

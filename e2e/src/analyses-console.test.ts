/** An analysis is put together, drawn, kept, shared with somebody who may read less, pinned, and asked by a program. */
import { readFile } from 'node:fs/promises';
import { launchChromium, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;
let office: Office;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  office = await openOffice(world);
  const positionId = await office.position('Seller', { departmentId: office.sales });
  await office.hire('Anna', { salary: '40000' });
  await office.hire('Bo', { salary: '30000.50' });
  await office.hire('Cia', { salary: '35000', positionId });
  const abroad = await openOffice(world, 'HU');
  const seat = { payMinimum: '800000', payMaximum: '1000000', payCurrencyCode: 'HUF' };
  const huf = { salary: '900000', currencyCode: 'HUF', positionId: await abroad.position('Könyvelő', seat) };
  await abroad.hire('Dora', huf);
  await world.member('hr', [{ role: 'HR' }]);
  await world.member('it', [{ role: 'IT' }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const at = async (name: string): Promise<Desk> => {
  const desk = (await Desk.signedIn(browser, world.url, name)).picturedOnFailure();
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  return desk;
};

const cells = (desk: Desk, table: string): Promise<string[][]> =>
  desk.page
    .getByRole('region', { name: table, exact: true })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s/g, ' ') ?? '')),
    );

const expected = [
  ['Department', 'Number', 'Salary: total'],
  ['Finance', '1', 'HUF 900,000.00'],
  ['Finance', '2', 'SEK 70,000.50'],
  ['Sales', '1', 'SEK 35,000.00'],
  ['All in HUF', '1', 'HUF 900,000.00'],
  ['All in SEK', '3', 'SEK 105,000.50'],
];

test('figures are chosen, drawn with their table, kept, shared, pinned and asked by a program', async () => {
  const hr = await at('hr');
  const { page } = hr;
  const walk = new Walk(page);
  await hr.list('Analyses');
  await hr.find('Records of', 'Employees');
  await page.getByRole('heading', { level: 1, name: 'Employees' }).waitFor();
  await hr.find('Groups by', 'Department', 'Department');
  await hr.find('Figures', 'Salary: total');
  await expect.poll(() => cells(hr, 'Employees')).toEqual(expected);
  // Amounts of each currency have a chart of their own.
  await page
    .getByRole('figure', { name: /Employees, SEK/ })
    .getByRole('application')
    .waitFor();
  await page.getByRole('figure', { name: /Employees, HUF/ }).waitFor();
  await walk.settle();
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await walk.examine(theme);
    await hr.picture(`analysis-${theme}`);
  }

  const [download] = await Promise.all([page.waitForEvent('download'), hr.press('CSV')]);
  expect(download.suggestedFilename()).toBe('Employees.csv');
  expect((await readFile(await download.path(), 'utf8')).split('\r\n').slice(0, 3)).toEqual([
    '\uFEFFDepartment,Number,Salary: total,Currency',
    'Finance,1,900000,HUF',
    'Finance,2,70000.5,SEK',
  ]);

  await hr.press('Copy the query');
  const curl = await page.getByRole('region', { name: 'For a shell' }).innerText();
  await hr.press('Close', page.getByRole('dialog'));
  const { token } = await world.member('hr-program', [{ role: 'HR' }]);
  const asked = await fetch(/curl -sS (\S+)/.exec(curl)?.[1] ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: curl.split('\n').at(-2) ?? '',
  });
  const { data } = (await asked.json()) as {
    data: { totals: { nodes: { key: object; aggregate: { count: number; salary: { sum: string } } }[] } };
  };
  expect(data.totals.nodes).toEqual([
    { key: { salaryCurrencyCode: 'HUF' }, aggregate: { count: 1, salary: { sum: '900000' } } },
    { key: { salaryCurrencyCode: 'SEK' }, aggregate: { count: 3, salary: { sum: '105000.5' } } },
  ]);

  await hr.press('Save');
  const dialog = page.getByRole('dialog', { name: 'Save' });
  await dialog.getByLabel(/^Name/).fill('Pay by department');
  await dialog.getByRole('combobox', { name: /^Seen by/ }).click();
  await page.getByRole('option', { name: 'Everybody who may read its conditions' }).click();
  await dialog.getByLabel('Show on my home page').check();
  await hr.press('Save', dialog);
  await page.getByRole('heading', { level: 1, name: 'Pay by department' }).waitFor();

  await page.getByRole('navigation').getByRole('link', { name: 'Home', exact: true }).click();
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: 'Pay by department' }) });
  await card.last().getByRole('figure').first().waitFor();
  await hr.press('Show as a table: Pay by department');
  await expect.poll(() => cells(hr, 'Pay by department')).toEqual(expected.slice(0, 4));
  await walk.settle();
  await walk.examine('home');
  await hr.picture('home');
  await hr.press('Take from home: Pay by department');
  await expect.poll(() => page.getByRole('heading', { level: 3, name: 'Pay by department' }).count()).toBe(0);

  // A group leads to the list of its rows, and the page fits a telephone.
  await page.goBack();
  await page.getByRole('link', { name: 'Rows behind Sales' }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await walk.settle();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await hr.picture('analysis-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Rows behind Sales' }).click();
  await page.getByRole('row').filter({ hasText: 'Cia' }).waitFor();
  expect([...hr.complaints, ...walk.problems]).toEqual([]);
});

test('what stands on records further away sets groups apart, and each group leads to its rows', async () => {
  const hr = await at('hr');
  const { page } = hr;
  const walk = new Walk(page);
  await page.goto(`${world.url}/analyses/employees?show=count&chart=table`);
  await hr.press('Through other records');
  const through = page.getByRole('dialog', { name: 'Through other records' });
  await hr.press('Open Department', through);
  await hr.press('Open Company', through);
  await through.getByText('Company', { exact: true }).and(through.locator(':focus')).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await walk.settle();
  await walk.examine('through');
  await hr.picture('through-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await hr.picture('through');
  await hr.press('Code', through);
  const byCompany = [
    ['Department › Company › Code', 'Number'],
    ['HU', '1'],
    ['SE', '3'],
    ['All', '4'],
  ];
  await expect.poll(() => cells(hr, 'Employees'), { timeout: 60_000 }).toEqual(byCompany);
  await page.getByRole('link', { name: 'Rows behind HU' }).click();
  await page.getByRole('row').filter({ hasText: 'Dora' }).waitFor();
  expect(await page.getByRole('row').filter({ hasText: 'Anna' }).count()).toBe(0);
  // The list says what it compares, and takes another record in its place.
  await page.goto(`${world.url}/analyses/employees?by=department.company&show=count&chart=table`);
  const rows = page.getByRole('link', { name: /^Rows behind / });
  await expect.poll(() => rows.count(), { timeout: 60_000 }).toBe(2);
  const companies = await rows.allInnerTexts();
  await rows.first().click();
  await page
    .getByRole('row')
    .filter({ hasText: 'Dora' })
    .or(page.getByRole('row').filter({ hasText: 'Cia' }))
    .waitFor();
  await expect.poll(() => page.getByLabel('Value').inputValue(), { timeout: 60_000 }).toBe(companies[0]);
  await walk.settle();
  await hr.picture('rows-by-company');
  expect([...hr.complaints, ...walk.problems]).toEqual([]);
});

test('a group by days of an instant leads to its rows, by whichever clocks the days are told', async () => {
  const hr = await at('hr');
  const { page } = hr;
  // At any moment it is another day than in UTC in one of these.
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await page.goto(`${world.url}/analyses/employees?by=createdAt:DAY&show=count&chart=table&zone=${zone}`);
    await page.getByRole('link', { name: /^Rows behind / }).click();
    for (const name of ['Anna', 'Bo', 'Cia', 'Dora']) await page.getByRole('row').filter({ hasText: name }).waitFor();
  }
  expect(hr.complaints).toEqual([]);
});

test('who may read less opens what is shared, and is told what is left out', async () => {
  const state = 'by=department&show=count,salary.sum&chart=bar';
  const shared = { kind: 'REPORT', resource: 'Employee', name: 'What each department earns', state, shared: true };
  await performed(await world.member('hr-sharing', [{ role: 'HR' }]), 'saveView', shared, 'savedView { id }');
  const it = await at('it');
  await it.list('Analyses');
  await it.page.getByRole('link', { name: 'What each department earns' }).click();
  await it.page.getByText('Left out, as you may not read it or it is not there: a figure.').waitFor();
  await expect
    .poll(() => cells(it, 'What each department earns'))
    .toEqual([
      ['Department', 'Number'],
      ['Finance', '2'],
      ['Finance', '1'],
      ['Sales', '1'],
      ['All', '4'],
    ]);
  expect(await it.page.getByRole('button', { name: 'Delete' }).count()).toBe(0);

  // What an address asks wrongly is said in words.
  const open = (asked: string) => it.page.goto(`${world.url}/analyses/employees?show=count&chart=bar&${asked}`);
  await open('by=createdAt:DAY&zone=Mars/Olympus');
  await it.page.getByText('There is no such time zone.').waitFor();
  await open('by=lastName:MONTH');
  await it.page.getByText(/Left out.*something that sets groups apart/).waitFor();
  await open('by=person.iban');
  await it.page.getByText(/Left out.*something that sets groups apart/).waitFor();
  expect(it.complaints.filter((each) => !/400/.test(each))).toEqual([]);
});

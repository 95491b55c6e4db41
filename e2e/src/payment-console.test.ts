/** Pay leaves the house: prepared, approved by somebody else, written for the bank, and booked; each at a browser of their own. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  dayFromNow,
  launchChromium,
  onDatabase,
  openPayingOffice,
  type PayingOffice,
  runKontor,
  startWorld,
  type World,
} from '@kontor/testkit';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let world: World;
let browser: Browser;
let office: PayingOffice;

beforeAll(async () => {
  world = await startWorld();
  office = await openPayingOffice(world);
  await office.hirePaid('Åsa', 'SE3550000000054910000003');
  await office.hirePaid('Béla', 'DE89370400440532013000');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const at = async (name: string): Promise<Desk> => (await Desk.signedIn(browser, world.url, name)).picturedOnFailure();

/** Opens the batch in the list: there is one. */
async function openBatchAt(name: string): Promise<Desk> {
  const desk = await at(name);
  await desk.list('Payment batches');
  await desk.record('Main');
  await desk.page.getByRole('heading', { level: 1, name: /Main$/ }).waitFor();
  return desk;
}

test('payroll puts a batch together and hands it in', async () => {
  const desk = await at('payroll-PAY');
  await desk.list('Payment batches');
  await desk.page
    .getByRole('link', { name: 'Prepare' })
    .or(desk.page.getByRole('button', { name: 'Prepare' }))
    .click();
  await desk.find('Company', 'Kontor', /Kontor PAY/);
  await desk.choose('Kind', 'Pay');
  await desk.find('Company account', 'Main');
  await desk.find('Account of what is owed', '2820', /2820/);
  await desk.type('Payment date', office.executionOn);
  await desk.press('Prepare', desk.page.getByRole('dialog').or(desk.page.getByRole('main')).last());
  await desk.page.getByRole('heading', { level: 1, name: /Main$/ }).waitFor();
  for (const [name, amount, count] of [
    ['Åsa', '24000.50', '1'],
    ['Béla', '31000.25', '2'],
  ] as const) {
    await desk.press('More actions');
    await desk.page.getByRole('menuitem', { name: 'Add a payment', exact: true }).click();
    await desk.find('Employee', name, new RegExp(name));
    await desk.type('Amount', amount);
    await desk.type('Currency', 'SEK');
    await desk.type('Text for the payee', 'Pay of the month');
    await desk.press('Add a payment', desk.page.getByRole('dialog').or(desk.page.getByRole('main')).last());
    await expect.poll(() => desk.value('Number of payments').innerText()).toBe(count);
  }
  await desk.picture('payment-batch-draft');
  // The next step of a batch stands in front of what is added to it.
  await desk.press('Hand in');
  await desk.confirm('Hand in');
  await desk.page.getByText('Handed in', { exact: true }).first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('a second person of payroll sees whom it pays, and approves', async () => {
  const desk = await openBatchAt('payroll2-PAY');
  await desk.page.getByRole('tab', { name: 'Payments', exact: true }).click();
  await desk.page.getByText('SE3550000000054910000003').waitFor();
  await desk.picture('payment-batch-payments');
  await desk.press('Approve');
  await desk.confirm('Approve');
  await desk.page.getByText('Approved', { exact: true }).first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('the file that payroll makes and downloads is valid', async () => {
  const desk = await openBatchAt('payroll-PAY');
  await desk.press('Make the file');
  await desk.confirm('Make the file');
  await desk.page.getByRole('tab', { name: 'File', exact: true }).click();
  const downloading = desk.page.waitForEvent('download');
  await desk.page.getByRole('link', { name: 'Download the file' }).click();
  const file = await (await downloading).path();
  await desk.picture('payment-batch-file');
  const schema = XmlDocument.fromBuffer(await readFile(path.join(root, 'packages/api/data/pain/pain.001.001.09.xsd')));
  const message = XmlDocument.fromBuffer(await readFile(file));
  const validator = XsdValidator.fromDoc(schema);
  validator.validate(message);
  expect(message.toString()).toContain('<CtrlSum>55000.75</CtrlSum>');
  for (const each of [validator, message, schema]) each.dispose();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('accounting sees the total and no payment, confirms it, and the books are right', async () => {
  const desk = await openBatchAt('books-PAY');
  await desk.page
    .getByText(/55,?000\.75/)
    .first()
    .waitFor();
  expect(await desk.page.getByText(/24,?000\.5|SE35500|Åsa/).count()).toBe(0);
  await desk.page.getByRole('tab', { name: 'File', exact: true }).click();
  await desk.page.getByText('payroll downloads it').waitFor();
  expect(await desk.page.getByRole('link', { name: 'Download the file' }).count()).toBe(0);
  await desk.picture('payment-batch-accounting');
  await desk.press('Confirm');
  await desk.type('Booked on', dayFromNow(0));
  await desk.confirm('Confirm');
  await desk.page.getByText('Paid', { exact: true }).first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
  const verified = await runKontor(['ledger', 'verify'], { home: tmpdir(), env: onDatabase(world) });
  expect(verified.out.trim().split('\n').at(-1)).toMatch(/, 0 differences$/);
});

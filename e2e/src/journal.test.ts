/** Somebody types vouchers all day: the keyboard alone, and what was typed is in the books. */
import { launchChromium, type Member, newKey, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

let world: World;
let browser: Browser;
let bookkeeper: Member;
let companyId: string;

beforeAll(async () => {
  world = await startWorld();
  ({ companyId } = await openOffice(world));
  bookkeeper = await world.member('bookkeeper', [{ role: 'ACCOUNTING', companyId }]);
  await performed(
    bookkeeper,
    'setUpBooks',
    { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' },
    'fiscalYear { id }',
  );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

interface Entry {
  readonly number: number;
  readonly postingOn: string;
  readonly text: string | null;
  readonly lines: { readonly nodes: { account: { code: string }; debit: string; credit: string }[] };
}

async function entries(): Promise<Entry[]> {
  const { journalEntries } = await bookkeeper.client.request<{ journalEntries: { nodes: Entry[] } }>(
    `query ($company: ID!) { journalEntries(first: 50, orderBy: [{ number: { direction: ASC } }], where: { company: { is: { id: { eq: $company } } } }) {
      nodes { number postingOn text lines(first: 20, orderBy: [{ lineNo: { direction: ASC } }]) { nodes { account { code } debit credit } } } } }`,
    { company: companyId },
  );
  return journalEntries.nodes;
}

const linesOf = (entry: Entry | undefined) =>
  entry?.lines.nodes.map(({ account, debit, credit }) => [account.code, Number(debit), Number(credit)]);

/** Types as a person does: into whatever has the cursor. */
async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (/^(Enter|Tab|=|Control\+\w+|Alt\+\w+)$/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('vouchers are typed one after another, without the mouse', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Journal entries');
  await page.getByRole('link', { name: 'Post' }).click();
  await page.getByRole('heading', { level: 1, name: 'New entry' }).waitFor();
  await page.getByLabel('Posting date').fill('2026-03-05');
  await page.getByLabel('Posting date').focus();

  // By number and by name; the second line is filled in, the third is what is missing.
  await type(page, 'Enter', 'INV 17', 'Enter', 'Paper', 'Enter');
  expect(await focused(page)).toBe('Account, line 1');
  await type(page, '6110', 'Enter', '1000', 'Enter', 'Enter', 'Enter', 'Enter');
  expect(await focused(page)).toBe('Account, line 2');
  await type(page, '2641', 'Enter', '250', 'Enter', 'Enter', 'Enter', 'Enter');
  expect(await focused(page)).toBe('Account, line 3');
  await type(page, 'företagskonto', 'Enter');
  expect(await page.getByLabel('Credit, line 3').inputValue()).toBe('1250');
  await page.getByText('Balanced').waitFor();
  await type(page, 'Control+Enter');
  await page.getByRole('link', { name: /^Posted as/ }).waitFor();
  const [first] = await entries();
  expect(first).toMatchObject({ postingOn: '2026-03-05', text: 'Paper' });
  expect(linesOf(first)).toEqual([
    ['6110', 1000, 0],
    ['2641', 250, 0],
    ['1930', 0, 1250],
  ]);

  // The next one begins at its first account, of the same day, and the account against which it was last set is there.
  for (const amount of ['88,50', '12']) {
    await expect.poll(() => focused(page)).toBe('Account, line 1');
    await type(page, '5410', 'Enter', amount.replace(',', '.'), 'Enter', 'Enter', 'Enter', 'Enter');
    if (amount === '88,50') await type(page, '1930', 'Enter');
    await type(page, 'Control+Enter');
    await expect.poll(() => page.getByRole('link', { name: /^Posted as/ }).count()).toBe(amount === '12' ? 3 : 2);
  }
  const all = await entries();
  expect(all.map(({ number, postingOn }) => [number, postingOn])).toEqual([
    [1, '2026-03-05'],
    [2, '2026-03-05'],
    [3, '2026-03-05'],
  ]);
  expect(linesOf(all[1])).toEqual([
    ['5410', 88.5, 0],
    ['1930', 0, 88.5],
  ]);
  expect(linesOf(all[2])).toEqual([
    ['5410', 12, 0],
    ['1930', 0, 12],
  ]);
  expect(desk.complaints).toEqual([]);
});

test('what keeps an entry from being posted is said where it is, and nothing is lost', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await page.getByLabel('Posting date').fill('2026-03-06');
  await page.getByLabel('Account, line 1').focus();
  const before = (await entries()).length;
  await type(
    page,
    '5410',
    'Enter',
    '100',
    'Enter',
    'Enter',
    'Enter',
    'Enter',
    '1930',
    'Enter',
    'Enter',
    'Control+a',
    '99.99',
  );
  await type(page, 'Control+Enter');
  await page.getByRole('alert').getByText('Debit and credit differ by 0.01').waitFor();
  expect(await entries()).toHaveLength(before);

  // The books have the last word: the year of this day is not open.
  await page.getByLabel('Credit, line 2').focus();
  await type(page, '=');
  expect(await page.getByLabel('Credit, line 2').inputValue()).toBe('100');
  await page.getByLabel('Posting date').fill('2031-01-01');
  await type(page, 'Control+Enter');
  await page.getByLabel('Posting date').and(page.locator('[aria-invalid=true]')).waitFor();
  expect(await entries()).toHaveLength(before);
  expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('100');

  await page.getByLabel('Posting date').fill('2026-03-06');
  await type(page, 'Control+Enter');
  await page.getByRole('link', { name: /^Posted as/ }).waitFor();
  expect(await entries()).toHaveLength(before + 1);
});

test('what was typed is asked about before it is left, and an entry shows its lines', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  const home = page.getByRole('navigation').getByRole('link', { name: 'Home', exact: true });
  await page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await page.getByLabel('Posting date').fill('2026-03-07');
  await page.getByLabel('Account, line 1').focus();
  await type(page, '5410', 'Enter', '71', 'Enter', 'Enter', 'Enter', 'Enter', '1930', 'Enter');
  const asked: string[] = [];
  page.once('dialog', (leaving) => {
    asked.push(leaving.message());
    void leaving.dismiss();
  });
  await home.click();
  await expect.poll(() => asked).toEqual(['You have changes that are not saved. Leave all the same?']);
  expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('71');
  // What is in the books is not asked about.
  await page.getByLabel('Credit, line 2').focus();
  await type(page, 'Control+Enter');
  await page.getByRole('link', { name: /^Posted as/ }).click();
  const parts = page.getByRole('region', { name: 'Lines' });
  await parts.getByRole('row').filter({ hasText: '5410' }).waitFor();
  expect(await page.getByRole('tab', { name: 'Lines' }).count()).toBe(0);
  expect(asked).toHaveLength(1);
});

test('the books of another company are another page: what was typed is asked about', async () => {
  const admin = await world.member('founder', [{ role: 'ADMINISTRATOR' }]);
  const other = {
    code: 'OTHER',
    name: 'Other',
    country: 'SE',
    baseCurrencyCode: 'SEK',
    locale: 'sv-SE',
    timeZone: 'UTC',
  };
  await performed(admin, 'createCompany', other, 'company { id }');
  await world.member('chief', [{ role: 'ACCOUNTING' }]);
  const desk = (await Desk.signedIn(browser, world.url, 'chief')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/journal-entries/actions/postEntry?company=${companyId}`);
  await page.getByLabel('Account, line 1').focus();
  await type(page, '5410', 'Enter', '71', 'Enter');
  const company = page.getByRole('combobox', { name: /^Company/ });
  const goToOther = async (): Promise<void> => {
    await company.click();
    await page.getByRole('option', { name: 'Other', exact: true }).click();
  };
  const asked: string[] = [];
  page.on('dialog', (leaving) => {
    asked.push(leaving.message());
    void (asked.length === 1 ? leaving.dismiss() : leaving.accept());
  });
  await goToOther();
  await expect.poll(() => asked).toEqual(['You have changes that are not saved. Leave all the same?']);
  expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('71');
  await goToOther();
  await expect.poll(() => asked).toHaveLength(2);
  await page.getByLabel('Debit, line 1').waitFor({ state: 'detached' });
  // Whoever comes back begins where they were last.
  await page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await expect.poll(() => company.textContent()).toBe('Other');
});

test('the tax is taken out of an amount', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await page.getByLabel('Account, line 1').focus();
  await type(page, '6110', 'Enter', '500', 'Enter', 'Enter');
  await page.getByLabel('Tax, line 1').selectOption('SE25');
  await type(page, 'Alt+t');
  expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('400');
  expect(await page.getByLabel('Debit, line 2').inputValue()).toBe('100');
  expect(await page.getByLabel('Account, line 2').inputValue()).toMatch(/^2641 /);
});

test('whoever may not post does not find the page', async () => {
  await world.member('reader', [{ role: 'AUDITOR', companyId }]);
  const desk = (await Desk.signedIn(browser, world.url, 'reader')).picturedOnFailure();
  await desk.list('Journal entries');
  expect(await desk.page.getByRole('link', { name: 'Post' }).count()).toBe(0);
  await desk.page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await desk.page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
});

test('a line on an account of customers asks for one, by number or name, and a template keeps it', async () => {
  const customers = [
    { companyId, code: 'K1', name: 'Åsa Handel AB', kind: 'CUSTOMER' },
    { companyId, code: 'K12', name: 'Berg & Dal', kind: 'CUSTOMER' },
  ];
  for (const customer of customers) await performed(bookkeeper, 'createParty', customer, 'party { id }');
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/journal-entries/actions/postEntry`);
  await page.getByRole('heading', { level: 1, name: 'New entry' }).waitFor();
  const journal = page.getByRole('combobox', { name: /^Journal/ });
  await journal.focus();
  await type(page, 'Enter', 'B', 'Enter');
  await expect.poll(() => journal.innerText()).toMatch(/^B /);
  await page.getByLabel('Posting date').fill('2026-03-06');
  await page.getByLabel('Account, line 1').focus();
  await type(page, '1510', 'Enter');
  await expect.poll(() => focused(page)).toBe('Business partner, line 1');
  // What was typed is not there yet or not at all: said at its cell when it is posted.
  await type(page, 'Enter', 'Enter', '100', 'Enter', 'Enter', 'Enter', 'Enter', '3001', 'Enter', 'Control+Enter');
  await page.getByText('Choose the customer or supplier.').waitFor();
  await page.getByLabel('Business partner, line 1').focus();
  await type(page, 'Handel');
  await page.getByRole('option', { name: 'K1 Åsa Handel AB' }).waitFor();
  await type(page, 'Enter');
  await expect.poll(() => page.getByLabel('Business partner, line 1').inputValue()).toBe('K1 Åsa Handel AB');
  await page.getByText('Choose the customer or supplier.').waitFor({ state: 'detached' });
  await desk.picture('sheet-with-party');
  const table = page.locator('main table');
  const overflow = table.evaluate((sheet) => sheet.scrollWidth - (sheet.parentElement?.clientWidth ?? 0));
  expect(await overflow).toBeLessThanOrEqual(0);
  await type(page, 'Control+Enter');
  await page.getByRole('link', { name: /^Posted as B Kundfakturor 1 / }).waitFor();

  // By its number, faster than it is found; leaving the account by the tabulator leads there as well.
  await expect.poll(() => focused(page)).toBe('Account, line 1');
  await type(page, '1510', 'Tab');
  await expect.poll(() => focused(page)).toBe('Business partner, line 1');
  await type(
    page,
    'K12',
    'Enter',
    '04052026',
    'Enter',
    '7',
    'Enter',
    'Enter',
    'Enter',
    'Enter',
    '3001',
    'Enter',
    'Control+Enter',
  );
  await page.getByRole('link', { name: /^Posted as B Kundfakturor 2 / }).waitFor();

  const query = `{ openItems(first: 9, orderBy: [{ postingOn: { direction: ASC } }]) { nodes { party { code } original dueOn line { entry { id } } } } }`;
  type Item = { party: { code: string }; original: string; dueOn: string | null; line: { entry: { id: string } } };
  const { openItems } = await bookkeeper.client.request<{ openItems: { nodes: Item[] } }>(query);
  expect(openItems.nodes.map(({ party, original, dueOn }) => [party.code, Number(original), dueOn]).toSorted()).toEqual(
    [
      ['K1', 100, null],
      ['K12', 7, '2026-04-05'],
    ],
  );
  const entryId = openItems.nodes.find(({ party }) => party.code === 'K12')?.line.entry.id;
  const template = await performed<{ id: string; lines: { nodes: { partyCode: string | null }[] } }>(
    bookkeeper,
    'keepAsTemplate',
    { entryId, name: 'Berg' },
    'entryTemplate { id lines { nodes { partyCode } } }',
  );
  expect(template.lines.nodes.map(({ partyCode }) => partyCode)).toContain('K12');
  const posting = { templateId: template.id, postingOn: '2026-03-07', idempotencyKey: newKey() };
  const lines = 'journalEntry { lines { nodes { party { code } } } }';
  type Posted = { lines: { nodes: { party: { code: string } | null }[] } };
  const again = await performed<Posted>(bookkeeper, 'postTemplate', posting, lines);
  expect(again.lines.nodes.map(({ party }) => party?.code)).toContain('K12');
  expect(desk.complaints).toEqual([]);
});

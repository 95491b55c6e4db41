/** Bookkeeping at the desk beyond vouchers: open items are settled, drafts gone on with, budgets stand beside the books. */
import { launchChromium, type Member, newKey, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
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
  const books = { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' };
  await performed(bookkeeper, 'setUpBooks', books, 'fiscalYear { id }');
  const customer = { companyId, code: 'K1', name: 'Kund AB', kind: 'CUSTOMER' };
  await performed(bookkeeper, 'createParty', customer, 'party { id }');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const post = (journal: string, postingOn: string, lines: readonly object[], reference: string) => {
  const entry = { companyId, journal, postingOn, lines, reference, idempotencyKey: newKey() };
  return performed(bookkeeper, 'postEntry', entry, 'journalEntry { id }');
};

const remaining = async (): Promise<string[]> => {
  const query = `{ openItems(first: 20, orderBy: [{ postingOn: { direction: ASC } }]) { nodes { remaining } } }`;
  type Answer = { openItems: { nodes: { remaining: string }[] } };
  return (await bookkeeper.client.request<Answer>(query)).openItems.nodes.map((item) => item.remaining);
};

test('items of a business partner are ticked and settled, and what does not fit is said at its row', async () => {
  const party = { party: 'K1' };
  await post(
    'B',
    '2026-03-01',
    [
      { account: '1510', debit: '100', ...party },
      { account: '3001', credit: '100' },
    ],
    'F-1',
  );
  await post(
    'B',
    '2026-03-02',
    [
      { account: '1510', debit: '50', ...party },
      { account: '3001', credit: '50' },
    ],
    'F-2',
  );
  await post(
    'C',
    '2026-03-20',
    [
      { account: '1930', debit: '120' },
      { account: '1510', credit: '120', ...party },
    ],
    'B-1',
  );
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Open items');
  await page.getByRole('link', { name: 'Settle open items' }).click();
  await page.getByRole('heading', { level: 1, name: 'Settle open items' }).waitFor();
  await desk.find('Business partner', 'K1', /Kund AB/);
  await page.getByRole('checkbox', { name: 'Tick B 1' }).check();
  await page.getByRole('checkbox', { name: 'Tick C 1' }).check();
  await page.getByText('Ticked: debit').waitFor();
  await page.getByLabel('Amount to settle of B 1').fill('101');
  await desk.press('Settle');
  await page.getByText('Only 100 SEK of this item is open').waitFor();
  await page.getByLabel('Amount to settle of B 1').fill('70.50');
  await desk.picture('settle');
  const walk = new Walk(page);
  await walk.examine('light');
  await desk.press('Settle');
  await page.getByText('The items were settled.').waitFor();
  expect(await remaining()).toEqual(['29.5', '50', '-49.5']);
  expect(walk.problems).toEqual([]);

  // From the row of an open item, where it is ticked already.
  await desk.list('Open items');
  await desk.record('29.5');
  await page.getByRole('tab', { name: 'Settlement' }).click();
  await page.getByRole('checkbox', { name: 'Tick B 1' }).and(page.locator(':checked')).waitFor();
  await page.getByRole('checkbox', { name: 'Tick C 1' }).check();
  await desk.press('Settle');
  // The word on the first settlement may still stand there.
  await expect.poll(remaining, { timeout: 20_000 }).toEqual(['0', '50', '-20']);
  expect(desk.complaints).toEqual([]);
});

test('a draft is gone on with in the journal page, saved there, and posted', async () => {
  const draft = {
    companyId,
    journal: 'A',
    lines: [{ account: '5010', debit: '10', dueOn: '2026-04-01' }],
    text: 'Rent',
  };
  const { id } = await performed(bookkeeper, 'saveEntryDraft', draft, 'entryDraft { id }');
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Draft entries');
  await page.goto(`${world.url}/entry-drafts/${id}?tab=goOn`);
  await page.getByRole('link', { name: 'Go on with the draft' }).click();
  await page.getByRole('heading', { level: 1, name: 'Draft entry' }).waitFor();
  expect(await page.getByLabel('Account, line 1').inputValue()).toMatch(/^5010 /);
  await page.getByLabel('Account, line 2').focus();
  await page.keyboard.type('1930');
  await page.keyboard.press('Enter');
  await page.getByLabel('Posting date').fill('2026-03-09');
  await desk.press('Save as draft');
  await page.getByText('The draft is saved.').waitFor();
  const read = async () => {
    const query = `query ($id: ID!) { entryDraft(id: $id) { status version entry { postingOn } lines { nodes { accountCode debit credit dueOn } } } }`;
    return (await bookkeeper.client.request<{ entryDraft: Record<string, unknown> }>(query, { id })).entryDraft;
  };
  expect(await read()).toMatchObject({
    status: 'DRAFT',
    lines: {
      nodes: [
        { accountCode: '5010', debit: '10', dueOn: '2026-04-01' },
        { accountCode: '1930', credit: '10' },
      ],
    },
  });
  // Somebody else writes over it meanwhile: this page says so, and nothing is lost.
  const { version } = await read();
  await performed(
    bookkeeper,
    'saveEntryDraft',
    { ...draft, draftId: id, expectedVersion: version, postingOn: '2026-03-10', text: 'Rent of March' },
    'entryDraft { id }',
  );
  await desk.press('Post');
  await page.getByRole('alert').getByText('Somebody else has changed this record').waitFor();
  await page.reload();
  await page.getByLabel('Account, line 2').focus();
  await page.keyboard.type('1930');
  await page.keyboard.press('Enter');
  await desk.press('Post');
  await page.getByRole('heading', { level: 1, name: /^A Redovisning 1/ }).waitFor();
  expect(await read()).toMatchObject({ status: 'POSTED', entry: { postingOn: '2026-03-10' } });
  expect(desk.complaints).toEqual([]);
});

test('a budget is entered for an account, and stands beside the profit and loss', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'bookkeeper')).picturedOnFailure();
  const { page } = desk;
  const { fiscalYears } = await bookkeeper.client.request<{ fiscalYears: { nodes: { id: string }[] } }>(
    `query ($id: ID!) { fiscalYears(where: { company: { is: { id: { eq: $id } } } }) { nodes { id } } }`,
    { id: companyId },
  );
  const budget = { companyId, fiscalYearId: fiscalYears.nodes[0]?.id, name: 'Plan' };
  const { id } = await performed(bookkeeper, 'createBudget', budget, 'budget { id }');
  await page.goto(`${world.url}/budgets/${id}`);
  await desk.press('Budget an account');
  await desk.find('Account', '3001', /^3001/);
  await desk.type('Amount', '1200');
  await desk.confirm('Budget an account');
  await page.goto(`${world.url}/reports?report=PROFIT_AND_LOSS&endsOn=2026-03-31&budget=${id}`);
  const row = page.getByRole('row').filter({ hasText: '3001' });
  await row.waitFor();
  expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/150\.00.*300\.00.*-?−?150\.00/);
  await page.getByRole('columnheader', { name: 'Against budget' }).waitFor();
  await desk.picture('budget');
  expect(desk.complaints).toEqual([]);
});

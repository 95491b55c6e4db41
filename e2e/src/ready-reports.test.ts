/** Each ready-made report opens, and what it comes to is what the list of its records comes to. */
import { dayFromNow, launchChromium, type Member, newKey, performed, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { type Furnished, furnish } from './furnish.ts';

let world: World;
let browser: Browser;
let reader: Member;

/** An invoice, a bill, a device in warranty, and somebody who leaves soon. */
async function keepBooks({ office, members }: Furnished): Promise<void> {
  const { companyId, hr } = office;
  const { accounting, it } = members;
  if (!accounting || !it) throw new Error('somebody is missing');
  const year = new Date().getUTCFullYear();
  const books = { companyId, chart: 'SE_BAS', startsOn: `${year}-01-01` };
  await performed(accounting, 'setUpBooks', books, 'fiscalYear { id }');
  for (const [code, kind] of [
    ['K1', 'CUSTOMER'],
    ['L1', 'SUPPLIER'],
  ])
    await performed(accounting, 'createParty', { companyId, code, name: `Party ${code}`, kind }, 'party { id }');
  const dueOn = `${year}-02-15`;
  for (const [journal, lines] of [
    [
      'B',
      [
        { account: '1510', debit: '100.25', party: 'K1', dueOn },
        { account: '3001', credit: '100.25' },
      ],
    ],
    [
      'C',
      [
        { account: '5010', debit: '40.10' },
        { account: '2440', credit: '40.10', party: 'L1', dueOn },
      ],
    ],
  ] as const) {
    const entry = { companyId, journal, postingOn: `${year}-01-15`, lines, idempotencyKey: newKey() };
    await performed(accounting, 'postEntry', entry, 'journalEntry { id }');
  }
  const { deviceModels } = await it.client.request<{ deviceModels: { nodes: { id: string }[] } }>(
    '{ deviceModels(first: 1) { nodes { id } } }',
  );
  const device = { companyId, deviceModelId: deviceModels.nodes[0]?.id, assetTag: 'IT-0002' };
  await performed(it, 'createDevice', { ...device, warrantyUntilOn: dayFromNow(30) }, 'device { id }');
  const { employeeId } = await office.hire('Leo');
  const end = { employeeId, endOn: dayFromNow(40), reason: 'Resigned' };
  await performed(hr, 'endEmployment', end, 'employee { id }');
}

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  await keepBooks(await furnish(world));
  const roles = ['AUDITOR', 'HR', 'PAYROLL', 'ACCOUNTING', 'IT'] as const;
  reader = await world.member(
    'reader',
    roles.map((role) => ({ role })),
  );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

type Figures = Readonly<Record<string, number | Readonly<Record<string, string | null>>>>;

/** What the report page asked and was told. */
interface Asked {
  readonly variables: { readonly where?: unknown };
  readonly data: {
    readonly groups?: { readonly totalCount: number; readonly nodes: readonly { readonly aggregate: Figures }[] };
    readonly total?: Figures;
    readonly totals?: { readonly nodes: readonly { readonly aggregate: Figures }[] };
  };
}

interface Ready {
  readonly name: string;
  readonly title: string;
  readonly resource: string;
  readonly state: string;
}

/** Sums in ten-thousandths, in which amounts have no decimals. */
const whole = (text: string | null | undefined): number => Math.round(Number(text ?? '0') * 10_000);

/** What the records of the list come to: how many there are, and the sum of each field that the report adds up. */
async function ofTheList({ resource }: Ready, plural: string, where: unknown, fields: readonly string[]) {
  const query = `query ($where: ${resource}Where, $after: ID) {
    list: ${plural}(first: 100, after: $after, where: $where) { nodes { id ${fields.join(' ')} } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly list: {
      readonly nodes: readonly Readonly<Record<string, string | null>>[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  const rows: Readonly<Record<string, string | null>>[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { list }: Page = await reader.client.request<Page>(query, { where, after });
    rows.push(...list.nodes);
    after = list.pageInfo.endCursor;
    more = list.pageInfo.hasNextPage;
  }
  return [rows.length, ...fields.map((field) => rows.reduce((sum, row) => sum + whole(row[field]), 0))];
}

const comeTo = (figures: readonly Figures[], fields: readonly string[]): number[] => [
  figures.reduce((sum, { count }) => sum + Number(count), 0),
  ...fields.map((field) =>
    figures.reduce((sum, each) => {
      const measures = each[field];
      return sum + (typeof measures === 'object' ? whole(measures['sum']) : 0);
    }, 0),
  ),
];

test('groups and totals of each add up to its list', async () => {
  const { consoleMeta } = await reader.client.request<{
    consoleMeta: { readyReports: Ready[]; entities: { name: string; plural: string }[] };
  }>('{ consoleMeta { readyReports { name title resource state } entities { name plural } } }');
  const desk = (await Desk.signedIn(browser, world.url, 'reader')).picturedOnFailure();
  const { page } = desk;
  const empty: string[] = [];
  for (const report of consoleMeta.readyReports) {
    await desk.list('Analyses');
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('Report(') ?? false);
    await page.locator('main').getByRole('link', { name: report.title, exact: true }).click();
    const response = await answered;
    const { variables } = JSON.parse(response.request().postData() ?? '{}') as Asked;
    const { data } = (await response.json()) as Asked;
    await page.getByRole('heading', { level: 1, name: report.title, exact: true }).waitFor();
    const shown = new URLSearchParams(report.state).get('show') ?? '';
    const fields = [...shown.matchAll(/(\w+)\.sum/g)].map(([, field = '']) => field);
    const plural = consoleMeta.entities.find(({ name }) => name === report.resource)?.plural ?? '';
    const list = await ofTheList(report, plural, variables.where, fields);
    const totals = data.total ? [data.total] : (data.totals?.nodes ?? []).map(({ aggregate }) => aggregate);
    const groups = (data.groups?.nodes ?? []).map(({ aggregate }) => aggregate);
    expect([report.name, comeTo(totals, fields)]).toEqual([report.name, list]);
    // Of some, the first groups alone are shown; the totals are over all of them.
    if (groups.length === data.groups?.totalCount)
      expect([report.name, comeTo(groups, fields)]).toEqual([report.name, list]);
    if (list[0] === 0) empty.push(report.name);
  }
  // Nobody was paid or is to be away here: `payroll-cost.test.ts` ties the cost of payroll to its payslips.
  expect(empty).toEqual(['absencesAhead', 'draftsWaiting', 'payrollCostByMonth', 'payrollCostByComponent']);
  expect(desk.complaints).toEqual([]);
});

/** What is left of a run once it is final: days that were not worked, and the payment. */
import { bankDayFrom, calendarDate } from '@kontor/core';
import { dayFromNow, newKey, type Performed, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;
let people: ReadonlyMap<string, string>;
let unpaid: string;
let runId: string;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'PAID', britain);
  const pay = [{ amount: '3100' }];
  people = await gb.employ(['Ann', 'Ben', 'Cat'].map((name) => ({ name, taxCode: '1257L', pay })));
  const { companyId } = gb;
  const week = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [`${day}Hours`, '8']),
  );
  const calendar = { companyId, code: 'GB', name: 'Great Britain', region: 'GB-EAW', isDefault: true, ...week };
  const { id: calendarId } = await performed(gb.hr, 'createWorkCalendar', calendar, 'workCalendar { id }');
  await performed(gb.hr, 'fillHolidays', { calendarId, year: 2026 }, 'workCalendar { id }');
  const kind = { companyId, code: 'UNPAID', name: 'Unpaid leave', paid: false, unit: 'HOURS', needsApproval: true };
  unpaid = (await performed(gb.hr, 'createAbsenceKind', kind, 'absenceKind { id }')).id;
}, 120_000);
afterAll(() => world.stop());

const away = (name: string, startOn: string, other: object = {}) =>
  performed(
    gb.hr,
    'recordAbsence',
    { employeeId: people.get(name), kindId: unpaid, startOn, ...other },
    'employee { id }',
  );

async function grossOf(run: string): Promise<Readonly<Record<string, string>>> {
  const query = `query ($id: ID!) { payRun(id: $id) { calculations { nodes { employee { firstName } gross } } } }`;
  type Answer = { payRun: { calculations: { nodes: { employee: { firstName: string }; gross: string }[] } } };
  const { payRun } = await gb.preparer.client.request<Answer>(query, { id: run });
  return Object.fromEntries(payRun.calculations.nodes.map(({ employee, gross }) => [employee.firstName, gross]));
}

test('days away unpaid are taken off, a part of a day by its part', async () => {
  await away('Ann', '2026-05-11', { endOn: '2026-05-15' });
  await away('Ann', '2026-05-19', { hours: '4' });
  await away('Ben', '2026-04-30', { endOn: '2026-05-01' });
  runId = await gb.calculated('2026-05');
  expect(await grossOf(runId)).toEqual({ Ann: '2550', Ben: '3000', Cat: '3100' });
  await gb.finalized(runId);
});

test('what is decided on when the pay is final is taken back with the next', async () => {
  await away('Cat', '2026-05-20', { endOn: '2026-05-21' });
  const june = await gb.calculated('2026-06');
  expect(await grossOf(june)).toEqual({ Ann: '3100', Ben: '3100', Cat: '2900' });
});

const batchesQuery = `query ($run: String!) { paymentBatches(where: { sourceId: { eq: $run } }, orderBy: [{ createdAt: {} }]) { nodes {
  id version status kind controlSum paymentCount executionOn payments(first: 9) { nodes { payeeName amount remittance } }
  omissions(first: 9) { nodes { payeeName problem } } } } }`;
interface Batch {
  readonly id: string;
  readonly version: number;
  readonly controlSum: string;
  readonly payments: { readonly nodes: readonly { payeeName: string; amount: string }[] };
}

test('a final run is paid by a batch of its net pay, once, and whoever lacks an account later', async () => {
  const accounts = `query ($id: ID!) { accounts(where: { code: { eq: "1010" }, company: { is: { id: { eq: $id } } } }) { nodes { id } } }`;
  type Accounts = { accounts: { nodes: { id: string }[] } };
  const found = await gb.accountant.client.request<Accounts>(accounts, { id: gb.companyId });
  const prepare = (): Promise<Performed<{ id: string }>> =>
    perform(
      gb.preparer,
      'payPayRun',
      { runId, executionOn: bankDayFrom(calendarDate(dayFromNow(1))), idempotencyKey: newKey() },
      'payRun { id }',
    );
  expect((await prepare()).errors).toEqual(['COMPANY_ACCOUNT_NEEDED companyAccountId']);
  const own = { name: 'Main', iban: 'GB29NWBK60161331926819', bic: 'NWBKGB2L', currencyCode: 'GBP' };
  const account = { ...own, companyId: gb.companyId, accountId: found.accounts.nodes[0]?.id };
  await performed(gb.accountant, 'createCompanyAccount', account, 'companyAccount { id }');
  await withClient(world.ownerUrl, async (owner) => {
    await owner.query(
      `select set_config('kontor.operation', (select id::text from audit_operation order by at desc limit 1), false)`,
    );
    await owner.query(`update person set iban = null where id = (select person_id from employee where id = $1)`, [
      people.get('Cat'),
    ]);
  });
  expect((await prepare()).errors).toEqual([]);
  const batches = async (): Promise<readonly Batch[]> =>
    (await gb.approver.client.request<{ paymentBatches: { nodes: Batch[] } }>(batchesQuery, { run: runId }))
      .paymentBatches.nodes;
  const [first] = await batches();
  expect(first).toMatchObject({
    status: 'DRAFT',
    kind: 'SALARY',
    paymentCount: 2,
    omissions: { nodes: [{ payeeName: 'Cat Test', problem: 'NO_ACCOUNT' }] },
  });
  const netQuery = `query ($id: ID!) { payRun(id: $id) { net payslips { nodes { net employee { firstName } } } } }`;
  type Net = { payRun: { net: string; payslips: { nodes: { net: string; employee: { firstName: string } }[] } } };
  const { payRun } = await gb.preparer.client.request<Net>(netQuery, { id: runId });
  const netOf = Object.fromEntries(
    payRun.payslips.nodes.map(({ net, employee }) => [`${employee.firstName} Test`, net]),
  );
  for (const { payeeName, amount } of first?.payments.nodes ?? []) expect(amount).toBe(netOf[payeeName]);
  expect((await prepare()).errors).toEqual(['BATCH_EMPTY runId']);

  await withClient(world.ownerUrl, async (owner) => {
    await owner.query(
      `select set_config('kontor.operation', (select id::text from audit_operation order by at desc limit 1), false)`,
    );
    await owner.query(
      `update person set iban = 'GB29NWBK60161331926819' where id = (select person_id from employee where id = $1)`,
      [people.get('Cat')],
    );
  });
  expect((await prepare()).errors).toEqual([]);
  const second = (await batches())[1];
  expect(second?.payments.nodes.map(({ payeeName }) => payeeName)).toEqual(['Cat Test']);
  expect(Number(first?.controlSum) + Number(second?.controlSum)).toBeCloseTo(Number(payRun.net), 2);
});

test('nobody else prepares the payment, and none is prepared of a run that is not final', async () => {
  const input = { runId, idempotencyKey: newKey() };
  expect((await perform(gb.accountant, 'payPayRun', input, 'payRun { id }')).errors).toEqual(['FORBIDDEN']);
  const july = await gb.calculated('2026-07');
  const early = await perform(gb.preparer, 'payPayRun', { runId: july, idempotencyKey: newKey() }, 'payRun { id }');
  expect(early.errors).toEqual(['WRONG_STATE runId']);
});

/** Corners of a run: what moves under it, who is paid beside the regular run, weeks, and two who press at once. */
import { newKey, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;
let people: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'CORNER', britain);
  const pay = [{ amount: '3000' }];
  people = await gb.employ([
    ...['Ann', 'Ben', 'Cat', 'Dan', 'Eve'].map((name) => ({ name, taxCode: '1257L', pay })),
    { name: 'Fay', taxCode: '1257L', pay, hasAccount: false },
    { name: 'Gil', taxCode: '1257L', pay, endOn: '2026-05-10' },
  ]);
}, 120_000);
afterAll(() => world.stop());

interface Seen {
  readonly status: string;
  readonly version: number;
  /** Gross by person, calculated or paid. */
  readonly gross: Readonly<Record<string, string>>;
  readonly tax: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}
interface Paid {
  readonly gross: string;
  readonly employee: { readonly firstName: string };
  readonly lines?: { readonly nodes: readonly { code: string; amount: string }[] };
}
async function seen(runId: string): Promise<Seen> {
  const query = `query ($id: ID!) { payRun(id: $id) { status version
    calculations(first: 20) { nodes { gross employee { firstName } } }
    payslips(first: 20) { nodes { gross employee { firstName } lines(first: 20) { nodes { code amount } } } }
    problems(first: 20) { nodes { code path employee { firstName } } } } }`;
  interface Answer {
    payRun: {
      status: string;
      version: number;
      calculations: { nodes: Paid[] };
      payslips: { nodes: Paid[] };
      problems: { nodes: { code: string; path: string; employee: { firstName: string } | null }[] };
    };
  }
  const { payRun } = await gb.preparer.client.request<Answer>(query, { id: runId });
  const { status, version, calculations, payslips, problems } = payRun;
  const by = (of: (paid: Paid) => string) =>
    Object.fromEntries([...calculations.nodes, ...payslips.nodes].map((paid) => [paid.employee.firstName, of(paid)]));
  return {
    status,
    version,
    gross: by(({ gross }) => gross),
    tax: by(({ lines }) => lines?.nodes.find(({ code }) => code === 'INCOME_TAX')?.amount ?? '0'),
    problems: problems.nodes.map(({ code, employee }) => `${employee?.firstName ?? 'all'} ${code}`).toSorted(),
  };
}
const step = async (command: string, runId: string, other: object = {}) =>
  perform(
    command === 'approvePayRun' ? gb.approver : gb.preparer,
    command,
    { runId, ...(command !== 'calculatePayRun' && { expectedVersion: (await seen(runId)).version }), ...other },
    'payRun { id }',
  );
const finalize = (runId: string) =>
  perform(gb.approver, 'finalizePayRun', { runId, idempotencyKey: newKey() }, 'payRun { id }');
const note = { note: 'Looked through' };

describe('what moves under a run', () => {
  let runId: string;

  test('an item that came since it was calculated sends it back at every step', async () => {
    runId = await gb.calculated('2026-04');
    expect((await seen(runId)).problems).toEqual(['Fay BANK_ACCOUNT_MISSING']);
    await gb.item(people.get('Ann'), '2026-04', { code: 'BONUS', amount: '100' });
    expect((await step('reviewPayRun', runId, note)).errors).toEqual(['INPUTS_CHANGED runId']);
    await step('calculatePayRun', runId);
    expect((await step('reviewPayRun', runId, note)).errors).toEqual([]);
    await gb.item(people.get('Ann'), '2026-04', { code: 'BONUS', amount: '1' });
    expect((await step('approvePayRun', runId)).errors).toEqual(['INPUTS_CHANGED runId']);
    await step('sendPayRunBack', runId, { reason: 'An item' });
    await step('calculatePayRun', runId);
    await step('reviewPayRun', runId, note);
    expect((await step('approvePayRun', runId)).errors).toEqual([]);
    await gb.item(people.get('Ben'), '2026-04', { code: 'BONUS', amount: '2' });
    expect((await finalize(runId)).errors).toEqual(['INPUTS_CHANGED runId']);
    expect(await seen(runId)).toMatchObject({ status: 'APPROVED', gross: { Ann: '3101', Ben: '3000' } });
  });

  test('sums that another run moved on send it back, and it is final with the new ones', async () => {
    await step('sendPayRunBack', runId, { reason: 'Another item' });
    await step('calculatePayRun', runId);
    await step('reviewPayRun', runId, note);
    await step('approvePayRun', runId);
    const item = await gb.item(people.get('Cat'), '2026-04', { code: 'BONUS', amount: '500', runKind: 'BONUS' });
    expect(item.errors).toEqual([]);
    const bonus = await gb.calculated('2026-04', { kind: 'BONUS' });
    expect((await seen(bonus)).gross).toEqual({ Cat: '500' });
    await gb.finalized(bonus);
    expect((await finalize(runId)).errors).toEqual(['SUMS_MOVED runId']);
    await step('sendPayRunBack', runId, { reason: 'A bonus was paid' });
    await step('calculatePayRun', runId);
    await gb.finalized(runId);
    expect(await seen(runId)).toMatchObject({ status: 'FINALIZED', gross: { Ann: '3101', Ben: '3002', Cat: '3000' } });
  });

  test('it is recorded as paid from the day on which it was final, once', async () => {
    const record = (paidOn: string) => step('recordPayRunPaid', runId, { paidOn });
    expect((await record('2026-01-01')).errors).toEqual(['PAID_BEFORE_FINAL paidOn']);
    const today = new Date().toISOString().slice(0, 10);
    expect((await record(today)).errors).toEqual([]);
    expect((await seen(runId)).status).toBe('PAID');
    expect((await record(today)).errors).toEqual(['WRONG_STATE runId']);
  });
});

describe('beside the regular run', () => {
  test('the last pay of a leaver is a run of its own, and the regular one leaves them out', async () => {
    await gb.item(people.get('Gil'), '2026-05', { code: 'BONUS', amount: '50' });
    const final = await gb.calculated('2026-05', { kind: 'FINAL' });
    // 10 of 31 days of 3,000, and what the regular run would have paid.
    expect((await seen(final)).gross).toEqual({ Gil: '1017.74' });
    await gb.finalized(final);
    const regular = await gb.calculated('2026-05');
    expect(Object.keys((await seen(regular)).gross).toSorted()).toEqual(['Ann', 'Ben', 'Cat', 'Dan', 'Eve']);
    await gb.finalized(regular);
  });

  test('whoever could not be paid is, by a correction, with the salary of the period', async () => {
    const early = await gb.calculated('2026-05', { kind: 'CORRECTION' });
    expect(await seen(early)).toMatchObject({ gross: {}, problems: ['Fay BANK_ACCOUNT_MISSING'] });
    await withClient(world.ownerUrl, async (owner) => {
      await owner.query(
        `select set_config('kontor.operation', (select id::text from audit_operation order by at desc limit 1), false)`,
      );
      await owner.query(
        `update person set iban = 'GB29NWBK60161331926819' where id = (select person_id from employee where id = $1)`,
        [people.get('Fay')],
      );
    });
    await step('calculatePayRun', early);
    expect(await seen(early)).toMatchObject({ gross: { Fay: '3000' }, problems: [] });
    await gb.finalized(early);
    const again = await gb.calculated('2026-05', { kind: 'CORRECTION' });
    expect((await seen(again)).gross).toEqual({});
  });

  test('a day of payment without rules is a problem of each, by name', async () => {
    const runId = await gb.calculated('2026-06', { payOn: '2031-06-30' });
    const { gross, problems } = await seen(runId);
    expect(gross).toEqual({});
    expect(problems).toEqual(['Ann', 'Ben', 'Cat', 'Dan', 'Eve', 'Fay'].map((name) => `${name} PACK_YEAR_MISSING`));
    await performed(gb.preparer, 'cancelPayRun', { runId, reason: 'Mistyped' }, 'payRun { id }');
  });
});

describe('weeks', () => {
  /** Moves somebody to a schedule of their own; pays 26,000 a year. */
  const moved = async (code: string, frequency: string, anchorOn: string, name: string) => {
    const schedule = { companyId: gb.companyId, pack: 'GB', taxYear: '2026-27', code, frequency, anchorOn, payDay: 0 };
    await performed(gb.preparer, 'setUpPayroll', schedule, 'paySchedule { id }');
    const [id] = [...(await gb.employ([{ name, taxCode: '1257L', pay: [{ amount: '26000', per: 'YEAR' }] }])).values()];
    const fact = { employeeId: id, name: 'schedule', value: code, startsOn: '2025-01-01' };
    await performed(gb.preparer, 'setPayFact', fact, 'employee { id }');
  };
  const numbersOf = async (code: string): Promise<readonly (readonly [number, string])[]> => {
    const query = `query ($code: String!) { payrollPeriods(first: 60, where: { schedule: { is: { code: { eq: $code } } } },
      orderBy: [{ startsOn: {} }]) { nodes { number payOn } } }`;
    type Answer = { payrollPeriods: { nodes: { number: number; payOn: string }[] } };
    const { payrollPeriods } = await gb.preparer.client.request<Answer>(query, { code });
    return payrollPeriods.nodes.map(({ number, payOn }) => [number, payOn] as const);
  };

  test('are numbered by the tax year, to week 53, which is taxed by itself', async () => {
    await moved('WEEK', 'WEEKLY', '2026-03-31', 'Wes');
    const numbers = await numbersOf('WEEK');
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([[1, '2026-04-06'], [53, '2027-04-05'], 53]);
    // 12,579 a year is 241.91 a week: 258 of week 1 are taxed by 20%, and as much of week 53.
    for (const [period, tax] of [
      ['2026-03-31', '51.6'],
      ['2027-03-30', '51.6'],
    ] as const) {
      const runId = await gb.calculated(period);
      expect((await seen(runId)).gross).toEqual({ Wes: '500' });
      await gb.finalized(runId);
      expect((await seen(runId)).tax).toEqual({ Wes: tax });
    }
  });

  test('four by four are the periods of the year, each with the allowance of four weeks', async () => {
    await moved('FOUR', 'FOUR_WEEKLY', '2026-04-09', 'Fox');
    const numbers = await numbersOf('FOUR');
    expect([numbers[0], numbers.at(-1)]).toEqual([
      [1, '2026-04-08'],
      [13, '2027-03-10'],
    ]);
    const runId = await gb.calculated('2026-04-09');
    await gb.finalized(runId);
    // The second period without a first: 2,000 less the allowance of eight weeks, 1,935.24, leaves 64.
    expect(await seen(runId)).toMatchObject({ gross: { Fox: '2000' }, tax: { Fox: '12.8' } });
  });
});

describe('two at once', () => {
  test('who calculate leave one calculation of each person', async () => {
    const runId = await gb.calculated('2026-06');
    const both = await Promise.all([step('calculatePayRun', runId), step('calculatePayRun', runId)]);
    expect(both.map(({ errors }) => errors)).toEqual([[], []]);
    const counted = await withClient(world.ownerUrl, (owner) =>
      owner.query<{ people: number; rows: number }>(
        'select count(distinct employee_id)::int as people, count(*)::int as rows from pay_calculation where run_id = $1',
        [runId],
      ),
    );
    expect(counted.rows).toEqual([{ people: 6, rows: 6 }]);
    await performed(gb.preparer, 'cancelPayRun', { runId, reason: 'Tried' }, 'payRun { id }');
  });

  test('of finalizing and closing the books, either comes first, and no payslip is without its entry', async () => {
    for (const month of ['06', '07', '08']) {
      const runId = await gb.calculated(`2026-${month}`);
      await step('reviewPayRun', runId, note);
      await step('approvePayRun', runId);
      const query = `query ($on: Date!, $id: ID!) { fiscalPeriods(where: { startsOn: { eq: $on }, fiscalYear: { is: { company: { is: { id: { eq: $id } } } } } }) { nodes { id version } } }`;
      type Answer = { fiscalPeriods: { nodes: { id: string; version: number }[] } };
      const on = { on: `2026-${month}-01`, id: gb.companyId };
      const [period] = (await gb.accountant.client.request<Answer>(query, on)).fiscalPeriods.nodes;
      const close = { periodId: period?.id, expectedVersion: period?.version };
      const [final, closed] = await Promise.all([
        finalize(runId),
        perform(gb.accountant, 'closePeriod', close, 'fiscalPeriod { id }'),
      ]);
      expect(closed.errors).toEqual([]);
      const { rows } = await withClient(world.ownerUrl, (owner) =>
        owner.query<{ slips: number; posted: boolean }>(
          `select (select count(*)::int from payslip where run_id = r.id) as slips, entry_id is not null as posted
           from pay_run r where id = $1`,
          [runId],
        ),
      );
      if (final.errors.length === 0) expect(rows).toEqual([{ slips: 6, posted: true }]);
      else {
        expect(final.errors).toEqual(['PERIOD_CLOSED postingOn']);
        expect(rows).toEqual([{ slips: 0, posted: false }]);
        const later = { runId, postingOn: '2026-11-02', idempotencyKey: newKey() };
        expect((await perform(gb.approver, 'finalizePayRun', later, 'payRun { id }')).errors).toEqual([]);
      }
    }
  });
});

/** A month of pay: from what is known to payslips and books, to the penny and the forint. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PAY_RUN_MACHINE, toMermaid } from '@kontor/core';
import { newKey, perform, performed, runKontor, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, hungary, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;
let hu: PayrollCompany;
let british: ReadonlyMap<string, string>;
let magyar: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'GB', britain);
  hu = await openPayroll(world, 'HU', hungary);
  british = await gb.employ([
    { name: 'Ann', taxCode: '1257L', pay: [{ amount: '2000' }] },
    { name: 'Ben', taxCode: '1257L', pay: [{ amount: '36000', per: 'YEAR' }] },
    { name: 'Cat', taxCode: '1257L', startOn: '2026-05-16', pay: [{ amount: '3100' }] },
    { name: 'Dan', taxCode: 'BR', endOn: '2026-05-10', pay: [{ amount: '3100' }] },
    {
      name: 'Eve',
      taxCode: '1257L',
      pay: [
        { amount: '3100', until: '2026-05-15' },
        { amount: '4030', from: '2026-05-16' },
      ],
    },
    { name: 'Fay', taxCode: '1257L', hasAccount: false, pay: [{ amount: '2000' }] },
    { name: 'Gil', taxCode: 'XX', pay: [{ amount: '2000' }] },
    { name: 'Hal', taxCode: '1257L', pay: [] },
    { name: 'Ivy', taxCode: '1257L', endOn: '2026-01-31', pay: [{ amount: '2000' }] },
    { name: 'Joe', taxCode: '1257L', pay: [{ amount: '12.50', per: 'HOUR' }] },
  ]);
  magyar = await hu.employ([
    { name: 'Anna', pay: [{ amount: '322800' }] },
    { name: 'Béla', pay: [{ amount: '500000' }] },
    { name: 'Csilla', taxDependants: 2, pay: [{ amount: '575000' }] },
  ]);
}, 120_000);
afterAll(() => world.stop());

const runQuery = `query ($id: ID!) { payRun(id: $id) { status version employeeCount errorCount gross net employerCost postedGross
  calculations(first: 20) { nodes { employee { firstName } gross net } }
  problems(first: 20) { nodes { severity code path employee { firstName } } }
  payslips(first: 20) { nodes { id gross net employerCost employee { firstName } lines(first: 20) { nodes { code amount } }
    yearToDate(first: 20) { nodes { code amount } } } } } }`;

interface Slip {
  readonly id: string;
  readonly gross: string;
  readonly net: string;
  readonly employerCost: string;
  readonly employee: { readonly firstName: string };
  readonly lines: { readonly nodes: readonly { code: string; amount: string }[] };
  readonly yearToDate: { readonly nodes: readonly { code: string; amount: string }[] };
}
interface Run {
  readonly status: string;
  readonly version: number;
  readonly employeeCount: number;
  readonly errorCount: number;
  readonly gross: string | null;
  readonly net: string | null;
  readonly postedGross: string | null;
  readonly calculations: { nodes: { employee: { firstName: string }; gross: string; net: string }[] };
  readonly problems: {
    nodes: { severity: string; code: string; path: string; employee: { firstName: string } | null }[];
  };
  readonly payslips: { nodes: Slip[] };
}
const runOf = async (who: PayrollCompany['preparer'], id: string): Promise<Run> =>
  (await who.client.request<{ payRun: Run }>(runQuery, { id })).payRun;
const told = ({ problems }: Run): string[] =>
  problems.nodes.map(({ code, employee }) => `${employee?.firstName ?? 'all'} ${code}`).sort();

/** The net pay that the command line calculates from what each payslip was made from. */
async function byCommandLine(): Promise<ReadonlyMap<string, string>> {
  const events = await withClient(world.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string; event: object }>(
      'select payslip_id::text as id, event from payslip_detail',
    );
    return rows;
  });
  const input = events.map(({ id, event }) => JSON.stringify({ id, ...event })).join('\n');
  const { out } = await runKontor(['payroll', 'calculate'], { home: tmpdir(), input });
  const answers = out.split('\n').filter((line) => line !== '');
  return new Map(answers.map((line, at) => [events[at]?.id ?? '', (JSON.parse(line) as { net: string }).net]));
}

describe('a British month', () => {
  let runId: string;

  test('names everything that is wrong, on the person, and calculates the others', async () => {
    const periods = [
      await gb.item(british.get('Ann'), '2026-05', { code: 'NOPE', amount: '10' }),
      await gb.item(british.get('Ben'), '2026-05', { code: 'OVERTIME', quantity: '-3', unitPay: '20' }),
      await gb.item(british.get('Eve'), '2026-05', { code: 'OVERTIME', amount: '-50' }),
      await gb.item(british.get('Ivy'), '2026-05', { code: 'BONUS', amount: '100' }),
      await gb.item(british.get('Joe'), '2026-05', { code: 'SALARY', quantity: '100' }),
    ];
    expect(periods.flatMap(({ errors }) => errors)).toEqual([]);
    runId = await gb.calculated('2026-05');
    const run = await runOf(gb.preparer, runId);
    expect(told(run)).toEqual([
      'Ann COMPONENT_UNKNOWN',
      'Ben QUANTITY_NEGATIVE',
      'Eve AMOUNT_NEGATIVE',
      'Fay BANK_ACCOUNT_MISSING',
      'Gil TAX_CODE_MALFORMED',
      'Hal PAY_MISSING',
      'Ivy EMPLOYEE_LEFT',
    ]);
    expect(run).toMatchObject({ status: 'CALCULATED', employeeCount: 3, errorCount: 7 });
    expect(run.problems.nodes.find(({ code }) => code === 'AMOUNT_NEGATIVE')?.path).toMatch(/^items\..+\.amount$/);
    for (const { record } of periods.slice(0, 4)) {
      const out = { id: record?.id, expectedVersion: 1 };
      await performed(gb.preparer, 'deactivatePayItem', out, 'payItem { id }');
    }
    await gb.item(british.get('Ann'), '2026-05', { code: 'OVERTIME', amount: '150' });
  });

  test('is calculated again, by days for who joins, leaves or gets a raise in it', async () => {
    await performed(gb.preparer, 'calculatePayRun', { runId }, 'payRun { id }');
    const run = await runOf(gb.preparer, runId);
    expect(told(run)).toEqual(['Fay BANK_ACCOUNT_MISSING', 'Gil TAX_CODE_MALFORMED', 'Hal PAY_MISSING']);
    const gross = Object.fromEntries(run.calculations.nodes.map((each) => [each.employee.firstName, each.gross]));
    expect(gross).toEqual({ Ann: '2150', Ben: '3000', Cat: '1600', Dan: '1000', Eve: '3580', Joe: '1250' });
    expect(run.payslips.nodes).toEqual([]);
  });

  test('is passed on with a word on who is not paid, and approved by somebody else', async () => {
    const { version } = await runOf(gb.preparer, runId);
    const silent = await perform(gb.preparer, 'reviewPayRun', { runId, expectedVersion: version }, 'payRun { id }');
    expect(silent.errors).toEqual(['DEVIATIONS_UNEXPLAINED note']);
    const note = 'Three are new and lack data';
    await performed(gb.preparer, 'reviewPayRun', { runId, note, expectedVersion: version }, 'payRun { id }');
    const approval = { runId, expectedVersion: version + 1 };
    expect((await perform(gb.preparer, 'approvePayRun', approval, 'payRun { id }')).errors).toEqual(['SAME_PERSON']);
    expect((await perform(gb.accountant, 'approvePayRun', approval, 'payRun { id }')).errors).toEqual(['FORBIDDEN']);
    await performed(gb.approver, 'approvePayRun', approval, 'payRun { id }');
  });

  test('becomes final once, though two press the button at once', async () => {
    const press = (who: PayrollCompany['preparer']) =>
      perform(who, 'finalizePayRun', { runId, idempotencyKey: newKey() }, 'payRun { id }');
    const both = await Promise.all([press(gb.approver), press(gb.preparer)]);
    expect(both.map(({ errors }) => errors.join()).sort()).toEqual(['', 'WRONG_STATE runId']);
    const run = await runOf(gb.preparer, runId);
    expect(run).toMatchObject({ status: 'FINALIZED', employeeCount: 6, gross: '12580', postedGross: '12580' });
    expect(run.payslips.nodes).toHaveLength(6);
    expect(run.calculations.nodes).toEqual([]);
    const ann = run.payslips.nodes.find(({ employee }) => employee.firstName === 'Ann');
    expect(ann?.lines.nodes.slice(0, 4)).toEqual([
      { code: 'SALARY', amount: '2000' },
      { code: 'OVERTIME', amount: '150' },
      { code: 'INCOME_TAX', amount: '10.6' },
      { code: 'NI_EMPLOYEE', amount: '88.16' },
    ]);
    expect(ann).toMatchObject({ gross: '2150', net: '2051.24', employerCost: '2409.95' });
  });

  test('is posted as one balanced entry by cost centre, in which nobody stands alone', async () => {
    const query = `query ($id: ID!) { payRun(id: $id) { gross net entry { postingOn lines(first: 50) { nodes {
      account { code } debit credit dimensionSet { name } } } } } }`;
    interface Line {
      account: { code: string };
      debit: string;
      credit: string;
      dimensionSet: { name: string } | null;
    }
    type Answer = { payRun: { gross: null; entry: { postingOn: string; lines: { nodes: Line[] } } } };
    const { payRun } = await gb.accountant.client.request<Answer>(query, { id: runId });
    expect(payRun).toMatchObject({ gross: null, entry: { postingOn: '2026-05-29' } });
    const lines = payRun.entry.lines.nodes;
    expect(lines.map(({ account, dimensionSet }) => `${account.code} ${dimensionSet?.name ?? '-'}`).sort()).toEqual([
      '2300 -',
      '2310 -',
      '2320 -',
      '6000 1:100',
      '6100 1:100',
    ]);
    expect(lines.find(({ account }) => account.code === '6000')?.debit).toBe('12580');
    const { rows } = await withClient(world.ownerUrl, (owner) =>
      owner.query<{ difference: string; net: boolean }>(
        `select sum(l.debit - l.credit)::text as difference,
          (select sum(net) from payslip where run_id = $1) = sum(l.credit) filter (where a.code = '2300') as net
        from journal_line l join account a on a.id = l.account_id where l.entry_id = (select entry_id from pay_run where id = $1)`,
        [runId],
      ),
    );
    expect(rows).toEqual([{ difference: '0.0000', net: true }]);
  });

  test('stays as it is: no other regular run, no item, no change behind the back', async () => {
    const again = { periodId: await gb.period('2026-05'), idempotencyKey: newKey() };
    expect((await perform(gb.preparer, 'createPayRun', again, 'payRun { id }')).errors).toEqual([
      'PERIOD_FINALIZED periodId',
    ]);
    const late = await gb.item(british.get('Ann'), '2026-05', { code: 'BONUS', amount: '1' });
    expect(late.errors).toEqual(['PERIOD_FINALIZED periodId']);
    for (const change of [
      'update payslip set net = net + 1',
      'delete from payslip_line',
      `update pay_run set net = net + 1 where id = '${runId}'`,
      `insert into payslip_line (company_id, payslip_id, employee_id, line_no, code, kind, label, amount, rule_from)
        select company_id, id, employee_id, 99, 'X', 'EARNING', 'X', 1, pay_on from payslip`,
    ])
      await withClient(world.ownerUrl, async (owner) => {
        await expect(owner.query(change), change).rejects.toThrow(/stays|made with it/);
      });
  });
});

describe('a Hungarian month', () => {
  test('is paid to the forint, and the whole company stands in one group', async () => {
    const runId = await hu.calculated('2026-05');
    await hu.finalized(runId);
    const run = await runOf(hu.preparer, runId);
    const net = Object.fromEntries(run.payslips.nodes.map((each) => [each.employee.firstName, each.net]));
    expect(net).toEqual({ Anna: '214662', Béla: '332500', Csilla: '462373' });
    expect(run).toMatchObject({ status: 'FINALIZED', postedGross: '1397800' });
  });

  test('a raise from May that is approved in June is paid in June, with where it comes from', async () => {
    const employeeId = magyar.get('Béla') ?? '';
    const raise = {
      employeeId,
      amount: '520000',
      currencyCode: 'HUF',
      payPeriod: 'MONTH',
      startOn: '2026-05-01',
      reason: 'Late',
    };
    const selection = 'employee { compensations(where: { status: { eq: PROPOSED } }) { nodes { id version } } }';
    type Proposed = { compensations: { nodes: { id: string; version: number }[] } };
    const proposed = await performed<Proposed>(hu.hr, 'proposePay', raise, selection);
    const [compensation] = proposed.compensations.nodes;
    const approval = { compensationId: compensation?.id, expectedVersion: compensation?.version };
    await performed(hu.hr2, 'approvePay', approval, 'compensation { id }');
    const runId = await hu.calculated('2026-06');
    await hu.finalized(runId);
    const query = `query ($id: ID!) { payRun(id: $id) { payslips { nodes { gross employee { firstName }
      lines(first: 20) { nodes { code amount } } origins { nodes { code paid corrected difference originPayslip { period { name } } } } } } } }`;
    type Answer = { payRun: { payslips: { nodes: { gross: string; employee: { firstName: string } }[] } } };
    const { payRun } = await hu.preparer.client.request<Answer>(query, { id: runId });
    const béla = payRun.payslips.nodes.find(({ employee }) => employee.firstName === 'Béla');
    expect(béla).toMatchObject({
      gross: '540000',
      origins: {
        nodes: [
          {
            code: 'SALARY',
            paid: '500000',
            corrected: '520000',
            difference: '20000',
            originPayslip: { period: { name: '2026-05' } },
          },
        ],
      },
    });
    expect(payRun.payslips.nodes.filter(({ gross }) => gross === '540000')).toHaveLength(1);
  });
});

test('every payslip is what the command line makes of the same event', async () => {
  const nets = await byCommandLine();
  const stored = await withClient(world.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string; net: string }>(
      'select id::text, trim_scale(net)::text as net from payslip',
    );
    return rows;
  });
  expect(stored).toHaveLength(12);
  expect(Object.fromEntries(stored.map(({ id, net }) => [id, Number(net)]))).toEqual(
    Object.fromEntries([...nets].map(([id, net]) => [id, Number(net)])),
  );
}, 60_000);

test('an employee reads their own payslips, once they are final, and nobody else’s; HR reads none', async () => {
  const { companyId } = gb;
  const personId = await withClient(world.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select person_id::text as id from employee where id = $1', [
      british.get('Ann'),
    ]);
    return rows[0]?.id ?? '';
  });
  const ann = await world.member('ann', [{ role: 'EMPLOYEE', companyId }], personId);
  await gb.calculated('2026-06');
  const query = '{ payslips(first: 50) { nodes { net } } }';
  type Answer = { payslips: { nodes: { net: string }[] } | null };
  expect((await ann.client.request<Answer>(query)).payslips?.nodes).toEqual([{ net: '2051.24' }]);
  expect((await gb.hr.client.request<Answer>(query)).payslips?.nodes ?? []).toEqual([]);
  expect((await gb.accountant.client.request<Answer>(query)).payslips?.nodes ?? []).toEqual([]);
});

test('the README shows the states of a run as the core has them', async () => {
  const readme = await readFile(path.join(import.meta.dirname, 'README.md'), 'utf8');
  expect(readme).toContain(toMermaid(PAY_RUN_MACHINE));
});

/** One-off amounts by file, what deviates from the month before, and runs of too few people to be posted alone. */
import { newKey, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let company: PayrollCompany;
let people: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  company = await openPayroll(world, 'ITEM', britain);
  const names = ['Ann', 'Ben', 'Cat', 'Dan', 'Eve', 'Fay'];
  const worker = (name: string) => ({ name, taxCode: '1257L', pay: [{ amount: '2000' }] });
  people = await company.employ([...names.map(worker), { ...worker('Gil'), endOn: '2026-05-20' }]);
  await company.finalized(await company.calculated('2026-04'));
}, 60_000);
afterAll(() => world.stop());

const load = async (csv: string, other: object = {}) => {
  const file = { periodId: await company.period('2026-05'), csv, idempotencyKey: newKey(), ...other };
  return perform(
    company.preparer,
    'importPayItems',
    file,
    'payrollPeriod { items { nodes { code amount quantity note } } }',
  );
};

interface Run {
  readonly employeeCount: number;
  readonly deviationCount: number;
  readonly postedGross: string | null;
  readonly problems: {
    readonly nodes: readonly { code: string; message: string; values: string[]; employee: { firstName: string } }[];
  };
  readonly payslips: { readonly nodes: readonly { gross: string; employee: { firstName: string } }[] };
}
const runOf = async (id: string): Promise<Run> => {
  const query = `query ($id: ID!) { payRun(id: $id) { employeeCount deviationCount postedGross
    problems { nodes { code message values employee { firstName } } } payslips { nodes { gross employee { firstName } } } } }`;
  return (await company.preparer.client.request<{ payRun: Run }>(query, { id })).payRun;
};

test('a file with faults is refused whole, each fault with its line and column', async () => {
  const faulty = await load(
    'employeeNumber;code;amount;quantity;note\n1;BONUS;500;;May\n99;BONUS;5;;\n2;bonus;x;;\n3;BONUS;1;1;\n',
  );
  expect(faulty.errors).toEqual([
    'EMPLOYEE_UNKNOWN csv.3.employeeNumber',
    'DECIMAL_MALFORMED csv.4.amount',
    'CODE_MALFORMED csv.4.code',
    'AMOUNT_OR_QUANTITY csv.5.amount',
  ]);
  const long = await load(
    `employeeNumber,code,amount,note\n1,BONUS,1.23456,\n2,BONUS,${'9'.repeat(17)},\n3,BONUS,1,${'x'.repeat(501)}\n`,
  );
  expect(long.errors).toEqual([
    'DECIMAL_TOO_PRECISE csv.2.amount',
    'DECIMAL_TOO_LARGE csv.3.amount',
    'TOO_LONG csv.4.note',
  ]);
  expect((await load('number,code\n1,BONUS')).errors).toEqual(['COLUMN_UNKNOWN csv.1.number']);
  expect((await load('employeeNumber,code\n"1,BONUS')).errors).toEqual(['CSV_MALFORMED csv.2.csv']);
  expect((await load('employeeNumber,code,amount')).errors).toEqual(['NO_ROWS csv.1.csv']);
});

test('a file without faults adds its items, and the run says who deviates and in what', async () => {
  const { errors } = await load(
    'employeeNumber,code,amount,quantity,unitPay,note\n1,BONUS,500,,,May\n2,OVERTIME,,3,20.00,\n',
  );
  expect(errors).toEqual([]);
  const runId = await company.calculated('2026-05');
  const run = await runOf(runId);
  expect(run).toMatchObject({ employeeCount: 7, deviationCount: 2 });
  expect(run.problems.nodes.map(({ employee, message }) => `${employee.firstName} ${message}`).sort()).toEqual([
    'Ann Gross 2000 before, 2500.00 now; net 1733.64 before, 2093.44 now: BONUS +500.00, INCOME_TAX +100.20, NI_EMPLOYER +75.00, NI_EMPLOYEE +40.00.',
    expect.stringMatching(/^Gil Gross 2000 before, 1290\.32 now; .*SALARY -709\.68/),
  ]);
  await performed(company.preparer, 'cancelPayRun', { runId, reason: 'Again later' }, 'payRun { id }');
});

test('a bonus of one person is final at once, and posted together with the next run', async () => {
  const periodId = await company.period('2026-05');
  const bonus = { companyId: company.companyId, employeeId: people.get('Cat'), periodId, runKind: 'BONUS' };
  await performed(company.preparer, 'createPayItem', { ...bonus, code: 'BONUS', amount: '1000' }, 'payItem { id }');
  const alone = await company.calculated('2026-05', { kind: 'BONUS' });
  await company.finalized(alone);
  const small = await runOf(alone);
  expect(small).toMatchObject({ employeeCount: 1, postedGross: null, payslips: { nodes: [{ gross: '1000' }] } });
  const regular = await company.calculated('2026-05');
  await company.finalized(regular);
  expect((await runOf(regular)).postedGross).toBe('14850.32');
  const query = `query ($ids: [ID!]) { payRuns(where: { id: { in: $ids } }) { nodes { entry { id } } } }`;
  type Answer = { payRuns: { nodes: { entry: { id: string } | null }[] } };
  const { payRuns } = await company.accountant.client.request<Answer>(query, { ids: [alone, regular] });
  expect(payRuns.nodes[0]?.entry?.id).toBe(payRuns.nodes[1]?.entry?.id);
  expect(payRuns.nodes[0]?.entry).not.toBeNull();
});

test('whoever left is not in the next run, and that is said', async () => {
  const run = await runOf(await company.calculated('2026-06'));
  const told = run.problems.nodes.map(({ employee, code, values }) => [employee.firstName, code, ...values]);
  expect(told).toContainEqual(['Gil', 'LEFT_SINCE', expect.stringMatching(/^\d+\.\d+$/), '2026-05-20']);
  expect(run.employeeCount).toBe(6);
});

test('nobody enters, changes or loads what they are paid themselves', async () => {
  const employeeId = people.get('Ben') ?? '';
  const [ben] = await withClient(world.ownerUrl, async (owner) => {
    const query = 'select person_id::text as person, employee_number as number from employee where id = $1';
    return (await owner.query<{ person: string; number: string }>(query, [employeeId])).rows;
  });
  const role = { role: 'PAYROLL', companyId: company.companyId } as const;
  const clerk = await world.member('ben', [role], ben?.person ?? null);
  const periodId = await company.period('2026-06');
  const item = { companyId: company.companyId, periodId, code: 'BONUS', amount: '9000' };
  const own = await perform(clerk, 'createPayItem', { ...item, employeeId }, 'payItem { id }');
  expect(own.errors).toEqual(['FORBIDDEN']);
  const other = { ...item, employeeId: people.get('Ann') };
  expect((await perform(clerk, 'createPayItem', other, 'payItem { id }')).errors).toEqual([]);
  const { id } = await performed(company.preparer, 'createPayItem', { ...item, employeeId }, 'payItem { id }');
  const change = { id, amount: '90000', expectedVersion: 1 };
  expect((await perform(clerk, 'updatePayItem', change, 'payItem { id }')).errors).toEqual(['FORBIDDEN']);
  const csv = `employeeNumber,code,amount\n${ben?.number},BONUS,9000\n`;
  const loaded = await perform(
    clerk,
    'importPayItems',
    { periodId, csv, idempotencyKey: newKey() },
    'payrollPeriod { id }',
  );
  expect(loaded.errors).toEqual(['OWN_ITEM csv.2.employeeNumber']);
});

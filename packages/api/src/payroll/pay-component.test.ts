/** What a company adds to the rules of its country: checked when it is saved, and in the next run. */
import { perform, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let company: PayrollCompany;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  company = await openPayroll(world, 'COMP', britain);
  await company.employ([{ name: 'Ann', taxCode: '1257L', pay: [{ amount: '2000' }] }]);
}, 60_000);
afterAll(() => world.stop());

const save = (component: object) => {
  const common = { companyId: company.companyId, kind: 'DEDUCTION', startsOn: '2026-04-06', name: 'Test' };
  return perform(company.preparer, 'savePayComponent', { ...common, ...component }, 'payComponent { id }');
};

const linesOf = async (runId: string): Promise<readonly string[]> => {
  const query = `query ($id: ID!) { payRun(id: $id) { payslips { nodes { lines(first: 20) { nodes { code label amount } } } } } }`;
  type Line = { code: string; label: string; amount: string };
  type Answer = { payRun: { payslips: { nodes: { lines: { nodes: Line[] } }[] } } };
  const { payRun } = await company.preparer.client.request<Answer>(query, { id: runId });
  return (payRun.payslips.nodes[0]?.lines.nodes ?? [])
    .filter(({ code }) => !code.startsWith('NI_EARNINGS'))
    .map(({ code, label, amount }) => `${code} ${label} ${amount}`);
};

test.each([
  ['a rule that ends in the middle', { code: 'A', rule: 'SALARY +' }, /^\w+ rule\.1\.\d+$/],
  ['a name that there is not', { code: 'A', rule: 'SALARY * 5%\n+ WAGES' }, /^\w+ rule\.2\.3$/],
  ['a text where a number is wanted', { code: 'A', rule: "'much'" }, /^\w+ rule\.1\.1$/],
  ['a component of the law', { code: 'INCOME_TAX', rule: '0' }, /^COMPONENT_CLOSED code$/],
  ['a code in small letters', { code: 'pension', rule: '0' }, /^CODE_MALFORMED code$/],
  ['a base that there is not', { code: 'A', rule: '0', lowers: 'luck' }, /^BASE_UNKNOWN raises$/],
  [
    'a rounding without a unit',
    { code: 'A', rule: '0', roundingMode: 'HALF_UP' },
    /^ROUNDING_INCOMPLETE roundingUnit$/,
  ],
  ['a circle of one', { code: 'A', rule: 'A + 1' }, /^COMPONENT_CYCLE rule$/],
])('%s is refused at its place', async (_, component, expected) => {
  const { errors } = await save(component);
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error).toMatch(expected);
});

test('a circle of two names its path, and nothing is saved', async () => {
  expect((await save({ code: 'FIRST', rule: 'SALARY' })).errors).toEqual([]);
  expect((await save({ code: 'SECOND', rule: 'FIRST' })).errors).toEqual([]);
  const circle = `mutation ($input: SavePayComponentInput!) { savePayComponent(input: $input) { userErrors { code message } } }`;
  const input = {
    companyId: company.companyId,
    kind: 'DEDUCTION',
    startsOn: '2026-04-06',
    name: 'x',
    code: 'FIRST',
    rule: 'SECOND',
  };
  type Answer = { savePayComponent: { userErrors: { code: string; message: string }[] } };
  const { savePayComponent } = await company.preparer.client.request<Answer>(circle, { input });
  expect(savePayComponent.userErrors[0]).toMatchObject({ code: 'COMPONENT_CYCLE' });
  expect(savePayComponent.userErrors[0]?.message).toMatch(/FIRST → SECOND → FIRST|SECOND → FIRST → SECOND/);
  for (const code of ['FIRST', 'SECOND']) expect((await save({ code, rule: '0' })).errors).toEqual([]);
});

test('a component that is added changes the next run, by the day of payment', async () => {
  const before = await company.calculated('2026-04');
  await company.finalized(before);
  expect(await linesOf(before)).toEqual([
    'SALARY Salary 2000',
    'INCOME_TAX Income tax (PAYE) 190.2',
    'NI_EMPLOYEE National Insurance 76.16',
    'NI_EMPLOYER National Insurance, employer 237.45',
  ]);
  const pension = { code: 'CLUB_PENSION', name: 'Pension of the house', rule: 'SALARY * 5%', lowers: 'taxable' };
  const rounding = { roundingMode: 'HALF_UP', roundingUnit: '0.01' };
  expect((await save({ ...pension, ...rounding, startsOn: '2026-05-01' })).errors).toEqual([]);
  const after = await company.calculated('2026-05');
  await company.finalized(after);
  expect(await linesOf(after)).toEqual([
    'SALARY Salary 2000',
    'CLUB_PENSION Pension of the house 100',
    'INCOME_TAX Income tax (PAYE) 170.4',
    'NI_EMPLOYEE National Insurance 76.16',
    'NI_EMPLOYER National Insurance, employer 237.45',
  ]);
  expect(await linesOf(before)).toHaveLength(4);
  const other = {
    companyId: company.companyId,
    ...pension,
    kind: 'DEDUCTION',
    startsOn: '2026-06-01',
    rule: 'SALARY * 6%',
  };
  expect((await perform(company.accountant, 'savePayComponent', other, 'payComponent { id }')).errors).toEqual([
    'FORBIDDEN',
  ]);
});

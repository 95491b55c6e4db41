/** What payroll cost ties to the payslips and their lines, and is for whoever may read each of them. */
import { type Member, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'CST', britain);
  const admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  const department = { companyId: gb.companyId, code: 'OPS', name: 'Operations' };
  const operations = (await performed(admin, 'createDepartment', department, 'department { id }')).id;
  const people = await gb.employ([
    { name: 'Ann', taxCode: '1257L', pay: [{ amount: '2000' }] },
    { name: 'Ben', taxCode: '1257L', endOn: '2026-05-31', pay: [{ amount: '3000' }] },
  ]);
  await gb.employ([{ name: 'Cat', taxCode: '1257L', pay: [{ amount: '2500' }] }], operations);
  await gb.item(people.get('Ben'), '2026-05', { code: 'BONUS', amount: '250' });
  for (const period of ['2026-05', '2026-06']) await gb.finalized(await gb.calculated(period));
}, 120_000);
afterAll(() => world.stop());

interface Cost {
  readonly startsOn: string;
  readonly departmentName: string | null;
  readonly code: string;
  readonly kind: string;
  readonly amount: string;
}

async function cost(who: Member, startsOn = '2026-01-01', endsOn = '2026-12-31'): Promise<readonly Cost[] | null> {
  const query = `query ($companyId: ID!, $startsOn: Date!, $endsOn: Date!) {
    payrollCost(companyId: $companyId, startsOn: $startsOn, endsOn: $endsOn) {
      startsOn departmentName code kind currencyCode amount payslips } }`;
  const variables = { companyId: gb.companyId, startsOn, endsOn };
  return (await who.client.request<{ payrollCost: readonly Cost[] | null }>(query, variables)).payrollCost;
}

const pence = (amounts: readonly { readonly amount: string }[]): number =>
  amounts.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);

test('it is what people cost the employer, month by month, in the department where they were', async () => {
  const found = (await cost(gb.auditor)) ?? [];
  const query = `{ payslipGroups(groupBy: [{ payOn: MONTH }]) { nodes { key { payOn } aggregate { employerCost { sum } gross { sum } } } } }`;
  const { payslipGroups } = await gb.auditor.client.request<{
    payslipGroups: {
      nodes: { key: { payOn: string }; aggregate: { employerCost: { sum: string }; gross: { sum: string } } }[];
    };
  }>(query);
  expect(payslipGroups.nodes).toHaveLength(2);
  for (const { key, aggregate } of payslipGroups.nodes) {
    const month = found.filter(({ startsOn }) => startsOn === key.payOn);
    expect([key.payOn, pence(month)]).toEqual([key.payOn, pence([{ amount: aggregate.employerCost.sum }])]);
    expect(pence(month.filter(({ kind }) => kind === 'EARNING'))).toBe(pence([{ amount: aggregate.gross.sum }]));
  }
  // And it is what was posted.
  const { payRuns } = await gb.auditor.client.request<{ payRuns: { nodes: { postedCost: string }[] } }>(
    '{ payRuns { nodes { postedCost } } }',
  );
  expect(pence(found)).toBe(pence(payRuns.nodes.map(({ postedCost }) => ({ amount: postedCost }))));
  const earned = found.filter(({ kind, departmentName }) => kind === 'EARNING' && departmentName === 'Operations');
  expect(earned.map(({ amount }) => amount)).toEqual(['2500', '2500']);
  // Ben left on the last day of May, and what he was paid stays where he was.
  const bonus = found.filter(({ code }) => code === 'BONUS');
  expect(bonus).toMatchObject([{ departmentName: 'Everybody', amount: '250', payslips: 1 }]);
});

test('it ties to the lines of the payslips, component by component', async () => {
  const query = `{ payslipLineGroups(groupBy: [{ code: VALUE }, { payslip: { currencyCode: VALUE } }],
    where: { kind: { in: [EARNING, EMPLOYER] } }) { nodes { key { code } aggregate { amount { sum } } } } }`;
  const { payslipLineGroups } = await gb.auditor.client.request<{
    payslipLineGroups: { nodes: { key: { code: string }; aggregate: { amount: { sum: string } } }[] };
  }>(query);
  const found = (await cost(gb.auditor)) ?? [];
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(payslipLineGroups.nodes.map(({ key }) => key.code)));
  for (const { key, aggregate } of payslipLineGroups.nodes)
    expect([key.code, pence(found.filter(({ code }) => code === key.code))]).toEqual([
      key.code,
      pence([{ amount: aggregate.amount.sum }]),
    ]);
});

test('whoever reads pay in totals alone is told nothing here, and whose pay is shown is on record', async () => {
  const reporting = await world.member('reporting', [{ role: 'REPORTING', companyId: gb.companyId }]);
  const employee = await world.member('employee', [{ role: 'EMPLOYEE', companyId: gb.companyId }]);
  const elsewhere = await openOffice(world, 'XX');
  const other = await world.member('other', [{ role: 'PAYROLL', companyId: elsewhere.companyId }]);
  for (const who of [reporting, employee, gb.accountant, gb.hr, other]) expect(await cost(who)).toBeNull();
  expect(await cost(gb.preparer)).toHaveLength(((await cost(gb.auditor)) ?? []).length);
  await expect(cost(gb.auditor, '2026-02-01', '2026-01-01')).rejects.toThrow(/BAD_INPUT/);
  const query = `{ sensitiveReads(where: { dataClass: { eq: PAYSLIP } }, first: 1) { nodes { operation personIds } } }`;
  const auditor = await world.member('auditor', [{ role: 'AUDITOR' }]);
  const { sensitiveReads } = await auditor.client.request<{
    sensitiveReads: { nodes: { operation: string; personIds: string[] }[] };
  }>(query);
  expect(sensitiveReads.nodes[0]?.personIds).toHaveLength(3);
});

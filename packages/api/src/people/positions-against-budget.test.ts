/** Positions against their budget tie to the lists of positions and of assignments. */
import { dayFromNow, type Member, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let office: Office;
let auditor: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const seller = await office.position('Seller', { departmentId: office.sales, budgetedFte: '2.5' });
  await office.hire('Anna');
  await office.hire('Bo', { positionId: seller, fte: '0.75' });
  const leaving = await office.hire('Cia', { positionId: seller });
  const cancelled = await office.hire('Dan', { positionId: seller, fte: '0.5', startOn: dayFromNow(20) });
  const end = { employeeId: leaving.employeeId, endOn: dayFromNow(10), reason: 'Resigned' };
  await performed(office.hr, 'endEmployment', end, 'employee { id }');
  const back = { employeeId: cancelled.employeeId, reason: 'Took another offer' };
  await performed(office.hr, 'cancelHire', back, 'employee { id }');
  const positionId = await office.position('Broker', { departmentId: office.sales, budgetedFte: '1' });
  await performed(office.hr, 'freezePosition', { positionId, reason: 'Not this year' }, 'position { id }');
  auditor = await world.member('auditor', [{ role: 'AUDITOR', companyId: office.companyId }]);
});
afterAll(() => world.stop());

interface Seats {
  readonly departmentName: string;
  readonly positions: number;
  readonly budgetedFte: string;
  readonly filledFte: string;
  readonly openFte: string;
  readonly frozenFte: string;
}

async function seats(who: Member, asOf: string): Promise<readonly Seats[] | null> {
  const query = `query ($companyId: ID!, $asOf: Date!) { positionsAgainstBudget(companyId: $companyId, asOf: $asOf) {
    departmentName positions budgetedFte filledFte openFte frozenFte } }`;
  const variables = { companyId: office.companyId, asOf };
  return (await who.client.request<{ positionsAgainstBudget: readonly Seats[] | null }>(query, variables))
    .positionsAgainstBudget;
}

test('what is budgeted is filled, open or frozen, as of a day', async () => {
  const sales = { departmentName: 'Sales', positions: 2, budgetedFte: '3.5', frozenFte: '1' };
  const of = async (day: string) =>
    (await seats(auditor, day))?.find(({ departmentName }) => departmentName === 'Sales');
  expect(await of(dayFromNow(0))).toEqual({ ...sales, filledFte: '1.75', openFte: '0.75' });
  expect(await of(dayFromNow(30))).toEqual({ ...sales, filledFte: '0.75', openFte: '1.75' });
});

test('it ties to the positions and to the assignments of the day', async () => {
  for (const day of [dayFromNow(-400), dayFromNow(0), dayFromNow(30)]) {
    const query = `query ($day: Date!) {
      positionAggregate(where: { status: { notIn: [PROPOSED, CLOSED] } }) { count budgetedFte { sum } }
      assignmentAggregate(where: { startOn: { lte: $day }, employee: { is: { status: { ne: CANCELLED } } },
        or: [{ endOn: { isNull: true } }, { endOn: { gte: $day } }] }) { fte { sum } } }`;
    const source = await auditor.client.request<{
      positionAggregate: { count: number; budgetedFte: { sum: string } };
      assignmentAggregate: { fte: { sum: string | null } };
    }>(query, { day });
    const found = (await seats(auditor, day)) ?? [];
    const sum = (name: 'positions' | 'budgetedFte' | 'filledFte' | 'openFte' | 'frozenFte') =>
      found.reduce((total, row) => total + Number(row[name]), 0);
    expect([sum('positions'), sum('budgetedFte')]).toEqual([
      source.positionAggregate.count,
      Number(source.positionAggregate.budgetedFte.sum),
    ]);
    expect([day, sum('filledFte')]).toEqual([day, Number(source.assignmentAggregate.fte.sum ?? '0')]);
    expect(sum('filledFte') + sum('openFte') + sum('frozenFte')).toBe(sum('budgetedFte'));
  }
});

test('whoever may not read every position and who holds it is told nothing', async () => {
  const other = await openOffice(world, 'XX');
  const employee = await world.member('employee', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  const manager = await world.member('manager', [{ role: 'MANAGER', companyId: office.companyId }]);
  for (const who of [employee, manager, other.hr]) expect(await seats(who, dayFromNow(0))).toBeNull();
});

import {
  dayFromNow,
  type Hired,
  type Member,
  type Office,
  openOffice,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let office: Office;
let other: Office;
let boss: Hired;
let anna: Hired;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  other = await openOffice(world, 'HU');
  boss = await office.hire('Boss');
  anna = await office.hire('Anna', { managerId: boss.employeeId });
  await office.hire('Later', { startOn: dayFromNow(20) });
  const gone = await office.hire('Gone');
  await performed(
    office.hr,
    'endEmployment',
    { employeeId: gone.employeeId, endOn: dayFromNow(-1), reason: 'Left' },
    'employee { id }',
  );
  await other.hire('Elsewhere');
});
afterAll(() => world.stop());

const chart = async (who: Member, companyId?: string): Promise<unknown> =>
  (
    await who.client.request<{ orgChart: unknown }>(
      'query ($companyId: ID) { orgChart(companyId: $companyId) { employeeId managerId name positionTitle departmentName } }',
      { companyId },
    )
  ).orgChart;

const node = (who: Hired, name: string, managerId: string | null) => ({
  employeeId: who.employeeId,
  managerId,
  name: `${name} Test`,
  positionTitle: `Seat of ${name}`,
  departmentName: 'Finance',
});

test('everyone at work stands in it with their manager, for personnel as for a colleague', async () => {
  const colleague = await world.member('colleague', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  const expected = [node(anna, 'Anna', boss.employeeId), node(boss, 'Boss', null)];
  expect(await chart(office.hr)).toEqual(expected);
  expect(await chart(colleague, office.companyId)).toEqual(expected);
});

test('another company is as one that never was, and who works for all sees each', async () => {
  expect(await chart(office.hr, other.companyId)).toEqual([]);
  expect(await chart(office.hr, 'nothing')).toEqual([]);
  const auditor = await world.member('auditor', [{ role: 'AUDITOR' }]);
  expect(await chart(auditor)).toHaveLength(3);
  expect(await chart(auditor, other.companyId)).toHaveLength(1);
});

test('whoever may not know who is at work sees nobody', async () => {
  expect(await chart(office.admin, office.companyId)).toEqual([]);
});

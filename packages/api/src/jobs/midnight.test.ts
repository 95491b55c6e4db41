/** What the passing of days does by itself. */
import { dayFromNow, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { checkCurrentValues, refreshAllEmployees } from '../people/index.ts';
import { localOperator } from '../server/authenticate.ts';
import { operate } from '../write/operation.ts';
import { startMidnightJob } from './midnight.ts';

let world: World;
let office: Office;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let offices = 0;
beforeEach(async () => {
  offices += 1;
  office = await openOffice(world, `C${offices}`);
});

const noon = (days: number): Date => new Date(`${dayFromNow(days)}T12:00:00Z`);

const employee = async (id: string): Promise<unknown> =>
  (
    await office.hr.client.request<{ employee: unknown }>(
      'query ($id: ID!) { employee(id: $id) { status salary fte position { title } manager { firstName } } }',
      { id },
    )
  ).employee;

const operations = async (): Promise<number> =>
  withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from audit_operation where command = 'refreshAllEmployees'`,
    );
    return Number(rows[0]?.n);
  });

test('what was dated ahead comes into force on its day, all of it at once', async () => {
  const [anna, bert] = [await office.hire('Anna'), await office.hire('Bert')];
  const { employeeId } = anna;
  const next = { employeeId, startOn: dayFromNow(10), reason: 'Agreed' };
  // Until the day Bert is led by Anna, from the day on Anna by Bert: no order of single steps would do.
  await performed(
    office.hr,
    'changeManager',
    { employeeId: bert.employeeId, managerId: employeeId, startOn: dayFromNow(0), reason: 'Now' },
    'employee { id }',
  );
  await performed(
    office.hr,
    'changeManager',
    { employeeId: bert.employeeId, startOn: dayFromNow(10), reason: 'Then' },
    'employee { id }',
  );
  await performed(
    office.hr,
    'changePosition',
    { ...next, positionId: await office.position('New seat'), managerId: bert.employeeId, fte: '0.8' },
    'employee { id }',
  );
  const proposal = { ...next, amount: '48000', currencyCode: 'SEK', payPeriod: 'MONTH' };
  const { compensations } = await performed<{ compensations: { nodes: { id: string }[] } }>(
    office.hr,
    'proposePay',
    proposal,
    'employee { compensations(where: { status: { eq: PROPOSED } }) { nodes { id } } }',
  );
  await performed(office.hr2, 'approvePay', { compensationId: compensations.nodes[0]?.id }, 'compensation { id }');
  expect(await checkCurrentValues(world.server.app.prisma, noon(9))).toEqual([]);
  expect(await employee(employeeId)).toMatchObject({
    salary: '40000',
    position: { title: 'Seat of Anna' },
    manager: null,
  });

  const stale = await checkCurrentValues(world.server.app.prisma, noon(10));
  expect(stale.find((row) => row.employeeId === employeeId)?.columns).toEqual([
    'position_id',
    'manager_id',
    'fte',
    'salary',
  ]);
  expect(await refreshAllEmployees(world.server.app, noon(10))).toBe(2);
  expect(await employee(employeeId)).toEqual({
    status: 'ACTIVE',
    salary: '48000',
    fte: '0.8',
    position: { title: 'New seat' },
    manager: { firstName: 'Bert' },
  });
  expect(await checkCurrentValues(world.server.app.prisma, noon(10))).toEqual([]);
  await refreshAllEmployees(world.server.app, new Date());
});

test('a fixed term begins and ends by itself: seat, status and role', async () => {
  const positionId = await office.position('Summer seat');
  const term = { positionId, contractType: 'FIXED_TERM', startOn: dayFromNow(5), endOn: dayFromNow(15) };
  const summer = await office.hire('Summer', term);
  const user = await world.member(
    `summer-${offices}`,
    [{ role: 'EMPLOYEE', companyId: office.companyId }],
    summer.personId,
  );
  const statusOn = async (days: number): Promise<readonly unknown[]> => {
    await refreshAllEmployees(world.server.app, noon(days));
    const { position } = await office.hr.client.request<{ position: { status: string } }>(
      'query ($id: ID!) { position(id: $id) { status } }',
      { id: positionId },
    );
    return [((await employee(summer.employeeId)) as { status: string }).status, position.status];
  };
  expect(await statusOn(4)).toEqual(['PRE_HIRE', 'FILLED']);
  expect(await statusOn(5)).toEqual(['ACTIVE', 'FILLED']);
  expect(await statusOn(15)).toEqual(['ACTIVE', 'FILLED']);
  expect(await statusOn(16)).toEqual(['ENDED', 'OPEN']);
  const held = await withClient(
    world.ownerUrl,
    async (client) => (await client.query(`select until_at from role_grant where user_id = $1`, [user.userId])).rows,
  );
  expect(held).toEqual([{ until_at: noon(16) }]);
  await refreshAllEmployees(world.server.app, new Date());
});

test('today is the company’s: the same instant is two days', async () => {
  const far = await openOffice(world, `FAR${offices}`);
  const { company } = await far.admin.client.request<{ company: { version: number } }>(
    'query ($id: ID!) { company(id: $id) { version } }',
    { id: far.companyId },
  );
  await performed(
    far.admin,
    'updateCompany',
    { id: far.companyId, expectedVersion: company.version, timeZone: 'Pacific/Kiritimati' },
    'company { id }',
  );
  const [here, there] = [
    await office.hire('Here', { startOn: dayFromNow(30) }),
    await far.hire('There', { startOn: dayFromNow(30) }),
  ];
  const evening = new Date(`${dayFromNow(29)}T13:00:00Z`);
  const stale = (await checkCurrentValues(world.server.app.prisma, evening)).map(({ employeeId }) => employeeId);
  expect([stale.includes(here.employeeId), stale.includes(there.employeeId)]).toEqual([false, true]);
});

test('whoever writes past the commands is found, and put right by the job at its start; several processes do it once', async () => {
  const { employeeId } = await office.hire('Tampered');
  await operate(world.server.app, { viewer: localOperator, command: 'test' }, ({ tx }) =>
    tx.employee.update({ where: { id: employeeId }, data: { salary: 99_999, status: 'PRE_HIRE', managerId: null } }),
  );
  expect(await checkCurrentValues(world.server.app.prisma, new Date())).toEqual([
    { employeeId, columns: ['status', 'salary'], status: 'ACTIVE' },
  ]);
  const before = await operations();
  const jobs = [1, 2, 3].map(() => startMidnightJob(world.server.app));
  await Promise.all(jobs.map((job) => job.stop()));
  expect(await employee(employeeId)).toMatchObject({ status: 'ACTIVE', salary: '40000' });
  expect(await operations()).toBeGreaterThan(before);
  const changes = await withClient(
    world.ownerUrl,
    async (client) =>
      (
        await client.query(
          `select from audit_change c join audit_operation o on o.id = c.operation_id where o.command = 'refreshAllEmployees' and c.row_id = $1`,
          [employeeId],
        )
      ).rowCount,
  );
  expect(changes).toBe(1);
});

test('where nothing is due, nothing is written', async () => {
  await office.hire('Quiet');
  const before = await operations();
  expect(await refreshAllEmployees(world.server.app, new Date())).toBe(0);
  expect(await operations()).toBe(before);
});

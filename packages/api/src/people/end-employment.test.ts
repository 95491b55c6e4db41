/** The end of an employment: what it closes, takes back, frees and ends. */
import {
  dayFromNow,
  type Hired,
  newKey,
  type Office,
  openOffice,
  perform,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { localOperator } from '../server/authenticate.ts';
import { operate } from '../write/operation.ts';

let world: World;
let office: Office;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
});
afterAll(() => world.stop());

const rowsOf = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  withClient(world.ownerUrl, async (client) => (await client.query(sql, [...values])).rows as T[]);

const ended = `employee {
  status endOn endReason salary position { title } department { name }
  assignments { nodes { startOn endOn } } compensations(orderBy: [{ startOn: { direction: ASC } }]) { nodes { status endOn decisionReason } }
}`;

const end = ({ employeeId }: Hired, endOn: string, reason = 'Resigned') =>
  perform<Record<string, unknown>>(office.hr, 'endEmployment', { employeeId, endOn, reason }, ended);

const seatOf = async (id: string): Promise<string> =>
  (
    await office.hr.client.request<{ position: { status: string } }>(
      `query ($id: ID!) { position(id: $id) { status } }`,
      { id },
    )
  ).position.status;

const grantsOf = (userId: string) =>
  rowsOf<{ role: string; until: string | null }>(
    `select role::text, (until_at at time zone 'UTC')::date::text as until from role_grant where user_id = $1 order by role, company_id`,
    [userId],
  );

test('with a day that is over, everything of today is gone and the seat is free', async () => {
  const positionId = await office.position('Left seat');
  const anna = await office.hire('Anna', { positionId });
  const user = await world.member('anna', [{ role: 'EMPLOYEE', companyId: office.companyId }], anna.personId);
  expect(
    (await user.client.request<{ viewer: { roles: unknown[] } }>('{ viewer { roles { role } } }')).viewer.roles,
  ).toHaveLength(1);
  const { record, errors } = await end(anna, dayFromNow(-1));
  expect(errors).toEqual([]);
  expect(record).toEqual({
    status: 'ENDED',
    endOn: dayFromNow(-1),
    endReason: 'Resigned',
    salary: null,
    position: null,
    department: null,
    assignments: { nodes: [{ startOn: dayFromNow(-90), endOn: dayFromNow(-1) }] },
    compensations: { nodes: [{ status: 'APPROVED', endOn: dayFromNow(-1), decisionReason: null }] },
  });
  expect(await seatOf(positionId)).toBe('OPEN');
  expect(
    (await user.client.request<{ viewer: { roles: unknown[] } }>('{ viewer { roles { role } } }')).viewer.roles,
  ).toEqual([]);
});

test('with a day ahead, the employee is at work until then, and the seat can be given away for afterwards', async () => {
  const positionId = await office.position('Leaving seat');
  const bert = await office.hire('Bert', { positionId });
  const user = await world.member(
    'bert',
    [
      { role: 'EMPLOYEE', companyId: office.companyId },
      { role: 'MANAGER', companyId: office.companyId },
    ],
    bert.personId,
  );
  const { record } = await end(bert, dayFromNow(20));
  expect(record).toMatchObject({
    status: 'ACTIVE',
    endOn: dayFromNow(20),
    salary: '40000',
    position: { title: 'Leaving seat' },
  });
  expect(await seatOf(positionId)).toBe('OPEN');
  expect(await grantsOf(user.userId)).toEqual([
    { role: 'EMPLOYEE', until: dayFromNow(21) },
    { role: 'MANAGER', until: null },
  ]);
  expect((await end(bert, dayFromNow(10))).errors).toEqual(['ALREADY_ENDED']);
});

test('what was to begin later is taken back, and proposals for later are rejected', async () => {
  const [next, carl] = [await office.position('Next'), await office.hire('Carl')];
  const { employeeId } = carl;
  const propose = async (startOn: string, amount: string) => {
    await performed(
      office.hr,
      'proposePay',
      { employeeId, startOn, amount, currencyCode: 'SEK', payPeriod: 'MONTH', reason: 'Review' },
      'employee { id }',
    );
    return (
      await rowsOf<{ id: string }>(`select id from compensation where employee_id = $1 and amount = $2`, [
        employeeId,
        amount,
      ])
    )[0]?.id;
  };
  await performed(
    office.hr,
    'changePosition',
    { employeeId, positionId: next, startOn: dayFromNow(40), reason: 'Promotion' },
    'employee { id }',
  );
  const raise = await propose(dayFromNow(40), '45000');
  await performed(office.hr2, 'approvePay', { compensationId: raise }, 'compensation { id }');
  await propose(dayFromNow(60), '46000');
  expect(await seatOf(next)).toBe('FILLED');
  const { record } = await end(carl, dayFromNow(20));
  expect(record).toMatchObject({
    assignments: { nodes: [{ startOn: dayFromNow(-90), endOn: dayFromNow(20) }] },
    compensations: {
      nodes: [
        { status: 'APPROVED', endOn: dayFromNow(20) },
        { status: 'REVOKED' },
        { status: 'REJECTED', decisionReason: 'The employment ends before.' },
      ],
    },
  });
  expect(await seatOf(next)).toBe('OPEN');
});

test('a person with a second employment stays an employee there', async () => {
  const dora = await office.hire('Dora');
  const user = await world.member(
    'dora',
    [{ role: 'EMPLOYEE', companyId: office.companyId }, { role: 'EMPLOYEE' }],
    dora.personId,
  );
  const second = await performed<{ id: string }>(
    office.hr,
    'hireEmployee',
    {
      companyId: office.companyId,
      personId: dora.personId,
      isConcurrent: true,
      positionId: await office.position('Second'),
      startOn: dayFromNow(-10),
      contractType: 'PERMANENT',
      fte: '0.2',
      salary: '40000',
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
      idempotencyKey: newKey(),
    },
    'employee { id }',
  );
  await end(dora, dayFromNow(0));
  expect((await grantsOf(user.userId)).map(({ until }) => until)).toEqual([null, null]);
  await end({ employeeId: second.id, personId: dora.personId }, dayFromNow(0));
  expect((await grantsOf(user.userId)).map(({ until }) => until)).toEqual([dayFromNow(1), dayFromNow(1)]);
});

test('devices are due for return', async () => {
  const emma = await office.hire('Emma');
  const it = await world.member('it', [{ role: 'IT', companyId: office.companyId }]);
  const [deviceId, repairedId] = await operate(
    world.server.app,
    { viewer: localOperator, command: 'test' },
    async ({ tx }) => {
      const maker = await tx.manufacturer.create({ data: { name: 'Lenovo' } });
      const model = await tx.deviceModel.create({
        data: { manufacturerId: maker.id, name: 'ThinkPad', kind: 'LAPTOP' },
      });
      const made = { companyId: office.companyId, deviceModelId: model.id, status: 'IN_STOCK' } as const;
      const device = async (assetTag: string) => (await tx.device.create({ data: { ...made, assetTag } })).id;
      return [await device('L1'), await device('L2')] as const;
    },
  );
  const lent = { deviceId: repairedId, employeeId: emma.employeeId, dueOn: dayFromNow(90) };
  await performed(it, 'lendDevice', lent, 'device { id }');
  await performed(it, 'sendDeviceToRepair', { deviceId: repairedId }, 'device { id }');
  await performed(it, 'checkOutDevice', { deviceId, employeeId: emma.employeeId }, 'device { id }');
  await end(emma, dayFromNow(14));
  const { device } = await it.client.request<{ device: unknown }>(
    `query ($id: ID!) { device(id: $id) { status holder { firstName } assignments { nodes { dueOn } } } }`,
    { id: deviceId },
  );
  expect(device).toEqual({
    status: 'RETURN_DUE',
    holder: { firstName: 'Emma' },
    assignments: { nodes: [{ dueOn: dayFromNow(14) }] },
  });
  const back = 'device { status holder { firstName } assignments { nodes { dueOn endAt } } }';
  expect(await performed(it, 'returnDeviceFromRepair', { deviceId: repairedId }, back)).toEqual({
    status: 'RETURN_DUE',
    holder: { firstName: 'Emma' },
    assignments: { nodes: [{ dueOn: dayFromNow(14), endAt: null }] },
  });
});

test("a device that is back from repair after its holder has left is nobody's, and in quarantine", async () => {
  const gina = await office.hire('Gina');
  const it = await world.member('it-repair', [{ role: 'IT' }]);
  const maker = await performed(it, 'createManufacturer', { name: 'Maker' }, 'manufacturer { id }');
  const model = { manufacturerId: maker.id, name: 'Model' };
  const { id: deviceModelId } = await performed(it, 'createDeviceModel', model, 'deviceModel { id }');
  const device = { companyId: office.companyId, deviceModelId, assetTag: 'R1' };
  const { id: deviceId } = await performed(it, 'createDevice', device, 'device { id }');
  for (const step of ['receiveDevice', 'stockDevice']) await performed(it, step, { deviceId }, 'device { id }');
  await performed(it, 'lendDevice', { deviceId, employeeId: gina.employeeId, dueOn: dayFromNow(90) }, 'device { id }');
  await performed(it, 'sendDeviceToRepair', { deviceId }, 'device { id }');
  await end(gina, dayFromNow(-1));
  const back = 'device { status holder { firstName } assignments { nodes { dueOn endAt } } }';
  expect(await performed(it, 'returnDeviceFromRepair', { deviceId }, back)).toEqual({
    status: 'QUARANTINE',
    holder: null,
    assignments: { nodes: [{ dueOn: dayFromNow(0), endAt: expect.any(String) }] },
  });
});

test('a refused end leaves everything as it was', async () => {
  const frida = await office.hire('Frida', { contractType: 'FIXED_TERM', endOn: dayFromNow(50) });
  const self = await world.member('frida', [{ role: 'HR', companyId: office.companyId }], frida.personId);
  const snapshot = () =>
    rowsOf(
      `select (select json_agg(e) from employee e) as e, (select json_agg(a) from assignment a) as a, (select json_agg(c) from compensation c) as c, (select json_agg(p) from position p) as p`,
    );
  const before = await snapshot();
  expect((await end(frida, dayFromNow(-91))).errors).toEqual(['END_BEFORE_START endOn']);
  expect((await end(frida, dayFromNow(51))).errors).toEqual(['END_AFTER_AGREED_END endOn']);
  expect((await end(frida, dayFromNow(1), ' ')).errors).toEqual(['REQUIRED reason']);
  expect((await end(frida, dayFromNow(1), 'x'.repeat(501))).errors).toEqual(['TOO_LONG reason']);
  expect(
    (
      await perform(
        self,
        'endEmployment',
        { employeeId: frida.employeeId, endOn: dayFromNow(1), reason: 'Bored' },
        ended,
      )
    ).errors,
  ).toEqual(['FORBIDDEN']);
  expect(
    (
      await perform(
        office.admin,
        'endEmployment',
        { employeeId: frida.employeeId, endOn: dayFromNow(1), reason: 'No' },
        ended,
      )
    ).errors,
  ).toEqual(['FORBIDDEN']);
  expect(await snapshot()).toEqual(before);
});

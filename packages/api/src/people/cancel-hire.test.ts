/** Somebody who was hired does not start. */
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
import { checkCurrentValues, refreshAllEmployees } from './index.ts';

let world: World;
let office: Office;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
});
afterAll(() => world.stop());

const rowsOf = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  withClient(world.ownerUrl, async (client) => (await client.query(sql, [...values])).rows as T[]);

const shown = `employee {
  status cancelledOn endReason salary position { title } department { name } manager { firstName }
  assignments { nodes { id } } compensations { nodes { status } }
}`;
const cancel = ({ employeeId }: Hired, who = office.hr, reason = 'Took another offer') =>
  perform<Record<string, unknown>>(who, 'cancelHire', { employeeId, reason }, shown);
const ahead = { startOn: dayFromNow(20) };
const statusOf = async (positionId: string) =>
  (await rowsOf<{ status: string }>('select status::text from position where id = $1', [positionId]))[0]?.status;

test('the seat is free, the pay is taken back, and the reason is in the audit log', async () => {
  const positionId = await office.position('Promised');
  const anna = await office.hire('Anna', { ...ahead, positionId });
  const user = await world.member('anna', [{ role: 'EMPLOYEE', companyId: office.companyId }], anna.personId);
  expect(await statusOf(positionId)).toBe('FILLED');
  const { record, errors } = await cancel(anna);
  expect(errors).toEqual([]);
  expect(record).toEqual({
    status: 'CANCELLED',
    cancelledOn: dayFromNow(0),
    endReason: 'Took another offer',
    salary: null,
    position: null,
    department: null,
    manager: null,
    assignments: { nodes: [] },
    compensations: { nodes: [{ status: 'REVOKED' }] },
  });
  expect(await statusOf(positionId)).toBe('OPEN');
  expect(await rowsOf(`select reason from audit_operation where command = 'cancelHire'`)).toEqual([
    { reason: 'Took another offer' },
  ]);
  const { viewer } = await user.client.request<{ viewer: { roles: unknown[] } }>('{ viewer { roles { role } } }');
  expect(viewer.roles).toEqual([]);
  await office.hire('Bert', { ...ahead, positionId });
});

test('midnight leaves it cancelled, on the first day and after', async () => {
  const [before] = await rowsOf<{ count: string }>(`select count(*) from employee where status = 'CANCELLED'`);
  const { app } = world.server;
  for (const days of [20, 30]) {
    const now = new Date(Date.now() + days * 86_400_000);
    await refreshAllEmployees(app, now);
    expect(await checkCurrentValues(app.prisma, now)).toEqual([]);
  }
  expect(await rowsOf(`select count(*) from employee where status = 'CANCELLED'`)).toEqual([before]);
  await refreshAllEmployees(app, new Date());
});

test('the person can be hired again for the same days, and is not the manager of anybody before', async () => {
  const cora = await office.hire('Cora', ahead);
  expect((await cancel(cora)).errors).toEqual([]);
  const again = {
    companyId: office.companyId,
    personId: cora.personId,
    positionId: await office.position('Again'),
    ...ahead,
    contractType: 'PERMANENT',
    fte: '1',
    salary: '40000',
    currencyCode: 'SEK',
    payPeriod: 'MONTH',
    idempotencyKey: newKey(),
  };
  expect((await perform(office.hr, 'hireEmployee', again, 'employee { id }')).errors).toEqual([]);
  const dan = await office.hire('Dan');
  const change = { employeeId: dan.employeeId, managerId: cora.employeeId, startOn: dayFromNow(25), reason: 'Test' };
  expect((await perform(office.hr, 'changeManager', change, 'employee { id }')).errors).toEqual([
    'MANAGER_GONE managerId',
  ]);
});

test('devices that are kept are released, and what was handed out is due for return', async () => {
  const emma = await office.hire('Emma', ahead);
  const it = await world.member('it', [{ role: 'IT' }]);
  const maker = await performed(it, 'createManufacturer', { name: 'Lenovo' }, 'manufacturer { id }');
  const model = { manufacturerId: maker.id, name: 'ThinkPad', kind: 'LAPTOP' };
  const { id: deviceModelId } = await performed(it, 'createDeviceModel', model, 'deviceModel { id }');
  const inStock = async (assetTag: string) => {
    const device = { companyId: office.companyId, deviceModelId, assetTag };
    const { id: deviceId } = await performed(it, 'createDevice', device, 'device { id }');
    for (const step of ['receiveDevice', 'stockDevice']) await performed(it, step, { deviceId }, 'device { id }');
    return deviceId;
  };
  const [kept, given] = [await inStock('KEPT'), await inStock('GIVEN')];
  const to = { employeeId: emma.employeeId };
  await performed(it, 'reserveDevice', { deviceId: kept, ...to }, 'device { id }');
  await performed(it, 'checkOutDevice', { deviceId: given, ...to }, 'device { id }');
  expect((await cancel(emma)).errors).toEqual([]);
  expect(await rowsOf('select asset_tag, status::text from device order by asset_tag')).toEqual([
    { asset_tag: 'GIVEN', status: 'RETURN_DUE' },
    { asset_tag: 'KEPT', status: 'IN_STOCK' },
  ]);
  expect((await perform(it, 'reserveDevice', { deviceId: kept, ...to }, 'device { id }')).errors).toEqual([
    'HOLDER_NOT_EMPLOYED employeeId',
  ]);
});

test('it is refused from the first day on, by whoever it is about, and while others are to report', async () => {
  const started = await office.hire('Started', { startOn: dayFromNow(0) });
  expect((await cancel(started)).errors).toEqual(['WRONG_STATE employeeId']);
  const frida = await office.hire('Frida', ahead);
  const self = await world.member('frida', [{ role: 'HR', companyId: office.companyId }], frida.personId);
  expect((await cancel(frida, self)).errors).toEqual(['FORBIDDEN']);
  expect((await cancel(frida, office.admin)).errors).toEqual(['FORBIDDEN']);
  expect((await cancel(frida, office.hr, ' ')).errors).toEqual(['REQUIRED reason']);
  const gus = await office.hire('Gus', { ...ahead, managerId: frida.employeeId });
  expect((await cancel(frida)).errors).toEqual(['MANAGES_OTHERS']);
  expect((await cancel(gus)).errors).toEqual([]);
  expect((await cancel(frida)).errors).toEqual([]);
  expect((await cancel(frida)).errors).toEqual(['WRONG_STATE employeeId']);
});

test('the database holds that nobody is cancelled after the first day', async () => {
  const { employeeId } = await office.hire('Present', { startOn: dayFromNow(0) });
  await withClient(world.ownerUrl, async (client) => {
    await client.query("select set_config('kontor.operation', (select id::text from audit_operation limit 1), false)");
    await expect(
      client.query(
        "update employee set status = 'CANCELLED', cancelled_on = current_date, end_reason = 'Late' where id = $1",
        [employeeId],
      ),
    ).rejects.toThrow('employee_cancelled_before');
  });
});

/** What is out of use is chosen for nothing new, and nothing is taken out of use under those who use it. */
import {
  dayFromNow,
  type Member,
  newKey,
  type Office,
  openOffice,
  perform,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let world: World;
let office: Office;
let it: Member;
let accounting: Member;
let charging: Member;
beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  it = await world.member('it', [{ role: 'IT' }]);
  const { companyId } = office;
  accounting = await world.member('accounting', [{ role: 'ACCOUNTING', companyId }]);
  charging = await world.member('charging', [
    { role: 'ACCOUNTING', companyId },
    { role: 'HR', companyId },
  ]);
});
afterAll(() => world.stop());

let made = 0;
const next = (): string => {
  made += 1;
  return `X${made}`;
};
const lower = (entity: string): string => entity.charAt(0).toLowerCase() + entity.slice(1);
const ofCompany = (input: object) => ({ companyId: office.companyId, ...input });
const named = (input: object = {}) => ofCompany({ code: next(), name: 'Test', ...input });

async function make(entity: string, input: object, who = office.hr): Promise<string> {
  return (await performed(who, `create${entity}`, input, `${lower(entity)} { id }`)).id;
}
const site = () => make('Site', named({ country: 'SE' }));
const room = (siteId: string) => make('Room', named({ siteId }));
const department = (other: object = {}) => make('Department', named(other), charging);
const costCentre = () => make('CostCentre', named(), accounting);
const maker = () => make('Manufacturer', { name: next() }, it);
const model = async (manufacturerId?: string) =>
  make('DeviceModel', { manufacturerId: manufacturerId ?? (await maker()), name: next() }, it);
const device = async (other: object) =>
  make('Device', ofCompany({ assetTag: next(), deviceModelId: await model(), ...other }), it);
const seat = (departmentId: string) =>
  make('Position', ofCompany({ code: next(), title: 'Seat', departmentId, budgetedFte: '1' }));

async function versionOf(entity: string, id: string): Promise<number> {
  const query = `query ($id: ID!) { ${lower(entity)}(id: $id) { version } }`;
  return (await office.admin.client.request<Record<string, { version: number }>>(query, { id }))[lower(entity)]
    ?.version as number;
}

async function set(verb: string, entity: string, id: string, who: Member): Promise<readonly string[]> {
  const input = { id, expectedVersion: await versionOf(entity, id) };
  return (await perform(who, `${verb}${entity}`, input, `${lower(entity)} { id }`)).errors;
}
const whoWrites = (entity: string): Member =>
  ({ CostCentre: accounting, DeviceModel: it, Manufacturer: it, Company: office.admin })[entity] ?? office.hr;
const deactivate = (entity: string, id: string) => set('deactivate', entity, id, whoWrites(entity));

/** What is taken out of use, and what it is then chosen for in vain: the mutation, its input, and the input at fault. */
const choices: readonly (readonly [
  entity: string,
  id: () => Promise<string>,
  attempt: (id: string) => Promise<readonly [who: Member, mutation: string, input: object]>,
  input: string,
])[] = [
  [
    'Department',
    () => department(),
    async (id) => [office.hr, 'createDepartment', named({ parentId: id })],
    'parentId',
  ],
  [
    'Department',
    () => department(),
    async (departmentId) => [
      office.hr,
      'createPosition',
      ofCompany({ code: next(), title: 'Seat', departmentId, budgetedFte: '1' }),
    ],
    'departmentId',
  ],
  [
    'Department',
    () => department(),
    async (departmentId) => {
      const { employeeId } = await office.hire('Mover');
      const positionId = await office.position('Moved to');
      const input = { employeeId, positionId, departmentId, startOn: dayFromNow(0), reason: 'Test' };
      return [office.hr, 'changePosition', input];
    },
    'departmentId',
  ],
  ['CostCentre', costCentre, async (id) => [charging, 'createDepartment', named({ costCentreId: id })], 'costCentreId'],
  ['Site', site, async (siteId) => [office.hr, 'createRoom', named({ siteId })], 'siteId'],
  [
    'Site',
    site,
    async (siteId) => {
      const positionId = await office.position('At a site');
      const hire = { firstName: 'New', lastName: 'Test', startOn: dayFromNow(0), contractType: 'PERMANENT', fte: '1' };
      const pay = { salary: '40000', currencyCode: 'SEK', payPeriod: 'MONTH', idempotencyKey: newKey() };
      return [office.hr, 'hireEmployee', ofCompany({ ...hire, ...pay, positionId, siteId })];
    },
    'siteId',
  ],
  [
    'DeviceModel',
    () => model(),
    async (deviceModelId) => [it, 'createDevice', ofCompany({ assetTag: next(), deviceModelId })],
    'deviceModelId',
  ],
  [
    'Manufacturer',
    maker,
    async (id) => [it, 'createDeviceModel', { manufacturerId: id, name: next() }],
    'manufacturerId',
  ],
];

test.each(choices)('%s out of use', async (entity, found, attempt, input) => {
  const id = await found();
  expect(await deactivate(entity, id)).toEqual([]);
  const [who, mutation, given] = await attempt(id);
  const record = lower(mutation.replace(/^(create|hire|changePosition)/, '')) || 'employee';
  expect((await perform(who, mutation, given, `${record} { id }`)).errors).toEqual([`NOT_IN_USE ${input}`]);
  expect(await set('reactivate', entity, id, whoWrites(entity))).toEqual([]);
  const [, , again] = await attempt(id);
  expect((await perform(who, mutation, again, `${record} { id }`)).errors).toEqual([]);
});

test('a room out of use takes no device, and what is there stays until it is moved', async () => {
  const siteId = await site();
  const [roomId, other] = [await room(siteId), await room(siteId)];
  const id = await device({ siteId, roomId: other });
  expect(await deactivate('Room', roomId)).toEqual([]);
  const move = async (change: object) =>
    (await perform(it, 'updateDevice', { id, expectedVersion: 1, ...change }, 'device { id }')).errors;
  expect(await move({ roomId })).toEqual(['NOT_IN_USE roomId']);
  expect(await move({ roomId: other, note: 'Stays' })).toEqual([]);
});

test('a company out of use gets nothing new', async () => {
  const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
  const companyId = await make('Company', { code: next(), name: 'Former AB', ...place }, office.admin);
  expect(await deactivate('Company', companyId)).toEqual([]);
  expect(
    (await perform(office.admin, 'createDepartment', { companyId, code: 'D', name: 'D' }, 'department { id }')).errors,
  ).toEqual(['NOT_IN_USE companyId']);
});

describe('what is in use stays in use', () => {
  const held: readonly (readonly [entity: string, by: string, make: () => Promise<string>])[] = [
    [
      'Site',
      'rooms',
      async () => {
        const id = await site();
        await room(id);
        return id;
      },
    ],
    [
      'Site',
      'employees',
      async () => {
        const id = await site();
        await office.hire('Sitting', { siteId: id });
        return id;
      },
    ],
    [
      'Site',
      'devices',
      async () => {
        const id = await site();
        await device({ siteId: id });
        return id;
      },
    ],
    [
      'Room',
      'devices',
      async () => {
        const siteId = await site();
        const id = await room(siteId);
        await device({ siteId, roomId: id });
        return id;
      },
    ],
    [
      'CostCentre',
      'departments',
      async () => {
        const id = await costCentre();
        await department({ costCentreId: id });
        return id;
      },
    ],
    [
      'Department',
      'departments and positions',
      async () => {
        const id = await department();
        await department({ parentId: id });
        await seat(id);
        return id;
      },
    ],
    ['Person', 'employees', async () => (await office.hire('Working')).personId],
    [
      'Manufacturer',
      'device models',
      async () => {
        const id = await maker();
        await model(id);
        return id;
      },
    ],
    ['Company', 'employees', async () => office.companyId],
  ];

  test.each(held)('%s: %s', async (entity, by, found) => {
    const id = await found();
    const query = `mutation ($input: Deactivate${entity}Input!) { deactivate${entity}(input: $input) { userErrors { code message path } } }`;
    const input = { id, expectedVersion: await versionOf(entity, id) };
    const answer = await whoWrites(entity).client.request<Record<string, { userErrors: { message: string }[] }>>(
      query,
      {
        input,
      },
    );
    const { userErrors = [] } = answer[`deactivate${entity}`] ?? {};
    expect(userErrors).toMatchObject([{ code: 'STILL_IN_USE', path: ['id'] }]);
    expect(userErrors[0]?.message).toContain(`Still in use by ${by}`);
  });

  test('a department is free once its seats are closed and its people are gone', async () => {
    const id = await department();
    const positionId = await office.position('Going', { departmentId: id });
    const { employeeId } = await office.hire('Goer', { positionId });
    expect(await deactivate('Department', id)).toEqual(['STILL_IN_USE id']);
    const end = { employeeId, endOn: dayFromNow(-1), reason: 'Resigned' };
    await performed(office.hr, 'endEmployment', end, 'employee { id }');
    await performed(office.hr, 'closePosition', { positionId, reason: 'Gone' }, 'position { id }');
    expect(await deactivate('Department', id)).toEqual([]);
  });

  test('what holds it is not named to whoever may not read it', async () => {
    const id = await department();
    await seat(id);
    const { version } = { version: await versionOf('Department', id) };
    const query =
      'mutation ($input: DeactivateDepartmentInput!) { deactivateDepartment(input: $input) { userErrors { message } } }';
    const answer = await office.admin.client.request<{ deactivateDepartment: { userErrors: { message: string }[] } }>(
      query,
      { input: { id, expectedVersion: version } },
    );
    expect(answer.deactivateDepartment.userErrors[0]?.message).toBe(
      'Still in use by other records: move or end them first.',
    );
  });

  test('of choosing a department and taking it out of use at once, one is refused', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const id = await department();
      const input = ofCompany({ code: next(), title: 'Seat', departmentId: id, budgetedFte: '1' });
      const [chosen, taken] = await Promise.all([
        perform(office.hr, 'createPosition', input, 'position { id }'),
        perform(office.hr2, 'deactivateDepartment', { id, expectedVersion: 1 }, 'department { id }'),
      ]);
      const errors = [...chosen.errors, ...taken.errors];
      expect(errors).toHaveLength(1);
      seen.add(errors[0] ?? '');
    }
    for (const error of seen) expect(['NOT_IN_USE departmentId', 'STILL_IN_USE id']).toContain(error);
  });
});

test('what comes back into use refers to what is in use', async () => {
  const siteId = await site();
  const id = await room(siteId);
  expect(await deactivate('Room', id)).toEqual([]);
  expect(await deactivate('Site', siteId)).toEqual([]);
  expect(await set('reactivate', 'Room', id, office.hr)).toEqual(['NOT_IN_USE']);
});

test('the room of a device is at its site', async () => {
  const [here, there] = [await site(), await site()];
  const roomId = await room(here);
  const create = async (change: object) => {
    const input = ofCompany({ assetTag: next(), deviceModelId: await model(), ...change });
    return (await perform(it, 'createDevice', input, 'device { id }')).errors;
  };
  expect(await create({ siteId: there, roomId })).toEqual(['ROOM_OF_OTHER_SITE roomId']);
  expect(await create({ roomId })).toEqual(['SITE_MISSING siteId']);
  const id = await device({ siteId: here, roomId });
  const update = async (change: object) =>
    (await perform(it, 'updateDevice', { id, expectedVersion: 1, ...change }, 'device { id }')).errors;
  expect(await update({ siteId: there })).toEqual(['ROOM_OF_OTHER_SITE roomId']);
  expect(await update({ siteId: null })).toEqual(['SITE_MISSING siteId']);
  expect(await update({ siteId: there, roomId: null })).toEqual([]);
});

/** A seat is opened, somebody is hired into it and gets a device; who may see what of it is the point. */
import path from 'node:path';
import { importDeviceModels, shippedDeviceModels, viewerByEmail } from '@kontor/api';
import { assertDone, type Client, createClient, type UserError } from '@kontor/client';
import {
  dayFromNow,
  exported,
  type Member,
  newKey,
  type Office,
  openOffice,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const salary = '43217';
const iban = 'SE4550000000058398257466';
const secrets = [salary, '43 217', '43,217', iban, iban.slice(-8)];

let world: World;
let office: Office;
let people: Record<'hr' | 'accounting' | 'it' | 'payroll' | 'payroll2' | 'manager' | 'hired' | 'colleague', Client>;
let members: Record<'colleague' | 'it' | 'payroll', Member>;
let made: { employeeId: string; personId: string; departmentId: string; deviceId: string };

const clientOf = ({ token }: Member): Client => createClient({ url: `${world.url}/graphql`, token });

type Answer<T> = Record<string, T & { readonly userErrors: readonly UserError[] }>;

/** A mutation that this package's client has no operation for. */
async function perform<T>(who: Client, mutation: string, input: object, selection: string): Promise<T> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message path } } }`;
  const payload = (await who.request<Answer<T>>(document, { input }))[mutation];
  if (!payload) throw new Error(`${mutation} answered nothing`);
  return assertDone(payload);
}

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const { companyId, finance, sales } = office;
  const manager = await office.hire('Maja');
  const colleague = await office.hire('Kalle', {
    positionId: await office.position('Seller', { departmentId: sales }),
  });
  const member = (name: string, role: 'ACCOUNTING' | 'IT' | 'PAYROLL' | 'MANAGER' | 'EMPLOYEE', personId?: string) =>
    world.member(name, [{ role, companyId }], personId);
  const it = await member('it', 'IT');
  const payroll = await member('payroll', 'PAYROLL');
  const kalle = await member('colleague', 'EMPLOYEE', colleague.personId);
  members = { it, payroll, colleague: kalle };
  people = {
    hr: clientOf(office.hr),
    accounting: clientOf(await member('accounting', 'ACCOUNTING')),
    it: clientOf(it),
    payroll: clientOf(payroll),
    payroll2: clientOf(await member('payroll2', 'PAYROLL')),
    manager: clientOf(await member('manager', 'MANAGER', manager.personId)),
    colleague: clientOf(kalle),
    hired: clientOf(kalle),
  };
  made = { employeeId: '', personId: '', departmentId: finance, deviceId: '' };
  made.employeeId = await hireThroughTheClient(manager.employeeId);
});
afterAll(() => world.stop());

/** HR proposes, accounting approves, HR opens and hires; the person reports an account, which two of payroll approve. */
async function hireThroughTheClient(managerId: string): Promise<string> {
  const { companyId, finance } = office;
  const { hr, accounting, payroll, payroll2 } = people;
  const seat = { companyId, departmentId: finance, code: 'CTRL', title: 'Controller', budgetedFte: '1' };
  const range = { payMinimum: '35000', payMaximum: '50000', payCurrencyCode: 'SEK', payPeriod: 'MONTH' };
  const proposed = await perform<{ position: { id: string } }>(
    hr,
    'createPosition',
    { ...seat, ...range },
    'position { id }',
  );
  const positionId = proposed.position.id;
  await perform(accounting, 'approvePosition', { positionId }, 'position { id }');
  await perform(hr, 'openPosition', { positionId }, 'position { id }');
  const { hireEmployee } = await hr.sdk.hireEmployee({
    input: {
      idempotencyKey: newKey(),
      companyId,
      positionId,
      managerId,
      firstName: 'Åsa',
      lastName: 'Öberg',
      startOn: dayFromNow(0),
      contractType: 'PERMANENT',
      fte: '1',
      salary,
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
    },
  });
  const employeeId = assertDone(hireEmployee).employee?.id ?? '';
  const { employee } = await hr.sdk.employee({ id: employeeId });
  made.personId = employee?.person?.id ?? '';
  people.hired = clientOf(await world.member('asa', [{ role: 'EMPLOYEE', companyId }], made.personId));
  await perform(people.hired, 'proposeBankChange', { personId: made.personId, iban }, 'person { id }');
  const { bankChanges } = await payroll.request<{ bankChanges: { nodes: { id: string }[] } }>(
    '{ bankChanges { nodes { id } } }',
  );
  const bankChangeId = bankChanges.nodes[0]?.id;
  for (const decider of [payroll, payroll2])
    await perform(decider, 'approveBankChange', { bankChangeId }, 'bankChange { status }');
  return employeeId;
}

test('the person gets a device of a model that ships, and accepts it; the manager sees both', async () => {
  const { app } = world.server;
  const folder = path.join(shippedDeviceModels, 'Apple');
  const viewer = await viewerByEmail(app.pool, members.it.email);
  const imported = viewer && (await importDeviceModels(app, viewer, { folder }));
  expect(imported).toMatchObject({ created: 5, refused: [] });

  const { it, hired, manager } = people;
  const { deviceModels } = await it.request<{ deviceModels: { nodes: { id: string }[] } }>(
    '{ deviceModels(where: { partNumber: { isNull: false } }, first: 1) { nodes { id } } }',
  );
  const input = {
    companyId: office.companyId,
    deviceModelId: deviceModels.nodes[0]?.id,
    assetTag: 'IT-0001',
    serialNumber: 'C02XL0GTJGH5',
  };
  const { device } = await perform<{ device: { id: string } }>(it, 'createDevice', input, 'device { id }');
  made.deviceId = device.id;
  await perform(it, 'receiveDevice', { deviceId: device.id }, 'device { status }');
  await perform(it, 'stockDevice', { deviceId: device.id }, 'device { status }');
  assertDone(
    (await it.sdk.checkOutDevice({ input: { deviceId: device.id, employeeId: made.employeeId } })).checkOutDevice,
  );

  const { devices } = await hired.sdk.devices();
  expect(devices.nodes).toMatchObject([
    { assetTag: 'IT-0001', status: 'AWAITING_ACCEPTANCE', _can: { actions: expect.arrayContaining(['acceptDevice']) } },
  ]);
  const accepted = assertDone((await hired.sdk.acceptDevice({ input: { deviceId: device.id } })).acceptDevice);
  expect(accepted.device?.status).toBe('IN_USE');

  const seen = await manager.sdk.employees({ where: { manager: { is: { lastName: { eq: 'Test' } } } } });
  expect(seen.employees.nodes).toMatchObject([
    { firstName: 'Åsa', position: { title: 'Controller' }, status: 'ACTIVE' },
  ]);
  const held = await manager.sdk.devices();
  expect(held.devices.nodes).toMatchObject([{ assetTag: 'IT-0001', holder: { firstName: 'Åsa' } }]);
});

test('the person, payroll and, but for the account, HR see what is the person’s own', async () => {
  const query = 'query ($id: ID!) { employee(id: $id) { salary person { iban } } }';
  const read = (who: Client) => who.request(query, { id: made.employeeId });
  const whole = { employee: { salary: expect.stringMatching(/^43217(\.0+)?$/), person: { iban } } };
  expect(await read(people.hired)).toEqual(whole);
  expect(await read(people.payroll)).toEqual(whole);
  expect(JSON.stringify(await read(people.hr))).not.toContain(iban);
});

/** Everything that somebody could ask to learn the salary or the account of another person, in the words of the graph. */
const employeesWhere = (where: object) => ({
  query: 'query ($where: EmployeeWhere) { employees(where: $where) { nodes { lastName } } }',
  variables: { where },
});
const orderedBy = (direction: 'ASC' | 'DESC') => ({
  query: 'query ($orderBy: [EmployeeOrder!]) { employees(orderBy: $orderBy) { nodes { firstName } } }',
  variables: { orderBy: [{ salary: { direction, nulls: 'LAST' } }] },
});

interface Asked {
  readonly query: string;
  readonly variables?: object;
}

const doors: Record<string, () => Asked> = {
  'the fields': () => ({
    query: '{ employees { nodes { firstName salary person { iban bic } compensations { nodes { amount } } } } }',
  }),
  'one record': () => ({
    query: 'query ($id: ID!) { employee(id: $id) { salary person { iban } } }',
    variables: { id: made.employeeId },
  }),
  'the rows of pay': () => ({ query: '{ compensations { nodes { amount } } }' }),
  'the changes of accounts': () => ({ query: '{ bankChanges { nodes { iban } } }' }),
  'a search for the salary': () => ({ query: '{ employees(search: "43217") { nodes { firstName } } }' }),
  'a search for the account': () => ({
    query: `{ people(search: "${iban}") { nodes { firstName } } find(search: "${iban}", first: 5) { label } }`,
  }),
  'a filter on the salary': () => employeesWhere({ salary: { gte: salary }, lastName: { eq: 'Öberg' } }),
  'a negated filter': () => employeesWhere({ not: { salary: { lt: salary } }, lastName: { eq: 'Öberg' } }),
  'a filter through the person': () => employeesWhere({ person: { is: { iban: { eq: iban } } } }),
  'a filter through the department': () => ({
    query: `{ departments(where: { employees: { some: { lastName: { eq: "Öberg" }, salary: { eq: "${salary}" } } } }) { nodes { code } } }`,
  }),
  'a count behind a filter': () => ({
    query: `{ employees(where: { lastName: { eq: "Öberg" }, compensations: { some: { amount: { gte: "${salary}" } } } }) { totalCount nodes { firstName } } }`,
  }),
  'the history': () => ({
    query:
      'query ($id: ID!, $person: ID!) { history(entity: "Employee", id: $id) { nodes { changes { field from to } } } of: history(entity: "Person", id: $person) { nodes { changes { field from to } } } }',
    variables: { id: made.employeeId, person: made.personId },
  }),
};

async function askedAt(door: string, who: keyof typeof members): Promise<string> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${members[who].token}` },
    body: JSON.stringify(doors[door]?.()),
  });
  return response.text();
}

test.each(Object.keys(doors).filter((door) => !door.startsWith('a search')))(
  '%s is a door that payroll goes through',
  async (door) => {
    expect(await askedAt(door, 'payroll')).toMatch(new RegExp(`${salary}|${iban}|Öberg|Åsa|"FIN"`));
  },
);

describe.each(['colleague', 'it'] as const)('what is hidden from %s', (name) => {
  test.each(Object.keys(doors))('is not told by %s', async (door) => {
    const answer = await askedAt(door, name);
    for (const secret of secrets) expect(answer).not.toContain(secret);
    // What a predicate over it finds would tell it as well.
    if (/filter|search|count/.test(door)) expect(answer).not.toMatch(/Öberg|Åsa|"FIN"/);
    expect(answer).not.toContain('INTERNAL');
  });

  test('is not told by an order', async () => {
    const firstNames = async (direction: 'ASC' | 'DESC') => {
      const { query, variables } = orderedBy(direction);
      const { employees } = await people[name].request<{ employees: { nodes: { firstName: string }[] } }>(
        query,
        variables,
      );
      return employees.nodes.map(({ firstName }) => firstName).filter((each) => each !== 'Kalle');
    };
    const forbidden = (error: unknown) => (error as { code: string }).code;
    const [up, down] = await Promise.all([firstNames('ASC').catch(forbidden), firstNames('DESC').catch(forbidden)]);
    expect(up).toEqual(name === 'it' ? 'FORBIDDEN' : ['Maja', 'Åsa']);
    expect(down).toEqual(up);
  });

  test('is not told by an export', async () => {
    const ask = async (columns: readonly string[]) => exported(world, members[name], { entity: 'Employee', columns });
    expect((await ask(['firstName', 'lastName'])).text).toContain('Åsa');
    const hidden = JSON.stringify(await ask(['lastName', 'salary', 'person.iban']));
    for (const secret of secrets) expect(hidden).not.toContain(secret);
  });

  test('is not told by the metadata', async () => {
    const { consoleMeta } = await people[name].sdk.consoleMeta();
    const field = (entity: string, of: string) =>
      consoleMeta.entities.find((each) => each.name === entity)?.fields.find((each) => each.name === of);
    // Of one's own it is there, record by record; who has none to read hears nothing of it.
    const extent = name === 'it' ? undefined : 'PER_RECORD';
    expect(field('Employee', 'salary')?.read).toBe(extent);
    expect(field('Person', 'iban')?.read).toBe(extent);
  });
});

/** Every command on a device in every state, through HTTP, against the core's table; and who may, and what is kept. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEVICE_MACHINE, type DeviceCommand, type DeviceStatus, eventsOf, toMermaid } from '@kontor/core';
import { type Member, startWorld, type World } from '@kontor/testkit';
import { ClientError } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deviceCommands } from '../policy/devices.ts';
import { localOperator } from '../server/authenticate.ts';
import { type Operating, operate } from '../write/operation.ts';
import { markReturnDue, openDevicesOf } from './index.ts';

let world: World;
let it: Member;
let anna: Member;
let bert: Member;
const ids = { company: '', otherCompany: '', model: '', anna: '', bert: '', outsider: '' };

const behindTheScenes = <T>(work: (operating: Operating) => Promise<T>): Promise<T> =>
  operate(world.server.app, { viewer: localOperator, command: 'test' }, work);

async function addEmployee(companyId: string, name: string): Promise<{ id: string; personId: string }> {
  return behindTheScenes(async ({ tx }) => {
    const person = await tx.person.create({ data: { firstName: name, lastName: 'Test' } });
    const data = { status: 'ACTIVE', contractType: 'PERMANENT', startOn: new Date('2020-01-01') } as const;
    return tx.employee.create({ data: { ...data, companyId, personId: person.id, employeeNumber: name } });
  });
}

async function addCompany(code: string): Promise<string> {
  const data = {
    code,
    name: code,
    country: 'SE',
    baseCurrencyCode: 'SEK',
    locale: 'sv-SE',
    timeZone: 'Europe/Stockholm',
  };
  return (await behindTheScenes(({ tx }) => tx.company.create({ data }))).id;
}

beforeAll(async () => {
  world = await startWorld();
  ids.company = await addCompany('SE');
  ids.otherCompany = await addCompany('OTHER');
  const people = [await addEmployee(ids.company, 'Anna'), await addEmployee(ids.company, 'Bert')] as const;
  ids.outsider = (await addEmployee(ids.otherCompany, 'Carl')).id;
  [ids.anna, ids.bert] = [people[0].id, people[1].id];
  it = await world.member('it', [{ role: 'IT' }]);
  anna = await world.member('anna', [{ role: 'EMPLOYEE', companyId: ids.company }], people[0].personId);
  bert = await world.member('bert', [{ role: 'EMPLOYEE', companyId: ids.company }], people[1].personId);
  ids.model = await behindTheScenes(async ({ tx }) => {
    const maker = await tx.manufacturer.create({ data: { name: 'Lenovo' } });
    return (await tx.deviceModel.create({ data: { manufacturerId: maker.id, name: 'ThinkPad', kind: 'LAPTOP' } })).id;
  });
});
afterAll(() => world.stop());

interface Payload {
  readonly device: { id: string; status: DeviceStatus; version: number } | null;
  readonly userErrors: readonly { code: string; path: readonly string[] }[];
}

/** Runs a mutation on a device; a refusal of the whole operation answers as its code. */
async function run(who: Member, name: string, input: object): Promise<Payload | string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { device { id status version } userErrors { code path } } }`;
  try {
    return (await who.client.request<Record<string, Payload>>(mutation, { input }))[name] as Payload;
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return String(error.response.errors?.[0]?.extensions?.['code']);
  }
}

const codes = (answer: Payload | string): readonly string[] =>
  typeof answer === 'string' ? [answer] : answer.userErrors.map((each) => each.code);

/** Each event of the table: its mutation, what it needs besides the device, and who runs it. */
const commandOf: Record<DeviceCommand, readonly [name: string, input: () => object, who: () => Member]> = {
  receive: ['receiveDevice', () => ({}), () => it],
  stock: ['stockDevice', () => ({}), () => it],
  reserve: ['reserveDevice', () => ({ employeeId: ids.anna }), () => it],
  releaseReservation: ['releaseDevice', () => ({}), () => it],
  checkOut: ['checkOutDevice', () => ({ employeeId: ids.anna }), () => it],
  acceptCheckOut: ['acceptDevice', () => ({}), () => anna],
  declineCheckOut: ['declineDevice', () => ({ reason: 'Scratched' }), () => anna],
  lend: ['lendDevice', () => ({ employeeId: ids.anna, dueOn: '2199-01-01' }), () => it],
  markReturnDue: ['callInDevice', () => ({}), () => it],
  returnDevice: ['returnDevice', () => ({}), () => it],
  wipe: ['wipeDevice', () => ({ wipeProof: 'CERT-1' }), () => it],
  inspect: ['inspectDevice', () => ({}), () => it],
  passQuarantine: ['releaseFromQuarantine', () => ({}), () => it],
  sendToRepair: ['sendDeviceToRepair', () => ({}), () => it],
  returnFromRepair: ['returnDeviceFromRepair', () => ({}), () => it],
  reportLost: ['reportDeviceLost', () => ({ reason: 'On the train' }), () => it],
  reportStolen: ['reportDeviceStolen', () => ({ reason: 'From the car' }), () => it],
  recoverDevice: ['recoverDevice', () => ({}), () => it],
  writeOff: ['writeOffDevice', () => ({ reason: 'Gone' }), () => it],
  retire: ['retireDevice', () => ({ reason: 'Old' }), () => it],
  dispose: ['disposeOfDevice', () => ({ disposal: 'SOLD', wipeProof: 'CERT-2' }), () => it],
};
const events = Object.keys(commandOf) as DeviceCommand[];
const states = [...new Set(DEVICE_MACHINE.transitions.flatMap(({ from, to }) => [from, to]))];

const act = (event: DeviceCommand, deviceId: string, input: object = {}, who?: Member): Promise<Payload | string> =>
  run(who ?? commandOf[event][2](), commandOf[event][0], { deviceId, ...commandOf[event][1](), ...input });

async function must(event: DeviceCommand, deviceId: string, input: object = {}): Promise<void> {
  expect([event, codes(await act(event, deviceId, input))]).toEqual([event, []]);
}

/** The shortest way of the table from an ordered device to a state. */
function wayTo(state: DeviceStatus): readonly { event: DeviceCommand; to: DeviceStatus }[] {
  const ways = new Map<DeviceStatus, readonly { event: DeviceCommand; to: DeviceStatus }[]>([
    [DEVICE_MACHINE.initial, []],
  ]);
  for (const [from, way] of ways)
    for (const arrow of DEVICE_MACHINE.transitions)
      if (arrow.from === from && !ways.has(arrow.to))
        ways.set(arrow.to, [...way, { event: arrow.event, to: arrow.to }]);
  return ways.get(state) ?? [];
}

let made = 0;
async function deviceIn(state: DeviceStatus): Promise<string> {
  made += 1;
  const assetTag = `D-${String(made).padStart(4, '0')}`;
  const created = await run(it, 'createDevice', { companyId: ids.company, deviceModelId: ids.model, assetTag });
  const id = (created as Payload).device?.id ?? '';
  for (const { event, to } of wayTo(state)) await must(event, id, event === 'dispose' ? { disposal: to } : {});
  return id;
}

/** Everything there is about a device, to see that nothing changed. */
const everything = (id: string) =>
  behindTheScenes(async ({ tx }) => ({
    device: await tx.device.findUniqueOrThrow({ where: { id } }),
    assignments: await tx.deviceAssignment.findMany({ where: { deviceId: id }, orderBy: { id: 'asc' } }),
    changes: await tx.auditChange.count({ where: { rowId: id } }),
  }));

test('the commands are those of the table, and the README draws it', () => {
  expect(events.map((event) => commandOf[event][0]).sort()).toEqual(Object.keys(deviceCommands).sort());
  expect(new Set(DEVICE_MACHINE.transitions.map(({ event }) => event))).toEqual(new Set(events));
  const readme = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8');
  expect(readme).toContain(toMermaid(DEVICE_MACHINE));
});

describe('along the table', () => {
  test.each(DEVICE_MACHINE.transitions)('$from: $event leads to $to', async ({ from, event, to }) => {
    const isAsked = from === 'IN_REPAIR' && event === 'markReturnDue';
    const id = await deviceIn(event === 'returnFromRepair' ? to : isAsked ? 'IN_USE' : from);
    if (event === 'returnFromRepair' || isAsked) await must('sendToRepair', id);
    if (event === 'passQuarantine') for (const before of ['wipe', 'inspect'] as const) await must(before, id);
    await must(event, id, event === 'dispose' ? { disposal: to } : {});
    const { device, assignments } = await everything(id);
    expect(device.status).toBe(to);
    const open = assignments.filter((each) => each.endAt === null);
    expect(open.filter((each) => each.kind !== 'RESERVATION').map((each) => each.employeeId)).toEqual(
      device.holderId === null ? [] : [device.holderId],
    );
  });
});

describe('aside of the table', () => {
  test.each(states)('%s refuses the rest, offers what it allows, and nothing changes', async (state) => {
    const id = await deviceIn(state);
    const before = await everything(id);
    const allowed = eventsOf(DEVICE_MACHINE, state);
    for (const event of events.filter((each) => !allowed.includes(each))) {
      const answersOnly = commandOf[event][2]() === anna && before.device.holderId !== ids.anna;
      expect([event, codes(await act(event, id))]).toEqual([event, [answersOnly ? 'NOT_FOUND' : 'WRONG_STATE']]);
    }
    expect(await everything(id)).toEqual(before);
    const query = 'query ($id: ID!) { device(id: $id) { _can { actions } } }';
    const offered = await it.client.request<{ device: { _can: { actions: string[] } } }>(query, { id });
    const possible = allowed
      .map((event) => commandOf[event][0])
      .filter((name) => !/^(accept|decline)Device$/.test(name));
    expect(offered.device._can.actions.sort()).toEqual(possible.sort());
  });
});

describe('who', () => {
  test('only the holder accepts', async () => {
    const id = await deviceIn('AWAITING_ACCEPTANCE');
    expect(codes(await act('acceptCheckOut', id, {}, bert))).toEqual(['NOT_FOUND']);
    expect(codes(await act('acceptCheckOut', id, {}, it))).toEqual(['FORBIDDEN']);
    await must('acceptCheckOut', id);
  });

  test('an employee of another company gets nothing', async () => {
    const id = await deviceIn('IN_STOCK');
    for (const event of ['reserve', 'checkOut', 'lend'] as const) {
      const answer = await act(event, id, { employeeId: ids.outsider });
      expect(answer).toMatchObject({ userErrors: [{ code: 'WRONG_COMPANY', path: ['employeeId'] }] });
    }
  });

  test('who has left gets nothing, even while the end is being written', async () => {
    const leaver = await addEmployee(ids.company, 'Leaver');
    const id = await deviceIn('IN_STOCK');
    let checkOut: Promise<Payload | string> | undefined;
    await behindTheScenes(async ({ tx }) => {
      const data = { status: 'ENDED', endOn: new Date('2020-02-01') } as const;
      await tx.employee.update({ where: { id: leaver.id }, data });
      checkOut = act('checkOut', id, { employeeId: leaver.id });
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(codes((await checkOut) ?? '')).toEqual(['HOLDER_NOT_EMPLOYED']);
  });

  test('a holder reports a loss, and sees the device no more', async () => {
    const id = await deviceIn('IN_USE');
    expect(await act('reportLost', id, {}, bert)).toBe('NOT_FOUND');
    expect(await act('reportLost', id, {}, anna)).toEqual({ device: null, userErrors: [] });
    const { assignments } = await everything(id);
    expect(assignments).toMatchObject([{ endNote: 'On the train' }]);
  });
});

test('of two check-outs at once one wins', async () => {
  const id = await deviceIn('IN_STOCK');
  const answers = await Promise.all([
    act('checkOut', id, { employeeId: ids.anna }),
    act('checkOut', id, { employeeId: ids.bert }),
  ]);
  expect(answers.flatMap(codes)).toEqual(['WRONG_STATE']);
  expect((await everything(id)).assignments).toHaveLength(1);
});

test('a stale version is a conflict', async () => {
  const id = await deviceIn('IN_STOCK');
  expect(codes(await act('retire', id, { expectedVersion: 1 }))).toEqual(['CONFLICT']);
});

test.each<readonly [string, DeviceStatus, DeviceCommand, object]>([
  ['RESERVED_FOR_ANOTHER', 'RESERVED', 'checkOut', { employeeId: 'bert' }],
  ['DUE_DATE_PAST', 'IN_STOCK', 'lend', { dueOn: '2020-01-01' }],
  ['DUE_DATE_PAST', 'IN_USE', 'markReturnDue', { dueOn: '2020-01-01' }],
  ['WIPE_PROOF_MISSING', 'RETIRED', 'dispose', { wipeProof: null }],
  ['REQUIRED', 'QUARANTINE', 'wipe', { wipeProof: ' ' }],
  ['REQUIRED', 'IN_USE', 'reportStolen', { reason: '' }],
])('%s: %s, %s with %j', async (code, state, event, input) => {
  const id = await deviceIn(state);
  const before = await everything(id);
  const named = 'employeeId' in input ? { employeeId: ids.bert } : input;
  expect(codes(await act(event, id, named))).toEqual([code]);
  expect(await everything(id)).toEqual(before);
});

test('quarantine ends once the device is wiped and inspected since somebody had it', async () => {
  const id = await deviceIn('QUARANTINE');
  expect(codes(await act('passQuarantine', id))).toEqual(['NOT_WIPED', 'NOT_INSPECTED']);
  await must('wipe', id);
  expect(codes(await act('passQuarantine', id))).toEqual(['NOT_INSPECTED']);
  await must('inspect', id);
  await must('passQuarantine', id);
  const { device } = await everything(id);
  expect(device).toMatchObject({ wipeProof: 'CERT-1', wipedAt: expect.any(Date), inspectedAt: expect.any(Date) });
  await must('checkOut', id);
  expect((await everything(id)).device).toMatchObject({ wipeProof: null, wipedAt: null, inspectedAt: null });
});

test('who had a device, and with which notes, can be read back', async () => {
  const id = await deviceIn('IN_STOCK');
  await must('reserve', id, { note: 'For the first day' });
  await must('checkOut', id, { note: 'With charger' });
  await must('acceptCheckOut', id);
  await must('lend', id, { employeeId: ids.bert, dueOn: '2190-05-01' });
  await must('returnDevice', id, { note: 'Charger missing' });
  const query = `query ($id: ID!) { device(id: $id) { status holder { id } assignments {
    nodes { kind employee { firstName } note endNote dueOn acceptedAt endAt } } } }`;
  const { device } = await it.client.request<{ device: { assignments: { nodes: { acceptedAt: string | null }[] } } }>(
    query,
    { id },
  );
  expect(device).toMatchObject({
    status: 'QUARANTINE',
    holder: null,
    assignments: {
      nodes: [
        {
          kind: 'RESERVATION',
          employee: { firstName: 'Anna' },
          note: 'For the first day',
          acceptedAt: null,
          endAt: expect.any(String),
        },
        {
          kind: 'USE',
          employee: { firstName: 'Anna' },
          note: 'With charger',
          endNote: null,
          endAt: expect.any(String),
        },
        {
          kind: 'LOAN',
          employee: { firstName: 'Bert' },
          dueOn: '2190-05-01',
          endNote: 'Charger missing',
          endAt: expect.any(String),
        },
      ],
    },
  });
  expect(device.assignments.nodes[1]?.acceptedAt).not.toBeNull();
});

test('somebody who leaves is asked for everything they have', async () => {
  const leaver = await addEmployee(ids.company, 'Diana');
  const employeeId = leaver.id;
  const [reserved, awaiting, lent, repaired] = [
    await deviceIn('IN_STOCK'),
    await deviceIn('IN_STOCK'),
    await deviceIn('IN_STOCK'),
    await deviceIn('IN_STOCK'),
  ];
  await must('reserve', reserved, { employeeId });
  await must('checkOut', awaiting, { employeeId });
  await must('lend', lent, { employeeId });
  await must('lend', repaired, { employeeId });
  await must('sendToRepair', repaired);
  const left = await behindTheScenes(async (operating) =>
    markReturnDue(employeeId, '2190-01-31', { ...operating, viewer: localOperator, idempotencyKey: null }),
  );
  expect(left).toEqual([
    expect.objectContaining({ deviceId: awaiting, status: 'RETURN_DUE', dueOn: '2190-01-31' }),
    expect.objectContaining({ deviceId: lent, status: 'RETURN_DUE', dueOn: '2190-01-31' }),
    expect.objectContaining({ deviceId: repaired, status: 'IN_REPAIR', dueOn: '2190-01-31' }),
  ]);
  expect(await behindTheScenes(({ tx }) => openDevicesOf(tx, employeeId))).toEqual(left);
  expect((await everything(reserved)).device.status).toBe('IN_STOCK');
});

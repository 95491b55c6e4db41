import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityName, graphFields, isStructural } from '../catalogue.ts';
import { commandsOf } from '../command.ts';
import { withClient } from '../database/connect.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { entityPolicies } from '../policy/index.ts';
import { type Ask, asker, inParallel, told } from '../policy/proof/asking.ts';
import { Expectation, hasEnd, type Person } from '../policy/proof/expectation.ts';
import { type Middle, middleWorld, withStored } from '../policy/proof/world-rows.ts';
import { type Rows, type StoredRow, storeRows } from '../read/proof/random-world.ts';

/** Whoever may ask, asks about everybody else; held against what the policy's tables mean, said a second time. */

type Granted = (middle: Middle) => Person['grants'];
const holders: readonly (readonly [string, Granted])[] = [
  ...Object.values(Role).map((role): [string, Granted] => [role, ({ companyId }) => [{ role, companyId }]]),
  ['MANAGER of all', () => [{ role: 'MANAGER', companyId: null }]],
  [
    'HR here and EMPLOYEE there',
    ({ companyId, otherCompanyId }) => [
      { role: 'HR', companyId },
      { role: 'EMPLOYEE', companyId: otherCompanyId },
    ],
  ],
  ['nobody', () => []],
];

interface Member extends Person {
  readonly name: string;
  readonly ask: Ask;
}
type Answered = 'YES' | 'PARTLY' | 'NO';
interface Told {
  readonly extent: Answered;
  readonly reasons: readonly { role: string; companyId: string | null; rule: string; holds: boolean | null }[];
}
interface Explained {
  readonly own: boolean | null;
  readonly grants: readonly { role: string; companyId: string | null }[];
  readonly row: Told;
  readonly fields: readonly { name: string; label: string; read: Told; end: Told; change: Told }[];
  readonly commands: readonly { name: string; run: Told; barsOwnCase: boolean }[];
}
interface Readers {
  readonly nodes: readonly { id: string; endOnly: boolean; reasons: Told['reasons'] }[];
  readonly untold: Told['reasons'];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let world: World;
let middle: Middle;
let rows: Rows;
const members = new Map<string, Member>();

async function letIn(name: string, grants: Person['grants'], personId?: string): Promise<void> {
  const { userId, token } = await world.member(name.replaceAll(/\W/g, '-'), [...grants], personId);
  members.set(name, { name, userId, personId: personId ?? null, grants, ask: asker(world.url, token) });
}

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  middle = middleWorld(4);
  await withClient(world.ownerUrl, (owner) => storeRows(owner, middle.rows));
  for (const [name, granted] of holders) await letIn(name, granted(middle), middle.personId);
  const everywhere = (role: Role) => [{ role, companyId: null }];
  await letIn('asking auditor', everywhere('AUDITOR'));
  await letIn('asking administrator', everywhere('ADMINISTRATOR'));
  await letIn('administrator here', [{ role: 'ADMINISTRATOR', companyId: middle.companyId }]);
  rows = await withClient(world.ownerUrl, (owner) => withStored(middle.rows, owner));
}, 120_000);
afterAll(() => world.stop());

/** Every user in use, or whether in use or not, those of the random world among them, with the grants of this moment. */
function everyone(inUse = true): Person[] {
  const now = new Date().toISOString();
  const instant = (value: unknown): string => new Date(String(value)).toISOString();
  const grants = (rows.get('RoleGrant') ?? []).filter(
    (row) => instant(row['fromAt']) <= now && (row['untilAt'] === null || instant(row['untilAt']) > now),
  );
  return (rows.get('User') ?? [])
    .filter((user) => user['active'] === true || !inUse)
    .map((user) => ({
      userId: String(user['id']),
      personId: user['personId'] as string | null,
      grants: grants
        .filter((grant) => grant['userId'] === user['id'])
        .map((grant) => ({ role: grant['role'] as Role, companyId: grant['companyId'] as string | null })),
    }));
}

const member = (name: string): Member => members.get(name) as Member;
const expectationOf = (person: Person): Expectation => new Expectation(rows, person);

const access = 'extent reasons { role companyId rule holds }';
const explanation = `query ($userId: ID!, $entity: String!, $id: ID, $language: String) {
  it: explainAccess(userId: $userId, entity: $entity, id: $id, language: $language) { own grants { role companyId fromAt untilAt }
    row { ${access} } fields { name label dataClass read { ${access} } end { ${access} } change { ${access} } }
    commands { name label barsOwnCase run { ${access} } } } }`;
const explain = async (asking: string, of: string, entity: string, id?: unknown): Promise<Explained | null> =>
  told(await member(asking).ask(explanation, { userId: member(of).userId, entity, id }), 'it');

const readers = `query ($entity: String!, $id: ID!, $field: String!, $first: Int!, $after: ID) {
  it: whoMayRead(entity: $entity, id: $id, field: $field, first: $first, after: $after) {
    nodes { id name endOnly reasons { role companyId rule holds } } untold { role companyId rule holds }
    companies { id label } pageInfo { hasNextPage endCursor } } }`;
const who = async (asking: string, entity: string, id: unknown, field: string, first = 100): Promise<Readers> =>
  told(await member(asking).ask(readers, { entity, id, field, first }), 'it');

/** Of each sort that the rules tell apart a record: of the person in the middle, of those below, of others. */
function sampleOf(entity: EntityName, most: number): StoredRow[] {
  const manager = expectationOf(member('MANAGER'));
  const sorts = new Map<string, StoredRow[]>();
  for (const row of expectationOf(member('asking auditor')).visible(entity)) {
    const sort = manager.sortOf(entity, row, middle.companyId);
    sorts.set(sort, [...(sorts.get(sort) ?? []), row]);
  }
  return [...sorts.values()].flatMap((same) => same.slice(0, most));
}

const reachable = () => entities().filter(({ name }) => sampleOf(name, 1).length > 0);

describe.each(holders.map(([name]) => name))('what %s may do', (name) => {
  test('is explained as the policy has it, field by field and command by command', async () => {
    const expected = expectationOf(member(name));
    let asked = 0;
    await inParallel(reachable(), async ({ name: entity, write }) => {
      for (const row of sampleOf(entity, 1)) {
        const at = `${entity} ${row['id']}`;
        const explained = await explain('asking auditor', name, entity, row['id']);
        if (explained === null) throw new Error(`nothing is told of ${at}`);
        const sees = expected.sees(entity, row);
        const yes = (may: boolean): Answered => (sees && may ? 'YES' : 'NO');
        expect(explained.row.extent, at).toBe(sees ? 'YES' : 'NO');
        expect(explained.own, at).toBe(expected.isOwn(entity, row));
        const fields = graphFields(entity).filter((field) => !isStructural(field.name));
        expect(
          explained.fields.map((field) => [field.name, field.read.extent, field.end.extent, field.change.extent]),
          at,
        ).toEqual(
          fields.map((field) => [
            field.name,
            yes(expected.may(entity, row, field.name)),
            yes(expected.shownMasked(entity, row, field)),
            yes(write.includes(field.name) && expected.may(entity, row, field.name, 'write')),
          ]),
        );
        expect(
          explained.commands.map((command) => [command.name, command.run.extent]),
          at,
        ).toEqual(commandsOf(entity).map((command) => [command.name, yes(expected.mayRun(command.name, entity, row))]));
        asked += 1;
      }
    });
    expect(asked).toBeGreaterThan(20);
  }, 120_000);
});

test('who may read a field is everybody whom the policy lets read it, and nobody else', async () => {
  const all = everyone().map((person) => ({ person, expected: expectationOf(person) }));
  let found = 0;
  const told = reachable().filter(({ name }) => !entityPolicies[name].kept);
  await inParallel(told, async ({ name: entity }) => {
    const fields = graphFields(entity).filter((field) => !isStructural(field.name));
    const byClass = new Map(
      fields.map((field) => [`${expectationOf(member('HR')).classOf(entity, field.name)} ${hasEnd(field)}`, field]),
    );
    for (const row of sampleOf(entity, 1))
      for (const field of byClass.values()) {
        const at = `${entity}.${field.name} of ${row['id']}`;
        const { nodes, untold } = await who('asking auditor', entity, row['id'], field.name);
        const listed = (endOnly: boolean) =>
          nodes
            .filter((each) => each.endOnly === endOnly)
            .map((each) => each.id)
            .toSorted();
        const reading = all.filter(
          ({ expected }) => expected.sees(entity, row) && expected.may(entity, row, field.name),
        );
        const masked = all.filter(
          (each) =>
            !reading.includes(each) && each.expected.sees(entity, row) && each.expected.shownMasked(entity, row, field),
        );
        const ids = (people: typeof all) => people.map(({ person }) => person.userId).toSorted();
        expect(listed(false), at).toEqual(ids(reading));
        expect(listed(true), at).toEqual(ids(masked));
        expect(untold, at).toEqual([]);
        for (const node of nodes) expect(node.reasons.length, at).toBeGreaterThan(0);
        found += nodes.length;
      }
  });
  expect(found).toBeGreaterThan(200);
}, 120_000);

test('of what people keep it is untold whom else it is there for: that turns on all that each of them may read', async () => {
  const keptBy = reachable().filter(({ name }) => entityPolicies[name].kept);
  expect(keptBy.map(({ name }) => name)).toContain('SavedView');
  for (const { name: entity } of keptBy)
    for (const row of sampleOf(entity, 3)) {
      const { nodes, untold } = await who('asking auditor', entity, row['id'], 'name');
      expect(nodes, `${entity} ${row['id']}`).toEqual([]);
      expect(untold).toContainEqual({ role: 'IT', companyId: middle.companyId, rule: 'ALL', holds: null });
      expect(untold.length).toBeGreaterThan(10);
    }
});

test('an answer comes page by page', async () => {
  const row = middle.rows.get('Employee')?.find(({ companyId }) => companyId === middle.companyId);
  const whole = await who('asking auditor', 'Employee', row?.['id'], 'lastName');
  const paged: string[] = [];
  for (let after: string | null = null; ; ) {
    const variables = { entity: 'Employee', id: row?.['id'], field: 'lastName', first: 2, after };
    const page: Readers = told(await member('asking auditor').ask(readers, variables), 'it');
    paged.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(paged).toEqual(whole.nodes.map(({ id }) => id));
  expect(paged.length).toBeGreaterThan(4);
});

test('without a record it tells what holds in general', async () => {
  const explained = await explain('asking administrator', 'MANAGER', 'Employee');
  const read = (name: string) => explained?.fields.find((field) => field.name === name)?.read;
  const reason = { role: 'MANAGER', companyId: middle.companyId, holds: null };
  expect(read('lastName')).toEqual({ extent: 'YES', reasons: [{ ...reason, rule: 'ALL' }] });
  expect(read('fte')).toEqual({ extent: 'PARTLY', reasons: [{ ...reason, rule: 'REPORTS' }] });
  expect(read('salary')).toEqual({ extent: 'NO', reasons: [] });
});

test('labels and data classes stand in the language asked for', async () => {
  const asked = { userId: member('HR').userId, entity: 'Employee', language: 'sv' };
  const explained = told<{ fields: { name: string; label: string; dataClass: string }[] }>(
    await member('asking auditor').ask(explanation, asked),
    'it',
  );
  expect(explained.fields.find(({ name }) => name === 'salary')).toMatchObject({ label: 'Lön', dataClass: 'Lön' });
});

describe('whoever asks learns nothing that they may not read', () => {
  test('an employee, a manager and human resources are refused', async () => {
    const [row] = sampleOf('Employee', 1);
    for (const name of ['EMPLOYEE', 'MANAGER', 'HR', 'PAYROLL', 'ACCOUNTING', 'REPORTING', 'nobody']) {
      const asked = { userId: member(name).userId, entity: 'Employee', id: row?.['id'] };
      const refusals = [
        await member(name).ask(explanation, asked),
        await member(name).ask(readers, { entity: 'Employee', id: row?.['id'], field: 'lastName', first: 5 }),
      ];
      for (const refusal of refusals) expect(refusal.errors?.[0]?.extensions.code, name).toBe('FORBIDDEN');
    }
  });

  test('what they may not ask is not in their schema', async () => {
    const names = async (name: string): Promise<string[]> =>
      told<{ fields: { name: string }[] }>(
        await member(name).ask('{ it: __type(name: "Query") { fields { name } } }'),
        'it',
      ).fields.map((field) => field.name);
    expect(await names('IT')).toEqual(expect.arrayContaining(['explainAccess', 'whoMayRead']));
    const met = await names('EMPLOYEE');
    expect(met).toContain('orgChart');
    for (const hidden of ['explainAccess', 'whoMayRead']) expect(met).not.toContain(hidden);
  });

  test('a record that they do not see answers like one that never was', async () => {
    const never = '00000000-0000-7000-8000-00000000dead';
    const hidden = rows.get('Device')?.[0]?.['id'];
    for (const id of [hidden, never, 'no id at all']) {
      expect(await explain('asking administrator', 'IT', 'Device', id)).toBeNull();
      expect(await who('asking administrator', 'Device', id, 'assetTag')).toMatchObject({ nodes: [], untold: [] });
    }
    const unknown = { userId: never, entity: 'Employee' };
    expect(told(await member('asking auditor').ask(explanation, unknown), 'it')).toBeNull();
  });

  test('an administrator of one company is told of its grants alone', async () => {
    const explained = await explain('administrator here', 'HR here and EMPLOYEE there', 'Employee');
    expect(explained?.grants).toMatchObject([{ role: 'HR', companyId: middle.companyId }]);
    expect((await explain('administrator here', 'MANAGER of all', 'Employee'))?.grants).toEqual([]);
    const there = expectationOf(member('asking auditor'))
      .visible('Employee')
      .find((row) => row['companyId'] === middle.otherCompanyId);
    expect(await explain('administrator here', 'HR', 'Employee', there?.['id'])).toBeNull();
    expect((await who('administrator here', 'Employee', there?.['id'], 'lastName')).nodes).toEqual([]);
    const here = expectationOf(member('asking auditor'))
      .visible('Employee')
      .find((row) => row['companyId'] === middle.companyId);
    const { nodes } = await who('administrator here', 'Employee', here?.['id'], 'lastName');
    // Whether a user is in use, an administrator of one company does not read.
    const seen = everyone(false).filter(({ grants }) => grants.some((each) => each.companyId === middle.companyId));
    expect(nodes.map(({ id }) => id).toSorted()).toEqual(seen.map(({ userId }) => userId).toSorted());
  });

  test('an administrator, who does not read who reports to whom, is not told by whose manager a record is read', async () => {
    const manager = expectationOf(member('MANAGER'));
    const below = sampleOf('Employee', 5).filter((row) => row['companyId'] === middle.companyId);
    const sorts = new Set(below.map((row) => manager.may('Employee', row, 'fte')));
    expect([...sorts].toSorted()).toEqual([false, true]);
    for (const row of below) {
      const explained = await explain('asking administrator', 'MANAGER', 'Employee', row['id']);
      const fte = explained?.fields.find((field) => field.name === 'fte')?.read;
      expect(fte).toEqual({
        extent: 'PARTLY',
        reasons: [{ role: 'MANAGER', companyId: middle.companyId, rule: 'REPORTS', holds: null }],
      });
      const { nodes, untold } = await who('asking administrator', 'Employee', row['id'], 'fte');
      expect(nodes.map(({ id }) => id)).not.toContain(member('MANAGER').userId);
      expect(untold).toEqual(
        expect.arrayContaining([{ role: 'MANAGER', companyId: middle.companyId, rule: 'REPORTS', holds: null }]),
      );
    }
  });

  test('a command that nobody runs in their own case is told apart from others', async () => {
    const own = expectationOf(member('HR'))
      .visible('Employee')
      .find((row) => expectationOf(member('HR')).isOwn('Employee', row) && row['companyId'] === middle.companyId);
    const explained = await explain('asking auditor', 'HR', 'Employee', own?.['id']);
    const change = explained?.commands.find((command) => command.name === 'changeManager');
    expect(explained?.own).toBe(true);
    expect(change).toMatchObject({ barsOwnCase: true, run: { extent: 'NO', reasons: [{ role: 'HR', holds: false }] } });
  });
});

test('a user out of use may do nothing, whatever was granted', async () => {
  await letIn('gone', [{ role: 'HR', companyId: null }]);
  const { userId } = member('gone');
  const { ask } = member('asking administrator');
  const { version } = told<{ version: number }>(
    await ask('query ($id: ID!) { it: user(id: $id) { version } }', { id: userId }),
    'it',
  );
  const [row] = sampleOf('Employee', 1);
  const listed = async () =>
    (await who('asking auditor', 'Employee', row?.['id'], 'salary')).nodes.map((node) => node.id);
  expect(await listed()).toContain(userId);
  const input = { id: userId, expectedVersion: version };
  await ask('mutation ($input: DeactivateUserInput!) { it: deactivateUser(input: $input) { userErrors { code } } }', {
    input,
  });
  expect(await listed()).not.toContain(userId);
  const explained = await explain('asking auditor', 'gone', 'Employee', row?.['id']);
  expect(explained?.row).toEqual({ extent: 'NO', reasons: [] });
  expect(explained?.grants).toMatchObject([{ role: 'HR', companyId: null }]);
});

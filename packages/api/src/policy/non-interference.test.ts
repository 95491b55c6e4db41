import { createHash } from 'node:crypto';
import { startWorld, type World } from '@kontor/testkit';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type EntityName, type Field, models } from '../catalogue.ts';
import { withClient } from '../database/connect.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import type { Draw } from '../read/proof/random-query.ts';
import { type Rows, type StoredRow, storeRows } from '../read/proof/random-world.ts';
import { Tally } from '../read/proof/tally.ts';
import { Expectation, type Person } from './proof/expectation.ts';
import { withHiddenDifferences } from './proof/hidden-differences.ts';
import { drawOperation } from './proof/random-operation.ts';
import { type Middle, middleWorld } from './proof/world-rows.ts';

const seed = 20_261_122;
const operations = 200;
const atOnce = 8;
const token = 'kontor_of-the-one-who-looks-at-both-worlds';
const userId = '0a0b0c0d-0000-7000-8000-000000000001';
const start = '2026-01-01T00:00:00.000Z';

const running: World[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((world) => world.stop()));
});

type Granted = (middle: Middle) => Person['grants'];
const viewers: readonly (readonly [string, Granted])[] = [
  ...Object.values(Role).map((role): [string, Granted] => [role, ({ companyId }) => [{ role, companyId }]]),
  [
    'EMPLOYEE and MANAGER',
    ({ companyId }) => [
      { role: 'EMPLOYEE', companyId },
      { role: 'MANAGER', companyId },
    ],
  ],
  [
    'HR here and EMPLOYEE there',
    ({ companyId, otherCompanyId }) => [
      { role: 'HR', companyId },
      { role: 'EMPLOYEE', companyId: otherCompanyId },
    ],
  ],
];

/** A row with whatever else its entity has empty. */
const rowOf = (entity: EntityName, values: StoredRow): StoredRow => ({
  ...Object.fromEntries(
    Object.values(models[entity].fields)
      .filter((field) => field.kind !== 'relation')
      .map((field) => [field.name, null]),
  ),
  ...('version' in models[entity].fields && { version: 1 }),
  createdAt: start,
  updatedAt: start,
  ...values,
});

/** Puts the one who looks into a world, under the same id and with the same token in each. */
function letIn(rows: Rows, person: Person): Rows {
  const own: [EntityName, StoredRow[]][] = [
    [
      'User',
      [
        rowOf('User', {
          id: userId,
          email: 'looks@world.example',
          name: 'Looks',
          personId: person.personId,
          language: 'en',
          active: true,
        }),
      ],
    ],
    [
      'RoleGrant',
      person.grants.map(({ role, companyId }, index) =>
        rowOf('RoleGrant', {
          id: `0a0b0c0d-0000-7000-8000-00000000001${index}`,
          userId,
          role,
          companyId,
          fromAt: start,
        }),
      ),
    ],
    [
      'ApiToken',
      [
        rowOf('ApiToken', {
          id: '0a0b0c0d-0000-7000-8000-000000000002',
          userId,
          name: 'looking',
          ending: 'worlds',
          roles: [],
          expiresAt: '2199-01-01T00:00:00.000Z',
          tokenHash: `\\x${createHash('sha256').update(token).digest('hex')}`,
        }),
      ],
    ],
  ];
  return new Map([
    ...rows,
    ...own.map(([entity, made]): [EntityName, StoredRow[]] => [entity, [...(rows.get(entity) ?? []), ...made]]),
  ]);
}

async function worldOf(rows: Rows): Promise<World> {
  const world = await startWorld({ rateCapacity: 1e9 });
  running.push(world);
  await withClient(world.ownerUrl, (owner) => storeRows(owner, rows));
  return world;
}

async function ask(world: World, body: object): Promise<string> {
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return answer.text();
}

interface Compared {
  readonly operation: object;
  readonly answers: readonly [string, string];
}

const evenly = (most: number): fc.Arbitrary<number> => fc.noBias(fc.nat(most));

/** Asks both worlds the same, at random, and gives what they answered differently. */
async function compare(
  worlds: readonly [World, World],
  rows: Rows,
  expected: Expectation,
  tally: Tally,
): Promise<Compared[]> {
  const among = entities()
    .map((entity) => entity.name)
    .filter((entity) => expected.visible(entity).length > 0);
  const differing: Compared[] = [];
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const draw: Draw = (below) => generate(evenly, below - 1);
      // Mostly what the viewer reads on some row: an operation that names something else is refused as a whole.
      const askable = (entity: EntityName, field: Field): boolean =>
        draw(60) === 59 || !expected.never(entity, field.name);
      const drawn = Array.from({ length: atOnce }, () =>
        drawOperation({ draw, rows, tally: new Tally(), among: askable }, among),
      );
      await Promise.all(
        drawn.map(async (operation) => {
          const answers = (await Promise.all([ask(worlds[0], operation), ask(worlds[1], operation)])) as [
            string,
            string,
          ];
          const code = /"code":"([A-Z_]+)"/.exec(answers[0])?.[1] ?? 'answered';
          tally.count(answers[0].includes('"id":"') ? 'answered with rows' : code);
          if (answers[0] !== answers[1]) differing.push({ operation, answers });
        }),
      );
    }),
    { seed, numRuns: operations / atOnce, endOnFailure: true },
  );
  return differing;
}

test.each(viewers)('what %s may not read changes no answer', { timeout: 120_000 }, async (name, granted) => {
  const middle = middleWorld(4);
  const person: Person = { userId, personId: middle.personId, grants: granted(middle) };
  const rows = letIn(middle.rows, person);
  const other = withHiddenDifferences(rows, person, seed);
  expect(other.changes).toBeGreaterThan(100);
  const answers = new Tally();
  const worlds = [await worldOf(rows), await worldOf(other.rows)] as const;
  const differing = await compare(worlds, rows, new Expectation(rows, person), answers);
  console.info(`${name}: ${other.changes} hidden differences, ${operations} operations; ${answers}`);
  expect(differing[0]).toBeUndefined();
  expect(answers.of('answered with rows')).toBeGreaterThan(operations / 4);
  expect(answers.of('INTERNAL')).toBe(0);
});

test('the test itself finds what may be read: human resources tell apart what is hidden from an employee', {
  timeout: 120_000,
}, async () => {
  const middle = middleWorld(4);
  const grants = [{ role: 'HR' as const, companyId: middle.companyId }];
  const employee: Person = {
    userId,
    personId: middle.personId,
    grants: [{ role: 'EMPLOYEE', companyId: middle.companyId }],
  };
  const rows = letIn(middle.rows, { ...employee, grants });
  const other = withHiddenDifferences(rows, employee, seed);
  const worlds = [await worldOf(rows), await worldOf(other.rows)] as const;
  const differing = await compare(worlds, rows, new Expectation(rows, { ...employee, grants }), new Tally());
  expect(differing.length).toBeGreaterThan(10);
});

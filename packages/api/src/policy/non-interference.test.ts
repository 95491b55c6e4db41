import { exported, startWorld, type World } from '@kontor/testkit';
import fc from 'fast-check';
import type pg from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import type { EntityName, Field } from '../catalogue.ts';
import { withClient } from '../database/connect.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import type { Draw } from '../read/proof/random-query.ts';
import { type Rows, storeRows } from '../read/proof/random-world.ts';
import { Tally } from '../read/proof/tally.ts';
import type { Asked, Door } from './proof/asked.ts';
import { post } from './proof/asking.ts';
import { Comparison } from './proof/comparison.ts';
import { Expectation, type Person } from './proof/expectation.ts';
import { withHiddenDifferences } from './proof/hidden-differences.ts';
import { letIn, token, userId } from './proof/let-in.ts';
import { type DrawAsked, drawOperation, drawTraced } from './proof/random-operation.ts';
import { storeHiddenChanges, storePast } from './proof/stored-history.ts';
import { Subscription } from './proof/subscription.ts';
import { type Middle, middleWorld } from './proof/world-rows.ts';

const seed = 20_261_122;
declare module 'vitest' {
  interface TaskMeta {
    leak?: { readonly viewer: string; readonly after: number; readonly doors: readonly Door[] };
  }
}

/** Operations for each viewer. */
const operations = inject('leakRuns');
const atOnce = 8;
const traced = Math.ceil(operations / 6);
/** For each so many operations, the viewer listens for a while. */
const operationsOfSitting = 320;
const millisecondsEach = 600;

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

/** The world of a viewer, and one that differs in nothing that the viewer may read. */
interface TwoWorlds {
  readonly rows: readonly [Rows, Rows];
  readonly person: Person;
  readonly companyId: string;
  readonly expected: Expectation;
  readonly worlds: readonly [World, World];
  readonly changes: number;
}

async function worldOf(rows: Rows, history: (owner: pg.ClientBase) => Promise<unknown>): Promise<World> {
  const world = await startWorld({ rateCapacity: 1e9 });
  running.push(world);
  await withClient(world.ownerUrl, async (owner) => {
    await storeRows(owner, rows);
    await history(owner);
  });
  return world;
}

/** Two worlds that differ in what `blind` may not read, for `person` to look at: mostly the same one. */
async function twoWorlds(middle: Middle, person: Person, blind = person): Promise<TwoWorlds> {
  const rows = letIn(middle.rows, person);
  const other = withHiddenDifferences(rows, blind, seed);
  const reasonsDiffer = new Expectation(rows, blind).never('AuditOperation', 'reason') || person !== blind;
  const unseen = new Expectation(other.rows, blind);
  let changes = other.changes;
  const first = await worldOf(rows, (owner) => storePast(owner, reasonsDiffer));
  const second = await worldOf(other.rows, async (owner) => {
    await storePast(owner, reasonsDiffer);
    changes += await storeHiddenChanges(owner, unseen);
  });
  return {
    rows: [rows, other.rows],
    person,
    companyId: middle.companyId,
    expected: new Expectation(rows, person),
    worlds: [first, second],
    changes,
  };
}

/** How often a server that is busy is asked again; these worlds allow as much as anybody can ask. */
const tries = 60;

async function ask(world: World, asked: Asked, left = tries): Promise<string> {
  const answer = await askOnce(world, asked);
  if (left === 0 || !answer.includes('"code":"RATE_LIMITED"')) return answer;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return ask(world, asked, left - 1);
}

/** A file as it is, or why there is none in the form that the graph has for it. */
async function askForFile(world: World, body: object): Promise<string> {
  const { errors, failure, text } = await exported(world, { token }, body);
  const refused = failure === null ? errors : [failure];
  return refused.length === 0 ? text : JSON.stringify({ errors: refused.map((code) => ({ extensions: { code } })) });
}

async function askOnce(world: World, { by, body }: Asked): Promise<string> {
  if (by === 'export') return askForFile(world, body);
  return post(world.url, token, body);
}

/** What asking leaves behind: the traces of the same question are not the same twice. */
const traces: EntityName = 'SensitiveRead';

const evenly = (most: number): fc.Arbitrary<number> => fc.noBias(fc.nat(most));

/** Asks both worlds the same, at random, until they answer differently. */
async function compare(two: TwoWorlds): Promise<Comparison> {
  const { worlds, rows, expected } = two;
  const among = entities()
    .map((entity) => entity.name)
    .filter((entity) => entity !== traces && expected.visible(entity).length > 0);
  const comparison = new Comparison();
  const both = async (operation: Asked): Promise<void> => {
    const [one, other] = await Promise.all([ask(worlds[0], operation), ask(worlds[1], operation)]);
    comparison.add(operation, [one, other]);
  };
  const drawn = async (numRuns: number, work: (draw: Draw) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.gen(), async (generate) => {
        if (!comparison.first) await work((below) => generate(evenly, below - 1));
      }),
      { seed, numRuns, endOnFailure: true },
    );
  const asked = (count: number, width: number, kind: DrawAsked): Promise<void> =>
    drawn(Math.ceil(count / width), async (draw) => {
      // Mostly what the viewer reads on some row: an operation that names something else is refused as a whole.
      const askable = (entity: EntityName, field: Field): boolean =>
        field.type !== traces && (draw(60) === 59 || !expected.never(entity, field.name));
      const drawing = { draw, rows: rows[0], tally: new Tally(), among: askable };
      await Promise.all(Array.from({ length: width }, () => kind(drawing, among, expected)).map(both));
    });
  await asked(operations, atOnce, drawOperation);
  await asked(traced, 1, drawTraced);
  // Last, since what is written in one world alone is not taken back.
  const subscription = await Subscription.begin({ ...two, token }, comparison);
  await drawn(Math.ceil(operations / operationsOfSitting), (draw) => subscription.sit(draw));
  await subscription.end();
  return comparison;
}

/** Whether a viewer reads grants of others, and may therefore ask what they may do. */
const readsGrants = (expected: Expectation): boolean =>
  expected.visible('RoleGrant').some((row) => !expected.isOwn('RoleGrant', row));

/** Doors that are closed to a viewer altogether: who is at work, and changes, may be none of their business. */
const closedTo = ({ expected }: TwoWorlds): Door[] => [
  ...(expected.never('Employee', 'status') ? (['org chart'] as const) : []),
  ...(readsGrants(expected) ? [] : (['access'] as const)),
  ...(entities().every(({ name, write }) => write.every((field) => expected.never(name, field, 'write')))
    ? (['mutation'] as const)
    : []),
];

const timeout = 120_000 + operations * millisecondsEach;

test.for(viewers)('what %s may not read changes no answer', { timeout }, async ([name, granted], { task }) => {
  const middle = middleWorld(4);
  const two = await twoWorlds(middle, { userId, personId: middle.personId, grants: granted(middle) });
  expect(two.changes).toBeGreaterThan(100);
  const comparison = await compare(two);
  console.info(`${name}: ${two.changes} hidden differences, ${comparison.asked} operations; ${comparison}`);
  const { first } = comparison;
  if (first) task.meta.leak = { viewer: name, after: first.after, doors: first.operation.doors };
  expect(first).toBeNull();
  expect(comparison.silent()).toEqual(closedTo(two));
  expect(comparison.codes.of('INTERNAL')).toBe(0);
});

test('the test itself finds what may be read: human resources tell apart what is hidden from an employee', {
  timeout,
}, async () => {
  const middle = middleWorld(4);
  const { companyId, personId } = middle;
  const employee: Person = { userId, personId, grants: [{ role: 'EMPLOYEE', companyId }] };
  const two = await twoWorlds(middle, { ...employee, grants: [{ role: 'HR', companyId }] }, employee);
  const { first } = await compare(two);
  expect(first?.after).toBeLessThan(operations / 4);
});

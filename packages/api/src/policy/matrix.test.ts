import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityName, type Field, graphFields } from '../catalogue.ts';
import { withClient } from '../database/connect.ts';
import { entities, entityNamed } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { hidesInactive } from '../read/connection.ts';
import { argumentText, operationOf } from '../read/proof/graph-text.ts';
import { type ListArguments, type ListQuery, relationsOf, scalarsOf } from '../read/proof/random-query.ts';
import { type Rows, type StoredRow, storeRows } from '../read/proof/random-world.ts';
import { type Ask, asker, inParallel } from './proof/asking.ts';
import { asMasked, asWritten, Expectation, hasEnd } from './proof/expectation.ts';
import { type Middle, middleWorld, withStored } from './proof/world-rows.ts';

/** Each role alone, for one company or for all; and roles together, of which each is for another company. */
type Granted = (middle: Middle) => { role: Role; companyId: string | null }[];
const ofAll: readonly Role[] = ['MANAGER', 'AUDITOR', 'ADMINISTRATOR'];
const holders: readonly (readonly [string, Granted])[] = [
  ...Object.values(Role).map((role): [string, Granted] => [
    `${role} of a company`,
    ({ companyId }) => [{ role, companyId }],
  ]),
  ...ofAll.map((role): [string, Granted] => [`${role} of all`, () => [{ role, companyId: null }]]),
  [
    'HR here and EMPLOYEE there',
    ({ companyId, otherCompanyId }) => [
      { role: 'HR', companyId },
      { role: 'EMPLOYEE', companyId: otherCompanyId },
    ],
  ],
  [
    'MANAGER here and AUDITOR there',
    ({ companyId, otherCompanyId }) => [
      { role: 'MANAGER', companyId },
      { role: 'AUDITOR', companyId: otherCompanyId },
    ],
  ],
  [
    'EMPLOYEE and MANAGER of a company',
    ({ companyId }) => [
      { role: 'EMPLOYEE', companyId },
      { role: 'MANAGER', companyId },
    ],
  ],
  ['nobody', () => []],
];

let world: World;
let middle: Middle;
let rows: Rows;
const viewers = new Map<string, { ask: Ask; expected: Expectation }>();

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  middle = middleWorld(4);
  await withClient(world.ownerUrl, (owner) => storeRows(owner, middle.rows));
  const members = new Map<string, Awaited<ReturnType<World['member']>>>();
  for (const [name, granted] of holders)
    members.set(name, await world.member(name.replaceAll(/\W/g, '-'), granted(middle), middle.personId));
  rows = await withClient(world.ownerUrl, (owner) => withStored(middle.rows, owner));
  for (const [name, granted] of holders) {
    const member = members.get(name);
    if (!member) throw new Error(`${name} was not let in`);
    const expected = new Expectation(rows, {
      userId: member.userId,
      personId: middle.personId,
      grants: granted(middle),
    });
    viewers.set(name, { ask: asker(world.url, member.token), expected });
  }
});
afterAll(() => world.stop());

const viewerOf = (name: string) => viewers.get(name) as { ask: Ask; expected: Expectation };
const inactiveToo = (entity: EntityName): string => (hidesInactive(entity) ? ', includeInactive: true' : '');
const ids = (found: readonly StoredRow[]): string[] => found.map((row) => String(row['id'])).toSorted();
type Node = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly _can: { readonly maskedFields: readonly string[] };
};

/** Every row of an entity that a viewer gets, with a selection. */
async function everyRow(
  ask: Ask,
  entity: EntityName,
  selection: string,
  size: number,
): Promise<{ nodes: Node[]; redacted: readonly string[] }> {
  const nodes: Node[] = [];
  let redacted: readonly string[] = [];
  for (let after: string | null = null; ; ) {
    const page = `list: ${entityNamed(entity).plural}(first: ${size}${after ? `, after: "${after}"` : ''}${inactiveToo(entity)})`;
    const answer = await ask(`{ ${page} { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`);
    expect(answer.errors, `${entity} ${selection}`).toBeUndefined();
    const list = answer.data?.['list'] as { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    nodes.push(...list.nodes);
    redacted = answer.extensions?.redacted ?? [];
    if (!list.pageInfo.hasNextPage) return { nodes, redacted };
    after = list.pageInfo.endCursor;
  }
}

function expectedValue(expected: Expectation, entity: EntityName, row: StoredRow, field: Field): unknown {
  if (field.kind === 'relation') {
    const target = expected.target(entity, row, field);
    return target && { id: target['id'] };
  }
  const value = row[field.name] ?? null;
  if (expected.may(entity, row, field.name)) return expected.peopleIn(entity, row, field) ?? asWritten(field, value);
  return expected.shownMasked(entity, row, field) ? asMasked(value) : null;
}

const redacts = (expected: Expectation, entity: EntityName, field: Field): boolean =>
  expected.never(entity, field.name) && (expected.never(entity, field.name, 'masked') || !hasEnd(field));

function expectedMasks(expected: Expectation, entity: EntityName, row: StoredRow): string[] {
  return graphFields(entity)
    .filter((field) => !expected.may(entity, row, field.name) && !redacts(expected, entity, field))
    .map((field) => field.name)
    .toSorted();
}

describe.each(holders.map(([name]) => name))('%s', (name) => {
  test('reads the rows and the fields of the policy, and no others', async () => {
    const { ask, expected } = viewerOf(name);
    await inParallel(entities(), async ({ name: entity }) => {
      const fields = [...scalarsOf(entity), ...relationsOf(entity).filter((field) => !field.list)];
      const selected = fields
        .map((field) => (field.kind === 'relation' ? `${field.name} { id }` : field.name))
        .join(' ');
      const { nodes, redacted } = await everyRow(ask, entity, `${selected} _can { maskedFields }`, 100);
      const visible = expected.visible(entity);
      expect(nodes.map((node) => node.id).toSorted(), `rows of ${entity}`).toEqual(ids(visible));
      // All cells of an entity are compared at once: the difference that is told names row and field.
      const cells = visible.map((row) => [
        row['id'],
        {
          ...Object.fromEntries(fields.map((field) => [field.name, expectedValue(expected, entity, row, field)])),
          maskedFields: expectedMasks(expected, entity, row),
        },
      ]);
      const read = nodes.map(({ _can, ...values }) => [
        values.id,
        { ...values, maskedFields: _can.maskedFields.toSorted() },
      ]);
      expect(Object.fromEntries(read), `fields of ${entity}`).toEqual(Object.fromEntries(cells));
      const hidden = fields
        .filter((field) => redacts(expected, entity, field))
        .map((field) => `${entity}.${field.name}`);
      expect(redacted.filter((each) => each.startsWith(`${entity}.`)).toSorted(), `redacted of ${entity}`).toEqual(
        hidden.toSorted(),
      );
    });
  }, 60_000);

  test('meets in the lists of a record what the policy shows of both', async () => {
    const { ask, expected } = viewerOf(name);
    const lists = entities().flatMap((entity) =>
      relationsOf(entity.name)
        .filter((field) => field.list)
        .map((field) => [entity.name, field] as const),
    );
    await inParallel(lists, async ([entity, field]) => {
      const target = field.type as EntityName;
      const list = `list: ${field.name}(first: 90${inactiveToo(target)}) { totalCount nodes { id } }`;
      const { nodes } = await everyRow(ask, entity, `id ${list}`, 90);
      const met = nodes.map((node) => {
        const found = node['list'] as { totalCount: number; nodes: { id: string }[] } | null;
        return [node.id, found && [found.totalCount, found.nodes.map((each) => each.id).toSorted()]];
      });
      const cells = nodes.map((node) => {
        const row = rows.get(entity)?.find((each) => each['id'] === node.id) as StoredRow;
        const targets = expected.targets(entity, row, field);
        return [node.id, targets && [targets.length, ids(targets)]];
      });
      expect(Object.fromEntries(met), `${entity}.${field.name}`).toEqual(Object.fromEntries(cells));
    });
  }, 60_000);

  test('looks a record up only where a list would show it', async () => {
    const { ask, expected } = viewerOf(name);
    await inParallel(entities(), async ({ name: entity, single }) => {
      const asked = (rows.get(entity) ?? []).slice(0, 10);
      const fields = asked.map((row, index) => `at${index}: ${single}(id: "${row['id']}") { id _label }`);
      const answer = await ask(`{ ${fields.join(' ')} }`);
      expect(answer.errors, entity).toBeUndefined();
      for (const [index, row] of asked.entries()) {
        const one = answer.data?.[`at${index}`] as { id: string } | null;
        expect(one?.id ?? null, `${entity} ${row['id']}`).toBe(expected.sees(entity, row) ? row['id'] : null);
      }
    });
  }, 60_000);

  test('is refused a filter and an order by what it may never read', async () => {
    const { ask, expected } = viewerOf(name);
    const hidden = entities().flatMap((entity) =>
      predicates(entity.name).filter(({ field }) => expected.never(entity.name, field.name)),
    );
    await inParallel(hidden, async (predicate) => {
      const { entity, field } = predicate;
      const written = field === hidden.find((each) => each.entity === entity)?.field;
      for (const clause of clausesOf(predicate)) {
        // Written out for the first of an entity. For the others the document is the same and has not to be read again.
        const { query, variables } = operationOf(idsOf(entity), clause, !written);
        const answer = await ask(query, variables);
        const told = `${Object.keys(clause).join()} ${entity}.${field.name}`;
        expect(answer.errors?.[0]?.extensions.code, told).toBe('FORBIDDEN');
      }
    });
  }, 60_000);

  test('filters and orders by the rest as if what it may not read were not there', async () => {
    const { ask, expected } = viewerOf(name);
    const shown = entities().flatMap((entity) =>
      entity.name === 'Currency'
        ? []
        : predicates(entity.name).filter(({ field }) => !expected.never(entity.name, field.name)),
    );
    const groups = Array.from({ length: Math.ceil(shown.length / 5) }, (_, index) =>
      shown.slice(5 * index, 5 * index + 5),
    );
    await inParallel(groups, async (group) => {
      const lists = group.flatMap((predicate, index) =>
        clausesOf(predicate).map((clause) => {
          const { plural, name: entity } = entityNamed(predicate.entity);
          const args = argumentText(entity, {
            first: 100,
            ...(hidesInactive(entity) && { includeInactive: true }),
            ...clause,
          });
          return `${Object.keys(clause).join()}${index}: ${plural}${args} { nodes { id } }`;
        }),
      );
      const answer = await ask(`{ ${lists.join(' ')} }`);
      expect(answer.errors, lists.join()).toBeUndefined();
      const found = (key: string): string[] =>
        (answer.data?.[key] as { nodes: { id: string }[] }).nodes.map((node) => node.id);
      for (const [index, { entity, field }] of group.entries()) {
        const visible = expected.visible(entity);
        const without = ids(visible.filter((row) => isEmpty(expected, entity, row, field)));
        expect(found(`where${index}`).toSorted(), `filter ${entity}.${field.name}`).toEqual(without);
        if (field.list) continue;
        // What has no value for this viewer stands at the end, and nothing but its id decides there.
        const order = found(`orderBy${index}`);
        expect(order, `order ${entity}.${field.name}`).toHaveLength(visible.length);
        expect(order.slice(visible.length - without.length), `order ${entity}.${field.name}`).toEqual(without);
      }
    });
  }, 60_000);
});

interface Predicate {
  readonly entity: EntityName;
  readonly field: Field;
}

const predicates = (entity: EntityName): Predicate[] =>
  [...scalarsOf(entity), ...relationsOf(entity)].map((field) => ({ entity, field }));

const idsOf = (entity: EntityName): ListQuery => ({
  entity,
  cursor: null,
  args: {},
  parts: ['nodes'],
  record: { scalars: ['id'], one: {}, many: {} },
});

/** The rows without a value of a field, and all rows with those at the end. */
function clausesOf({ field }: Predicate): Pick<ListArguments, 'where' | 'orderBy'>[] {
  if (field.kind === 'relation' && field.list) return [{ where: { [field.name]: { none: {} } } }];
  const where = { where: { [field.name]: { isNull: true } } };
  if (field.list) return [where];
  const key = field.kind === 'relation' ? { id: { direction: 'DESC' } } : { direction: 'DESC' };
  return [where, { orderBy: [{ [field.name]: key }] }];
}

function isEmpty(expected: Expectation, entity: EntityName, row: StoredRow, field: Field): boolean {
  if (field.kind !== 'relation') return !expected.may(entity, row, field.name) || (row[field.name] ?? null) === null;
  if (field.list) return (expected.targets(entity, row, field) ?? []).length === 0;
  return expected.target(entity, row, field) === null;
}

test('the rows are of every kind: own, of people below, of colleagues, of another company', () => {
  for (const [role, employees] of [
    ['MANAGER of a company', 'Employee'],
    ['EMPLOYEE of a company', 'Employee'],
  ] as const) {
    const { expected } = viewerOf(role);
    const all = rows.get(employees) ?? [];
    expect(all.some((row) => expected.isOwn(employees, row))).toBe(true);
    expect(all.some((row) => expected.sees(employees, row) && !expected.isOwn(employees, row))).toBe(true);
    expect(all.some((row) => !expected.sees(employees, row))).toBe(true);
  }
  const manager = viewerOf('MANAGER of a company').expected;
  for (const entity of ['Device', 'Assignment', 'DeviceAssignment'] as const) {
    const all = rows.get(entity) ?? [];
    expect(
      all.some((row) => manager.sees(entity, row)),
      entity,
    ).toBe(true);
    expect(
      all.some((row) => !manager.sees(entity, row)),
      entity,
    ).toBe(true);
  }
});

import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityName } from '../catalogue.ts';
import { withClient } from '../database/connect.ts';
import { entityNamed } from '../entity.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { drawOrder, scalarsOf, type Where } from './proof/random-query.ts';
import { type Rows, randomRows, randomSource, storeRows } from './proof/random-world.ts';
import { Tally } from './proof/tally.ts';

const seed = 7;
const walks = 32;
const walked: readonly EntityName[] = [
  'Employee',
  'Employee',
  'Device',
  'Position',
  'Department',
  'Person',
  'DeviceAssignment',
];

let world: World;
let rows: Rows;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  rows = randomRows(seed);
  await withClient(world.ownerUrl, (owner) => storeRows(owner, rows));
});
afterAll(() => world.stop());

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}
type Ask = (query: string, variables: object) => Promise<Page | null>;

/** Answers null where the viewer may not order by that. */
function asker(token: string): Ask {
  return async (query, variables) => {
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as {
      data?: { list: Page } | null;
      errors?: { extensions: { code: string } }[];
    };
    if (errors?.[0]?.extensions.code === 'FORBIDDEN') return null;
    expect(errors).toBeUndefined();
    return data?.list ?? null;
  };
}

async function walk(
  ask: Ask,
  entity: EntityName,
  orderBy: readonly Where[],
  size: number,
  forwards: boolean,
): Promise<string[]> {
  const args = forwards ? 'first: $size, after: $cursor' : 'last: $size, before: $cursor';
  const query = `query ($orderBy: [${entity}Order!], $size: Int, $cursor: ID) {
    list: ${entityNamed(entity).plural}(orderBy: $orderBy, ${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const visited: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page | null = await ask(query, { orderBy, size, cursor });
    if (!page) throw new Error('a page of a list that was there');
    const ids = page.nodes.map((node) => node.id);
    if (forwards) visited.push(...ids);
    else visited.unshift(...ids);
    if (!(forwards ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) return visited;
    cursor = forwards ? page.pageInfo.endCursor : page.pageInfo.startCursor;
  }
}

const viewers: readonly (readonly [name: string, roles: readonly Role[]])[] = [
  ['whoever reads everything', ['HR', 'PAYROLL', 'ACCOUNTING', 'IT', 'AUDITOR', 'ADMINISTRATOR']],
  ['a manager, who reads some fields on some rows', ['EMPLOYEE', 'MANAGER']],
  ['an employee', ['EMPLOYEE']],
];

test.each(viewers)(
  'following the pages visits each row once, in order, both ways: %s',
  { timeout: 60_000 },
  async (name, roles) => {
    const personId = rows.get('Employee')?.[0]?.['personId'] as string;
    const { token } = await world.member(
      name.replaceAll(/\W/g, ''),
      roles.map((role) => ({ role })),
      personId,
    );
    const ask = asker(token);
    const random = randomSource(seed);
    const draw = (below: number): number => Math.floor(random() * below);
    const drawing = { draw, rows, tally: new Tally() };
    let done = 0;
    for (let index = 0; done < walks && index < 10 * walks; index += 1) {
      // First by every field of an employee, since some are there on every row and shown on a few.
      const field = scalarsOf('Employee')[index]?.name;
      const entity = field ? 'Employee' : (walked[index % walked.length] ?? 'Employee');
      const direction = index % 2 === 0 ? 'ASC' : 'DESC';
      const orderBy = field ? [{ [field]: { direction } }] : (drawOrder(drawing, entity) ?? []);
      const query = `query ($orderBy: [${entity}Order!]) { list: ${entityNamed(entity).plural}(first: 100, orderBy: $orderBy) { nodes { id } pageInfo { hasNextPage } } }`;
      const whole = await ask(query, { orderBy });
      if (!whole) continue;
      done += 1;
      const ids = whole.nodes.map((node) => node.id);
      const size = 8 + draw(20);
      const [forwards, backwards] = await Promise.all([
        walk(ask, entity, orderBy, size, true),
        walk(ask, entity, orderBy, size, false),
      ]);
      const told = JSON.stringify({ entity, orderBy, size });
      expect(new Set(ids).size, told).toBe(ids.length);
      expect(forwards, told).toEqual(ids);
      expect(backwards, told).toEqual(ids);
    }
    expect(done).toBe(walks);
  },
);

test('a cursor inside a list of a record belongs to that list alone', async () => {
  const { token } = await world.member('nested', [{ role: 'HR' }]);
  const query = `query ($after: ID) {
    list: companies(includeInactive: true) {
      nodes { id employees(first: 3, after: $after, orderBy: [{ endOn: { nulls: FIRST } }]) { nodes { id company { id } } } } } }`;
  type Companies = { nodes: { id: string; employees: { nodes: { id: string }[] } }[] };
  const ask = asker(token) as unknown as (query: string, variables: object) => Promise<Companies>;
  const before = await ask(query, {});
  const company = before.nodes.find((node) => node.employees.nodes.length === 3);
  const after = await ask(query, { after: company?.employees.nodes[0]?.id });
  for (const node of after.nodes) {
    const ids = node.employees.nodes.map((employee) => employee.id);
    if (node.id !== company?.id) expect(ids).toEqual([]);
    else expect(ids.slice(0, 2)).toEqual(company.employees.nodes.slice(1).map((employee) => employee.id));
  }
});

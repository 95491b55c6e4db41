/** Figures over many rows, as a program or a spreadsheet asks for them; and what is said to whoever asks wrongly. */
import { type Member, type Office, openOffice, startWorld, type World } from '@kontor/testkit';
import { ClientError } from 'graphql-request';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';

let world: World;
let office: Office;
let hr: Member;
let auditor: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  await office.hire('Anna', { salary: '40000' });
  await office.hire('Bo', { salary: '30000.50' });
  await office.hire('Cia', { salary: '30000.51' });
  const abroad = await openOffice(world, 'HU');
  const positionId = await abroad.position('Könyvelő', {
    payMinimum: '800000',
    payMaximum: '1000000',
    payCurrencyCode: 'HUF',
  });
  await abroad.hire('Dora', { salary: '900000', currencyCode: 'HUF', positionId });
  hr = await world.member('hr', [{ role: 'HR' }]);
  auditor = await world.member('auditor', [{ role: 'AUDITOR' }]);
});
afterAll(() => world.stop());

const list = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> =>
  (await auditor.client.request<{ list: T }>(query, variables)).list;

async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<string> {
  try {
    await auditor.client.request(query, variables);
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    const [first] = error.response.errors ?? [];
    return `${String(first?.extensions['code'])}: ${first?.message}`;
  }
  return 'answered';
}

test('amounts are summed and averaged exactly, by a key and over all', async () => {
  const query = `{ list: employeeGroups(groupBy: [{ company: { id: VALUE } }], orderBy: [{ count: { direction: DESC } }]) {
    totalCount total { count }
    nodes { key { company { id _label } } aggregate { count salary { sum avg min max count countDistinct } } } } }`;
  const answer = await list<{ nodes: unknown[]; totalCount: number; total: unknown }>(query);
  expect(answer).toMatchObject({ totalCount: 2, total: { count: 4 } });
  expect(answer.nodes[0]).toEqual({
    key: { company: { id: office.companyId, _label: expect.any(String) as unknown } },
    aggregate: {
      count: 3,
      salary: { sum: '100001.01', avg: '33333.67', min: '30000.5', max: '40000', count: 3, countDistinct: 3 },
    },
  });
});

test('amounts of several currencies are never added, and what to do is said', async () => {
  const sum = '{ list: employeeAggregate { salary { sum } } }';
  expect(await refusal(sum)).toBe(
    'BAD_INPUT: Amounts of several currencies are not added: salary in a group. Group by the currency, or filter to one.',
  );
  const total = '{ list: employeeGroups(groupBy: [{ salaryCurrencyCode: VALUE }]) { total { salary { sum } } } }';
  expect(await refusal(total)).toMatch(/^BAD_INPUT: .*salary over all groups/);
  expect(
    await list('{ list: employeeAggregate(where: { salaryCurrencyCode: { eq: "HUF" } }) { salary { sum } } }'),
  ).toEqual({ salary: { sum: '900000' } });
  expect(await list('{ list: employeeAggregate { salary { count } } }')).toEqual({ salary: { count: 4 } });
});

test('an instant belongs to the day of the clocks of a zone', async () => {
  const query = `query ($timeZone: String!) { list: employeeGroups(groupBy: [{ createdAt: DAY }], timeZone: $timeZone) {
    nodes { key { createdAt } aggregate { count createdAt { max } } } } }`;
  const { nodes } = await list<{ nodes: { key: { createdAt: string }; aggregate: { createdAt: { max: string } } }[] }>(
    query,
    { timeZone: 'Pacific/Kiritimati' },
  );
  const [group] = nodes;
  const local = new Date(Date.parse(group?.aggregate.createdAt.max ?? '') + 14 * 3_600_000);
  expect(nodes.at(-1)?.key.createdAt).toBe(local.toISOString().slice(0, 10));
});

test('pages follow each other by cursor, each group once', async () => {
  const query = `query ($after: ID) { list: employeeGroups(first: 1, after: $after, groupBy: [{ lastName: VALUE }, { firstName: VALUE }],
    orderBy: [{ key: { firstName: { direction: DESC } } }]) {
    edges { cursor node { key { firstName } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  interface Page {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly key: { readonly firstName: string } };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }
  const found: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Page = await list(query, { after });
    found.push(...page.edges.map(({ node }) => node.key.firstName));
    expect(page.edges.at(-1)?.cursor).toBe(page.pageInfo.endCursor);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(found).toEqual(['Dora', 'Cia', 'Bo', 'Anna']);
});

const nodes = '{ nodes { aggregate { count } } }';
const groups = (args: string): string => `{ list: employeeGroups(${args}) ${nodes} }`;

const refusals: Readonly<Record<string, [query: string, said: RegExp]>> = {
  'an unknown time zone': [
    groups('groupBy: [{ createdAt: DAY }], timeZone: "Mars/Olympus"'),
    /^BAD_INPUT: There is no time zone "Mars\/Olympus"\. Name one such as Europe\/Stockholm\.$/,
  ],
  'an offset for a time zone': [
    groups('groupBy: [{ createdAt: DAY }], timeZone: "+02:00"'),
    /^BAD_INPUT: There is no time zone/,
  ],
  'a bucket of days on a text': [groups('groupBy: [{ lastName: MONTH }]'), /MONTH/],
  'a value of an instant': [groups('groupBy: [{ createdAt: VALUE }]'), /VALUE/],
  'two fields in one key': [groups('groupBy: [{ lastName: VALUE, status: VALUE }]'), /OneOf/i],
  'no key': [groups('groupBy: []'), /^BAD_INPUT: Name what to group by/],
  'the same key twice': [
    groups('groupBy: [{ createdAt: DAY }, { createdAt: MONTH }]'),
    /^BAD_INPUT: createdAt is a key already\.$/,
  ],
  'seven keys': [
    groups(
      'groupBy: [{ lastName: VALUE }, { firstName: VALUE }, { status: VALUE }, { id: VALUE }, { version: VALUE }, { createdAt: DAY }, { updatedAt: DAY }]',
    ),
    /^LIMIT_EXCEEDED: Groups have 6 keys at the most\.$/,
  ],
  'an order by what they are not grouped by': [
    groups('groupBy: [{ status: VALUE }], orderBy: [{ key: { lastName: {} } }]'),
    /^BAD_INPUT: Groups are ordered by lastName where they are grouped by it\.$/,
  ],
  'ten thousand groups on a page': [
    groups('groupBy: [{ id: VALUE }], first: 10000'),
    /^LIMIT_EXCEEDED: first is 1,000/,
  ],
  'fewer than none': [groups('groupBy: [{ id: VALUE }], first: -1'), /^BAD_INPUT: first is not negative/],
  'a cursor of another grouping': [
    groups(`groupBy: [{ id: VALUE }], after: "${Buffer.from('["a","b"]').toString('base64url')}"`),
    /^BAD_INPUT: The cursor points to nothing/,
  ],
  'a condition without a value': [
    groups('groupBy: [{ id: VALUE }], having: { count: { eq: null } }'),
    /^BAD_INPUT: .*isNull/,
  ],
};

for (const [what, [query, said]] of Object.entries(refusals))
  test(`refused: ${what}`, async () => expect(await refusal(query)).toMatch(said));

test.each([
  ['TIME_ZONE_UNKNOWN', groups('groupBy: [{ createdAt: DAY }], timeZone: "Mars/Olympus"')],
  ['KEY_TWICE', groups('groupBy: [{ createdAt: DAY }, { createdAt: MONTH }]')],
  ['CURRENCIES_MIXED', '{ list: employeeAggregate { salary { sum } } }'],
  ['KEYS_TOO_MANY', refusals['seven keys']?.[0] ?? ''],
])('a program is told why by a word: %s', async (reason, query) => {
  await expect(auditor.client.request(query)).rejects.toMatchObject({
    response: { errors: [{ extensions: { reason } }] },
  });
});

test('refused: one group more than anybody reads, and not one less', async () => {
  const add = (from: number, to: number): Promise<void> =>
    withClient(world.ownerUrl, async (owner) => {
      await owner.query('alter table cost_centre disable trigger user');
      await owner.query(
        `insert into cost_centre (company_id, code, name) select $1, 'C' || n, 'Centre' from generate_series($2::int, $3::int) n`,
        [office.companyId, from, to],
      );
      await owner.query('alter table cost_centre enable trigger user');
    });
  const query = '{ list: costCentreGroups(groupBy: [{ code: VALUE }], first: 1) { totalCount } }';
  const { totalCount } = await list<{ totalCount: number }>(query);
  await add(1, 10_000 - totalCount);
  expect(await list(query)).toEqual({ totalCount: 10_000 });
  await add(10_001, 10_001);
  expect(await refusal(query)).toMatch(/^LIMIT_EXCEEDED: There are more than 10,000 groups\. Group by less/);
  const reason = 'GROUPS_TOO_MANY';
  await expect(auditor.client.request(query)).rejects.toMatchObject({
    response: { errors: [{ extensions: { reason } }] },
  });
});

test('figures are there for whoever may see the rows, and in the words of the console', async () => {
  const query = '{ consoleMeta { entities { name fields { name groupable measures } } } }';
  interface Meta {
    consoleMeta: { entities: { name: string; fields: { name: string; groupable: boolean; measures: string[] }[] }[] };
  }
  const { consoleMeta } = await hr.client.request<Meta>(query);
  const employee = consoleMeta.entities.find(({ name }) => name === 'Employee');
  expect(employee?.fields.find(({ name }) => name === 'fte')).toEqual({
    name: 'fte',
    groupable: true,
    measures: ['count', 'countDistinct', 'sum', 'avg', 'min', 'max'],
  });
  expect(employee?.fields.find(({ name }) => name === 'devices')?.measures ?? []).toEqual([]);
});

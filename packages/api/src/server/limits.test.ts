/** What one operation may hold: each limit as it stands, and one past it. */
import { startWorld, type World } from '@kontor/testkit';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from './document-limits.ts';
import { variableDepthAtMost } from './graph-request.ts';

let world: World;
let token: string;

beforeAll(async () => {
  world = await startWorld();
  ({ token } = await world.member('hr', [{ role: 'HR' }]));
});
afterAll(() => world.stop());

async function codeOf(query: string, variables?: object): Promise<string> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? 'OK';
}

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** A list of employees with a chain of managers: two levels of the connection, and one each. */
const managers = (levels: number): string => {
  const chain = levels <= 3 ? 'id' : `${'manager { '.repeat(levels - 3)}id${' }'.repeat(levels - 3)}`;
  return `employees(first: 1) { nodes { ${chain} } }`;
};

/** Fragments that spread each other twice: a hundred of them would be more fields than there are atoms. */
const bomb = (levels: number): string =>
  `{ employees(first: 1) { nodes { ...F0 } } } ${times(levels, (index) => `fragment F${index} on Employee { ...F${index + 1} ...F${index + 1} }`)} fragment F${levels} on Employee { id }`;

/** So many selections, each field at one place few times: a long fragment, spread twenty times, and fragments inside each other. */
function spread(count: number): string {
  const nest = (levels: number) => `${'... { '.repeat(levels)}id${' }'.repeat(levels)}`;
  const inFragment = 110;
  const rest = count - 2 - 20 * (inFragment + 2) - 1;
  return `{ departments(first: 1) { nodes { ${times(20, () => '...F')} ${nest(rest)} } } } fragment F on Department { ${nest(inFragment)} }`;
}

const cases: [what: string, most: number, query: (count: number) => string][] = [
  ['levels of fields', limits.depth, (count) => `{ ${managers(count)} }`],
  [
    'levels of fields through fragments',
    limits.depth,
    (count) => `{ ...A } fragment A on Query { ${managers(count)} }`,
  ],
  [
    'aliases',
    limits.aliases,
    (count) => `{ departments(first: 1) { nodes { ${times(count, (index) => `a${index}: id`)} } } }`,
  ],
  [
    'aliases of __typename',
    limits.aliases,
    (count) =>
      `{ ${times(5, () => 'departments(first: 1) { totalCount }')} companies(first: 1) { nodes { ${times(count, (index) => `a${index}: __typename`)} } } }`,
  ],
  [
    'aliases in a fragment that is spread',
    limits.aliases,
    (count) =>
      `{ departments(first: 1) { nodes { ...F } } companies(first: 1) { nodes { ${times(count - 5, (index) => `b${index}: id`)} } } } fragment F on Department { ${times(5, (index) => `a${index}: id`)} }`,
  ],
  ['fields at the root', limits.rootFields, (count) => `{ ${times(count, () => '__typename')} }`],
  [
    'fields at the root through fragments',
    limits.rootFields,
    (count) =>
      `{ ...A ... { ${times(count - 5, () => '__typename')} } } fragment A on Query { ${times(5, () => '__typename')} }`,
  ],
  [
    'directives',
    limits.directives,
    (count) =>
      `{ departments(first: 1) { nodes { ${times(count, (index) => `${['id', 'code', 'name'][index % 3]} @include(if: true)`)} } } }`,
  ],
  [
    'selections of the same field',
    limits.repeats,
    (count) => `{ departments(first: 1) { nodes { ${times(count, () => 'id')} } } }`,
  ],
  [
    'selections of the same field in pieces',
    limits.repeats,
    (count) =>
      `{ departments(first: 1) { nodes { ${times(count - 1, () => '... { id }')} ...F } } } fragment F on Department { id }`,
  ],
  ['selections in all', limits.selections, (count) => spread(count)],
];

describe.each(cases)('%s', (_what, most, query) => {
  test(`${most} pass`, async () => {
    expect(await codeOf(query(most))).toBe('OK');
  });
  test(`${most + 1} do not`, async () => {
    expect(await codeOf(query(most + 1))).toBe('LIMIT_EXCEEDED');
  });
});

test('2,000 tokens pass, and one more does not', async () => {
  const around = '{ departments(first: 1, where: { id: { in: [] notIn: [] } code: { in: [] } }) { totalCount } }';
  // Counted as GraphQL counts: names, punctuation and values, without the end of the document.
  const tokens = around.match(/[A-Za-z]+|\d+|[{}()[\]:]/g)?.length ?? 0;
  const values = (count: number) => `[${times(count, () => '"a"')}]`;
  const ids = (count: number) =>
    [800, 800, count - 1_600].reduce((query, each) => query.replace('[]', values(each)), around);
  expect(await codeOf(ids(limits.tokens - tokens))).toBe('OK');
  expect(await codeOf(ids(limits.tokens - tokens + 1))).toBe('LIMIT_EXCEEDED');
});

test('directives without end, of a sort that there is none of, are refused before they are looked up', async () => {
  expect(await codeOf(`{ version ${times(limits.directives + 1, (index) => `@a${index}`)} }`)).toBe('LIMIT_EXCEEDED');
  expect(await codeOf(`query ${times(limits.directives + 1, () => '@a')} { version }`)).toBe('LIMIT_EXCEEDED');
});

test('fragments that spread each other are refused, in a circle of one and of three', async () => {
  const start = '{ departments(first: 1) { nodes { ...A } } }';
  expect(await codeOf(`${start} fragment A on Department { ...A }`)).toBe('GRAPHQL_VALIDATION_FAILED');
  const circle =
    'fragment A on Department { ...B } fragment B on Department { ...C } fragment C on Department { id ...A }';
  expect(await codeOf(`${start} ${circle}`)).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('a hundred fragments that each spread the next twice are refused before they are followed', async () => {
  // Whoever followed them would be at it for longer than any test runs.
  expect(await codeOf(bomb(100))).toBe('LIMIT_EXCEEDED');
});

describe('introspection', () => {
  test('of the tools passes, with all its options', async () => {
    const all = {
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    expect(await codeOf(getIntrospectionQuery())).toBe('OK');
    expect(await codeOf(getIntrospectionQuery(all))).toBe('OK');
  });

  test('hides no operation that is too deep', async () => {
    const deep = managers(limits.depth + 1);
    for (const query of [
      `query IntrospectionQuery { __schema { queryType { name } } ${deep} }`,
      `query IntrospectionQuery { __schema: ${deep} }`,
      `{ ...Both } fragment Both on Query { __schema { queryType { name } } ${deep} }`,
    ])
      expect(await codeOf(query)).toBe('LIMIT_EXCEEDED');
  });

  test('is not nested without end itself', async () => {
    const types = (levels: number) =>
      `{ __type(name: "Employee") { ${'ofType { '.repeat(levels)}name${' }'.repeat(levels)} } }`;
    expect(await codeOf(types(limits.introspectionDepth - 2))).toBe('OK');
    expect(await codeOf(types(limits.introspectionDepth - 1))).toBe('LIMIT_EXCEEDED');
  });
});

describe('estimated rows', () => {
  // 100 companies with 99 departments each are 10,000 rows.
  const nested = 'companies(first: 100) { nodes { departments(first: 99) { nodes { id } } } }';
  test('10,000 pass', async () => {
    expect(await codeOf(`{ ${nested} }`)).toBe('OK');
  });

  test('more do not, nor where the fields at the root have them together', async () => {
    expect(await codeOf('{ companies(first: 100) { nodes { departments(first: 100) { nodes { id } } } } }')).toBe(
      'LIMIT_EXCEEDED',
    );
    expect(await codeOf(`{ ${nested} currencies(first: 1) { nodes { code } } }`)).toBe('LIMIT_EXCEEDED');
  });

  test('count beside what resolvers answer too', async () => {
    expect(await codeOf(`{ version ${nested} }`)).toBe('OK');
    expect(await codeOf(`{ version ${nested} currencies(first: 1) { nodes { code } } }`)).toBe('LIMIT_EXCEEDED');
  });
});

test('variables may be nested 40 deep, and no deeper', async () => {
  const query = 'query ($where: DepartmentWhere) { departments(first: 1, where: $where) { totalCount } }';
  const nots = (depth: number): object => (depth === 0 ? { code: {} } : { not: nots(depth - 1) });
  // Within the depth, the filter has a limit of its own; what it cannot be is an error of ours.
  expect(await codeOf(query, { where: nots(10) })).toBe('OK');
  expect(await codeOf(query, { where: nots(variableDepthAtMost) })).toBe('LIMIT_EXCEEDED');
  const deep = `${'{"and":['.repeat(20_000)}${']}'.repeat(20_000)}`;
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: `{"query":${JSON.stringify(query)},"variables":{"where":${deep}}}`,
  });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
});

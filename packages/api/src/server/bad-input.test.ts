/** Input that cannot be right, at every door of the graph: each has a named error, and none is a failure of ours. */
import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let token: string;

beforeAll(async () => {
  world = await startWorld();
  ({ token } = await world.member('admin', [{ role: 'ADMINISTRATOR' }, { role: 'HR' }, { role: 'IT' }]));
});
afterAll(() => world.stop());

/** The code of what went wrong: of the first error, or of the first refusal in a payload. */
async function codeOf(body: BodyInit, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body,
  });
  const { errors, data } = (await response.json()) as {
    errors?: { extensions: { code: string } }[];
    data?: Record<string, { userErrors?: { code: string }[] }>;
  };
  return errors?.[0]?.extensions.code ?? Object.values(data ?? {})[0]?.userErrors?.[0]?.code ?? 'OK';
}

const send = (query: string, variables: object = {}) => codeOf(JSON.stringify({ query, variables }));
const escaped = (query: string, variables: string) =>
  codeOf(`{"query":${JSON.stringify(query)},"variables":${variables}}`);

const employees =
  'query ($where: EmployeeWhere, $search: String, $orderBy: [EmployeeOrder!], $first: Int, $after: ID, $offset: Int) { employees(where: $where, search: $search, orderBy: $orderBy, first: $first, after: $after, offset: $offset) { nodes { id } } }';
const positions = 'query ($where: PositionWhere) { positions(where: $where) { nodes { id } } }';
const rooms = 'query ($where: RoomWhere) { rooms(where: $where) { nodes { id } } }';
const create =
  'mutation ($input: CreateCompanyInput!) { createCompany(input: $input) { company { id } userErrors { code } } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
const company = {
  code: 'X',
  name: 'X',
  country: 'SE',
  baseCurrencyCode: 'SEK',
  locale: 'sv-SE',
  timeZone: 'Europe/Stockholm',
};

const filter = (where: unknown) => () => send(employees, { where });
const deep = (levels: number, by: 'and' | 'not'): object => {
  let where: object = { lastName: { eq: 'x' } };
  for (let level = 0; level < levels; level += 1) where = by === 'and' ? { and: [where] } : { not: where };
  return where;
};

test.each<[what: string, codes: string | RegExp, ask: () => Promise<string>]>([
  // Types
  ['a number where a text is asked', 'BAD_INPUT', filter({ lastName: { eq: 5 } })],
  ['an object where a text is asked', 'BAD_INPUT', filter({ lastName: { eq: { a: 1 } } })],
  ['a list where a text is asked', 'BAD_INPUT', filter({ lastName: { eq: ['a', 'b'] } })],
  ['a text where a filter is asked', 'BAD_INPUT', filter('x')],
  ['a list where a filter is asked', 'BAD_INPUT', filter([{}, {}])],
  ['null where a value is asked', 'BAD_INPUT', filter({ lastName: { eq: null } })],
  ['null in a list', 'BAD_INPUT', filter({ lastName: { in: ['a', null] } })],
  ['null as a condition', 'BAD_INPUT', filter({ and: [null] })],
  ['a value that the enum has not', 'BAD_INPUT', filter({ status: { eq: 'RESTING' } })],
  ['a decimal as a float', 'BAD_INPUT', filter({ fte: { eq: 0.5 } })],
  ['a decimal with an exponent', 'BAD_INPUT', filter({ fte: { eq: '1e400' } })],
  ['a decimal of 100 digits', 'BAD_INPUT', filter({ fte: { eq: '9'.repeat(100) } })],
  ['a decimal that is none', 'BAD_INPUT', filter({ fte: { eq: 'NaN' } })],
  ['a page size that is a text', 'BAD_INPUT', () => send(employees, { first: 'ten' })],
  ['a page size that is negative', 'BAD_INPUT', () => send(employees, { first: -1 })],
  ['a page size that is too large', 'LIMIT_EXCEEDED', () => send(employees, { first: 101 })],
  ['a page size beyond 32 bits', 'BAD_INPUT', () => send(employees, { first: 2 ** 31 })],
  ['an offset that is too large', 'LIMIT_EXCEEDED', () => send(employees, { offset: 2 ** 31 - 1 })],
  ['a cursor that is none', 'BAD_INPUT', () => send(employees, { first: 1, after: 'x' })],
  ['a cursor with NUL', 'BAD_INPUT', () => send(employees, { first: 1, after: 'x\0' })],
  ['a search that is a number', 'BAD_INPUT', () => send(employees, { search: 5 })],
  ['a search that is too long', /BAD_INPUT|LIMIT_EXCEEDED/, () => send(employees, { search: 'x'.repeat(201) })],
  ['an order by nothing', 'BAD_INPUT', () => send(employees, { orderBy: [{}] })],
  [
    'an order by two fields in one',
    'BAD_INPUT',
    () => send(employees, { orderBy: [{ lastName: { direction: 'ASC' }, firstName: { direction: 'ASC' } }] }),
  ],
  [
    'an order with six keys',
    'LIMIT_EXCEEDED',
    () => send(employees, { orderBy: Array(6).fill({ lastName: { direction: 'ASC' } }) }),
  ],
  // Names
  ['a filter by a field that is none', 'BAD_INPUT', filter({ shoeSize: { eq: 5 } })],
  ['an operator that is none', 'BAD_INPUT', filter({ lastName: { regex: '.*' } })],
  ['a field named __proto__', 'BAD_INPUT', () => escaped(employees, '{"where":{"__proto__":{"eq":"x"}}}')],
  ['an input with a field that is none', 'BAD_INPUT', () => send(create, { input: { ...company, colour: 'red' } })],
  ['an input without a field that it needs', 'BAD_INPUT', () => send(create, { input: { code: 'X' } })],
  // Numbers and dates
  ['a whole number beyond 32 bits', 'BAD_INPUT', () => send(rooms, { where: { capacity: { eq: 2 ** 40 } } })],
  [
    'a whole number beyond 64 bits',
    'BAD_INPUT',
    () => escaped(rooms, '{"where":{"capacity":{"eq":99999999999999999999999}}}'),
  ],
  ['a whole number with an exponent', 'BAD_INPUT', () => escaped(rooms, '{"where":{"capacity":{"eq":1e400}}}')],
  ['a fraction for a whole number', 'BAD_INPUT', () => send(rooms, { where: { capacity: { eq: 1.5 } } })],
  [
    'the largest whole number, of which there is none',
    'OK',
    () => send(rooms, { where: { capacity: { gte: 2 ** 31 - 1 } } }),
  ],
  [
    'a decimal of 64 digits, of which there is none',
    'OK',
    () => send(positions, { where: { payMaximum: { gt: '9'.repeat(64) } } }),
  ],
  ['the 30th of February', 'BAD_INPUT', filter({ startOn: { eq: '2026-02-30' } })],
  ['a month that there is not', 'BAD_INPUT', filter({ startOn: { eq: '2026-13-01' } })],
  ['the year 0', 'BAD_INPUT', filter({ startOn: { eq: '0000-01-01' } })],
  ['the year 99999', 'BAD_INPUT', filter({ startOn: { eq: '99999-01-01' } })],
  ['an instant as a date', 'BAD_INPUT', filter({ startOn: { eq: '2026-01-01T00:00:00Z' } })],
  ['infinity as a date', 'BAD_INPUT', filter({ startOn: { eq: 'infinity' } })],
  ['an instant without a zone', 'BAD_INPUT', filter({ createdAt: { gt: '2026-01-01T00:00:00' } })],
  ["an instant at 25 o'clock", 'BAD_INPUT', filter({ createdAt: { gt: '2026-01-01T25:00:00Z' } })],
  ['an instant beyond the calendar', 'BAD_INPUT', filter({ createdAt: { gt: '9999-12-31T23:59:59-23:59' } })],
  // Text
  ['NUL in a filter', 'BAD_INPUT', filter({ lastName: { eq: 'a\0b' } })],
  ['NUL in contains', 'BAD_INPUT', filter({ lastName: { contains: '\0' } })],
  ['NUL in a list of values', 'BAD_INPUT', filter({ lastName: { in: ['a', '\0'] } })],
  [
    'NUL in a literal',
    'BAD_INPUT',
    () => codeOf(JSON.stringify({ query: '{ employees(where: { lastName: { eq: "a\\u0000" } }) { nodes { id } } }' })),
  ],
  ['NUL in a search', 'BAD_INPUT', () => send(employees, { search: 'a\0b' })],
  ['NUL in an id', 'OK', () => send('query ($id: ID!) { employee(id: $id) { id } }', { id: 'a\0' })],
  ['NUL in an input', /BAD_INPUT|CONTROL_CHARACTER/, () => send(create, { input: { ...company, name: 'a\0b' } })],
  [
    'NUL in the id of an input',
    /BAD_INPUT|NOT_FOUND/,
    () =>
      send('mutation ($input: DeactivateCompanyInput!) { deactivateCompany(input: $input) { userErrors { code } } }', {
        input: { id: 'a\0', expectedVersion: 1 },
      }),
  ],
  [
    'NUL in a reason',
    /BAD_INPUT|NOT_FOUND|CONTROL_CHARACTER/,
    () =>
      send('mutation ($input: DeactivateCompanyInput!) { deactivateCompany(input: $input) { userErrors { code } } }', {
        input: { id: '1', expectedVersion: 1, reason: 'a\0' },
      }),
  ],
  [
    'NUL in a reference',
    /BAD_INPUT|NOT_FOUND/,
    () =>
      send('mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { userErrors { code } } }', {
        input: { code: 'X', name: 'X', companyId: 'a\0' },
      }),
  ],
  [
    'NUL in an address that signs in',
    /BAD_INPUT|SIGN_IN_FAILED|CONTROL_CHARACTER/,
    () => send(signIn, { input: { email: 'a\0@b.example', password: 'x' } }),
  ],
  [
    'NUL in a password',
    /BAD_INPUT|SIGN_IN_FAILED|CONTROL_CHARACTER/,
    () => send(signIn, { input: { email: 'a@b.example', password: '\0' } }),
  ],
  [
    'another control character in an input',
    'CONTROL_CHARACTER',
    () => send(create, { input: { ...company, name: 'a\u0007b' } }),
  ],
  ['half a character in a filter', 'BAD_INPUT', () => escaped(employees, '{"where":{"lastName":{"eq":"a\\ud800"}}}')],
  ['half a character in a search', 'BAD_INPUT', () => escaped(employees, '{"search":"\\udc00a"}')],
  [
    'half a character in an input',
    'BAD_INPUT',
    () => escaped(create, JSON.stringify({ input: { ...company, name: 'HALF' } }).replace('HALF', 'a\\ud800b')),
  ],
  [
    'half a character in a literal',
    'GRAPHQL_PARSE_FAILED',
    () => codeOf('{"query":"{ employees(search: \\"\\ud800\\") { nodes { id } } }"}'),
  ],
  [
    "half a character by GraphQL's own escape",
    'GRAPHQL_PARSE_FAILED',
    () => codeOf(JSON.stringify({ query: '{ employees(search: "\\uD800") { nodes { id } } }' })),
  ],
  ['both halves of a character', 'OK', () => escaped(employees, '{"search":"\\ud83d\\ude00"}')],
  [
    'invalid UTF-8 in a text',
    'BAD_INPUT',
    () =>
      codeOf(
        new Uint8Array([
          ...new TextEncoder().encode('{"query":"{ employees(search: \\"'),
          0xc3,
          0x28,
          ...new TextEncoder().encode('\\") { nodes { id } } }"}'),
        ]),
      ),
  ],
  ['a text of a million characters in a filter', 'LIMIT_EXCEEDED', filter({ lastName: { eq: 'x'.repeat(1_000_000) } })],
  [
    'a text of a million characters in an input',
    'LIMIT_EXCEEDED',
    () => send(create, { input: { ...company, name: 'x'.repeat(1_000_000) } }),
  ],
  ['a text of 200,000 characters in a filter', 'OK', filter({ lastName: { contains: 'x'.repeat(200_000) } })],
  [
    'a text of 200,000 characters in an input',
    'TOO_LONG',
    () => send(create, { input: { ...company, name: 'x'.repeat(200_000) } }),
  ],
  [
    'an id of 200,000 characters',
    'OK',
    () => send('query ($id: ID!) { employee(id: $id) { id } }', { id: 'x'.repeat(200_000) }),
  ],
  // Amounts of input
  [
    '10,000 values, after few of them have passed',
    'LIMIT_EXCEEDED',
    async () => {
      for (let time = 0; time < 4; time += 1)
        expect(await send(employees, { where: { lastName: { in: ['a', 'b'] } } })).toBe('OK');
      return send(employees, { where: { lastName: { in: Array.from({ length: 10_000 }, String) } } });
    },
  ],
  ['10,000 ids', 'LIMIT_EXCEEDED', filter({ id: { in: Array.from({ length: 5_000 }, String) } })],
  ['10,000 conditions', 'LIMIT_EXCEEDED', filter({ or: Array(9_000).fill({ fte: { eq: '1' } }) })],
  ['30 times and in and', 'LIMIT_EXCEEDED', filter(deep(30, 'and'))],
  ['30 times not in not', 'LIMIT_EXCEEDED', filter(deep(30, 'not'))],
  ['2,000 times not in not', 'LIMIT_EXCEEDED', filter(deep(2_000, 'not'))],
  [
    'managers of managers without end',
    'LIMIT_EXCEEDED',
    () => {
      let where: object = { lastName: { eq: 'x' } };
      for (let level = 0; level < 12; level += 1) where = { manager: { is: where } };
      return send(employees, { where });
    },
  ],
])('%s: %s', async (_what, codes, ask) => {
  expect(await ask()).toMatch(typeof codes === 'string' ? new RegExp(`^${codes}$`) : codes);
});

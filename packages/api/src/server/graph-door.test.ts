/** How the graph is asked over HTTP, and what it answers to whoever asks in another way. */
import { addressOf, startWorld, type World, worldPassword } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyBytesAtMost } from './json-body.ts';

let world: World;
let token: string;

beforeAll(async () => {
  world = await startWorld();
  ({ token } = await world.member('auditor', [{ role: 'AUDITOR' }]));
});
afterAll(() => world.stop());

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly data: unknown;
}

async function ask(init: RequestInit & { duplex?: 'half' }): Promise<Told> {
  const response = await fetch(`${world.url}/graphql`, { method: 'POST', ...init });
  const text = await response.text();
  const answer = text.startsWith('{') ? JSON.parse(text) : {};
  const [error] = answer.errors ?? [];
  return {
    status: response.status,
    headers: response.headers,
    code: error?.extensions?.code,
    message: error?.message,
    data: answer.data,
  };
}

const json = { 'content-type': 'application/json' };
const signedIn = () => ({ ...json, authorization: `Bearer ${token}` });
const asked = (query: string, variables?: object) => JSON.stringify({ query, variables });
const padded = (length: number) => {
  const body = asked('{ version }');
  return `${body.slice(0, -1)}${' '.repeat(length - body.length)}}`;
};

describe('the body', () => {
  test('is 256 KB at the most', async () => {
    expect(await ask({ headers: signedIn(), body: padded(bodyBytesAtMost) })).toMatchObject({ status: 200 });
    expect(await ask({ headers: signedIn(), body: padded(bodyBytesAtMost + 1) })).toMatchObject({
      status: 413,
      code: 'LIMIT_EXCEEDED',
    });
  });

  test('is not read further than that, however it is sent', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const told = await ask({ headers: signedIn(), body: endless, duplex: 'half' });
    expect(told).toMatchObject({ status: 413, code: 'LIMIT_EXCEEDED' });
    expect(told.headers.get('connection')).toBe('close');
    // What is on its way fills the buffers of both ends, and no more.
    expect(sent).toBeLessThan(20_000_000);
  });

  test.each([
    ['text/plain', asked('{ version }')],
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: '{ version }' }).toString()],
    ['application/graphql', '{ version }'],
    ['multipart/form-data; boundary=b', '--b--'],
    ['application/json; charset=latin1', asked('{ version }')],
    ['application/jsonp', asked('{ version }')],
  ])('of type %s is refused', async (type, body) => {
    expect(await ask({ headers: { 'content-type': type }, body })).toMatchObject({ status: 415, code: 'BAD_INPUT' });
  });

  test('that is compressed is refused', async () => {
    expect(await ask({ headers: { ...json, 'content-encoding': 'gzip' }, body: 'x' })).toMatchObject({ status: 415 });
  });

  test('without a type is refused', async () => {
    expect(await ask({ body: new TextEncoder().encode(asked('{ version }')) })).toMatchObject({ status: 415 });
  });

  test.each<[string, BodyInit, string]>([
    ['is no JSON', '{ "query": ', 'The body is not valid JSON.'],
    ['is empty', '', 'The body is not valid JSON.'],
    ['is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'The body is not valid UTF-8.'],
    ['is a batch', JSON.stringify([{ query: '{ version }' }]), 'One operation at a time: batches are not taken.'],
    ['is a text', '"{ version }"', 'The body is an object with query, operationName and variables.'],
    ['has no query', '{}', 'query is a text that holds an operation.'],
    ['has a query that is no text', '{"query":{}}', 'query is a text that holds an operation.'],
    ['has variables that are a list', '{"query":"{ version }","variables":[]}', 'variables is an object.'],
    ['has variables that are a text', '{"query":"{ version }","variables":"{}"}', 'variables is an object.'],
    ['has a name that is no text', '{"query":"{ version }","operationName":1}', 'operationName is a text.'],
    ['has extensions that are a text', '{"query":"{ version }","extensions":""}', 'extensions is an object.'],
  ])('that %s is refused in one clear sentence', async (_what, body, message) => {
    expect(await ask({ headers: json, body })).toMatchObject({ status: 400, code: 'BAD_INPUT', message });
  });
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
  const told = await ask({ method });
  expect(told.status).toBe(405);
  expect(told.headers.get('allow')).toBe('POST');
});

test('a query by GET is refused, so that it stands in no log of addresses', async () => {
  const response = await fetch(`${world.url}/graphql?query=${encodeURIComponent('{ version }')}`);
  expect(response.status).toBe(405);
});

describe('whoever asks', () => {
  test('may ask for the version without a session, and for nothing else', async () => {
    expect(await ask({ headers: json, body: asked('{ version __typename }') })).toMatchObject({ status: 200 });
    for (const query of [
      '{ departments { totalCount } }',
      '{ version departments { totalCount } }',
      '{ __schema { queryType { name } } }',
      '{ __type(name: "Employee") { name } }',
      '{ ... { departments { totalCount } } }',
      '{ ... on Query { version } }',
      '{ version ...F } fragment F on Query { departments { totalCount } }',
      '{ version: departments { totalCount } }',
      'query A { version } query B { departments { totalCount } }',
      'mutation { deactivateDepartment(input: { id: "1", expectedVersion: 1 }) { userErrors { code } } }',
    ])
      expect(
        await ask({
          headers: json,
          body: JSON.stringify({ query, operationName: query.startsWith('query A') ? 'A' : undefined }),
        }),
      ).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('is told so even where somebody signed in has sent the same document before', async () => {
    const body = asked('{ departments { totalCount } }');
    expect(await ask({ headers: signedIn(), body })).toMatchObject({ status: 200 });
    expect(await ask({ headers: json, body })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await ask({ headers: signedIn(), body })).toMatchObject({ status: 200 });
  });

  test.each([
    ['unknown', 'Bearer kontor_0000000000000000000000000000000000000000000'],
    ['of another kind', 'Basic dXNlcjpwYXNzd29yZA=='],
    ['empty', 'Bearer'],
  ])('with a token that is %s is refused and never a stranger', async (_what, authorization) => {
    const told = await ask({ headers: { ...json, authorization }, body: asked('{ version }') });
    expect(told).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(told.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('with a session needs the header that no other site can send, and a token does not', async () => {
    const signIn = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: json,
      body: asked(
        'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { userErrors { code } } }',
        {
          email: addressOf('auditor'),
          password: worldPassword,
        },
      ),
    });
    const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(cookie).toMatch(/^kontor=/);
    const body = asked('{ departments { totalCount } }');
    expect(await ask({ headers: { ...json, cookie }, body })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await ask({ headers: { ...json, cookie, 'x-kontor-csrf': '1' }, body })).toMatchObject({ status: 200 });
    expect(await ask({ headers: { ...signedIn(), cookie }, body })).toMatchObject({ status: 200 });
    const wrong = 'Bearer kontor_0000000000000000000000000000000000000000000';
    const headers = { ...json, cookie, 'x-kontor-csrf': '1', authorization: wrong };
    expect(await ask({ headers, body })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('with a token that has ended is refused', async () => {
    const late = await world.member('late', [{ role: 'AUDITOR' }]);
    const headers = { ...json, authorization: `Bearer ${late.token}` };
    expect(await ask({ headers, body: asked('{ version }') })).toMatchObject({ status: 200 });
    const { rowCount } = await world.server.app.pool.query(
      `update api_token set expires_at = now() - interval '1 second' where user_id = $1 and set_config('kontor.operation', (select id::text from audit_operation limit 1), true) <> ''`,
      [late.userId],
    );
    expect(rowCount).toBe(1);
    expect(await ask({ headers, body: asked('{ version }') })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('errors', () => {
  const graph = 'application/graphql-response+json';
  test.each([
    ['a document that cannot be read', '{ departments ', 'GRAPHQL_PARSE_FAILED', 400],
    ['a field that does not exist', '{ departmens { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', 400],
    [
      'a literal of a scalar of ours',
      '{ employees(where: { startOn: { eq: "yesterday" } }) { totalCount } }',
      'BAD_INPUT',
      400,
    ],
  ])('%s has its code, and its status where the type of the answer allows', async (_what, query, code, status) => {
    const told = await ask({ headers: { ...signedIn(), accept: graph }, body: asked(query) });
    expect(told).toMatchObject({ status, code });
    expect(told.headers.get('content-type')).toBe(`${graph}; charset=utf-8`);
    expect(await ask({ headers: { ...signedIn(), accept: 'application/json' }, body: asked(query) })).toMatchObject({
      status: 200,
      code,
    });
  });

  test.each([
    ['a variable of the wrong type', 'query ($n: Int) { departments(first: $n) { totalCount } }', { n: 'x' }],
    ['a variable that is missing', 'query ($id: ID!) { department(id: $id) { id } }', {}],
    [
      'a variable with a member that is unknown',
      'query ($w: DepartmentWhere) { departments(where: $w) { totalCount } }',
      { w: { nme: {} } },
    ],
    ['a scalar of ours', 'query ($d: Date) { employees(where: { startOn: { eq: $d } }) { totalCount } }', { d: 5 }],
  ])('%s is BAD_INPUT', async (_what, query, variables) => {
    const told = await ask({ headers: signedIn(), body: asked(query, variables) });
    expect(told.code).toBe('BAD_INPUT');
    expect(told.data ?? null).toBeNull();
  });

  test('an operation that is not in the document is BAD_INPUT', async () => {
    const body = JSON.stringify({ query: 'query A { version } query B { version }', operationName: 'C' });
    expect(await ask({ headers: signedIn(), body })).toMatchObject({ code: 'BAD_INPUT' });
  });

  test.each([
    ['a field', '{ departments { nodes { nam } } }', undefined],
    ['a root field', '{ departmens { totalCount } }', undefined],
    ['an argument', '{ departments(frst: 1) { totalCount } }', undefined],
    ['a type', 'query ($w: DepartmentWher) { departments(where: $w) { totalCount } }', undefined],
    ['a member of an input', '{ departments(where: { nam: {} }) { totalCount } }', undefined],
    ['a value of an enum', '{ departments(orderBy: [{ name: { direction: ASCC } }]) { totalCount } }', undefined],
    [
      'a member of a variable',
      'query ($w: DepartmentWhere) { departments(where: $w) { totalCount } }',
      { w: { nam: {} } },
    ],
  ])('suggest no name that is like that of %s', async (_what, query, variables) => {
    const told = await ask({ headers: signedIn(), body: asked(query, variables) });
    expect(told.message).toBeTruthy();
    expect(told.message).not.toContain('Did you mean');
  });

  test('repeat no more than a little of what was sent', async () => {
    const variables = { n: 'x'.repeat(100_000) };
    const told = await ask({
      headers: signedIn(),
      body: asked('query ($n: Int) { departments(first: $n) { totalCount } }', variables),
    });
    expect(told.message?.length).toBeLessThan(600);
  });

  test('that nobody expected tell where they are logged, and nothing of the database', async () => {
    const { Client } = (await import('pg')).default;
    const owner = new Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query('alter table cost_centre rename to cost_centre_away');
    try {
      const response = await fetch(`${world.url}/graphql`, {
        method: 'POST',
        headers: signedIn(),
        body: asked('{ costCentres { totalCount } }'),
      });
      const text = await response.text();
      const [error] = JSON.parse(text).errors;
      expect(error.extensions).toEqual({ code: 'INTERNAL', requestId: response.headers.get('x-request-id') });
      expect(text).not.toMatch(/cost_centre|relation|select|at .*\.ts/i);
    } finally {
      await owner.query('alter table cost_centre_away rename to cost_centre');
      await owner.end();
    }
  });
});

test('the cost stands in the extensions', async () => {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: signedIn(),
    body: asked('{ departments(first: 20) { nodes { id } } companies(first: 5) { nodes { id } } }'),
  });
  expect(await response.json()).toMatchObject({ extensions: { cost: 25 } });
});

/** What the log says of requests, and what it keeps to itself. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createTestDatabase,
  localOperator,
  mintToken,
  operate,
  type RunningServer,
  readEnv,
  startServer,
  type TestDatabase,
} from '../index.ts';

let database: TestDatabase;
let server: RunningServer;
let token: string;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({
    env: { ...readEnv({}), port: 0, logLevel: 'info', seed: false },
    database: { kind: 'external', ownerUrl: database.ownerUrl, appUrl: database.appUrl, stop: async () => {} },
    logTo: { write: (line) => lines.push(line) },
  });
  ({ token } = await operate(server.app, { viewer: localOperator, command: 'letIn' }, async ({ tx }) => {
    const user = await tx.user.create({ data: { email: 'hr@log.example', name: 'HR' } });
    await tx.roleGrant.create({ data: { userId: user.id, role: 'HR' } });
    return mintToken(tx, { userId: user.id, name: 'test', expiresAt: new Date(Date.now() + 60_000) });
  }));
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

async function post(query: string, variables: object, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(`${server.url}/graphql?secret=in-the-address`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  await response.text();
  return response;
}

test('one line for each request: who, what kind, how it ended, and nothing that was sent', async () => {
  const authorization = `Bearer ${token}`;
  const search = 'query Find($words: String) { employees(search: $words) { nodes { id } } }';
  const found = await post(search, { words: 'wanted-person' }, { authorization });
  await post(
    'query Find($words: Int) { employees(first: $words) { nodes { id } } }',
    { words: 'not-a-number' },
    { authorization },
  );
  await post(
    'mutation { signIn(input: { email: "someone@log.example", password: "the password" }) { userErrors { code } } }',
    {},
  );
  await post('{ version }', {}, { cookie: 'kontor=secret-of-a-session', 'x-kontor-csrf': '1' });
  await new Promise((resolve) => setTimeout(resolve, 50));

  const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
  expect(requests).toHaveLength(4);
  expect(requests[0]).toMatchObject({
    requestId: found.headers.get('x-request-id'),
    method: 'POST',
    path: '/graphql',
    status: 200,
    operation: 'query',
    operationName: 'Find',
    cost: 50,
    code: 'OK',
    userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    milliseconds: expect.any(Number),
  });
  expect(requests[1]).toMatchObject({ code: 'BAD_INPUT' });
  expect(requests[2]).toMatchObject({ operation: 'mutation', operationName: null });
  const everything = lines.join('');
  for (const secret of [
    'wanted-person',
    'not-a-number',
    'the password',
    'secret-of-a-session',
    'in-the-address',
    token,
    'someone@log.example',
  ])
    expect(everything).not.toContain(secret);
});

test('an error of the database is logged without the values that it was about', async () => {
  const error = await server.app.pool
    .query('select 1 / (length($1) - length($1)) as wanted', ['a value'])
    .catch((each: unknown) => each);
  const carried = { detail: 'Key (email)=(someone) exists.', parameters: ['a value'], client: { asks: 'a value' } };
  server.app.log.error({ err: Object.assign(error as Error, carried) }, 'failed');
  const line = lines.at(-1) ?? '';
  expect(line).toMatch(/"code":"22012".*division by zero|division by zero.*"code":"22012"/);
  expect(line).not.toMatch(/someone|a value/);
});

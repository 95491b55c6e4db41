/** What the server answers beside the graph, and on every answer. */
import { startWorld, type World } from '@kontor/testkit';
import { parse, validate } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema.ts';
import { examples } from './graphiql.ts';

let world: World;
let production: World;

beforeAll(async () => {
  world = await startWorld();
  production = await startWorld({ nodeEnv: 'production', publicUrl: 'https://kontor.example' });
});
afterAll(async () => {
  await world.stop();
  await production.stop();
});

const at = (path: string, init?: RequestInit) => fetch(`${world.url}${path}`, init);

describe('health', () => {
  test('says that the process answers', async () => {
    const response = await at('/health/live');
    expect([response.status, await response.text()]).toEqual([200, 'live\n']);
  });

  test('says whether requests can be: the database answers, and has every migration', async () => {
    expect((await at('/health/ready')).status).toBe(200);
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ id: string }>(
      'update _prisma_migrations set finished_at = null where migration_name = (select max(migration_name) from _prisma_migrations) returning id',
    );
    const lacking = await at('/health/ready');
    expect([lacking.status, await lacking.text()]).toEqual([503, '1 migrations have not been applied\n']);
    await owner.query('update _prisma_migrations set finished_at = now() where id = $1', [rows[0]?.id]);
    expect((await at('/health/ready')).status).toBe(200);
    await owner.end();
  });
});

test('metrics count requests by operation and code, how long they took, and connections', async () => {
  const { token } = await world.member('metrics', [{ role: 'HR' }]);
  for (const query of ['{ version }', '{ version }', '{ departments { totalCount } }', '{ nothing }'])
    await at('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
  await at('/graphql');
  const response = await at('/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await response.text();
  expect(text).toContain('kontor_graphql_requests_total{operation="query",code="OK"} 3');
  expect(text).toContain('kontor_graphql_requests_total{operation="none",code="GRAPHQL_VALIDATION_FAILED"} 1');
  expect(text).toContain('kontor_graphql_requests_total{operation="none",code="BAD_INPUT"} 1');
  expect(text).toContain('kontor_graphql_request_duration_seconds_count{operation="query"} 3');
  expect(text).toMatch(/kontor_database_connections\{state="idle"\} [1-9]/);
});

test.each(['/', '/employees', '/graphql', '/health/live', '/metrics', '/nothing.js'])(
  '%s has the headers that make browsers careful',
  async (path) => {
    const { headers } = await at(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{16}$/);
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  },
);

test('behind TLS, browsers are told to stay there', async () => {
  const { headers } = await fetch(`${production.server.listensAt}/health/live`);
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
});

describe('GraphiQL', () => {
  const visit = { headers: { accept: 'text/html,application/xhtml+xml' } };

  test('is there in development', async () => {
    const response = await at('/graphql', visit);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('Kontor: the graph');
  });

  test('is not there in production', async () => {
    expect((await fetch(`${production.server.listensAt}/graphql`, visit)).status).toBe(405);
  });

  test.each(Object.entries(examples))('has an example of the graph as it is: %s', (_name, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});

/** Operations that are known by their ids, over HTTP; and a process that answers no others. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Ended,
  type Member,
  onDatabase,
  openOffice,
  performed,
  runKontor,
  startWorld,
  type World,
} from '@kontor/testkit';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../server.ts';
import { limits } from './document-limits.ts';

let world: World;
let strict: RunningServer;
let home: string;
let admin: Member;
let hr: Member;
let departmentId: string;

const idOf = (document: string): string => `sha256:${createHash('sha256').update(document).digest('hex')}`;

const departments =
  'query Departments($code: String!) { departments(where: { code: { eq: $code } }) { nodes { id name } } }';
const salaries = 'query Salaries { employees { nodes { firstName salary } } }';
const rename = `mutation Rename($input: UpdateDepartmentInput!) {
  updateDepartment(input: $input) { department { version } userErrors { code } } }`;
/** Each code is a token, so this is longer than others may be. */
const codes = Array.from({ length: 500 }, (_, index) => `"C${index}"`).join(' ');
const lists = ['a', 'b', 'c', 'd', 'e'].map(
  (key) => `${key}: departments(where: { code: { in: [${codes}] } }) { nodes { id } }`,
);
const long = `query Long { ${lists.join(' ')} }`;
const registered = [departments, salaries, rename, long];

const manifestOf = (documents: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(documents.map((document) => [idOf(document), document])));

async function operations(...args: string[]): Promise<Ended> {
  return runKontor(['operations', ...args], { home, env: onDatabase(world) });
}

async function file(name: string, text: string): Promise<string> {
  const place = path.join(home, name);
  await writeFile(place, text);
  return place;
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor-operations-'));
  world = await startWorld({ ratePerSecond: 1e6, rateCapacity: 1e9 });
  const office = await openOffice(world);
  ({ admin, hr } = office);
  departmentId = office.finance;
  await office.hire('Anna');
  strict = await startServer({
    env: { ...world.server.app.env, port: 0, operations: 'registered', nodeEnv: 'development' },
    database: { kind: 'external', ownerUrl: world.ownerUrl, appUrl: world.appUrl, stop: async () => {} },
  });
  const { status, err } = await operations('register', await file('manifest.json', manifestOf(registered)));
  expect(err).toContain('4 registered, 0 were already');
  expect(status).toBe(0);
}, 240_000);
afterAll(async () => {
  await strict.stop();
  await world.stop();
  await rm(home, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly code: string | undefined;
}

async function answered(response: Response): Promise<Answer> {
  const body = await response.text();
  const code = body.startsWith('{') ? JSON.parse(body).errors?.[0]?.extensions.code : undefined;
  return { status: response.status, headers: response.headers, body, code };
}

const bearer = ({ token }: Member) => ({ authorization: `Bearer ${token}` });

const post = async (body: object, who = admin, url = world.url): Promise<Answer> =>
  answered(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(who) },
      body: JSON.stringify(body),
    }),
  );

async function get(documentId: string, variables: object = {}, who = admin, headers: object = {}): Promise<Answer> {
  const asked = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
  return answered(await fetch(`${world.url}/graphql?${asked}`, { headers: { ...bearer(who), ...headers } }));
}

describe('an id', () => {
  test('stands for its document', async () => {
    const byId = await post({ documentId: idOf(departments), variables: { code: 'FIN' } });
    expect(byId.body).toBe((await post({ query: departments, variables: { code: 'FIN' } })).body);
    expect(byId.body).toContain('Finance');
  });

  test('that is none is refused, whatever its form', async () => {
    for (const documentId of [idOf('{ version }'), 'sha256:', 'md5:1234', 'x', ''])
      expect([documentId, (await post({ documentId })).code]).toEqual([documentId, 'OPERATION_NOT_REGISTERED']);
    expect((await post({ documentId: 7 })).code).toBe('BAD_INPUT');
    expect((await post({ documentId: idOf(departments), query: departments })).code).toBe('BAD_INPUT');
  });

  test('may stand for a document that is longer than others may be', async () => {
    expect((await post({ query: long })).code).toBe('LIMIT_EXCEEDED');
    expect((await post({ documentId: idOf(long) })).code).toBeUndefined();
    expect(limits.registeredTokens).toBeGreaterThan(limits.tokens);
  });
});

describe('a GET', () => {
  test('answers a query, once, until the answer is another one', async () => {
    const first = await get(idOf(departments), { code: 'FIN' });
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(first.headers.get('vary')).toBe('Authorization, Cookie, Accept');
    const tag = first.headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await get(idOf(departments), { code: 'FIN' }, admin, { 'if-none-match': known });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    const input = { id: departmentId, expectedVersion: 1, name: 'Treasury' };
    await performed(admin, 'updateDepartment', input, 'department { id }');
    const changed = await get(idOf(departments), { code: 'FIN' }, admin, { 'if-none-match': tag });
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
    expect(changed.body).toContain('Treasury');
  });

  test('is answered for whoever asks, and the tag of one is none of another’s', async () => {
    const forHr = await get(idOf(salaries), {}, hr);
    expect(forHr.body).toContain('40000');
    const tag = forHr.headers.get('etag') ?? '';
    const forAdmin = await get(idOf(salaries), {}, admin, { 'if-none-match': tag });
    expect(forAdmin.status).toBe(200);
    expect(forAdmin.body).not.toContain('40000');
    const [one, other] = await Promise.all([admin, hr].map((who) => get(idOf(departments), { code: 'FIN' }, who)));
    expect(one?.body).toBe(other?.body);
    expect(one?.headers.get('etag')).not.toBe(other?.headers.get('etag'));
    const stranger = await answered(await fetch(`${world.url}/graphql?documentId=${idOf(departments)}`));
    expect([stranger.status, stranger.code, stranger.headers.get('etag')]).toEqual([401, 'UNAUTHENTICATED', null]);
  });

  test('changes nothing, takes no text of its own, and keeps no error', async () => {
    const mutation = await get(idOf(rename), { input: { id: departmentId, expectedVersion: 2, name: 'Got' } });
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
    const text = await answered(await fetch(`${world.url}/graphql?query={version}`, { headers: bearer(admin) }));
    expect([text.status, text.headers.get('allow')]).toEqual([405, 'POST']);
    const wrong = await get(idOf(departments), { code: 7 });
    expect([wrong.code, wrong.headers.get('etag'), wrong.headers.get('cache-control')]).toEqual([
      'BAD_INPUT',
      null,
      'no-store',
    ]);
    expect((await get(idOf('{ version }'))).code).toBe('OPERATION_NOT_REGISTERED');
    const malformed = await fetch(`${world.url}/graphql?documentId=${idOf(departments)}&variables={`, {
      headers: bearer(admin),
    });
    expect((await answered(malformed)).code).toBe('BAD_INPUT');
    expect((await post({ query: `{ department(id: "${departmentId}") { name } }` })).body).toContain('Treasury');
  });
});

describe('a process that answers registered operations alone', () => {
  const ask = (body: object): Promise<Answer> => post(body, admin, strict.url);

  test('answers these, by id and by text, and no others', async () => {
    expect((await ask({ documentId: idOf(departments), variables: { code: 'FIN' } })).body).toContain('Treasury');
    expect((await ask({ query: departments, variables: { code: 'FIN' } })).body).toContain('Treasury');
    for (const query of [
      '{ version }',
      `${departments} `,
      getIntrospectionQuery(),
      'subscription { changed(entities: ["Department"]) { id } }',
    ])
      expect((await ask({ query })).code).toBe('OPERATION_NOT_REGISTERED');
  });

  test('has neither GraphiQL nor console', async () => {
    const visit = (where: string) => fetch(`${strict.url}${where}`, { headers: { accept: 'text/html' } });
    expect((await visit('/graphql')).status).toBe(405);
    expect((await visit('/')).status).toBe(404);
    expect((await visit('/health/live')).status).toBe(200);
  });
});

describe('kontor operations', () => {
  test('lists, refuses what would not run, and takes away', async () => {
    const listed = await operations('list');
    expect(
      listed.out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t').slice(0, 2)),
    ).toEqual(
      [departments, long, rename, salaries].map((document) => [
        idOf(document),
        /(?:query|mutation) (\w+)/.exec(document)?.[1],
      ]),
    );
    const bad = [
      departments,
      'query Gone { employees { nodes { shoeSize } } }',
      'query Schema { __schema { queryType { name } } }',
      '{',
    ];
    const faulty = await file('faulty.json', manifestOf(bad));
    const checked = await operations('check', faulty);
    expect(checked.status).toBe(1);
    expect(
      checked.out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t').slice(1).join(': ')),
    ).toEqual([
      expect.stringMatching(/^Gone: Cannot query field "shoeSize"/),
      'Schema: it asks for the schema',
      expect.stringMatching(/^: Syntax Error/),
    ]);
    expect((await operations('register', faulty)).status).toBe(1);
    const apollo = await file(
      'apollo.json',
      JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: idOf(departments).slice(7), name: 'Departments', type: 'query', body: departments }],
      }),
    );
    expect((await operations('register', apollo)).err).toContain('0 registered, 1 were already');
    expect((await operations('remove', idOf(salaries))).status).toBe(0);
    expect((await operations('list')).out).not.toContain('Salaries');
    expect((await operations('remove', idOf(salaries))).status).toBe(1);
    await expect
      .poll(async () => (await get(idOf(salaries))).code, { timeout: 30_000, interval: 500 })
      .toBe('OPERATION_NOT_REGISTERED');
  });
});

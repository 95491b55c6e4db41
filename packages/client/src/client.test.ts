import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onDatabase, runKontor, startWorld, type World, worldPassword } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertDone, type Client, createClient, KontorError, pages, signIn, UserErrors } from './index.ts';

let world: World;
let url: string;
let hr: Client;
let companyId: string;

beforeAll(async () => {
  world = await startWorld();
  url = `${world.url}/graphql`;
  const admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  const { createCompany } = await admin.client.request<{ createCompany: { company: { id: string } } }>(`mutation {
    createCompany(input: { code: "SE", name: "Kontor AB", country: "SE", baseCurrencyCode: "SEK", locale: "sv-SE", timeZone: "Europe/Stockholm" }) {
      company { id }
    }
  }`);
  companyId = createCompany.company.id;
  hr = createClient({ url, token: (await world.member('hr', [{ role: 'HR' }])).token });
  for (const code of ['A', 'B', 'C', 'D', 'E']) await createDepartment(hr, code);
});
afterAll(() => world.stop());

const mutation = `mutation ($input: CreateDepartmentInput!) {
  createDepartment(input: $input) { department { id } userErrors { code message path } }
}`;
type Created = {
  createDepartment: {
    department: { id: string } | null;
    userErrors: { code: string; message: string; path: string[] }[];
  };
};
const createDepartment = (client: Client, code: string) =>
  client.request<Created>(mutation, { input: { companyId, code, name: `Department ${code}` } });

/** A seat that anybody may be hired into. */
async function openPosition(): Promise<string> {
  type Made = Record<string, { position: { id: string } }>;
  const { departments } = await hr.sdk.departments({ first: 1 });
  const input = { companyId, departmentId: departments.nodes[0]?.id, code: 'P', title: 'Clerk', budgetedFte: '1' };
  const made = await hr.request<Made>(
    'mutation ($input: CreatePositionInput!) { createPosition(input: $input) { position { id } } }',
    { input },
  );
  const positionId = made['createPosition']?.position.id ?? '';
  const { token } = await world.member('hr2', [{ role: 'HR' }]);
  const approve = 'mutation ($id: ID!) { approvePosition(input: { positionId: $id }) { userErrors { code } } }';
  const open = 'mutation ($id: ID!) { openPosition(input: { positionId: $id }) { userErrors { code } } }';
  for (const step of [approve, open]) await createClient({ url, token }).request(step, { id: positionId });
  return positionId;
}

describe('a session', () => {
  test('is opened by a password, acts, and is closed', async () => {
    const session = await signIn(url, 'hr@world.example', worldPassword);
    expect(session.user.email).toBe('hr@world.example');
    expect((await session.sdk.viewer()).viewer?.roles).toEqual([{ role: 'HR', companyId: null }]);
    expect((await createDepartment(session, 'S')).createDepartment.userErrors).toEqual([]);
    await session.signOut();
    expect((await session.sdk.viewer()).viewer).toBeNull();
  });

  test('is refused for a wrong password', async () => {
    const refused = await signIn(url, 'hr@world.example', 'a wrong one').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserErrors);
    expect((refused as UserErrors).userErrors).toMatchObject([{ code: 'SIGN_IN_FAILED', path: [] }]);
  });
});

describe('errors', () => {
  test.each([
    ['UNAUTHENTICATED', (): Promise<unknown> => createClient({ url, token: 'kontor_wrong' }).sdk.viewer()],
    ['GRAPHQL_VALIDATION_FAILED', () => hr.request('{ nothing }')],
    [
      'UNREACHABLE',
      () => createClient({ url: 'http://127.0.0.1:1/graphql', token: '', retry: { attempts: 1 } }).sdk.viewer(),
    ],
  ])('%s is a code', async (code, send) => {
    const error = await send().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(KontorError);
    expect((error as KontorError).code).toBe(code);
  });

  test('of what is not the graph have its status', async () => {
    using line = await badLine((response) => void response.writeHead(404).end('<h1>Not here</h1>'));
    await expect(line.client.sdk.viewer()).rejects.toMatchObject({
      name: 'KontorError',
      code: 'NO_GRAPH',
      status: 404,
    });
  });

  test('of a refused input have the path of each', async () => {
    const { createDepartment: payload } = await createDepartment(hr, ' ');
    const refused = (() => {
      try {
        return assertDone(payload);
      } catch (error) {
        return error;
      }
    })();
    expect((refused as UserErrors).byPath()).toEqual({ code: ['Fill this in.'] });
    expect((refused as UserErrors).isConflict).toBe(false);
  });
});

test('pages follow the cursors of a list to its end', async () => {
  const orderBy = [{ code: { direction: 'DESC' as const, nulls: 'LAST' as const } }];
  const query = `query ($after: ID, $orderBy: [DepartmentOrder!]) {
    departments(first: 2, after: $after, orderBy: $orderBy, where: { code: { in: ["A", "B", "C", "D", "E"] } }) {
      nodes { code } pageInfo { hasNextPage endCursor } totalCount
    }
  }`;
  type Answer = {
    departments: {
      nodes: { code: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      totalCount: number;
    };
  };
  const codes: string[][] = [];
  for await (const page of pages(async (after) => (await hr.request<Answer>(query, { after, orderBy })).departments)) {
    expect(page.totalCount).toBe(5);
    codes.push(page.nodes.map((node) => node.code));
  }
  expect(codes).toEqual([['E', 'D'], ['C', 'B'], ['A']]);
});

test('what a viewer may never read is named', async () => {
  const told: string[] = [];
  const { token } = await world.member('accountant', [{ role: 'ACCOUNTING' }]);
  const accountant = createClient({ url, token, onRedacted: (coordinates) => told.push(...coordinates) });
  const { extensions } = await accountant.requestWithExtensions('{ employees { nodes { salary } } }');
  expect(extensions.redacted).toEqual(['Employee.salary']);
  expect(told).toEqual(['Employee.salary']);
});

/** What a line does to a request; `forward` carries it on, in time or too late. */
type Fault = (response: ServerResponse, forward: () => Promise<Response>) => unknown;
const unavailable: Fault = (response) => void response.writeHead(503).end('starting');
const hangUp: Fault = (response) => void response.destroy();
const loseAnswer: Fault = async (response, forward) => {
  await forward();
  response.destroy();
};
const limited =
  (retryAfterSeconds: number): Fault =>
  (response) => {
    const error = { message: 'Too often.', extensions: { code: 'RATE_LIMITED', retryAfterSeconds } };
    response.writeHead(429, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: [error] }));
  };

/** A way to the world that fails a number of times first, and counts what it was sent. */
async function badLine(...faults: Fault[]) {
  let sent = 0;
  const answerOrFail = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fault = faults[sent];
    sent += 1;
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const forward = () => fetch(url, { method: 'POST', headers, body: Buffer.concat(chunks) });
    if (fault) return void (await fault(response, forward));
    const answer = await forward();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(await answer.text());
  };
  const server = createServer((request, response) => void answerOrFail(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { token } = await world.member(`line${Math.random()}`, [{ role: 'HR' }]);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    client: createClient({ url: address, token, retry: { firstPauseMilliseconds: 10 } }),
    count: () => sent,
    [Symbol.dispose]: () => void server.close(),
  };
}

describe('a bad line', () => {
  test.each([
    ['a 503', [unavailable, unavailable, unavailable]],
    ['no answer', [hangUp, hangUp]],
    ['a limit that asks for patience', [limited(0.05)]],
  ])('after %s a read is sent again', async (_name, faults) => {
    using line = await badLine(...faults);
    expect((await line.client.sdk.viewer()).viewer?.roles).toHaveLength(1);
    expect(line.count()).toBe(faults.length + 1);
  });

  test('a read is given up after the fourth time', async () => {
    using line = await badLine(hangUp, unavailable, hangUp, unavailable);
    await expect(line.client.sdk.viewer()).rejects.toMatchObject({ code: 'NO_GRAPH', status: 503 });
    expect(line.count()).toBe(4);
  });

  test('a mutation without a key is sent once', async () => {
    using line = await badLine(unavailable);
    await expect(createDepartment(line.client, 'X')).rejects.toMatchObject({ status: 503 });
    await expect(createDepartment(line.client, 'X')).resolves.toBeDefined();
    expect(line.count()).toBe(2);
  });

  test('a mutation with a key is sent again when its answer is lost, and carried out once', async () => {
    using line = await badLine(loseAnswer, unavailable);
    const positionId = await openPosition();
    const contract = {
      contractType: 'PERMANENT' as const,
      fte: '1',
      salary: '40000',
      currencyCode: 'SEK',
      payPeriod: 'MONTH' as const,
    };
    const person = { firstName: 'Åsa', lastName: 'Öberg', startOn: new Date().toISOString().slice(0, 10) };
    const input = { idempotencyKey: 'hire Åsa', companyId, positionId, ...person, ...contract };
    const { employee } = assertDone((await line.client.sdk.hireEmployee({ input })).hireEmployee);
    expect(line.count()).toBe(3);
    const { employees } = await hr.sdk.employees({ where: { lastName: { eq: 'Öberg' } } });
    expect(employees.nodes).toEqual([expect.objectContaining({ id: employee?.id })]);
  });

  test('a server that asks for more patience than there is is not asked again', async () => {
    using line = await badLine(limited(3600));
    await expect(line.client.sdk.viewer()).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      extensions: { retryAfterSeconds: 3600 },
    });
    expect(line.count()).toBe(1);
  });

  test('a signal ends the waiting', async () => {
    using line = await badLine(limited(20));
    const started = Date.now();
    const waiting = line.client.request('{ viewer { personId } }', {}, { signal: AbortSignal.timeout(100) });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

describe('changes', () => {
  test('are told, go on at another connection, and end with the signal', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const following = (async () => {
      for await (const { kind, id } of hr.changes(['Department'], { signal: stop.signal })) told.push(`${kind} ${id}`);
    })();
    await expect.poll(open).toBe(1);
    const made = (await createDepartment(hr, 'LIVE')).createDepartment.department?.id;
    await world.link();
    await expect.poll(() => told, { timeout: 10_000 }).toContain(`CREATED ${made}`);
    stop.abort();
    await following;
    await expect.poll(open).toBe(0);
  });

  test('throw where asking again does not help', async () => {
    const read = async (client: Client, entity: string) => {
      for await (const change of client.changes([entity])) return change;
      return null;
    };
    await expect(read(hr, 'Nothing')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(read(createClient({ url, token: 'kontor_no' }), 'Department')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  /** Streams that the server has open. */
  async function open(): Promise<number> {
    const text = await (await fetch(`${world.url}/metrics`)).text();
    return Number(/^kontor_streams (\d+)$/m.exec(text)?.[1]);
  }
});

describe('ids in place of documents', () => {
  const manifest = new URL('./generated/operations.json', import.meta.url);

  test('name every document that comes with the client, and queries are sent by GET', async () => {
    const registered = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
    const sent: { method: string; id: string | null }[] = [];
    const spy: typeof fetch = async (target, init) => {
      const { searchParams } = new URL(String(target));
      const id = searchParams.get('documentId') ?? JSON.parse(String(init?.body ?? '{}')).documentId ?? null;
      sent.push({ method: init?.method ?? 'GET', id });
      return fetch(target, init);
    };
    const { token } = await world.member('reader', [{ role: 'HR' }]);
    const client = createClient({ url, token, documents: 'ids', fetch: spy });
    await expect(client.sdk.departments({ first: 1 })).rejects.toMatchObject({ code: 'OPERATION_NOT_REGISTERED' });
    const home = mkdtempSync(path.join(tmpdir(), 'kontor-client-'));
    const { status } = await runKontor(['operations', 'register', fileURLToPath(manifest)], {
      home,
      env: onDatabase(world),
    });
    rmSync(home, { recursive: true });
    expect(status).toBe(0);
    const { departments } = await client.sdk.departments({ first: 1 });
    expect(departments.nodes).toHaveLength(1);
    await client.sdk.signOut();
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
    for (const { id } of sent) expect(Object.keys(registered)).toContain(id);
  });
});

/** Work under way while the server and the database are killed: what was answered is there, once and whole. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertDone, type Client, createClient, signIn } from '@kontor/client';
import { dayFromNow } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram, firstSteps, type Program, type Served } from './program.ts';

const password = 'a desk and a filing cabinet';
// Without its limit of requests: the test asks more than people do.
const settings = { KONTOR_RATE_CAPACITY: '1000000000', KONTOR_RATE_PER_SECOND: '1000000' };
const home = mkdtempSync(path.join(tmpdir(), 'kontor durability '));

let program: Program;
let served: Served | null = null;
let token: string;
let companyId: string;
let positionId: string;

const clientOf = (): Client => createClient({ url: `${served?.url}/graphql`, token, retry: { attempts: 1 } });

async function ask<T>(document: string, variables: object = {}): Promise<T> {
  return clientOf().request<T>(document, variables as Record<string, unknown>);
}

/** A company with one seat for everybody, made by an administrator and two of HR. */
async function furnish(): Promise<void> {
  const admin = await signIn(`${served?.url}/graphql`, 'admin@world.example', password);
  companyId = (await admin.sdk.companies()).companies.nodes[0]?.id ?? '';
  const tokens: string[] = [];
  for (const email of ['hr@world.example', 'hr2@world.example']) {
    const invite =
      'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code message path } } }';
    const input = { email, name: email, roles: ['HR'], companyId };
    assertDone((await admin.request<{ inviteUser: { userErrors: [] } }>(invite, { input })).inviteUser);
    tokens.push(program.run('token', 'create', '--user', email, '--name', 'test', '--days', '1').trim());
  }
  const [hr = '', hr2 = ''] = tokens;
  token = hr;
  const { createDepartment } = await ask<{ createDepartment: { department: { id: string } } }>(
    'mutation ($companyId: ID!) { createDepartment(input: { companyId: $companyId, code: "ALL", name: "All" }) { department { id } } }',
    { companyId },
  );
  const { createPosition } = await ask<{ createPosition: { position: { id: string } } }>(
    'mutation ($companyId: ID!, $departmentId: ID!) { createPosition(input: { companyId: $companyId, departmentId: $departmentId, code: "P", title: "Clerk", budgetedFte: "900" }) { position { id } } }',
    { companyId, departmentId: createDepartment.department.id },
  );
  positionId = createPosition.position.id;
  const decide = (name: string) =>
    `mutation ($id: ID!) { ${name}(input: { positionId: $id }) { userErrors { code message path } } }`;
  for (const [who, name] of [
    [hr2, 'approvePosition'],
    [hr, 'openPosition'],
  ] as const)
    await createClient({ url: `${served?.url}/graphql`, token: who }).request(decide(name), { id: positionId });
}

beforeAll(async () => {
  program = builtProgram(home);
  program.run('init', ...firstSteps, '--password', password);
  served = await program.serve(settings);
  await furnish();
}, 240_000);
afterAll(async () => {
  await served?.stop();
  rmSync(home, { recursive: true, force: true });
});

interface Hire {
  readonly name: string;
  readonly input: Parameters<Client['sdk']['hireEmployee']>[0]['input'];
}

const newHire = (number: number): Hire => {
  const name = `Nova${String.fromCharCode(
    ...String(number)
      .split('')
      .map((digit) => 97 + Number(digit)),
  )}`;
  return {
    name,
    input: {
      idempotencyKey: randomUUID(),
      companyId,
      positionId,
      firstName: name,
      lastName: 'Durable',
      startOn: dayFromNow(-1),
      contractType: 'PERMANENT',
      fte: '1',
      salary: '40000',
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
    },
  };
};

/** Hires as many as it can, several at a time, until told to stop; knows which of them were answered and which were not. */
function hireOnAndOn() {
  const answered: Hire[] = [];
  const unanswered: Hire[] = [];
  let number = 0;
  let stopped = false;
  const worker = async (): Promise<void> => {
    while (!stopped) {
      number += 1;
      const hire = newHire(number);
      try {
        assertDone((await clientOf().sdk.hireEmployee({ input: hire.input })).hireEmployee);
        answered.push(hire);
      } catch {
        unanswered.push(hire);
        await sleep(50);
      }
    }
  };
  const workers = Array.from({ length: 4 }, worker);
  const reaches = async (count: number): Promise<void> => {
    for (const until = Date.now() + 60_000; answered.length < count; await sleep(5))
      if (Date.now() > until) throw new Error(`only ${answered.length} were answered`);
  };
  const stop = async (): Promise<void> => {
    stopped = true;
    await Promise.all(workers);
  };
  return { answered, unanswered, reaches, stop };
}

interface Found {
  readonly firstName: string;
  readonly employees: {
    readonly nodes: readonly {
      readonly assignments: { readonly totalCount: number };
      readonly compensations: { readonly totalCount: number };
      readonly position: { readonly id: string } | null;
    }[];
  };
}

type Page = {
  readonly nodes: Found[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

async function everybody(): Promise<Found[]> {
  const query =
    'query ($after: ID) { people(first: 50, after: $after) { nodes { firstName employees(first: 5) { nodes { position { id } assignments(first: 1) { totalCount } compensations(first: 1) { totalCount } } } } pageInfo { hasNextPage endCursor } } }';
  const found: Found[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Page = (await ask<{ people: Page }>(query, { after })).people;
    found.push(...page.nodes);
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  return found;
}

/** What was answered is there once, and nothing is there by halves. */
async function expectWhole(hires: readonly Hire[]): Promise<void> {
  const found = await everybody();
  const names = found.map(({ firstName }) => firstName);
  expect(new Set(names).size).toBe(names.length);
  expect(hires.filter(({ name }) => !names.includes(name))).toEqual([]);
  const whole = {
    nodes: [{ position: { id: positionId }, assignments: { totalCount: 1 }, compensations: { totalCount: 1 } }],
  };
  expect(found.filter(({ employees }) => JSON.stringify(employees) !== JSON.stringify(whole))).toEqual([]);
}

const databaseProcess = (): number =>
  Number(readFileSync(path.join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);

test('the server is killed with hires under way, and then the database', async () => {
  const work = hireOnAndOn();
  await work.reaches(15);
  await served?.kill();
  await sleep(300);
  served = await program.serve(settings);
  const before = work.answered.length;
  await work.reaches(before + 15);
  process.kill(databaseProcess(), 'SIGKILL');
  await sleep(1500);
  await work.stop();
  await served.kill();
  served = await program.serve(settings);
  expect(work.answered.length).toBeGreaterThanOrEqual(30);
  expect(work.unanswered.length).toBeGreaterThan(0);
  await expectWhole(work.answered);

  // Asked again under the same key, what had no answer is carried out once, whether it had been carried out or not.
  const again = work.unanswered.slice(0, 12);
  for (const { input } of again) assertDone((await clientOf().sdk.hireEmployee({ input })).hireEmployee);
  await expectWhole([...work.answered, ...again]);
});

test('a server that is asked to stop answers what it has begun', async () => {
  const client = clientOf();
  await client.sdk.companies();
  // Checking a password takes long enough to be under way when the signal comes.
  const signingIn = Array.from({ length: 3 }, () =>
    signIn(`${served?.url}/graphql`, 'admin@world.example', password, { retry: { attempts: 1 } }),
  );
  const hiring = client.sdk.hireEmployee({ input: newHire(9_000_000).input });
  await sleep(60);
  const stopping = served?.stop();
  const users = await Promise.all(signingIn);
  expect(users.map(({ user }) => user.email)).toEqual(Array(3).fill('admin@world.example'));
  expect(assertDone((await hiring).hireEmployee).employee?.firstName).toBe(newHire(9_000_000).name);
  expect(await stopping).toBe(0);
  await expect(client.sdk.companies()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  served = null;
});

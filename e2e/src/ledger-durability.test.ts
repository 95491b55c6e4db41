/** Postings under way while the server and the database are killed: what was answered is there, once, and nothing differs. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertDone, createClient, signIn } from '@kontor/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { killDatabase, victims } from './kill.ts';
import { builtProgram, firstSteps, type Program, type Served } from './program.ts';

const runs = inject('crashRuns');
const writers = 8;
const password = 'a desk and a filing cabinet';
// Without its limit of requests: the test asks more than people do.
const settings = { KONTOR_RATE_CAPACITY: '1000000000', KONTOR_RATE_PER_SECOND: '1000000' };
const home = mkdtempSync(path.join(tmpdir(), 'kontor ledger '));

let program: Program;
let served: Served | null = null;
let token: string;
let companyId: string;

const ask = <T>(document: string, variables: object = {}): Promise<T> =>
  createClient({ url: `${served?.url}/graphql`, token, retry: { attempts: 1 } }).request<T>(
    document,
    variables as Record<string, unknown>,
  );

interface Request {
  readonly key: string;
  readonly amount: string;
}

const posting = `mutation ($input: PostEntryInput!) { postEntry(input: $input) { journalEntry { id number } userErrors { code message path } } }`;

async function post({ key, amount }: Request): Promise<void> {
  const lines = [
    { account: '5010', debit: amount },
    { account: '1930', credit: amount },
  ];
  const input = { companyId, journal: 'A', postingOn: '2026-03-15', idempotencyKey: key, text: key, lines };
  assertDone((await ask<{ postEntry: { userErrors: [] } }>(posting, { input })).postEntry);
}

beforeAll(async () => {
  program = builtProgram(home);
  program.run('init', ...firstSteps, '--password', password);
  served = await program.serve(settings);
  const admin = await signIn(`${served.url}/graphql`, 'admin@world.example', password);
  companyId = (await admin.sdk.companies()).companies.nodes[0]?.id ?? '';
  const invite =
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code message path } } }';
  const input = { email: 'books@world.example', name: 'Books', roles: ['ACCOUNTING'], companyId };
  assertDone((await admin.request<{ inviteUser: { userErrors: [] } }>(invite, { input })).inviteUser);
  token = program.run('token', 'create', '--user', input.email, '--name', 'test', '--days', '1').trim();
  const setUp =
    'mutation ($input: SetUpBooksInput!) { setUpBooks(input: $input) { userErrors { code message path } } }';
  const books = { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' };
  assertDone((await ask<{ setUpBooks: { userErrors: [] } }>(setUp, { input: books })).setUpBooks);
}, 240_000);
afterAll(async () => {
  await served?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Posts without end, several at a time; knows what was answered, what was not, and how many are under way. */
function postOnAndOn() {
  const [answered, unanswered]: [Request[], Request[]] = [[], []];
  let [inFlight, stopped] = [0, false];
  const worker = async (): Promise<void> => {
    for (let number = 1; !stopped; number += 1) {
      const request = { key: randomUUID(), amount: `${number}.25` };
      inFlight += 1;
      try {
        await post(request);
        answered.push(request);
      } catch {
        unanswered.push(request);
        await sleep(50);
      } finally {
        inFlight -= 1;
      }
    }
  };
  const workers = Array.from({ length: writers }, worker);
  return {
    answered,
    unanswered,
    inFlight: () => inFlight,
    reaches: async (count: number): Promise<void> => {
      for (const until = Date.now() + 60_000; answered.length < count; await sleep(2))
        if (Date.now() > until) throw new Error(`only ${answered.length} were answered`);
    },
    stop: async (): Promise<void> => {
      stopped = true;
      await Promise.all(workers);
    },
  };
}

/** How many entries there are under each of these keys. */
async function counted(requests: readonly Request[]): Promise<readonly number[]> {
  const counts: number[] = [];
  for (let from = 0; from < requests.length; from += 50) {
    const keys = requests.slice(from, from + 50).map(({ key }) => key);
    const query =
      'query ($keys: [String!]!) { journalEntries(first: 100, where: { text: { in: $keys } }) { nodes { text } } }';
    const { journalEntries } = await ask<{ journalEntries: { nodes: { text: string }[] } }>(query, { keys });
    counts.push(...keys.map((key) => journalEntries.nodes.filter(({ text }) => text === key).length));
  }
  return counts;
}

test(`killed ${runs} times with postings under way: each that was answered is there once`, {
  timeout: 60_000 + runs * 120_000,
}, async () => {
  for (let run = 1; run <= runs; run += 1) {
    const work = postOnAndOn();
    await work.reaches(20 + Math.floor(Math.random() * 60));
    const [of, underWay] = [victims[(run - 1) % victims.length] ?? 'server', work.inFlight()];
    if (of !== 'server') killDatabase(home);
    if (of !== 'database') await served?.kill();
    // A server without its database answers for a while longer.
    else await sleep(200);
    await work.stop();
    await served?.kill();
    served = await program.serve(settings);
    expect(new Set(await counted(work.answered))).toEqual(new Set([1]));
    const there = (await counted(work.unanswered)).filter((count) => count > 0).length;
    console.info(
      `${run} of ${runs}: the ${of} killed with ${underWay} requests in flight; ${work.answered.length} answered, each there once; ` +
        `${work.unanswered.length} not answered, ${there} of them there`,
    );
    // Asked again under the same key, what had no answer is posted once, whether it had been posted or not.
    await Promise.all(work.unanswered.map(post));
    if (work.unanswered.length > 0) expect(new Set(await counted(work.unanswered))).toEqual(new Set([1]));
  }
  expect(program.run('ledger', 'verify').trim().split('\n').at(-1)).toMatch(/, 0 differences$/);
});

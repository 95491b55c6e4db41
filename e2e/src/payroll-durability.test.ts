/** A pay run whose server and database are killed at each of its steps: it is as before, or complete, and never twice. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextBankDay } from '@kontor/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { killDatabase, victims } from './kill.ts';
import { openPayDesk, type PayDesk, payDeskSteps } from './pay-desk.ts';
import { builtProgram, type Program, type Served } from './program.ts';

const kills = inject('crashRuns');
const people = 150;
const patience = { timeout: 120_000, interval: 20 };
const settings = { KONTOR_RATE_CAPACITY: '1000000000', KONTOR_RATE_PER_SECOND: '1000000' };
const home = mkdtempSync(path.join(tmpdir(), 'kontor payroll '));

let program: Program;
let served: Served | null = null;
let desk: PayDesk;

beforeAll(async () => {
  program = builtProgram(home);
  program.run('init', ...payDeskSteps);
  served = await program.serve(settings);
  desk = await openPayDesk(program, () => served, { home, people });
}, 240_000);
afterAll(async () => {
  await served?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** What a run and its payment have come to, as the graph tells it. */
interface State {
  readonly run: string;
  readonly version: number;
  readonly calculations: number;
  readonly payslips: number;
  readonly gross: string | null;
  readonly isPosted: boolean;
  readonly batches: readonly { id: string; version: number; status: string; paymentCount: number; isPosted: boolean }[];
}
const stateQuery = `query ($id: ID!, $text: String!) {
  payRun(id: $id) { status version gross calculations { totalCount } payslips { totalCount } }
  paymentBatches(where: { sourceId: { eq: $text } }) { nodes { id version status paymentCount } } }`;
/** What stands in the books is accounting's to see. */
const bookedQuery = `query ($id: ID!, $text: String!) { payRun(id: $id) { entry { id } }
  paymentBatches(where: { sourceId: { eq: $text } }) { nodes { id entry { id } } } }`;
interface Booked {
  readonly payRun: { readonly entry: object | null };
  readonly paymentBatches: { readonly nodes: readonly { readonly id: string; readonly entry: object | null }[] };
}
interface Answer {
  readonly payRun: {
    readonly status: string;
    readonly version: number;
    readonly gross: string | null;
    readonly calculations: { readonly totalCount: number };
    readonly payslips: { readonly totalCount: number };
  };
  readonly paymentBatches: {
    readonly nodes: readonly Omit<State['batches'][number], 'isPosted'>[];
  };
}
async function stateOf(id: string): Promise<State> {
  const { payRun, paymentBatches } = await desk.ask<Answer>('preparer', stateQuery, { id, text: id });
  const booked = await desk.ask<Booked>('accountant', bookedQuery, { id, text: id });
  const { status: run, version, gross, calculations, payslips } = payRun;
  const posted = new Set(booked.paymentBatches.nodes.filter(({ entry }) => entry !== null).map((batch) => batch.id));
  return {
    run,
    version,
    gross,
    calculations: calculations.totalCount,
    payslips: payslips.totalCount,
    isPosted: booked.payRun.entry !== null,
    batches: paymentBatches.nodes.map((batch) => ({ ...batch, isPosted: posted.has(batch.id) })),
  };
}

/** A step: the request, which is the same however often it is asked, and what the run is before it and after it. */
interface Step {
  readonly ask: (runId: string, at: State, key: string) => Promise<unknown>;
  readonly after: Partial<State>;
}
const executionOn = nextBankDay();
const batchAt = (state: State) => {
  const [batch] = state.batches;
  return { batchId: batch?.id, expectedVersion: batch?.version };
};
const steps = {
  calculate: {
    ask: (runId) => desk.act('preparer', 'calculatePayRun', { runId }, 'payRun { id }'),
    after: { run: 'CALCULATED', calculations: people, payslips: 0 },
  },
  approve: {
    ask: (runId, { version }) =>
      desk.act('approver', 'approvePayRun', { runId, expectedVersion: version }, 'payRun { id }'),
    after: { run: 'APPROVED', calculations: people, payslips: 0 },
  },
  finalize: {
    ask: (runId, _, idempotencyKey) =>
      desk.act('approver', 'finalizePayRun', { runId, idempotencyKey }, 'payRun { id }'),
    after: { run: 'FINALIZED', calculations: 0, payslips: people, isPosted: true },
  },
  pay: {
    ask: (runId, _, idempotencyKey) =>
      desk.act('preparer', 'payPayRun', { runId, executionOn, idempotencyKey }, 'payRun { id }'),
    after: { run: 'FINALIZED', payslips: people },
  },
  batch: {
    ask: (_, state, idempotencyKey) => {
      const input = { ...batchAt(state), bookedOn: '2026-06-01', idempotencyKey };
      return desk.act('accountant', 'confirmPaymentBatch', input, 'paymentBatch { id }');
    },
    after: { run: 'FINALIZED', payslips: people },
  },
} as const satisfies Record<string, Step>;
type StepName = keyof typeof steps;

/** Entries and reads without end, from several at a time, whatever becomes of the server. */
function others() {
  let stopped = false;
  const { companyId } = desk;
  const worker = async (): Promise<void> => {
    for (let number = 1; !stopped; number += 1) {
      const lines = [
        { account: '6000', debit: `${number}.25` },
        { account: '1010', credit: `${number}.25` },
      ];
      const entry = {
        companyId,
        journal: 'GEN',
        postingOn: '2026-11-15',
        text: 'Beside',
        lines,
        idempotencyKey: randomUUID(),
      };
      await desk.act('accountant', 'postEntry', entry, 'journalEntry { id }').catch(() => sleep(50));
      await desk.ask('preparer', '{ payslips(first: 50) { nodes { net } } }').catch(() => sleep(50));
    }
  };
  const workers = Array.from({ length: 3 }, worker);
  return async (): Promise<void> => {
    stopped = true;
    await Promise.all(workers);
  };
}

/** How long each step took where nothing was killed: when to kill it the next time. */
const took = new Map<StepName, number>();
const order: readonly StepName[] = ['finalize', 'calculate', 'pay', 'batch', 'approve'];
let killed = 0;

async function kill(name: StepName, runId: string, before: State, key: string): Promise<string> {
  const victim = victims[killed % victims.length] ?? 'server';
  killed += 1;
  const asking = steps[name].ask(runId, before, key).then(
    () => 'answered',
    () => 'not answered',
  );
  // Now and then it comes too late: then the step is complete.
  await sleep(Math.random() * 1.3 * (took.get(name) ?? 400));
  if (victim !== 'server') killDatabase(home);
  if (victim !== 'database') await served?.kill();
  else await sleep(200);
  const answer = await asking;
  await served?.kill();
  served = await program.serve(settings);
  return `the ${victim} killed, ${answer}`;
}

/** The step by itself, or killed in the midst of it and asked again: as before or complete, and complete once in the end. */
async function take(name: StepName, runId: string, isKilled: boolean): Promise<State> {
  const { ask, after } = steps[name];
  const [before, key] = [await stateOf(runId), randomUUID()];
  const begun = Date.now();
  if (!isKilled) await ask(runId, before, key);
  else {
    const how = await kill(name, runId, before, key);
    const found = await stateOf(runId);
    const isBefore = JSON.stringify(found) === JSON.stringify(before);
    console.info(`${killed} of ${kills}: ${name}, ${how}; it is ${isBefore ? 'as before' : 'complete'}`);
    if (how.endsWith(', answered')) expect(isBefore).toBe(false);
    if (!isBefore) expect(found).toMatchObject(after);
    // What can be asked with the same key is asked again; what has none only where it did not happen.
    if (isBefore || !['approve', 'calculate'].includes(name)) await ask(runId, before, key);
    if (!isBefore) expect(await stateOf(runId)).toEqual(found);
  }
  if (!isKilled) took.set(name, Date.now() - begun);
  const state = await stateOf(runId);
  expect(state).toMatchObject(after);
  return state;
}

async function monthOf(name: string, killedSteps: ReadonlySet<StepName>): Promise<string> {
  const query = `query ($name: String!) { payrollPeriods(where: { name: { eq: $name } }) { nodes { id } } }`;
  const { payrollPeriods } = await desk.ask<{ payrollPeriods: { nodes: { id: string }[] } }>('preparer', query, {
    name,
  });
  const run = { periodId: payrollPeriods.nodes[0]?.id, idempotencyKey: randomUUID() };
  const { id } = await desk.act('preparer', 'createPayRun', run, 'payRun { id }');
  const calculated = await take('calculate', id, killedSteps.has('calculate'));
  const review = { runId: id, note: 'Looked through', expectedVersion: calculated.version };
  await desk.act('preparer', 'reviewPayRun', review, 'payRun { id }');
  await take('approve', id, killedSteps.has('approve'));
  expect((await take('finalize', id, killedSteps.has('finalize'))).gross).toBe(calculated.gross);
  const paid = await take('pay', id, killedSteps.has('pay'));
  expect(paid.batches).toMatchObject([{ status: 'DRAFT', paymentCount: people }]);
  for (const [who, command] of [
    ['preparer', 'submitPaymentBatch'],
    ['accountant', 'approvePaymentBatch'],
    ['approver', 'exportPaymentBatch'],
  ] as const) {
    const { batchId, expectedVersion } = batchAt(await stateOf(id));
    const other = command === 'exportPaymentBatch' ? { idempotencyKey: randomUUID() } : { expectedVersion };
    await desk.act(who, command, { batchId, ...other }, 'paymentBatch { id }');
  }
  const booked = await take('batch', id, killedSteps.has('batch'));
  expect(booked.batches).toMatchObject([{ status: 'CONFIRMED', isPosted: true, paymentCount: people }]);
  return id;
}

/** The payslips of a run are drawn behind the back of whoever asked: the server is killed at it, and the next goes on. */
async function collectKilled(id: string): Promise<void> {
  const query = `query ($id: ID!) { payRun(id: $id) { archives(first: 9) { nodes { status drawnCount failedCount } } } }`;
  type Told = { payRun: { archives: { nodes: { status: string; drawnCount: number; failedCount: number }[] } } };
  const archives = async () => (await desk.ask<Told>('preparer', query, { id })).payRun.archives.nodes;
  await desk.act('preparer', 'collectPayslips', { runId: id }, 'payRun { id }');
  await expect.poll(async () => (await archives())[0]?.drawnCount, patience).toBeGreaterThan(0);
  await served?.kill();
  served = await program.serve(settings);
  const [found] = await archives();
  console.info(`Killed with ${found?.drawnCount} of ${people} payslips drawn`);
  expect(found).toMatchObject({ status: 'PREPARING', failedCount: 0 });
  await expect.poll(archives, patience).toEqual([{ status: 'READY', drawnCount: people, failedCount: 0 }]);
}

test(`killed ${kills} times at its steps: as before or complete, each payslip there once, and the books hold`, {
  timeout: 300_000 + kills * 120_000,
}, async () => {
  const stop = others();
  const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`);
  const plan = Array.from({ length: kills }, (_, index) => order[index % order.length] as StepName);
  // The first month is left alone: it says how long each step takes.
  let last = '';
  for (const [index, month] of months.entries()) {
    const here = index === 0 ? [] : plan.slice((index - 1) * order.length, index * order.length);
    if (index === 0 || here.length > 0) last = await monthOf(month, new Set(here));
  }
  await collectKilled(last);
  await stop();
  expect(killed).toBe(Math.min(kills, (months.length - 1) * order.length));
  expect(program.run('ledger', 'verify').trim().split('\n').at(-1)).toMatch(/, 0 differences$/);
});

import { strict as assert } from 'node:assert';
import { COUNTRY_PACKS, calculate, type PayEvent, prepareRules, unwrap } from '@kontor/core';
import type pg from 'pg';
import { type Built, type Installation, onScratch, startBuilt } from '../installation.ts';
import { cpuOfProcess, databaseCpu, peakMegabytesOfProcess, spent } from '../measure.ts';
import { type Country, countries, newKey, openPayDesk, type PayDesk, periodOf } from './company.ts';

const secondsAtMost = 30;
const megabytesAtMost = 1024;
const runFields = 'payRun { id version status employeeCount errorCount deviationCount }';

interface Run {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly employeeCount: number;
  readonly errorCount: number;
}

type Clock = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** Times each step by the clock, and by the processor of server and database. */
function clockOf(pool: pg.Pool, { pid }: Built) {
  const seconds = new Map<string, number>();
  const time: Clock = async (what, work) => {
    const [cpu, node, begun] = [await databaseCpu(pool), cpuOfProcess(pid) ?? 0, performance.now()];
    const result = await work();
    const took = (performance.now() - begun) / 1000;
    const database = spent(cpu, await databaseCpu(pool)) / 1e6;
    const server = ((cpuOfProcess(pid) ?? 0) - node) / 1e6;
    seconds.set(what, took);
    const processor = `server ${server.toFixed(2).padStart(6)} s  database ${database.toFixed(2).padStart(6)} s`;
    console.log(`  ${what.padEnd(32)} ${took.toFixed(2).padStart(7)} s  processor: ${processor}`);
    return result;
  };
  return { seconds, time };
}

/** One month through the public commands; answers the run and its seconds. */
export async function payMonth(
  desk: PayDesk,
  name: string,
  { pool, kontor }: { readonly pool: pg.Pool; readonly kontor: Built },
): Promise<{ runId: string; seconds: number }> {
  const { prepares, approves } = desk;
  const { seconds, time } = clockOf(pool, kontor);
  const begin = { periodId: await periodOf(desk, name), idempotencyKey: newKey() };
  const { id: runId } = await time('create', () => prepares<Run>('createPayRun', begin, runFields));
  const calculated = await time('gather and calculate', () => prepares<Run>('calculatePayRun', { runId }, runFields));
  const review = { runId, note: 'Looked through', expectedVersion: calculated.version };
  const reviewed = await time('review', () => prepares<Run>('reviewPayRun', review, runFields));
  await time('approve', () => approves<Run>('approvePayRun', { runId, expectedVersion: reviewed.version }, runFields));
  const final = await time('finalize and post', () =>
    approves<Run>('finalizePayRun', { runId, idempotencyKey: newKey() }, runFields),
  );
  assert.deepEqual([final.status, final.errorCount], ['FINALIZED', 0]);
  return { runId, seconds: [...seconds.values()].reduce((sum, each) => sum + each, 0) };
}

/** The pure calculation of the same events in memory, which comes to the same: what no way around it could be faster than. */
async function pureSeconds(pool: pg.Pool, runId: string, pack: string): Promise<number> {
  const { rows } = await pool.query<{ event: PayEvent; net: string }>(
    `select d.event, trim_scale(s.net)::text as net from payslip s join payslip_detail d on d.payslip_id = s.id where s.run_id = $1`,
    [runId],
  );
  const found = COUNTRY_PACKS.get(pack);
  assert(found !== undefined);
  const rules = unwrap(prepareRules(found));
  for (const { event, net } of rows.slice(0, 500))
    assert.equal(Number(unwrap(calculate({ rules, event })).net), Number(net));
  const begun = performance.now();
  for (const { event } of rows) unwrap(calculate({ rules, event }));
  return (performance.now() - begun) / 1000;
}

async function ofCountry(installation: Installation, kontor: Built, country: Country, people: number): Promise<void> {
  const { pool } = installation;
  const { pack } = country;
  const desk = await openPayDesk(installation, kontor.port, country, people);
  console.log(`Pay runs of ${people.toLocaleString('en')} people by the rules of ${pack}, over HTTP`);
  for (const month of ['2026-04', '2026-05']) {
    console.log(` ${month}`);
    const { runId, seconds } = await payMonth(desk, month, { pool, kontor });
    const pure = await pureSeconds(pool, runId, pack);
    const peak = peakMegabytesOfProcess(kontor.pid);
    console.log(`  ${'together'.padEnd(32)} ${seconds.toFixed(2).padStart(7)} s   at most ${secondsAtMost} for 10,000`);
    console.log(
      `  ${'the pure calculation'.padEnd(32)} ${pure.toFixed(2).padStart(7)} s   ratio ${(seconds / pure).toFixed(1)}`,
    );
    console.log(
      `  ${'peak memory of the server'.padEnd(32)} ${peak.toFixed(0).padStart(7)} MB  at most ${megabytesAtMost}`,
    );
  }
}

/**
 * `npm run bench -- payroll-run PEOPLE [GB|HU|both]`: two months of a company through the public commands, from the start
 * of the run to the entry in the books, beside the pure calculation.
 */
export async function payrollRun(people: number, which = 'GB'): Promise<void> {
  await onScratch(async (installation) => {
    const kontor = await startBuilt(installation);
    for (const country of Object.values(countries))
      if (which === 'both' || which === country.pack) await ofCountry(installation, kontor, country, people);
    await kontor.stop();
    await installation.server.stop();
  });
}

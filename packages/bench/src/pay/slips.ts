import { strict as assert } from 'node:assert';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { onScratch, startBuilt } from '../installation.ts';
import { cpuOfProcess, databaseCpu, peakMegabytesOfProcess, spent } from '../measure.ts';
import { countries, openPayDesk, type PayDesk } from './company.ts';
import { payMonth } from './run.ts';

interface Archive {
  readonly id: string;
  readonly status: string;
  readonly drawnCount: number;
}

async function archiveOf({ ask }: PayDesk, runId: string): Promise<Archive> {
  const query = 'query ($id: ID!) { payRun(id: $id) { archives(first: 1) { nodes { id status drawnCount } } } }';
  const { payRun } = await ask<{ payRun: { archives: { nodes: Archive[] } } }>(query, { id: runId });
  const [archive] = payRun.archives.nodes;
  assert(archive !== undefined);
  return archive;
}

/** Bytes of a file that is taken and thrown away. */
function download(port: number, token: string, id: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `/payslip-archives/${id}.zip`;
    const headers = { authorization: `Bearer ${token}` };
    const sent = request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      assert.equal(answer.statusCode, 200);
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/**
 * `npm run bench -- payslips PEOPLE`: what it takes to draw the payslips of a run in the background and to download them,
 * and how long somebody else waits for a page of the graph meanwhile.
 */
export async function payslips(people: number): Promise<void> {
  await onScratch(async (installation) => {
    const { pool } = installation;
    const kontor = await startBuilt(installation);
    const desk = await openPayDesk(installation, kontor.port, countries.GB, people);
    const { runId } = await payMonth(desk, '2026-04', { pool, kontor });
    const before = peakMegabytesOfProcess(kontor.pid);
    console.log(`Payslips of ${people.toLocaleString('en')} people`);
    const [begun, node, database] = [performance.now(), cpuOfProcess(kontor.pid) ?? 0, await databaseCpu(pool)];
    await desk.prepares('collectPayslips', { runId }, 'payRun { id }');
    const waits: number[] = [];
    let archive = await archiveOf(desk, runId);
    for (; archive.status === 'PREPARING'; await sleep(250)) {
      const asked = performance.now();
      archive = await archiveOf(desk, runId);
      waits.push(performance.now() - asked);
    }
    const seconds = (performance.now() - begun) / 1000;
    assert.deepEqual([archive.status, archive.drawnCount], ['READY', people]);
    const [server, data] = [(cpuOfProcess(kontor.pid) ?? 0) - node, spent(database, await databaseCpu(pool))];
    const each = (microseconds: number) => `${(microseconds / 1000 / people).toFixed(1)} ms`;
    console.log(`  drawn in     ${seconds.toFixed(1)} s, ${((seconds * 1000) / people).toFixed(1)} ms each`);
    console.log(`  processor    server ${each(server)} each, database ${each(data)} each`);
    const sorted = waits.toSorted((one, other) => one - other);
    const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)} ms`;
    console.log(`  meanwhile    a question is answered in ${at(0.5)}, at most ${at(0.999)}`);
    const peak = peakMegabytesOfProcess(kontor.pid);
    const sent = performance.now();
    const bytes = await download(kontor.port, desk.token, archive.id);
    const took = (performance.now() - sent) / 1000;
    console.log(`  downloaded   ${(bytes / 1e6).toFixed(0)} MB in ${took.toFixed(1)} s`);
    console.log(
      `  peak memory  ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB drawn, ${peakMegabytesOfProcess(kontor.pid).toFixed(0)} MB downloaded`,
    );
    await kontor.stop();
    await installation.server.stop();
  });
}

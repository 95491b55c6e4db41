/** How long a SIE file of 100,000 vouchers takes to come in by the command line, and how much memory. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localOperator, operate, workspaceRoot } from '@kontor/api';
import type { Installation } from '../installation.ts';

const vouchers = 100_000;
const secondsAtMost = 60;
const days = 365;

/** A year of sales and purchases with tax and cost centres: three lines each, all that a file of this kind has. */
function fileOf(count: number): string {
  const head = ['#FLAGGA 0', '#PROGRAM "Bench" 1', '#FORMAT PC8', '#GEN 20260101', '#SIETYP 4', '#FNAMN "Bench AB"'];
  const accounts = ['1930 "Bank"', '2611 "Moms"', '2641 "Ing moms"', '3001 "Sälj"', '4010 "Inköp"'].map(
    (each) => `#KONTO ${each}`,
  );
  const objects = Array.from({ length: 20 }, (_, index) => `#OBJEKT 1 "${index}" "Centre ${index}"`);
  const rows = [...head, '#RAR 0 20250101 20251231', ...accounts, '#DIM 1 "Centre"', ...objects];
  for (let number = 1; number <= count; number += 1) {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor((number * days) / (count + 1))));
    const net = 100 + (number % 9000);
    const [tax, sign, account, of] = number % 3 === 0 ? [net / 4, -1, 3001, 2611] : [net / 4, 1, 4010, 2641];
    const amount = (value: number) => value.toFixed(2);
    rows.push(`#VER A ${number} ${day.toISOString().slice(0, 10).replaceAll('-', '')} "Voucher ${number}"`, '{');
    rows.push(`#TRANS ${account} {1 "${number % 20}"} ${amount(sign * net)}`, `#TRANS ${of} {} ${amount(sign * tax)}`);
    rows.push(`#TRANS 1930 {} ${amount(-sign * (net + tax))}`, '}');
  }
  return `${rows.join('\r\n')}\r\n`;
}

/** The most memory that a process has had so far, in megabytes, from the kernel; 0 of one that has just ended. */
const memoryOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function imported(file: string, company: string, { appUrl, ownerUrl }: Installation) {
  const begun = performance.now();
  const entry = path.join(workspaceRoot, 'packages/api/bin/dev-entry.mjs');
  const child = spawn(process.execPath, ['--import', 'tsx', entry, 'import', 'sie', file, '--company', company], {
    cwd: workspaceRoot,
    env: { PATH: '/usr/bin:/bin', DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [answer, megabytes] = ['', 0];
  child.stdout.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  const looking = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0));
  }, 100);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(looking);
  if (status !== 0) throw new Error(`the import ended with ${status}: ${answer}`);
  return { seconds: (performance.now() - begun) / 1000, megabytes };
}

/** Prints seconds and memory of an import, beside a tenth of it, which says whether memory grows with the file. */
export async function importOfBooks(installation: Installation): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kontor-bench-'));
  console.log('Import of a SIE file by the command line:');
  for (const count of [vouchers / 10, vouchers]) {
    const code = `S${Date.now().toString(36).toUpperCase()}`;
    const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
    await operate(installation.server.app, { viewer: localOperator, command: 'bench' }, ({ tx }) =>
      tx.company.create({ data: { code, name: code, ...place } }),
    );
    const file = path.join(folder, `${count}.se`);
    const text = fileOf(count);
    await writeFile(file, text, 'latin1');
    const { seconds, megabytes } = await imported(file, code, installation);
    const limit = count === vouchers ? `   ratio ${(seconds / secondsAtMost).toFixed(2)} of ${secondsAtMost} s` : '';
    console.log(
      `  ${count.toLocaleString('en').padStart(7)} vouchers, ${(text.length / 1e6).toFixed(1)} MB   ${seconds.toFixed(1)} s   ${megabytes.toFixed(0)} MB of memory${limit}`,
    );
  }
  await rm(folder, { recursive: true });
}

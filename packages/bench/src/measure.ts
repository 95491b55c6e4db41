import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type pg from 'pg';

/** Microseconds for one request: of the server's process, of the database's, and by the clock. */
export interface Cost {
  readonly node: number;
  readonly database: number;
  readonly wall: number;
  readonly bytes: number;
}

export interface Subject {
  readonly child: ChildProcess;
  readonly port: number;
}

const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as T)));

export async function start(module: string, args: readonly string[]): Promise<Subject> {
  const child = fork(new URL(module, import.meta.url), [...args], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  const { port } = await answer<{ port: number }>(child);
  return { child, port };
}

/** Microseconds that the process of a subject has used. */
export async function cpuOf({ child }: Subject): Promise<number> {
  const answered = answer<{ cpu: NodeJS.CpuUsage }>(child);
  child.send('cpu');
  const { cpu } = await answered;
  return cpu.user + cpu.system;
}

const microsecondsPerTick = 10_000;

/** Microseconds that a process has used, from the kernel; null where it has ended. */
export function cpuOfProcess(pid: number): number | null {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return null;
  const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * microsecondsPerTick;
}

/** The most memory that a process has held, in megabytes, from the kernel. */
export const peakMegabytesOfProcess = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Microseconds that each of the server's processes for a database has used, from the kernel. */
export async function databaseCpu(pool: pg.Pool): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  // One may have ended since it was listed.
  const used = (pid: number, cpu: number | null): [number, number][] => (cpu === null ? [] : [[pid, cpu]]);
  return new Map(rows.flatMap(({ pid }) => used(pid, cpuOfProcess(pid))));
}

/** Microseconds that were used between two looks. */
export const spent = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0);

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function send(port: number, path: string, body: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const req = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => resolve(Buffer.concat(chunks).toString()));
      },
    );
    req.on('error', reject);
    req.end(body);
  });
}

export interface Load {
  readonly subject: Subject;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: (round: number) => string;
}

/** Sends one request after the other and divides what they cost. */
export async function measure(pool: pg.Pool, load: Load, rounds: number): Promise<Cost> {
  const { subject, path, headers, body } = load;
  for (let round = 0; round < Math.ceil(rounds / 3); round += 1) {
    const text = await send(subject.port, path, body(round), headers);
    if (round === 0 && /"errors"/.test(text)) throw new Error(text.slice(0, 500));
  }
  const before = [await cpuOf(subject), await databaseCpu(pool), performance.now()] as const;
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1)
    bytes += (await send(subject.port, path, body(round), headers)).length;
  const wall = (performance.now() - before[2]) * 1000;
  const node = (await cpuOf(subject)) - before[0];
  const database = spent(before[1], await databaseCpu(pool));
  return { node: node / rounds, database: database / rounds, wall: wall / rounds, bytes: bytes / rounds };
}

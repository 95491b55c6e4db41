/** The real program, as a person or a supervisor starts and stops it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, startKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor serve '));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const kontor = (args: string[], env: Record<string, string> = {}): Promise<Running> =>
  startKontor(args, { home, env: { PORT: '0', KONTOR_SEED: 'false', ...env } });

const serverRuns = () => existsSync(path.join(home, 'postgres/data/postmaster.pid'));

test('serves until it is asked to stop, while commands join the running database', async () => {
  const server = await kontor(['serve']);
  const said = await server.says('Kontor is at http://');
  const url = /Kontor is at (\S+)/.exec(said)?.[1] ?? '';
  expect((await fetch(url)).status).toBeLessThan(500);
  const status = await (await kontor(['migrate', 'status'])).ended;
  expect(status).toMatchObject({ status: 0, out: expect.stringContaining('applied  00000000000000_prelude') });
  expect(serverRuns()).toBe(true);
  server.signal('SIGTERM');
  expect((await server.ended).status).toBe(0);
  expect(serverRuns()).toBe(false);
}, 60_000);

test('a command starts the database itself, and leaves none running', async () => {
  expect((await (await kontor(['migrate'])).ended).status).toBe(0);
  expect(serverRuns()).toBe(false);
}, 60_000);

test('a port that is taken is one line, and the database is stopped again', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as net.AddressInfo;
  const { status, err } = await (await kontor(['serve'], { PORT: String(port) })).ended;
  expect(status).toBe(1);
  expect(err.trim().split('\n').at(-1)).toBe(
    `kontor: Port ${port} is taken by another program: set PORT to a free one`,
  );
  expect(serverRuns()).toBe(false);
  other.close();
}, 60_000);

test.each([
  [{ PORT: 'many' }, 'kontor: Invalid setting: PORT must be a port number'],
  [{ KONTOR_PROT: '1' }, 'kontor: Unknown setting KONTOR_PROT: the environment has a KONTOR_ name that nothing reads.'],
  [{ DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }, 'kontor: No database at 127.0.0.1:1/x: '],
])(
  'with %j says in one line what is wrong',
  async (env, line) => {
    const { status, out, err } = await (await kontor(['serve'], env)).ended;
    expect(status).toBe(1);
    expect([out, err.trim().split('\n')]).toEqual(['', [expect.stringContaining(line)]]);
  },
  60_000,
);

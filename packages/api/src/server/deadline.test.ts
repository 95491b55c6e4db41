/** What happens to work that nobody waits for any more, or that takes too long. */
import net from 'node:net';
import { startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

let world: World;
let token: string;
let owner: pg.Client;
/** Looks on; a transaction that holds a lock sees the activity of its beginning. */
let watcher: pg.Client;

beforeAll(async () => {
  world = await startWorld();
  ({ token } = await world.member('hr', [{ role: 'HR' }]));
});
afterAll(() => world.stop());
beforeEach(async () => {
  owner = new pg.Client({ connectionString: world.ownerUrl });
  watcher = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await watcher.connect();
});
afterEach(async () => {
  await owner.end();
  await watcher.end();
});

const ask = (query: string, signal?: AbortSignal) =>
  fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });

/** Statements of the server that wait for a lock on a table. */
async function waiting(): Promise<number> {
  const { rows } = await watcher.query<{ count: number }>(
    `select count(distinct a.pid)::int as count from pg_stat_activity a join pg_locks l on l.pid = a.pid
     where a.datname = current_database() and not l.granted`,
  );
  return rows[0]?.count ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not come about.');
}

test('a client that goes away takes its statements with it', async () => {
  await owner.query('begin; lock table department, room in access exclusive mode');
  const client = new AbortController();
  const answer = ask('{ departments { totalCount } rooms { totalCount } }', client.signal).catch(
    (error: Error) => error.name,
  );
  await until(async () => (await waiting()) === 2);
  client.abort();
  expect(await answer).toBe('AbortError');
  await until(async () => (await waiting()) === 0);
  await owner.query('rollback');
  expect((await ask('{ departments { totalCount } }')).status).toBe(200);
});

test('twenty clients that go away while all connections are taken leave none of them behind', async () => {
  await owner.query('begin; lock table department in access exclusive mode');
  const client = new AbortController();
  const answers = Array.from({ length: 20 }, () =>
    ask('{ departments { totalCount } }', client.signal).catch(() => 'gone'),
  );
  await until(async () => (await waiting()) >= 5);
  client.abort();
  await Promise.all(answers);
  await until(async () => (await waiting()) === 0);
  await owner.query('rollback');
  expect((await ask('{ departments { totalCount } }')).status).toBe(200);
});

test('a statement is stopped after ten seconds, and a request that does not arrive after fifteen', async () => {
  await owner.query('begin; lock table department in access exclusive mode');
  const { hostname, port } = new URL(world.url);
  const stalled = new Promise<string>((resolve) => {
    const socket = net.connect(Number(port), hostname);
    let received = '';
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    socket.on('close', () => resolve(received));
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: kontor\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
  });
  const slow = await (await ask('{ departments { totalCount } }')).json();
  expect(slow).toMatchObject({
    errors: [{ message: expect.stringContaining('10 seconds'), extensions: { code: 'LIMIT_EXCEEDED' } }],
  });
  await owner.query('rollback');
  const answer = await stalled;
  expect(answer).toContain('LIMIT_EXCEEDED');
  expect(answer).toContain('15 seconds');
}, 30_000);

/** How often something may be asked: buckets in the database, and what processes know of them. */
import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Allowance } from './allowance.ts';
import { networkOf, takeFromBucket } from './rate-limit.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1_000, ratePerSecond: 1 });
});
afterAll(() => world.stop());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const inTable = async (bucket: string): Promise<number | undefined> =>
  (await world.server.app.pool.query<{ tokens: number }>('select tokens from rate_limit where bucket = $1', [bucket]))
    .rows[0]?.tokens;

describe('a bucket', () => {
  test('gives what it holds, then says how long to wait', async () => {
    const take = () => takeFromBucket(world.server.app, 'gives', 3, 0.1);
    for (let time = 0; time < 3; time += 1) expect(await take()).toEqual({ allowed: true });
    expect(await take()).toEqual({ allowed: false, retryAfterSeconds: 10 });
    expect(await take()).toEqual({ allowed: false, retryAfterSeconds: 10 });
  });

  test('fills again, and not above its brim', async () => {
    const take = () => takeFromBucket(world.server.app, 'fills', 2, 20);
    await take();
    await take();
    expect(await take()).toMatchObject({ allowed: false });
    await pause(300);
    expect(await take()).toEqual({ allowed: true });
    expect(await take()).toEqual({ allowed: true });
    expect(await take()).toMatchObject({ allowed: false });
  });

  test('gives no more to fifty at once than it holds', async () => {
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => takeFromBucket(world.server.app, 'at once', 7, 0.001)),
    );
    expect(taken.filter((each) => each.allowed)).toHaveLength(7);
  });

  test('may have any name', async () => {
    for (const name of ['', 'ö\0', 'x'.repeat(5_000)])
      expect(await takeFromBucket(world.server.app, name, 1, 1)).toEqual({ allowed: true });
    expect(await takeFromBucket(world.server.app, 'x'.repeat(5_000), 1, 0.01)).toMatchObject({ allowed: false });
  });
});

describe('what several processes spend', () => {
  const options = { capacity: 100, perSecond: 0.001 };
  const process = () => new Allowance(world.server.app.pool, world.server.app.log, options);

  test('is settled in one row, and what was too much is paid back', async () => {
    const [one, other] = [process(), process()];
    await one.open('shared');
    await other.open('shared');
    one.spend('shared', 80);
    other.spend('shared', 80);
    await one.settle();
    await other.settle();
    expect(await inTable('shared')).toBeCloseTo(-60, 1);
    expect(() => other.spend('shared', 1)).toThrow('Too much was asked');
    one.owe('shared', 1);
    await one.settle();
    expect(() => one.spend('shared', 1)).toThrow('Too much was asked');
    await one.close();
    await other.close();
  });

  test('is known to one that starts later', async () => {
    const before = process();
    await before.open('later');
    before.spend('later', 90);
    await before.close();
    const after = process();
    await after.open('later');
    expect(() => after.spend('later', 20)).toThrow('Too much was asked');
    after.spend('later', 10);
    await after.close();
  });

  test('costs no statement for each request, and one each second for all together', async () => {
    let statements = 0;
    const counting = {
      query: (query: { text: string }) => {
        statements += 1;
        return world.server.app.pool.query(query);
      },
    };
    const allowance = new Allowance(counting as never, world.server.app.log, options);
    for (const principal of ['a', 'b', 'c']) await allowance.open(principal);
    expect(statements).toBe(3);
    for (let request = 0; request < 50; request += 1) {
      for (const principal of ['a', 'b', 'c']) {
        await allowance.open(principal);
        allowance.spend(principal, 1);
      }
    }
    expect(statements).toBe(3);
    await allowance.close();
    expect(statements).toBe(4);
    expect(await inTable('b')).toBeCloseTo(50, 1);
  });

  test('is not lost while the database is away', async () => {
    let away = false;
    const pool = {
      query: (query: never) => (away ? Promise.reject(new Error('away')) : world.server.app.pool.query(query)),
    };
    const allowance = new Allowance(pool as never, { warn: () => {} } as never, options);
    await allowance.open('away');
    allowance.spend('away', 30);
    away = true;
    await allowance.settle();
    away = false;
    await allowance.close();
    expect(await inTable('away')).toBeCloseTo(70, 1);
  });
});

test('whoever asks too much of the graph is told when to come again, and others are not', async () => {
  const [eager, calm] = [await world.member('eager', [{ role: 'HR' }]), await world.member('calm', [{ role: 'HR' }])];
  const ask = (token: string, accept = 'application/json') =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, accept },
      body: JSON.stringify({ query: '{ employees(first: 100) { nodes { id } } }' }),
    });
  const statuses: number[] = [];
  for (let request = 0; request < 12; request += 1) statuses.push((await ask(eager.token)).status);
  // 1,000 rows, each request takes 100 and 1 for itself.
  expect(statuses.filter((status) => status === 200)).toHaveLength(9);
  for (const accept of ['application/json', 'application/graphql-response+json']) {
    const refused = await ask(eager.token, accept);
    const { errors } = (await refused.json()) as {
      errors: [{ extensions: { code: string; retryAfterSeconds: number } }];
    };
    expect(refused.status).toBe(429);
    expect(errors[0].extensions.code).toBe('RATE_LIMITED');
    expect(errors[0].extensions.retryAfterSeconds).toBeGreaterThan(0);
    expect(refused.headers.get('retry-after')).toBe(String(errors[0].extensions.retryAfterSeconds));
  }
  expect((await ask(calm.token)).status).toBe(200);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001::5', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [null, 'unknown'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

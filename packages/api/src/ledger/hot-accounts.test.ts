/** Sixteen writers on two accounts: nobody is refused, no number is missing, and the books come out even. */
import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { foldBalances, linkEntries, verifyLedger } from './index.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

const writers = 16;
const seconds = inject('hotSeconds');

let world: World;
let books: Books;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  books = await openBooks(world, 'HOT');
});
afterAll(() => world.stop());

/** Deadlocks that the server has seen in the database of this test: whoever meets one is tried again, and says nothing. */
async function deadlocks(): Promise<number> {
  const { rows } = await world.server.app.pool.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return rows[0]?.deadlocks ?? 0;
}

test(`16 writers post to two hot accounts for ${seconds} s while balances are folded and entries linked`, {
  timeout: 120_000 + 2_000 * seconds,
}, async () => {
  const { pool } = world.server.app;
  const until = Date.now() + seconds * 1_000;
  const numbers: number[] = [];
  const refused: string[] = [];
  const writer = async (which: number): Promise<void> => {
    for (let count = 1; Date.now() < until; count += 1) {
      const amount = `${which}.${String(count % 100).padStart(2, '0')}`;
      const { record, errors } = await books.post([debit('5010', amount), credit('1930', amount)]);
      refused.push(...errors);
      if (record) numbers.push(record.number);
    }
  };
  const behind = async (): Promise<void> => {
    while (Date.now() < until) await Promise.all([foldBalances(pool), linkEntries(pool)]);
  };
  await Promise.all([behind(), ...Array.from({ length: writers }, (_, index) => writer(index + 1))]);
  expect(refused).toEqual([]);
  expect(numbers.length).toBeGreaterThan(writers);
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
  await linkEntries(pool);
  const client = await pool.connect();
  const told: string[] = [];
  const verdict = await verifyLedger(client, { tell: (difference) => told.push(difference) });
  client.release();
  expect(told).toEqual([]);
  expect(await deadlocks()).toBe(0);
  expect(verdict).toMatchObject({ entries: numbers.length, links: numbers.length, differences: 0 });
  const each = (numbers.length / seconds).toFixed(0);
  console.info(
    `${numbers.length} entries by ${writers} writers in ${seconds} s, ${each} a second: ` +
      `numbers 1 to ${numbers.length}, ${refused.length} refused, 0 deadlocks, ${verdict?.differences} differences`,
  );
});

/** Sixteen writers on two accounts: nobody is refused, no number is missing, and the books come out even. */
import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldBalances, linkEntries, verifyLedger } from './index.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

const writers = 16;
const milliseconds = 5_000;

let world: World;
let books: Books;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  books = await openBooks(world, 'HOT');
});
afterAll(() => world.stop());

test('16 writers post to two hot accounts while balances are folded and entries linked', {
  timeout: 120_000,
}, async () => {
  const { pool } = world.server.app;
  const until = Date.now() + milliseconds;
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
  expect(numbers.length).toBeGreaterThan(writers * 2);
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
  await linkEntries(pool);
  const client = await pool.connect();
  const told: string[] = [];
  const verdict = await verifyLedger(client, { tell: (difference) => told.push(difference) });
  client.release();
  expect(told).toEqual([]);
  expect(verdict).toMatchObject({ entries: numbers.length, links: numbers.length, differences: 0 });
  console.info(`${numbers.length} entries in ${milliseconds / 1000} s by ${writers} writers`);
});

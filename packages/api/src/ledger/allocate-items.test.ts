/** How much is asked of the database where many open items are settled at once. */
import { newKey, perform, performed, startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'MANY');
  const party = { companyId: books.companyId, code: 'K1', name: 'Kund AB', kind: 'CUSTOMER' };
  await performed(books.accountant, 'createParty', party, 'party { id }');
  const lines = Array.from({ length: 40 }, (_, index) => debit('1510', String(index + 1), { party: 'K1' }));
  const { errors } = await books.post([...lines, credit('3001', '820')], { journal: 'B' });
  expect(errors).toEqual([]);
});
afterAll(() => world.stop());

/** How many statements were sent to the database while something ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Client;
  const { query } = prototype;
  let count = 0;
  const counting = function (this: pg.Client, ...given: Parameters<typeof query>) {
    count += 1;
    return query.apply(this, given);
  };
  prototype.query = counting as typeof query;
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return count;
}

test('forty items are looked up and judged by as many statements as two', async () => {
  const query = '{ openItems(first: 40) { nodes { id } } }';
  const { openItems } = await books.accountant.client.request<{ openItems: { nodes: { id: string }[] } }>(query);
  const ids = openItems.nodes.map(({ id }) => id);
  expect(ids).toHaveLength(40);
  // All of them are debits: nothing is settled, and everything is asked.
  const judged = async (chosen: readonly string[]): Promise<readonly string[]> => {
    const items = chosen.map((itemId) => ({ itemId }));
    const input = { companyId: books.companyId, items, idempotencyKey: newKey() };
    return (await perform(books.accountant, 'allocateItems', input, 'allocation { id }')).errors;
  };
  const few = ids.slice(0, 2);
  const refused = await judged(few);
  expect(refused).toHaveLength(1);
  expect(await judged(ids)).toEqual(refused);
  const [ofTwo, ofForty] = [await statementsOf(() => judged(few)), await statementsOf(() => judged(ids))];
  expect(ofTwo).toBeGreaterThan(3);
  // A job of the server may have asked something meanwhile.
  expect(ofForty - ofTwo).toBeLessThan(10);
  const unknown = '00000000-0000-7000-8000-000000000001';
  expect(await judged([...few, unknown])).toEqual(['NOT_FOUND items.2.itemId']);
});

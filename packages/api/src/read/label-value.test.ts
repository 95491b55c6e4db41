import { type Member, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let admin: Member;

beforeAll(async () => {
  world = await startWorld();
  admin = await world.member('boss', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.stop());

const labels = async (query: string): Promise<readonly string[]> => {
  const { list } = await admin.client.request<{ list: { nodes: { _label: string }[] } }>(query);
  return list.nodes.map(({ _label }) => _label);
};

test('choices stand in labels by their words, in the language of the reader', async () => {
  const grants = '{ list: roleGrants(first: 1) { nodes { _label } } }';
  expect(await labels(grants)).toEqual(['Administrator boss']);
  await performed(admin, 'updateUser', { id: admin.userId, expectedVersion: 1, language: 'hu' }, 'user { id }');
  expect(await labels(grants)).toEqual(['Rendszergazda boss']);
});

test('moments stand in labels to the minute, with the clocks that are meant', async () => {
  const [label] = await labels('{ list: auditOperations(first: 1) { nodes { _label } } }');
  expect(label).toMatch(/^\w+ \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC$/);
});

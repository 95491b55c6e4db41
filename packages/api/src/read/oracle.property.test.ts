import type { World } from '@kontor/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityName } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { difference } from './proof/difference.ts';
import { operationOf } from './proof/graph-text.ts';
import { expectedPage } from './proof/prisma-oracle.ts';
import { type Draw, drawQuery, type ListQuery } from './proof/random-query.ts';
import type { Rows } from './proof/random-world.ts';
import { Tally } from './proof/tally.ts';
import { isKept, isRead, openToReader } from './proof/whole-reader.ts';

const seed = 20_261_122;
const batches = 130;
const batchSize = 16;
const leastDraws = 8;

let world: World;
let token: string;
let rows: Rows;

beforeAll(async () => {
  ({ world, rows, token } = await openToReader(seed));
});
afterAll(() => world.stop());

const evenly = (most: number): fc.Arbitrary<number> => fc.noBias(fc.nat(most));

async function ask(body: object): Promise<{ data?: { list: unknown } | null; errors?: unknown }> {
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { data?: { list: unknown } | null };
}

async function compare(query: ListQuery, asVariables: boolean, tally: Tally): Promise<void> {
  const { cursor, page } = await expectedPage(world.server.app.prisma, query);
  if (difference([], page['nodes'] ?? page['edges'])) tally.count('pages with rows');
  const pointer = cursor === null ? {} : query.args.last === undefined ? { after: cursor } : { before: cursor };
  const operation = operationOf(query, { ...query.args, ...pointer }, asVariables);
  const answer = await ask(operation);
  const differs = answer.errors ? JSON.stringify(answer.errors) : difference(page, answer.data?.list);
  if (differs) throw new Error(`${differs}\n${JSON.stringify(operation)}`);
}

test('random filters, orders, pages and selections give the rows that Prisma gives', { timeout: 300_000 }, async () => {
  const tally = new Tally();
  tally.expect(['pages with rows']);
  // What has the most fields and relations comes up most often.
  const among = [
    ...entities()
      .map((entity) => entity.name)
      .filter((entity) => !isKept(entity)),
    ...Array<EntityName>(4).fill('Employee'),
    'Position',
    'ApiToken',
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const draw: Draw = (below) => generate(evenly, below - 1);
      const queries = Array.from(
        { length: batchSize },
        () => [drawQuery({ draw, rows, tally, among: isRead }, among), draw(2) === 1] as const,
      );
      await Promise.all(queries.map(([query, asVariables]) => compare(query, asVariables, tally)));
    }),
    { seed, numRuns: batches, endOnFailure: true },
  );
  console.info(`Drawn: ${tally}`);
  expect(tally.below(leastDraws)).toEqual([]);
  expect(tally.of('pages with rows')).toBeGreaterThan((batches * batchSize) / 4);
});

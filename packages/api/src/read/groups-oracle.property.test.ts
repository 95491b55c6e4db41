import type { World } from '@kontor/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityName } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { type Answer, asker } from '../policy/proof/asking.ts';
import { difference } from './proof/difference.ts';
import { groupsOperation } from './proof/group-text.ts';
import { NaiveGroups } from './proof/naive-groups.ts';
import { delegateOf, filterOf } from './proof/prisma-oracle.ts';
import { drawGroups, type GroupQuery } from './proof/random-groups.ts';
import type { Draw } from './proof/random-query.ts';
import type { Rows } from './proof/random-world.ts';
import { Tally } from './proof/tally.ts';
import { isKept, isRead, openToReader } from './proof/whole-reader.ts';

const seed = 20_261_123;
const batches = 80;
const batchSize = 12;
const leastDraws = 3;
const sizeByDefault = 100;

let world: World;
let token: string;
let rows: Rows;

beforeAll(async () => {
  ({ world, rows, token } = await openToReader(seed));
});
afterAll(() => world.stop());

/** Entities whose every row is among those in memory: whoever asks came later, with an account of their own. */
async function known(): Promise<readonly EntityName[]> {
  const found = await Promise.all(
    entities().map(async ({ name }) => {
      const stored = await delegateOf(world.server.app.prisma, name).findMany({ where: {} });
      return !isKept(name) && stored.length === rows.get(name)?.length ? [name] : [];
    }),
  );
  return found.flat();
}

const evenly = (most: number): fc.Arbitrary<number> => fc.noBias(fc.nat(most));

interface List {
  readonly edges: readonly { readonly cursor: string }[];
}

async function compare(query: GroupQuery, asVariables: boolean, tally: Tally): Promise<void> {
  const { prisma } = world.server.app;
  const ask = asker(world.url, token);
  const { entity, where, includeInactive, first, total } = query;
  const filter = await filterOf(prisma, entity, { ...(where && { where }), includeInactive });
  const found = await delegateOf(prisma, entity).findMany({ where: filter, select: { id: true } });
  const ids = new Set(found.map((row) => row['id']));
  const chosen = (rows.get(entity) ?? []).filter((row) => ids.has(row['id']));
  const expected = new NaiveGroups(query, rows).expected(chosen);
  const send = async (after: string | null): Promise<Answer> => {
    const { query: text, variables } = groupsOperation(query, after, asVariables);
    return ask(text, variables);
  };
  const fail = (why: string): never => {
    throw new Error(`${why}\n${JSON.stringify(groupsOperation(query, null, asVariables))}`);
  };
  if (expected.mixesCurrencies) {
    tally.count('currencies mixed');
    const { errors } = await send(null);
    const [error] = errors ?? [];
    if (error?.extensions.code !== 'BAD_INPUT' || !error.message.includes('currenc')) fail('added several currencies');
    return;
  }
  if (query.keys.length === 0) {
    const answer = await send(null);
    const differs = answer.errors ? JSON.stringify(answer.errors) : difference(expected.total, answer.data?.['list']);
    if (differs) fail(differs);
    return;
  }
  const at =
    query.cursor === null || expected.nodes.length === 0 ? null : Math.floor(query.cursor * expected.nodes.length);
  let after: string | null = null;
  if (at !== null) {
    const whole = await ask(...wholeOf(query, asVariables));
    after =
      (whole.data?.['list'] as List | undefined)?.edges[at]?.cursor ??
      fail(`no cursor ${at} ${JSON.stringify(whole.errors)}`);
  }
  const from = at === null ? 0 : at + 1;
  const nodes = expected.nodes.slice(from, from + (first ?? sizeByDefault));
  if (nodes.length > 0) tally.count('groups answered');
  const answer = await send(after);
  const { edges: _edges, ...list } = (answer.data?.['list'] ?? { edges: [] }) as Record<string, unknown>;
  const page = {
    nodes,
    totalCount: expected.nodes.length,
    pageInfo: { hasNextPage: from + nodes.length < expected.nodes.length, hasPreviousPage: at !== null },
    ...(total && { total: expected.total }),
  };
  const differs = answer.errors ? JSON.stringify(answer.errors) : difference(page, list);
  if (differs) fail(differs);
}

/** The same groups in full, to take a cursor from. */
function wholeOf(query: GroupQuery, asVariables: boolean): [string, object] {
  const { query: text, variables } = groupsOperation({ ...query, first: 1000 }, null, asVariables);
  return [text, variables];
}

test('random groupings come to what going through the rows comes to', { timeout: 300_000 }, async () => {
  const tally = new Tally();
  tally.expect(['groups answered', 'currencies mixed']);
  const among = [
    ...(await known()),
    ...Array<EntityName>(4).fill('Employee'),
    ...(['Position', 'Device', 'Payslip', 'JournalLine', 'Compensation'] as const),
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const draw: Draw = (below) => generate(evenly, below - 1);
      const queries = Array.from(
        { length: batchSize },
        () => [drawGroups({ draw, rows, tally, among: isRead }, among), draw(2) === 1] as const,
      );
      await Promise.all(queries.map(([query, asVariables]) => compare(query, asVariables, tally)));
    }),
    { seed, numRuns: batches, endOnFailure: true },
  );
  console.info(`Drawn: ${tally}`);
  expect(tally.below(leastDraws)).toEqual([]);
  expect(tally.of('groups answered')).toBeGreaterThan((batches * batchSize) / 3);
});

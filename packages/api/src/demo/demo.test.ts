/** The demo company, filled in once: what everybody who tries Kontor finds. */
import { startWorld, type World } from '@kontor/testkit';
import { gql } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCurrentValues } from '../people/index.ts';
import { type DemoLogins, loginTable, seedDemo } from './index.ts';

let world: World;
let demo: DemoLogins;
const lines: string[] = [];
const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  world = await startWorld();
  demo = await seedDemo(world.server.app, (line) => lines.push(line), now);
  console.log(lines.join('\n'));
}, 300_000);
afterAll(() => world.stop());

const prisma = () => world.server.app.prisma;

describe('there are', () => {
  test('as many of everything as was planned', async () => {
    const count = async (name: 'company' | 'department' | 'costCentre' | 'person' | 'employee' | 'device') =>
      (prisma()[name] as { count(): Promise<number> }).count();
    const names = ['company', 'department', 'costCentre', 'person', 'employee', 'device'] as const;
    const counts = await Promise.all(names.map(async (name) => [name, await count(name)]));
    expect(Object.fromEntries(counts)).toEqual({
      company: 3,
      department: 12,
      costCentre: 12,
      person: 250,
      employee: 250,
      device: 400,
    });
  });

  test('devices in every state', async () => {
    const groups = await prisma().device.groupBy({ by: ['status'], _count: true });
    console.log(groups.map((g) => `${g.status} ${g._count}`).join(', '));
    expect(groups.map(({ status }) => status).sort()).toEqual([
      'AWAITING_ACCEPTANCE', 'DESTROYED', 'DONATED', 'IN_REPAIR', 'IN_STOCK', 'IN_USE', 'LOST', 'ON_LOAN', 'ORDERED',
      'QUARANTINE', 'RECEIVED', 'RESERVED', 'RETIRED', 'RETURN_DUE', 'SOLD', 'STOLEN', 'WRITTEN_OFF',
    ]);
  });
});

import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCurrentValues } from '../people/index.ts';
import { localOperator } from '../server/authenticate.ts';
import { seedPeople } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const people = 620;

test('many people are added with all that belongs to them, more than once, the same each time', async () => {
  const { app } = world.server;
  const done: number[] = [];
  const first = await seedPeople(app, localOperator, people, (count) => done.push(count));
  expect(done).toEqual([500, 620]);
  const second = await seedPeople(app, localOperator, people, () => undefined);
  expect([first, second]).toEqual(['BULK1', 'BULK2']);
  const namesIn = async (code: string) => {
    const found = await app.prisma.employee.findMany({
      where: { company: { code } },
      orderBy: { employeeNumber: 'asc' },
    });
    return found.map(({ firstName, lastName, salary }) => `${firstName} ${lastName} ${salary}`);
  };
  expect(await namesIn('BULK1')).toHaveLength(people);
  expect(await namesIn('BULK2')).toEqual(await namesIn('BULK1'));
  expect(await checkCurrentValues(app.prisma, new Date())).toEqual([]);
});

test('each has a department, a position, a manager and pay that rose twice', async () => {
  const { prisma } = world.server.app;
  expect(await prisma.compensation.count()).toBe(2 * people * 3);
  expect(await prisma.assignment.count()).toBe(2 * people);
  expect(await prisma.employee.count({ where: { managerId: null } })).toBe(2);
  const overfull = await prisma.$queryRaw`
    select p.id from position p join assignment a on a.position_id = p.id group by p.id having sum(a.fte) > p.budgeted_fte`;
  expect(overfull).toEqual([]);
});

test('never in production', async () => {
  const { app } = world.server;
  const production = { ...app, env: { ...app.env, nodeEnv: 'production' as const } };
  await expect(seedPeople(production, localOperator, 1, () => undefined)).rejects.toThrow('never put into production');
});

import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { createPool, createPrismaClient } from './pool.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
let pool: pg.Pool;
let prisma: PrismaClient;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl);
  prisma = createPrismaClient(pool);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
  await database.drop();
});

test('the driver takes what Prisma asks for at once, of several relations in a transaction, without a word', async () => {
  const warnings: string[] = [];
  const hear = (warning: Error) => warnings.push(warning.message);
  process.on('warning', hear);
  const euro = await prisma.$transaction((tx) =>
    tx.currency.findUniqueOrThrow({
      where: { code: 'EUR' },
      select: { code: true, companies: true, compensations: true, positions: true, devices: true },
    }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', hear);
  expect(euro).toEqual({ code: 'EUR', companies: [], compensations: [], positions: [], devices: [] });
  expect(warnings).toEqual([]);
});

test('a statement that fails leaves those before and after it their own answers', async () => {
  const client = await pool.connect();
  const [before, failing, after] = await Promise.allSettled([
    client.query('select 1 as n'),
    client.query('select 1 / 0'),
    client.query('select 3 as n'),
  ]);
  client.release();
  expect(before).toMatchObject({ value: { rows: [{ n: 1 }] } });
  expect(failing).toMatchObject({ reason: { code: '22012' } });
  expect(after).toMatchObject({ value: { rows: [{ n: 3 }] } });
});

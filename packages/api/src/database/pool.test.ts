import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { createPool, createPrismaClient, createReportPool } from './pool.ts';
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

test('who is alone with a report has several processors for it, and who shares has one', async () => {
  const reports = createReportPool(database.appUrl, { max: 1, onError: () => {} });
  const processors = async (): Promise<string> => {
    const show = 'show max_parallel_workers_per_gather';
    return (await reports.query<{ max_parallel_workers_per_gather: string }>(show)).rows[0]
      ?.max_parallel_workers_per_gather as string;
  };
  try {
    const alone = await processors();
    expect(Number(alone)).toBeGreaterThan(0);
    expect(await Promise.all([processors(), processors(), processors()])).toEqual(['0', '0', alone]);
    expect(await processors()).toBe(alone);
  } finally {
    await reports.end();
  }
});

test('two reports on two connections take one processor each', async () => {
  const reports = createReportPool(database.appUrl, { max: 2, onError: () => {} });
  const first = await reports.connect();
  const second = await reports.connect();
  const { rows } = await second.query('show max_parallel_workers_per_gather');
  expect(rows).toEqual([{ max_parallel_workers_per_gather: '0' }]);
  first.release();
  second.release();
  await reports.end();
});

import type { App } from '../../app.ts';
import { createPool, createPrismaClient } from '../../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../../database/testing.ts';
import { localOperator } from '../../server/authenticate.ts';
import { operate } from '../../write/operation.ts';

/** A database of its own with companies of these codes, for commands that want one. */
export async function companyDatabase(...codes: readonly string[]): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const pool = createPool(database.appUrl);
  const prisma = createPrismaClient(pool);
  const company = { name: 'Åkerö AB', country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
  await operate({ prisma } as App, { viewer: localOperator, command: 'test' }, ({ tx }) =>
    tx.company.createMany({ data: codes.map((code) => ({ code, ...company })) }),
  );
  await prisma.$disconnect();
  await pool.end();
  return database;
}

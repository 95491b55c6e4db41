/** A migrated database of its own for each test file. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { inDatabase } from './connect.ts';
import { cloneDatabase } from './scratch-database.ts';
// It declares what is injected.
import type {} from './testing-setup.ts';

export type TestDatabase = { ownerUrl: string; appUrl: string; drop(): Promise<void> };

/** Made in `beforeAll`, dropped in `afterAll`. Close pools first, or their connections break. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject('testServer');
  const name = `kontor_test_${randomBytes(6).toString('hex')}`;
  const clone = await cloneDatabase(ownerUrl, template, name);
  return { ownerUrl: clone.url, appUrl: inDatabase(appUrl, name), drop: clone.drop };
}

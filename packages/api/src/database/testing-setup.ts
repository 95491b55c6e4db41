/**
 * Before all tests: one server, and on it one migrated database that each test file
 * clones in 25 ms. The embedded server gives up crash safety for speed here.
 */
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { readEnv, workspaceRoot } from '../env.ts';
import { withClient } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { checksumOf, readMigrations, readStandingSql } from './migration-files.ts';
import { createTemplate, dropDatabase } from './scratch-database.ts';

export type TestServer = { ownerUrl: string; appUrl: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
    /** Operations for each viewer in the comparison of worlds that differ in what is hidden. */
    leakRuns: number;
    /** How often the server and the database are killed with postings under way. */
    crashRuns: number;
    /** For how long many post to two accounts. */
    hotSeconds: number;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  const migrations = await readMigrations();
  const standing = await readStandingSql();
  const content = [...migrations, ...standing].map((file) => `${file.name}\n${file.sql}`).join('\n');
  const template = `kontor_template_${checksumOf(content).slice(0, 12)}`;
  if (server.alone) await dropLeftovers(server.ownerUrl, template);
  await createTemplate(server.ownerUrl, template, async (url) => {
    await migrate(url, { appUrl: server.appUrl });
  });
  project.provide('testServer', { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template });
  return server.stop;
}

async function openTestServer(): Promise<{ ownerUrl: string; appUrl: string; alone: boolean; stop(): Promise<void> }> {
  const { testDatabaseUrl } = readEnv();
  if (testDatabaseUrl !== null) {
    return { ownerUrl: testDatabaseUrl, appUrl: testDatabaseUrl, alone: false, stop: async () => {} };
  }
  return startEmbedded({ home: path.join(workspaceRoot, '.kontor/test'), durable: false, report: console.info });
}

/** What killed runs left; only if no other run uses the server, as its databases would go too. */
async function dropLeftovers(ownerUrl: string, template: string): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname LIKE 'kontor\\_%' AND datname <> $1`,
      [template],
    ),
  );
  for (const { name } of rows) await dropDatabase(ownerUrl, name);
}

/** The example of a page, built and served as an app of somebody else, in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  launchChromium,
  openOffice,
  performed,
  startJobs,
  startWorld,
  type World,
  worldPassword,
} from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../examples/react');
let world: World;
let jobs: ReturnType<typeof startJobs>;
let browser: Awaited<ReturnType<typeof launchChromium>>;
let served: { readonly url: string; close(): Promise<void> };
let outDir: string;

async function serve(): Promise<typeof served> {
  const { build, preview } = await import('vite');
  const common = { root, logLevel: 'error' as const, build: { outDir } };
  await build(common);
  const server = await preview({
    ...common,
    preview: { host: '127.0.0.1', port: 0, proxy: { '/graphql': world.url } },
  });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url, close: () => server.close() };
}

beforeAll(async () => {
  outDir = mkdtempSync(path.join(tmpdir(), 'kontor-react-'));
  world = await startWorld();
  jobs = startJobs(world.server.app);
  served = await serve();
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await jobs.stop();
  await world.stop();
  rmSync(outDir, { recursive: true, force: true });
});

test('somebody signs in, searches, and sees what a colleague changes meanwhile', async () => {
  const office = await openOffice(world);
  const { employeeId } = await office.hire('Åsa');
  await office.hire('Björn');
  await world.member('reader', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(served.url);
  await page.getByLabel('Email').fill('reader@world.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'password' }).waitFor();
  await page.getByLabel('Password').fill(worldPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Colleagues of reader' }).waitFor();
  const people = page.getByRole('listitem');
  await people.filter({ hasText: 'Björn' }).waitFor();
  await page.getByRole('searchbox').fill('Åsa');
  await people.filter({ hasText: 'Björn' }).waitFor({ state: 'detached' });
  expect(await people.count()).toBe(1);
  const { employee } = await office.hr.client.request<{ employee: { version: number } }>(
    'query ($id: ID!) { employee(id: $id) { version } }',
    { id: employeeId },
  );
  const change = { id: employeeId, workEmail: 'asa@world.example', expectedVersion: employee.version };
  await performed(office.hr, 'updateEmployee', change, 'employee { id }');
  await page.getByRole('link', { name: 'asa@world.example' }).waitFor();
}, 120_000);

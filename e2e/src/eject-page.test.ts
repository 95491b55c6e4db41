/** A generated page becomes one that is changed by hand: it compiles, and stands in place of the generated one. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { launchChromium, type Office, openOffice, startWorld, type World } from '@kontor/testkit';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

let copy: WorkspaceCopy;
let world: World;
let office: Office;
let browser: Browser;

const list = 'packages/console/src/pages/employees/list-page.tsx';
const show = 'packages/console/src/pages/employees/show-page.tsx';
const within = (...parts: string[]): string => path.join(copy.root, ...parts);

beforeAll(async () => {
  copy = copyWorkspace();
  copy.generate();
  world = await startWorld();
  office = await openOffice(world);
  await office.hire('Anna');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
  copy.remove();
});

/** Runs a program on the console of the copy. */
const run = (program: string, ...args: string[]): string =>
  execFileSync(process.execPath, [within(program), ...args], {
    cwd: within('packages/console'),
    // As it is built for those who use it, and not for tests.
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Has a browser load the console that was built in the copy, over the graph of the world. */
async function serveOwn(context: BrowserContext): Promise<void> {
  const dist = within('packages/console/own');
  await context.route(/^http/, (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() !== 'GET') return route.continue();
    const file = path.join(dist, pathname);
    return route.fulfill({
      path: existsSync(file) && statSync(file).isFile() ? file : path.join(dist, 'index.html'),
    });
  });
}

test('a page is written as it was generated, compiles, and is shown as it was changed', async () => {
  copy.program.run('console', 'eject', 'Employee', '--page', 'list');
  copy.program.run('console', 'eject', 'Employee');
  expect(readFileSync(within(list), 'utf8')).toMatch(/const COLUMNS = \[\s*'lastName',\s*'firstName',/);
  expect(readFileSync(within(show), 'utf8')).toMatch(/contact: \['workEmail', 'workPhone'\],/);
  expect(() => copy.program.run('console', 'eject', 'Employee')).toThrow(/is there already/);
  expect(() => copy.program.run('console', 'eject', 'Nobody')).toThrow(/There is no entity Nobody/);

  copy.edit(list, '<Page title={resource.pluralLabel}', '<Page title="Everybody at work"');
  copy.edit(list, "  'firstName',\n", '');
  run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.');
  run('packages/console/node_modules/vite/bin/vite.js', 'build', '--outDir', 'own', '--logLevel', 'error');

  const desk = await Desk.signedIn(browser, world.url, 'hr-SE', { prepare: serveOwn });
  const { page } = desk.picturedOnFailure();
  await page.goto(`${world.url}/employees`);
  await page.getByRole('heading', { level: 1, name: 'Everybody at work' }).waitFor();
  await page.getByRole('cell', { name: 'Test', exact: true }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Last name' }).count()).toBe(1);
  expect(await page.getByRole('columnheader', { name: 'First name' }).count()).toBe(0);
  // What nobody ejected is generated as before.
  await page.goto(`${world.url}/departments`);
  await page.getByRole('heading', { level: 1, name: 'Departments' }).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

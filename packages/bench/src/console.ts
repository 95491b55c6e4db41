/** How long a person waits in the console, from the click to the rows on the screen. */

import { hashPassword, localOperator, operate, type RunningServer } from '@kontor/api';
import { launchChromium } from '@kontor/testkit';
import type { CDPSession, Page } from 'playwright-core';
import { onPeople } from './installation.ts';
import { start } from './measure.ts';

const password = 'a password of the bench';
const email = 'desk@bench.example';
const rowsOfAPage = 25;
const rounds = 7;

/** What console.md allows, in seconds: on the processor as it is, and on one a quarter as fast. */
const speeds = [
  { name: 'as it is', throttle: 1, atMost: 0.7 },
  { name: 'throttled four times', throttle: 4, atMost: 2.5 },
] as const;

async function letIn(server: RunningServer): Promise<void> {
  const passwordHash = await hashPassword(password);
  await operate(server.app, { viewer: localOperator, command: 'bench' }, async ({ tx }) => {
    const user = await tx.user.create({ data: { email, name: 'Desk', passwordHash } });
    await tx.roleGrant.create({ data: { userId: user.id, role: 'HR', companyId: null } });
  });
}

/** Runs in the page: from the next click or key to the frame in which the list shows a full page other than before. */
const untilRows = `
  const shown = () => {
    const all = [...document.querySelectorAll('main tbody tr')];
    return all.length === ${rowsOfAPage} ? all.map((row) => row.textContent).join() : '';
  };
  const before = shown();
  window.waited = new Promise((resolve) => {
    let from = 0;
    for (const kind of ['click', 'keydown'])
      document.addEventListener(kind, () => { from = from || performance.now(); }, { capture: true });
    const look = () => {
      const now = shown();
      if (from > 0 && now !== '' && now !== before) resolve((performance.now() - from) / 1000);
      else requestAnimationFrame(look);
    };
    look();
  });`;

async function secondsUntilRows(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`(() => { ${untilRows} })()`);
  await act();
  return (await page.evaluate('window.waited')) as number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

type Waits = Map<string, number[]>;

/** One visit: the first list after loading the console, then from list to list and within one. */
async function visit(page: Page, url: string, waits: Waits): Promise<void> {
  const note = async (what: string, act: () => Promise<void>) => {
    const seconds = await secondsUntilRows(page, act);
    waits.set(what, [...(waits.get(what) ?? []), seconds]);
  };
  const menu = (name: string) => () => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.goto(url);
  await page.getByRole('navigation').waitFor();
  await page.waitForLoadState('networkidle');
  await note('first list after loading the console', menu('Employees'));
  await menu('Home')();
  await page.waitForFunction(() => document.querySelector('main tbody') === null);
  await note('to a list of people', menu('People'));
  await note('from list to list', menu('Employees'));
  await note('next page', () => page.getByRole('button', { name: 'Next page' }).click());
  await note('other order', () => page.getByRole('button', { name: 'First name' }).click());
  await page.getByRole('searchbox').fill('Last42');
  await note('search', () => page.getByRole('searchbox').press('3'));
}

/** Prints the median waits, and which of them are over what console.md allows. */
export async function consolePages(people: number): Promise<void> {
  await onPeople(people, async ({ server, appUrl, ownerUrl }) => {
    await letIn(server);
    await server.stop();
    const kontor = await start('./kontor.ts', [appUrl, ownerUrl]);
    const url = `http://127.0.0.1:${kontor.port}`;
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(url);
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('#main-content h1').waitFor();
    const session: CDPSession = await page.context().newCDPSession(page);
    console.log(`Rows on screen, ${people.toLocaleString('en')} people, ${rowsOfAPage} a page, median of ${rounds}:`);
    for (const { name, throttle, atMost } of speeds) {
      const waits: Waits = new Map();
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
      for (let round = 0; round < rounds; round += 1) await visit(page, url, waits);
      for (const [what, seconds] of waits) {
        const waited = median(seconds);
        const judged = waited <= atMost ? 'ok' : 'OVER';
        console.log(`  ${name.padEnd(21)} ${what.padEnd(37)} ${waited.toFixed(2)} s, at most ${atMost} s: ${judged}`);
      }
    }
    await browser.close();
    kontor.child.kill();
  });
}

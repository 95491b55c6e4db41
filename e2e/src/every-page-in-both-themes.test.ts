/** Every page is usable by everybody, light and dark: by whoever may do the most. */
import { launchChromium, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { furnish } from './furnish.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  await furnish(world);
  await world.member(
    'everything',
    (['ADMINISTRATOR', 'HR', 'PAYROLL', 'ACCOUNTING', 'IT'] as const).map((role) => ({ role })),
  );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const parts = 2;

describe.concurrent('every page', () => {
  test.each(Array.from({ length: parts }, (_, part) => part))('keeps nobody out, part %i of the menu', async (part) => {
    const desk = await Desk.signedIn(browser, world.url, 'everything');
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    const walk = new Walk(desk.page);
    let examined = 0;
    await walk.walkEverything(
      async () => {
        for (const theme of ['dark', 'light'] as const) {
          await desk.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await walk.examine(theme);
        }
        examined += 1;
      },
      (place) => place % parts === part,
    );
    expect(walk.problems).toEqual([]);
    expect(examined).toBeGreaterThan(20);
    await desk.close();
  });
});

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

/** The rules of axe to which a theme makes a difference; the others hold in both where they hold in one. */
const ofColours = ['color-contrast', 'link-in-text-block'];

describe.concurrent('every page', () => {
  test.each(Array.from({ length: parts }, (_, part) => part))(
    'keeps nobody out, part %i of the menu',
    async (part) => {
      const desk = await Desk.signedIn(browser, world.url, 'everything');
      await desk.page.emulateMedia({ reducedMotion: 'reduce' });
      const walk = new Walk(desk.page);
      let examined = 0;
      await walk.walkEverything(
        async () => {
          await desk.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
          await walk.examine('dark', ofColours);
          await desk.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
          await walk.examine('light');
          examined += 1;
        },
        (place) => place % parts === part,
      );
      expect(walk.problems).toEqual([]);
      expect(examined).toBeGreaterThan(20);
      await desk.close();
    },
    600_000,
  );
});

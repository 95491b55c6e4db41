/** Every page as every role, in a real browser: it opens, asks little, and tells nothing that the role may not read. */
import { launchChromium, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { type Canary, type Furnished, furnish } from './furnish.ts';
import { Walk } from './walk.ts';

let world: World;
let browser: Browser;
let furnished: Furnished;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  furnished = await furnish(world);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** Of the values of another person: those that a role reads, as the policy has it. */
const readable: Record<string, readonly Canary[]> = {
  employee: [],
  manager: [],
  hr: ['homeStreet', 'nationalId', 'salary', 'taxCode'],
  payroll: ['homeStreet', 'iban', 'nationalId', 'salary', 'taxCode'],
  accounting: [],
  it: [],
  auditor: ['salary', 'taxCode'],
  reporting: [],
  administrator: [],
};

async function entitiesOf(name: string) {
  const member = furnished.members[name];
  const { consoleMeta } = (await member?.client.request(
    '{ consoleMeta { entities { name plural create update } } }',
  )) as {
    consoleMeta: { entities: { name: string; plural: string; create: boolean; update: string }[] };
  };
  return consoleMeta.entities;
}

const addressOfList = (plural: string): string =>
  `/${plural.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

describe.concurrent('every page', () => {
  test.each(Object.keys(readable))('opens for %s, who sees what they may', async (role) => {
    const member = furnished.members[role];
    const desk = await Desk.signedIn(browser, world.url, member?.email.split('@')[0] ?? '');
    // What moves on its way costs time and shows nothing.
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    const walk = new Walk(desk.page);
    await walk.walkEverything();
    const entities = await entitiesOf(role);
    expect(new Set(walk.opened.list)).toEqual(new Set(entities.map(({ plural }) => addressOfList(plural))));
    expect(walk.opened.create).toHaveLength(entities.filter(({ create }) => create).length);
    expect(walk.problems).toEqual([]);
    expect([...walk.seen].sort()).toEqual(readable[role]);
    await desk.close();
  });
});

/**
 * Every page as every role, in a real browser: it opens, asks little, tells nothing that the role may not read, and is
 * usable by everybody, light and dark.
 */
import { launchChromium, type Member, startWorld, type World } from '@kontor/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Examination } from './examination.ts';
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

/**
 * Of the values of another person: those that a role reads, as the policy has it. Who may do the most on a page comes
 * first, so that it is examined once, with all that is on it.
 */
const readable: Record<string, readonly Canary[]> = {
  hr: ['homeStreet', 'nationalId', 'salary', 'taxCode'],
  payroll: ['homeStreet', 'iban', 'nationalId', 'salary', 'taxCode'],
  accounting: [],
  administrator: [],
  it: [],
  manager: [],
  auditor: ['salary', 'taxCode'],
  reporting: [],
  employee: [],
};

async function entitiesOf(member: Member) {
  const { consoleMeta } = (await member.client.request(
    '{ consoleMeta { entities { name plural create update } } }',
  )) as {
    consoleMeta: { entities: { name: string; plural: string; create: boolean; update: string }[] };
  };
  return consoleMeta.entities;
}

const addressOfList = (plural: string): string =>
  `/${plural.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const examination = new Examination();

async function signedIn(name: string) {
  const desk = await Desk.signedIn(browser, world.url, name);
  // What moves on its way costs time and shows nothing.
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  return { desk, walk: new Walk(desk.page) };
}

describe.concurrent('every page', () => {
  test.each(Object.keys(readable))('opens for %s, who sees what they may, and keeps nobody out', async (role) => {
    const member = furnished.members[role];
    if (!member) throw new Error(`nobody is ${role}`);
    const { desk, walk } = await signedIn(member.email.split('@')[0] ?? '');
    await walk.walkEverything(() => examination.examine(walk));
    const entities = await entitiesOf(member);
    expect(new Set(walk.opened.list)).toEqual(new Set(entities.map(({ plural }) => addressOfList(plural))));
    expect(walk.opened.create).toHaveLength(entities.filter(({ create }) => create).length);
    expect({ problems: walk.problems, seen: [...walk.seen].sort() }).toEqual({ problems: [], seen: readable[role] });
    await desk.close();
  });
});

test('whoever may do the most has no page that was not examined, and a home page of all of them', async () => {
  const roles = ['ADMINISTRATOR', 'HR', 'PAYROLL', 'ACCOUNTING', 'IT'] as const;
  const everything = await world.member(
    'everything',
    roles.map((role) => ({ role })),
  );
  const { desk, walk } = await signedIn('everything');
  await walk.settle();
  await walk.open('home', () => desk.page.locator('nav a[href="/"]').first().click());
  await examination.examine(walk);
  const entities = await entitiesOf(everything);
  const ofNew = entities.filter(({ create }) => create).map(({ plural }) => `${addressOfList(plural)}/new`);
  expect(examination.pages).toEqual(expect.arrayContaining([...(await walk.menu()), ...ofNew]));
  expect(walk.problems).toEqual([]);
  await desk.close();
});

/** Reports that are there from the first day: who is offered them, and that each can be asked as it stands. */
import { type Member, openOffice, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../entity.ts';
import { readyReports } from '../ready-report.ts';

let world: World;
let members: Readonly<Record<string, Member>>;

const roles = [
  'EMPLOYEE',
  'MANAGER',
  'HR',
  'PAYROLL',
  'ACCOUNTING',
  'IT',
  'AUDITOR',
  'REPORTING',
  'ADMINISTRATOR',
] as const;

beforeAll(async () => {
  world = await startWorld();
  const { companyId } = await openOffice(world);
  const made = roles.map(
    async (role) => [role, await world.member(role.toLowerCase(), [{ role, companyId }])] as const,
  );
  members = Object.fromEntries(await Promise.all(made));
});
afterAll(() => world.stop());

interface Offered {
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  readonly roles: readonly string[];
}

async function offeredTo(role: string, language = 'en'): Promise<readonly Offered[]> {
  const query =
    'query ($language: String) { consoleMeta(language: $language) { readyReports { name title definition roles } } }';
  const answer = await members[role]?.client.request<{ consoleMeta: { readyReports: readonly Offered[] } }>(query, {
    language,
  });
  return answer?.consoleMeta.readyReports ?? [];
}

test('everybody on whose home page a report stands is offered it', async () => {
  expect(readyReports().length).toBeGreaterThan(10);
  for (const role of roles) {
    const offered = new Set((await offeredTo(role)).map(({ name }) => name));
    const standing = readyReports().filter((each) => each.roles.some((held) => held === role));
    expect([role, standing.filter(({ name }) => !offered.has(name)).map(({ name }) => name)]).toEqual([role, []]);
  }
});

test('nobody is offered a report of what they may never read', async () => {
  const pay = ['payrollCostByMonth', 'payrollCostByComponent'];
  for (const role of ['IT', 'ADMINISTRATOR', 'REPORTING', 'ACCOUNTING'])
    expect((await offeredTo(role)).filter(({ name }) => pay.includes(name))).toEqual([]);
  expect((await offeredTo('IT')).map(({ name }) => name)).toContain('devicesByAge');
  expect((await offeredTo('AUDITOR')).map(({ name }) => name)).toEqual(expect.arrayContaining(pay));
});

test('each has its definition in every language', async () => {
  const english = await offeredTo('AUDITOR');
  for (const language of languages.filter((each) => each !== 'en')) {
    const told = await offeredTo('AUDITOR', language);
    expect(told.map(({ name }) => name)).toEqual(english.map(({ name }) => name));
    expect(
      told.filter(({ definition }, at) => definition.length < 20 || definition === english[at]?.definition),
    ).toEqual([]);
  }
});

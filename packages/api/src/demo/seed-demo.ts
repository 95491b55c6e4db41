/** The demo company: a story of two years that ends today, told by the public commands. */
import type { App } from '../app.ts';
import { refreshAllEmployees } from '../people/index.ts';
import { localOperator } from '../server/authenticate.ts';
import { hashPassword } from '../system/password.ts';
import { operate } from '../write/operation.ts';
import { openCalendars, planAbsences } from './absence-story.ts';
import { planBooks } from './books-story.ts';
import { addDays, at, type Day, dayOf } from './calendar.ts';
import { castOf, type Member } from './cast.ts';
import { importModels, planDevices } from './device-story.ts';
import { foundCompanies, foundOtherSeats, type Staff } from './organisation-story.ts';
import { planPayroll } from './payroll-story.ts';
import { planPending } from './pending-story.ts';
import { type LetIn, planPeople, type Story } from './people-story.ts';
import {
  addressOf,
  type DemoLogins,
  demoPassword,
  grantsOf,
  loginNames,
  type Player,
  roleOfLogin,
  viewerOf,
} from './players.ts';
import { chanceFrom } from './random.ts';
import { newSchedule } from './schedule.ts';
import { type Stage, stageIn } from './stage.ts';

/** Says how far it is, for the terminal. */
export type Report = (line: string) => void;

const storyDays = 730;
/** Any number would do; this one makes this company. */
const seed = 20_240_229;
const minutesAtMost = 10;

/** Opens the accounts of everybody who can sign in. They become employees themselves once they are hired. */
async function openLogins({ app }: Stage, cast: readonly Member[]): Promise<Staff> {
  const passwordHash = await hashPassword(demoPassword);
  return operate(app, { viewer: localOperator, command: 'seedDemo', reason: 'Logins of the demo' }, async ({ tx }) => {
    const staff: Staff = {};
    for (const login of loginNames) {
      const member = cast.find((each) => each.login === login);
      const name = member
        ? `${member.firstName} ${member.lastName}`
        : login === 'auditor'
          ? 'Ingrid Revision'
          : 'Pál Könyvvizsgáló';
      const email = addressOf(login);
      const user = await tx.user.create({ data: { email, name, passwordHash } });
      // What is for one company alone is granted when there is one.
      const grants = grantsOf(login, null).filter(({ role }) => role !== 'MANAGER');
      for (const { role, companyId } of grants)
        await tx.roleGrant.create({ data: { userId: user.id, role, companyId } });
      staff[login] = viewerOf({ userId: user.id, email, name, grants });
    }
    return staff;
  });
}

/** Gives somebody who is hired an account of their own; only the logins have a password. */
const letInto =
  ({ app }: Stage, staff: Staff): LetIn =>
  ({ member, companyId, personId }: Omit<Player, 'viewer'>) =>
    operate(
      app,
      { viewer: localOperator, command: 'seedDemo', reason: 'Account of a new employee' },
      async ({ tx }) => {
        const { login, firstName, lastName, country } = member;
        const known = login === null ? null : staff[login]?.userId;
        const account = {
          email: member.workEmail,
          name: `${firstName} ${lastName}`,
          language: country.language,
          personId,
        };
        const { id: userId } = known
          ? await tx.user.update({ where: { id: known }, data: { personId } })
          : await tx.user.create({ data: account });
        const forCompany = grantsOf(login, companyId).filter((grant) => grant.companyId !== null);
        for (const { role } of forCompany) await tx.roleGrant.create({ data: { userId, role, companyId } });
        return userId;
      },
    );

async function tell(stage: Stage, today: Day, now: Date, report: Report): Promise<void> {
  const opensOn = addDays(today, -storyDays);
  const chance = chanceFrom(seed);
  const cast = castOf(chance, today, opensOn);
  const staff = await openLogins(stage, cast);
  const companies = await foundCompanies(stage, staff, opensOn, cast);
  report(`Demo company: ${companies.map(({ plan }) => plan.name).join(', ')}`);
  const schedule = newSchedule();
  const story: Story = { stage, schedule, chance, staff, today, opensOn, companies, players: new Map() };
  for (const company of companies) await foundOtherSeats(stage, staff, opensOn, company);
  const models = await importModels(story);
  planPeople(story, cast, letInto(stage, staff));
  planDevices(story, cast, models);
  planBooks(story);
  // What was dated ahead is in force before anybody asks for more.
  schedule.on(at(addDays(today, -7), 7), () => refreshAllEmployees(stage.app, at(addDays(today, -7), 7)));
  await openCalendars(story);
  planAbsences(story, cast);
  planPending(story, cast);
  planPayroll(story);
  let shown = Date.now();
  await schedule.play((done, planned) => {
    if (Date.now() - shown < 5000) return;
    shown = Date.now();
    report(`Demo company: ${Math.round((done / planned) * 100)} % of two years`);
  });
  await refreshAllEmployees(stage.app, now);
}

const rolesOf = (login: string): string => roleOfLogin(login).toLowerCase();

/** The logins of the demo, where this database has it; null elsewhere. */
export async function demoLogins({ prisma }: Pick<App, 'prisma'>): Promise<DemoLogins | null> {
  const users = await prisma.user.findMany({ where: { email: { in: loginNames.map(addressOf) }, active: true } });
  if (users.length === 0) return null;
  const byEmail = new Map(users.map((user) => [user.email, user.name]));
  const logins = loginNames.flatMap((login) => {
    const name = byEmail.get(addressOf(login));
    return name === undefined ? [] : [{ email: addressOf(login), roles: rolesOf(login), name }];
  });
  return { password: demoPassword, logins };
}

/**
 * Fills an empty database with the demo company, in one transaction: a start that is interrupted leaves nothing behind,
 * and the next one begins anew. Answers the logins; throws in production.
 */
export async function seedDemo(app: App, report: Report, now: Date = new Date()): Promise<DemoLogins> {
  if (app.env.nodeEnv === 'production') throw new Error('The demo company is never put into production.');
  const started = Date.now();
  await app.prisma.$transaction(
    async (tx) => {
      const [mine] = await tx.$queryRaw<{ locked: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended('demo company', 0)) as locked`;
      if (!mine?.locked) throw new Error('Another process is filling this database with the demo company.');
      await tell(stageIn(app, tx), dayOf(now), now, report);
    },
    { timeout: minutesAtMost * 60_000, maxWait: 15_000 },
  );
  report(`Demo company: done in ${Math.round((Date.now() - started) / 1000)} s`);
  const made = await demoLogins(app);
  if (!made) throw new Error('The demo company has no logins.');
  return made;
}

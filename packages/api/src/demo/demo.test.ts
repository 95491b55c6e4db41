/** The demo company, filled in once: what everybody who tries Kontor finds. */
import { COUNTRY_PACKS, parseIban, parseNationalId, today } from '@kontor/core';
import { startWorld, type World } from '@kontor/testkit';
import { GraphQLClient, gql } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agedAccounts, linkEntries, verifyLedger } from '../ledger/index.ts';
import { checkCurrentValues } from '../people/index.ts';
import { localOperator } from '../server/authenticate.ts';
import { castOf } from './cast.ts';
import { type DemoLogins, loginTable, offerDemo, seedDemo } from './index.ts';
import { chanceFrom } from './random.ts';

let world: World;
let demo: DemoLogins;
const now = new Date();

const app = () => world.server.app;
const prisma = () => app().prisma;

beforeAll(async () => {
  world = await startWorld();
  const interrupted = seedDemo(app(), () => {
    throw new Error('The power goes off');
  });
  await expect(interrupted).rejects.toThrow('The power goes off');
  expect([await prisma().user.count(), await prisma().company.count()]).toEqual([0, 0]);
  demo = await seedDemo(app(), () => undefined, now);
}, 600_000);
afterAll(() => world.stop());

describe('there are', () => {
  test('as many of everything as was planned', async () => {
    const names = ['company', 'department', 'costCentre', 'person', 'employee', 'device'] as const;
    const counts = await Promise.all(
      names.map(async (name) => [name, await (prisma()[name] as { count(): Promise<number> }).count()]),
    );
    expect(Object.fromEntries(counts)).toEqual({
      company: 3,
      department: 12,
      costCentre: 12,
      person: 250,
      employee: 250,
      device: 400,
    });
  });

  test('employees who are coming, who are there and who have left', async () => {
    const groups = await prisma().employee.groupBy({ by: ['status'], _count: true });
    const count = Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
    expect(count['PRE_HIRE']).toBeGreaterThanOrEqual(2);
    expect(count['ENDED']).toBeGreaterThanOrEqual(8);
    expect(count['ACTIVE']).toBeGreaterThanOrEqual(220);
  });

  test('devices in every state', async () => {
    const groups = await prisma().device.groupBy({ by: ['status'] });
    expect(groups).toHaveLength(17);
  });

  test('things that wait for a decision', async () => {
    const open = { where: { status: 'PROPOSED' } } as const;
    expect(await prisma().compensation.count(open)).toBeGreaterThanOrEqual(6);
    expect(await prisma().homeChange.count(open)).toBeGreaterThanOrEqual(3);
    expect(await prisma().taxChange.count(open)).toBeGreaterThanOrEqual(2);
    expect(await prisma().position.count(open)).toBeGreaterThanOrEqual(3);
    expect(await prisma().bankChange.groupBy({ by: ['status'] })).toEqual(
      expect.arrayContaining([{ status: 'PROPOSED' }, { status: 'FIRST_APPROVED' }]),
    );
  });

  test('a line of managers four deep', async () => {
    const [row] = await prisma().$queryRaw<{ depth: number }[]>`
      with recursive line as (
        select id, 1 as depth from employee where manager_id is null
        union all select e.id, line.depth + 1 from employee e join line on e.manager_id = line.id
      ) select max(depth)::int as depth from line`;
    expect(row?.depth).toBe(4);
  });
});

describe('what is made up', () => {
  test('has the check digits of its country', async () => {
    const on = today(now, 'Europe/Stockholm');
    const employees = await prisma().employee.findMany({ include: { person: true, company: true } });
    for (const { person, company } of employees) {
      expect(parseNationalId(person.nationalId ?? '', company.country, on).ok, person.nationalId ?? '').toBe(true);
      if (person.iban !== null) expect(parseIban(person.iban).ok, person.iban).toBe(true);
    }
    expect(employees.filter(({ person }) => person.iban !== null).length).toBeGreaterThan(220);
    expect(employees.map(({ lastName }) => lastName).join()).toMatch(/Å.*ő|ő.*Å/);
  });

  test('is the same every time', () => {
    const cast = () => castOf(chanceFrom(7), '2026-06-01', '2024-06-01');
    expect(cast()).toEqual(cast());
  });

  test('agrees with its dated rows today', async () => {
    expect(await checkCurrentValues(prisma(), now)).toEqual([]);
  });
});

const signIn = gql`
  mutation ($email: String!, $password: String!) {
    signIn(input: { email: $email, password: $password }) { user { name } userErrors { code } }
  }
`;

describe('a login', () => {
  test('of each role can sign in', async () => {
    const client = new GraphQLClient(`${world.url}/graphql`, { headers: { 'x-kontor-csrf': '1' } });
    expect(demo.logins).toHaveLength(18);
    for (const { email, name } of demo.logins)
      expect(await client.request(signIn, { email, password: demo.password })).toEqual({
        signIn: { user: { name }, userErrors: [] },
      });
  });

  test('has a person with the rights of an employee, and an auditor comes from outside', async () => {
    const users = await prisma().user.findMany({
      where: { email: { endsWith: '@demo.example' } },
      include: { roleGrants: true },
    });
    for (const { email, personId, roleGrants } of users) {
      const roles = roleGrants.map(({ role }) => role);
      if (email.startsWith('auditor')) expect([personId, roles]).toEqual([null, ['AUDITOR']]);
      else expect(roles, email).toContain('EMPLOYEE');
    }
  });

  test('is told again when the server starts again', async () => {
    const lines: string[] = [];
    await offerDemo({ ...app(), env: { ...app().env, seed: true } }, (line) => lines.push(line));
    expect(lines).toEqual([loginTable(demo)]);
    expect(lines[0]).toMatch(/kontor-demo[\s\S]*hr@demo\.example +hr +\S+/);
  });
});

test('leaves no salary, account or national number in the audit log that can be read', async () => {
  // The company's own accounts, and what is settled and budgeted in its books, are nobody's pay.
  const rows = await prisma().$queryRaw<{ line: string }[]>`
    select concat(before, after) as line from audit_change
    where table_name not in ('company_account', 'allocation', 'budget_line')`;
  const log = rows.map(({ line }) => line).join('\n');
  expect(log).toContain('"salary": {"$sealed"');
  expect(log).not.toMatch(/"(?:salary|amount|iban|national_id|birth_on|home_street)": (?!null|\{)/);
  const people = await prisma().person.findMany({ select: { iban: true, nationalId: true } });
  const secrets = people.flatMap(({ iban, nationalId }) => [iban, nationalId]).filter((each) => each !== null);
  expect(secrets.length).toBeGreaterThan(400);
  expect(secrets.filter((each) => log.includes(each))).toEqual([]);
});

test('is never put into production', async () => {
  const production = { ...app(), env: { ...app().env, nodeEnv: 'production' as const } };
  await expect(seedDemo(production, () => undefined)).rejects.toThrow('never put into production');
});

describe('payroll of the companies whose country has rules here', () => {
  const closed = 3;
  /** Months, this one last, on whose last day a country has rules. */
  const monthsOf = (country: string): number => {
    const [year = 0, month = 1] = now.toISOString().split('-').map(Number);
    const lastDays = Array.from({ length: closed + 1 }, (_, index) =>
      new Date(Date.UTC(year, month - index, 0)).toISOString().slice(0, 10),
    );
    const years = COUNTRY_PACKS.get(country)?.years ?? [];
    return lastDays.filter((day) => years.some(({ from, until }) => from <= day && day <= until)).length;
  };

  test('has paid the months that are over, each approved by somebody else, booked, and this month’s is to be looked through', async () => {
    const runs = await prisma().payRun.findMany({ include: { company: true }, orderBy: { payOn: 'asc' } });
    for (const country of ['HU', 'GB']) {
      const own = runs.filter(({ company }) => company.country === country);
      const paid = own.filter(({ status }) => status === 'PAID');
      expect([own.length, paid.length]).toEqual([monthsOf(country), monthsOf(country) - 1]);
      for (const run of paid) {
        expect(run.approvedById).not.toBe(run.preparedById);
        expect([run.entryId, run.reviewedById]).not.toContain(null);
        expect(run.employeeCount).toBeGreaterThan(25);
        const { status, approvedById, preparedById } = await prisma().paymentBatch.findFirstOrThrow({
          where: { sourceId: run.id },
        });
        expect(status).toBe('CONFIRMED');
        expect(approvedById).not.toBe(preparedById);
      }
      const open = own.at(-1);
      expect(open?.status).toBe('CALCULATED');
      expect(open?.deviationCount).toBeGreaterThanOrEqual(1);
    }
    expect(await prisma().payslip.count()).toBeGreaterThan(150);
    expect(runs.some(({ company }) => company.country === 'SE')).toBe(false);
  });
});

describe('the books of each company', () => {
  test('have two years of entries, most of them closed, and no difference', async () => {
    await linkEntries(app().pool);
    const client = await app().pool.connect();
    const told: string[] = [];
    const verdict = await verifyLedger(client, { tell: (difference) => told.push(difference) }).finally(() =>
      client.release(),
    );
    expect(told).toEqual([]);
    expect(verdict?.entries).toBeGreaterThan(3 * 20 * 8);
    const months = await prisma().journalEntry.groupBy({ by: ['companyId', 'periodId'] });
    expect(months.length).toBeGreaterThanOrEqual(3 * 24);
    const statuses = await prisma().fiscalPeriod.groupBy({ by: ['status'], _count: true });
    expect(Object.fromEntries(statuses.map(({ status, _count }) => [status, _count]))['CLOSED']).toBeGreaterThan(
      3 * 20,
    );
    expect(await prisma().openItem.count()).toBeGreaterThan(100);
  });

  test('have items that were paid, paid in part, and are overdue, as of the accounts that they stand on', async () => {
    const items = await prisma().openItem.findMany({ select: { original: true, remaining: true, dueOn: true } });
    const open = items.filter(({ remaining }) => !remaining.eq(0));
    expect(items.length - open.length).toBeGreaterThan(open.length * 3);
    expect(open.filter(({ original, remaining }) => !remaining.eq(original)).length).toBeGreaterThanOrEqual(3);
    expect(open.filter(({ dueOn }) => dueOn !== null && dueOn < new Date()).length).toBeGreaterThanOrEqual(6);
    for (const { id: companyId } of await prisma().company.findMany({ where: { fiscalYears: { some: {} } } })) {
      const endsOn = new Date().toISOString().slice(0, 10);
      const accounts = await agedAccounts(app(), localOperator, { companyId, endsOn });
      expect(accounts?.map(({ difference }) => Number(difference))).toEqual([0, 0]);
    }
  });

  test('have a budget for the year, of which a part is for a cost centre', async () => {
    const budgets = await prisma().budget.findMany({ include: { lines: { include: { dimensionSet: true } } } });
    expect(budgets).toHaveLength(3);
    for (const { lines } of budgets) {
      expect(lines).toHaveLength(3 * 12);
      expect(lines.filter(({ dimensionSet }) => dimensionSet !== null)).toHaveLength(12);
    }
  });
});

import type { RunningServer } from '@kontor/api';
import { localOperator, mintToken, operate, type Role } from '@kontor/api';

/** How many people the benchmarks of requests read among. */
export const people = 10_000;

/**
 * For so many people: three companies, 60 departments with a position for every 10,000 people, a seat and three rows of
 * pay for everyone, ten people below each manager.
 */
const statements = (count: number): string[] => [
  `insert into company (code, name, country, base_currency_code, locale, time_zone)
   select 'B' || c, 'Bench ' || c, 'SE', 'SEK', 'sv-SE', 'Europe/Stockholm' from generate_series(1, 3) c`,
  `insert into department (company_id, code, name)
   select id, 'D' || d, 'Department ' || d from company, generate_series(1, 20) d`,
  `insert into position (company_id, code, title, department_id, status, budgeted_fte)
   select company_id, 'P-' || code || '-' || p, 'Specialist ' || p || ' of ' || name, id, 'OPEN', ${people / 20}
   from department, generate_series(1, ${Math.ceil(count / people)}) p`,
  `insert into person (first_name, last_name, iban)
   select 'First' || n % 700, 'Last' || n % 5000, 'SE4550000000058398257466' from generate_series(1, ${count}) n`,
  `with numbered as (select id, row_number() over (order by id) n from person),
     seat as (select id, company_id, department_id, row_number() over (order by id) s from position)
   insert into employee (company_id, person_id, employee_number, status, start_on, contract_type, department_id, position_id, fte,
     salary, salary_currency_code, salary_period, work_email)
   select seat.company_id, numbered.id, 'N' || n, 'ACTIVE', date '2015-01-01' + (n % 4000)::int, 'PERMANENT', seat.department_id,
     seat.id, 1, 30000 + n % 10000, 'SEK', 'MONTH', 'n' || n || '@bench.example'
   from numbered join seat on seat.s = n % (select count(*) from position) + 1`,
  `with numbered as (select id, company_id, row_number() over (partition by company_id order by id) n from employee)
   update employee set manager_id = above.id
   from numbered me join numbered above on above.company_id = me.company_id and above.n = me.n / 10
   where employee.id = me.id and me.n >= 10`,
  `insert into compensation (company_id, employee_id, status, amount, currency_code, pay_period, start_on, end_on, decided_at)
   select company_id, id, 'APPROVED', salary - 1000 * k, 'SEK', 'MONTH', date '2026-01-01' - 365 * k,
     case when k > 0 then date '2026-01-01' - 365 * (k - 1) - 1 end, now()
   from employee, generate_series(0, 2) k`,
];

/** Fills the database of a server with so many people, in one operation. */
export async function fill(server: RunningServer, count: number): Promise<void> {
  await operate(
    server.app,
    { viewer: localOperator, command: 'bench', timeoutMilliseconds: 600_000 },
    async ({ tx }) => {
      await tx.$executeRawUnsafe('set local statement_timeout = 0');
      // Checks plan their look-ups once: with the tables still empty they would read them whole for every row.
      for (const statement of statements(count)) {
        await tx.$executeRawUnsafe(statement);
        await tx.$executeRawUnsafe('analyze');
      }
    },
  );
}

/** A token of a user who holds the roles given, for all companies or for the first. */
export async function tokenFor(
  server: RunningServer,
  name: string,
  roles: readonly Role[],
  everywhere: boolean,
): Promise<string> {
  return operate(server.app, { viewer: localOperator, command: 'bench' }, async ({ tx }) => {
    const company = everywhere ? null : await tx.company.findFirstOrThrow({ orderBy: { code: 'asc' } });
    const user = await tx.user.create({ data: { email: `${name}@bench.example`, name } });
    for (const role of roles)
      await tx.roleGrant.create({ data: { userId: user.id, role, companyId: company?.id ?? null } });
    const { token } = await mintToken(tx, {
      userId: user.id,
      name: 'bench',
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    return token;
  });
}

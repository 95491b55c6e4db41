import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { jobViewer } from '../jobs/job-viewer.ts';
import { operate, type Transaction } from '../write/operation.ts';
import { endEmployeeGrants } from './employee-grants.ts';
import { vacateSeats } from './vacate-seats.ts';

/** Columns of an employment that repeat what its dated rows say of one day. */
const maintained = [
  'status',
  'department_id',
  'position_id',
  'manager_id',
  'fte',
  'salary',
  'salary_currency_code',
  'salary_period',
] as const;

type Maintained = (typeof maintained)[number];

/** An employment whose values of today are not what its dated rows say. */
export interface StaleEmployee {
  readonly employeeId: string;
  readonly columns: readonly Maintained[];
  /** The status that it should have. */
  readonly status: 'PRE_HIRE' | 'ACTIVE' | 'ENDED' | 'CANCELLED';
}

/**
 * What the dated rows say of every employment: the assignment and the pay of today, until the first day those of the
 * first day, and none once the last day is over. `today` is an expression over the company.
 */
const truth = (today: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select e.id,
    (case when e.cancelled_on is not null then 'CANCELLED' when e.start_on > day.today then 'PRE_HIRE' when e.end_on < day.today then 'ENDED' else 'ACTIVE' end)::employment_status as status,
    a.department_id, a.position_id, a.manager_id, a.fte,
    c.amount as salary, c.currency_code as salary_currency_code, c.pay_period as salary_period
  from employee e
  join company on company.id = e.company_id
  cross join lateral (
    select today, case when e.end_on is null or e.end_on >= today then greatest(today, e.start_on) end as shown
    from (select ${today} as today) of_company
  ) day
  left join assignment a on a.employee_id = e.id and daterange(a.start_on, a.end_on, '[]') @> day.shown
  left join compensation c on c.employee_id = e.id and c.status = 'APPROVED' and daterange(c.start_on, c.end_on, '[]') @> day.shown`;

const columnsOf = (table: string): Prisma.Sql =>
  Prisma.raw(maintained.map((column) => `${table}.${column}`).join(', '));

const differs = Prisma.sql`(${columnsOf('e')}) is distinct from (${columnsOf('t')})`;

/** Writes them in one statement: the line of managers is checked when all of them have moved. */
const refresh = (today: Prisma.Sql, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  update employee e set ${Prisma.raw(maintained.map((column) => `${column} = t.${column}`).join(', '))}
  from (${truth(today)}) t
  where e.id = t.id and e.id = any(${ids}::uuid[]) and ${differs}`;

const ofCompany = (now: Date): Prisma.Sql => Prisma.sql`(${now}::timestamptz at time zone company.time_zone)::date`;

/** Writes the values of today of one employment from its dated rows. Every command that changes these calls it last. */
export async function refreshEmployee(tx: Transaction, employeeId: string, today: string): Promise<void> {
  await refreshEmployees(tx, [employeeId], today);
}

/** The same for many employments of one company, so that whoever moves them all at once ends with all of them moved. */
export async function refreshEmployees(tx: Transaction, employeeIds: readonly string[], today: string): Promise<void> {
  await tx.$executeRaw(refresh(Prisma.sql`${today}::date`, employeeIds));
}

/** The employments whose values of today are not what their dated rows say; none, but for a moment after midnight. */
export async function checkCurrentValues(
  tx: Pick<Transaction, '$queryRaw'>,
  now: Date,
): Promise<readonly StaleEmployee[]> {
  const differing = Prisma.raw(
    maintained.map((column) => `case when e.${column} is distinct from t.${column} then '${column}' end`).join(', '),
  );
  return tx.$queryRaw<StaleEmployee[]>(Prisma.sql`
    select e.id::text as "employeeId", array_remove(array[${differing}]::text[], null) as columns, t.status::text as status
    from employee e join (${truth(ofCompany(now))}) t on t.id = e.id
    where ${differs} order by e.id`);
}

/**
 * Brings every employment to its company's today: what was dated ahead comes into force, seats that ran out are open
 * again, and whose contract has ended is no longer let in as an employee. Several processes may call it at once; one
 * does it. Answers how many employments changed.
 */
export async function refreshAllEmployees(app: App, now: Date): Promise<number> {
  if ((await checkCurrentValues(app.prisma, now)).length === 0) return 0;
  return operate(app, { viewer: jobViewer, command: 'refreshAllEmployees' }, async ({ tx }) => {
    const locked = await tx.$queryRaw<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended('refresh all employees', 0)) as mine`;
    if (locked[0]?.mine !== true) return 0;
    // A command that is under way changes dated rows under this lock: what it wrote is seen after it.
    const due = (await checkCurrentValues(tx, now)).map(({ employeeId }) => employeeId);
    await tx.$queryRaw`select id::text from employee where id = any(${due}::uuid[]) order by id for no key update`;
    const stale = (await checkCurrentValues(tx, now)).filter(({ employeeId }) => due.includes(employeeId));
    await tx.$executeRaw(refresh(ofCompany(now), due));
    for (const { employeeId, columns, status } of stale)
      if (status === 'ENDED' && columns.includes('status')) await endEmployeeGrants(tx, employeeId, now);
    await vacateSeats(tx, now);
    return stale.length;
  });
}

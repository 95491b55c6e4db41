import type {
  Actor,
  ApprovedPay,
  AssignmentFacts,
  CalendarDate,
  ContractType,
  Decimal,
  EmploymentFacts,
  ImportedEmployee,
  Pay,
  Seat,
  SeatShare,
} from '@kontor/core';
import type { Viewer } from '../../viewer.ts';
import type { Transaction } from '../../write/operation.ts';
import { actorOf } from '../actor.ts';
import type { ImportCompany } from './company.ts';

/** What is stored of a person that a file can tell. */
export interface KnownPerson {
  readonly id: string;
  readonly active: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly nationalId: string | null;
  readonly birthOn: CalendarDate | null;
  readonly homeStreet: string | null;
  readonly homePostalCode: string | null;
  readonly homeCity: string | null;
  readonly homeCountry: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
}

/** An employment that is there already. */
export interface KnownEmployee extends EmploymentFacts {
  readonly employeeNumber: string;
  readonly workEmail: string | null;
  readonly workPhone: string | null;
  readonly contractType: ContractType;
  readonly managerId: string | null;
}

export interface KnownDepartment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
}

/** A seat, and what it is called. */
export interface KnownPosition extends Omit<Seat, 'shares'> {
  readonly code: string;
  readonly title: string;
}

export type KnownPay = ApprovedPay & Pay;

/** What the rows of a file are decided against. */
export interface Facts {
  readonly company: ImportCompany;
  readonly actor: Actor;
  readonly departments: readonly KnownDepartment[];
  readonly positions: readonly KnownPosition[];
  /** Who holds which part of a seat, by position. */
  readonly shares: ReadonlyMap<string, readonly SeatShare[]>;
  /** Employments of the company that the file names, as employees or as managers. */
  readonly employees: readonly KnownEmployee[];
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Employments of each person with this company. */
  readonly employments: ReadonlyMap<string, readonly KnownEmployee[]>;
  readonly assignments: ReadonlyMap<string, readonly AssignmentFacts[]>;
  readonly approvedPay: ReadonlyMap<string, readonly KnownPay[]>;
  readonly proposedPay: ReadonlyMap<string, readonly Pay[]>;
  /** Manager of today of everyone above those whom the file names. */
  readonly managerOf: ReadonlyMap<string, string | null>;
  /** Mail addresses, in lower case, of managers whom the viewer sees in other companies. */
  readonly emailsElsewhere: ReadonlySet<string>;
}

const employeeColumns = `
  e.id::text, e.person_id::text as "personId", e.company_id::text as "companyId", e.employee_number as "employeeNumber",
  e.work_email as "workEmail", e.work_phone as "workPhone", e.start_on::text as "startOn", e.end_on::text as "endOn",
  e.end_reason as "endReason", e.contract_type::text as "contractType", e.manager_id::text as "managerId"`;

const payColumns = `
  c.id::text, c.employee_id::text as "employeeId", trim_scale(c.amount)::text as amount, c.currency_code as "currencyCode",
  c.pay_period::text as "payPeriod", c.start_on::text as "startOn", c.end_on::text as "endOn", c.status::text as status`;

const queries = {
  departments: 'select id::text, code, name, active from department where company_id = $1::uuid order by code',
  positions: `
    select id::text, company_id::text as "companyId", department_id::text as "departmentId", status::text as status, code, title,
      trim_scale(budgeted_fte)::text as "budgetedFte", trim_scale(pay_minimum)::text as "payMinimum",
      trim_scale(pay_maximum)::text as "payMaximum", pay_currency_code as "payCurrencyCode", pay_period::text as "payPeriod"
    from position where company_id = $1::uuid order by code`,
  employees: `
    select ${employeeColumns} from employee e
    where e.company_id = $1::uuid and (e.employee_number = any($2::text[]) or (e.cancelled_on is null and (
      lower(e.work_email) = any($3::text[]) or e.person_id in (select p.id from person p where p.national_id = any($4::text[])))))`,
  people: `
    select p.id::text, p.active, p.first_name as "firstName", p.last_name as "lastName", p.national_id as "nationalId",
      p.birth_on::text as "birthOn", p.home_street as "homeStreet", p.home_postal_code as "homePostalCode",
      p.home_city as "homeCity", p.home_country as "homeCountry", p.iban, p.bic
    from person p
    where p.id = any($1::uuid[]) or (p.national_id = any($2::text[])
      and exists (select from employee e where e.person_id = p.id and ($3::uuid[] is null or e.company_id = any($3::uuid[]))))`,
  employments: `select ${employeeColumns} from employee e where e.company_id = $1::uuid and e.person_id = any($2::uuid[]) and e.cancelled_on is null`,
  assignments: `
    select id::text, employee_id::text as "employeeId", position_id::text as "positionId", department_id::text as "departmentId",
      manager_id::text as "managerId", trim_scale(fte)::text as fte, start_on::text as "startOn", end_on::text as "endOn"
    from assignment where employee_id = any($1::uuid[]) order by start_on`,
  shares: `
    select id::text as "assignmentId", position_id::text as "positionId", trim_scale(fte)::text as fte,
      start_on::text as "startOn", end_on::text as "endOn"
    from assignment where position_id = any($1::uuid[]) order by start_on`,
  pay: `
    select ${payColumns} from compensation c
    where c.employee_id = any($1::uuid[]) and c.status in ('APPROVED', 'PROPOSED') order by c.start_on`,
  line: `
    with recursive line as (
      select e.id, e.manager_id from employee e where e.id = any($1::uuid[])
      union
      select e.id, e.manager_id from employee e join line on e.id = line.manager_id
    ) select id::text, manager_id::text as "managerId" from line`,
  elsewhere: `
    select lower(e.work_email) as email from employee e
    where e.company_id <> $1::uuid and lower(e.work_email) = any($2::text[]) and ($3::uuid[] is null or e.company_id = any($3::uuid[]))`,
} as const;

interface PositionRow extends Omit<KnownPosition, 'payRange'> {
  readonly payMinimum: Decimal | null;
  readonly payMaximum: Decimal | null;
  readonly payCurrencyCode: string | null;
  readonly payPeriod: Pay['payPeriod'] | null;
}

const positionOf = ({
  payMinimum,
  payMaximum,
  payCurrencyCode,
  payPeriod,
  ...position
}: PositionRow): KnownPosition => ({
  ...position,
  payRange:
    payCurrencyCode && payPeriod
      ? { minimum: payMinimum, maximum: payMaximum, currencyCode: payCurrencyCode, payPeriod }
      : null,
});

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
const lower = (text: string | null): string | null => text?.toLowerCase() ?? null;

/**
 * Loads what the rows are decided against. With `lock` the seats and employments stay as they are until the transaction
 * ends, so that what is decided is still so when it is written.
 */
export async function loadFacts(
  tx: Transaction,
  viewer: Viewer,
  company: ImportCompany,
  rows: readonly ImportedEmployee[],
  lock: boolean,
): Promise<Facts> {
  const ask = <Row>(query: string, ...values: unknown[]): Promise<Row[]> => tx.$queryRawUnsafe<Row[]>(query, ...values);
  const locked = lock ? ' for no key update' : '';
  const numbers = unique(rows.flatMap((row) => [row.employeeNumber, row.managerNumber]));
  const managerEmails = unique(rows.map((row) => lower(row.managerEmail)));
  const emails = unique([...rows.map((row) => lower(row.workEmail)), ...managerEmails]);
  const nationalIds = unique(rows.map((row) => row.nationalId));
  // Waits for whoever hires into the same company: two that look at once would both find nobody with a number.
  if (lock) await ask('select pg_advisory_xact_lock(hashtextextended($1, 0))::text', `employee number ${company.id}`);
  const departments = await ask<KnownDepartment>(queries.departments, company.id);
  const positions = (await ask<PositionRow>(`${queries.positions}${locked}`, company.id)).map(positionOf);
  const employees = await ask<KnownEmployee>(`${queries.employees}${locked}`, company.id, numbers, emails, nationalIds);
  const ids = employees.map(({ id }) => id);
  const personIds = unique(employees.map(({ personId }) => personId));
  const people = await ask<KnownPerson>(queries.people, personIds, nationalIds, company.companiesSeen);
  const allPersonIds = people.map(({ id }) => id);
  const employments = await ask<KnownEmployee>(queries.employments, company.id, allPersonIds);
  const assignments = await ask<AssignmentFacts & { employeeId: string }>(queries.assignments, ids);
  const pay = await ask<KnownPay & { employeeId: string; status: string }>(queries.pay, ids);
  const shares = await ask<SeatShare & { positionId: string }>(
    queries.shares,
    positions.map(({ id }) => id),
  );
  const line = await ask<{ id: string; managerId: string | null }>(queries.line, ids);
  const elsewhere = await ask<{ email: string }>(queries.elsewhere, company.id, managerEmails, company.companiesSeen);
  return {
    company,
    actor: actorOf(viewer),
    departments,
    positions,
    employees,
    shares: grouped(shares, (share) => share.positionId),
    people: new Map(people.map((person) => [person.id, person])),
    employments: grouped(employments, ({ personId }) => personId),
    assignments: grouped(assignments, ({ employeeId }) => employeeId),
    approvedPay: grouped(
      pay.filter(({ status }) => status === 'APPROVED'),
      ({ employeeId }) => employeeId,
    ),
    proposedPay: grouped(
      pay.filter(({ status }) => status === 'PROPOSED'),
      ({ employeeId }) => employeeId,
    ),
    managerOf: new Map(line.map(({ id, managerId }) => [id, managerId])),
    emailsElsewhere: new Set(elsewhere.map(({ email }) => email)),
  };
}

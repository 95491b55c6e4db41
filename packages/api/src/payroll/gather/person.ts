import type { AgreedPay, CalendarDate, Decimal, WorkPlan } from '@kontor/core';
import { type UnpaidAbsence, unpaidAbsencesOf, workPlansOf } from '../../absence/index.ts';
import type { Transaction } from '../../write/operation.ts';
import { groupedBy } from './grouped-by.ts';
import { type RunningSums, runningSums } from './running-sums.ts';

/** An item that is to be paid. */
export interface GatheredItem {
  readonly id: string;
  readonly code: string;
  readonly amount: Decimal | null;
  readonly quantity: Decimal | null;
  readonly unitPay: Decimal | null;
}

/** What is known of one employee when a run is calculated. */
export interface Person {
  readonly employeeId: string;
  readonly personId: string;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
  readonly taxCode: string | null;
  readonly taxDependants: number | null;
  readonly hasAccount: boolean;
  /** Whether this schedule pays the employee. */
  readonly isOfSchedule: boolean;
  readonly pay: readonly (AgreedPay & { readonly currency: string })[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly items: readonly GatheredItem[];
  /** From the day on from which agreed pay is wanted. */
  readonly unpaid: readonly UnpaidAbsence[];
  /** When the employee works, where pay is counted by working days; null where it is not. */
  readonly plan: WorkPlan | null;
  /** Running sums after the last final payslip of the tax year; those from before Kontor, where there is none. */
  readonly yearToDate: Readonly<Record<string, Decimal>>;
}

/** Which people a run is about, and as of when. */
export interface Gathering {
  readonly companyId: string;
  readonly scheduleId: string;
  readonly scheduleCode: string;
  readonly periodId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly payOn: CalendarDate;
  readonly taxYear: string;
  /** Whether parts of a period are counted by working days. */
  readonly byWorkingDays: boolean;
  /** Kinds of items that the run pays. */
  readonly itemKinds: readonly string[];
  /** Agreed pay is wanted from this day on: earlier than the period where back pay is looked for. */
  readonly payFrom: CalendarDate;
  /** Employees who are looked at whether or not they are employed in the period. */
  readonly also: readonly string[];
}

interface Row extends Omit<Person, 'pay' | 'facts' | 'items' | 'unpaid' | 'plan' | 'yearToDate' | 'isOfSchedule'> {
  readonly schedule: string | null;
}

const by = <T extends { readonly employeeId: string }>(rows: readonly T[]) =>
  groupedBy(rows, ({ employeeId }) => employeeId);

/** Whoever is employed on a day of the period, and whoever an item of the run is for. */
const employees = (tx: Transaction, what: Gathering) => {
  const { companyId, startsOn, endsOn, periodId, itemKinds, payOn, also } = what;
  return tx.$queryRaw<Row[]>`
    select e.id::text as "employeeId", e.person_id::text as "personId", e.start_on::text as "startOn",
      e.end_on::text as "endOn", e.tax_code as "taxCode", e.tax_dependants as "taxDependants",
      p.iban is not null as "hasAccount",
      (select f.value from pay_fact f where f.employee_id = e.id and f.name = 'schedule' and f.starts_on <= ${payOn}::date
        order by f.starts_on desc limit 1) as schedule
    from employee e join person p on p.id = e.person_id
    where e.company_id = ${companyId}::uuid and e.status <> 'CANCELLED' and (
      (e.start_on <= ${endsOn}::date and (e.end_on is null or e.end_on >= ${startsOn}::date))
      or exists (select from pay_item i where i.employee_id = e.id and i.period_id = ${periodId}::uuid and i.active
        and i.payslip_id is null and i.run_kind::text = any(${itemKinds}))
      or e.id = any(${also}::uuid[])
    )
    order by e.employee_number, e.id`;
};

const agreedPay = (tx: Transaction, { companyId, payFrom, endsOn }: Gathering) =>
  tx.$queryRaw<(Person['pay'][number] & { employeeId: string })[]>`
    select employee_id::text as "employeeId", trim_scale(amount)::text as amount, currency_code as currency,
      pay_period::text as "payPeriod", start_on::text as "startOn", end_on::text as "endOn"
    from compensation
    where company_id = ${companyId}::uuid and status = 'APPROVED' and start_on <= ${endsOn}::date
      and (end_on is null or end_on >= ${payFrom}::date)
    order by start_on`;

const factsOn = (tx: Transaction, { companyId, payOn }: Gathering) =>
  tx.$queryRaw<{ employeeId: string; name: string; value: string }[]>`
    select distinct on (employee_id, name) employee_id::text as "employeeId", name, value from pay_fact
    where company_id = ${companyId}::uuid and starts_on <= ${payOn}::date and name <> 'schedule'
    order by employee_id, name, starts_on desc`;

const items = (tx: Transaction, { periodId, itemKinds }: Gathering) =>
  tx.$queryRaw<(GatheredItem & { employeeId: string })[]>`
    select employee_id::text as "employeeId", id::text, code, trim_scale(amount)::text as amount,
      trim_scale(quantity)::text as quantity, trim_scale(unit_pay)::text as "unitPay"
    from pay_item
    where period_id = ${periodId}::uuid and active and payslip_id is null and run_kind::text = any(${itemKinds})
    order by employee_id, created_at, id`;

/** Everything that is known of the people of a run: a few statements, however many they are. */
export async function gatherPeople(tx: Transaction, what: Gathering): Promise<readonly Person[]> {
  const rows = await employees(tx, what);
  const pay = by(await agreedPay(tx, what));
  const facts = by(await factsOn(tx, what));
  const given = by(await items(tx, what));
  const away = by(await unpaidAbsencesOf(tx, what.companyId, { from: what.payFrom, until: what.endsOn }));
  const sums = by(await tx.$queryRaw<RunningSums[]>(runningSums(what)));
  const ids = what.byWorkingDays ? rows.map(({ employeeId }) => employeeId) : [];
  const plans = await workPlansOf(tx, ids, { from: what.payFrom, until: what.endsOn });
  const [main] = await tx.$queryRaw<{ code: string }[]>`
    select code from pay_schedule where company_id = ${what.companyId}::uuid and active order by created_at, code limit 1`;
  return rows.map(({ schedule, ...row }) => ({
    ...row,
    isOfSchedule: (schedule ?? main?.code) === what.scheduleCode,
    pay: pay.get(row.employeeId) ?? [],
    facts: facts.get(row.employeeId) ?? [],
    items: given.get(row.employeeId) ?? [],
    unpaid: away.get(row.employeeId) ?? [],
    plan: plans.get(row.employeeId) ?? null,
    yearToDate: sums.get(row.employeeId)?.[0]?.sums ?? {},
  }));
}

import {
  addDecimal,
  type CalendarDate,
  compareDecimal,
  type Decimal,
  type PayEvent,
  type PayLine,
  type RetroactiveDifference,
  type RuleBook,
  retroactiveAmounts,
  retroactiveDifferences,
  subtractDecimal,
  ZERO,
} from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';
import { type EventFrame, salaryOf } from './pay-event.ts';
import type { Person } from './person.ts';
import { error, type Problem } from './problem.ts';

/** A final payslip that something learned since may have made wrong. */
export interface AffectedPayslip {
  readonly payslipId: string;
  readonly employeeId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly event: PayEvent;
  readonly lines: readonly PayLine[];
  /** What later payslips have paid for it already, by component. */
  readonly paidSince: Readonly<Record<string, Decimal>>;
}

/** Where a difference comes from, as it stands on the payslip that pays it. */
export interface BackPayOrigin {
  readonly originPayslipId: string;
  readonly code: string;
  readonly paid: Decimal;
  readonly corrected: Decimal;
  readonly difference: Decimal;
  readonly paidFrom: string;
  readonly correctedFrom: string;
}

/** The component that takes differences for earlier periods: it may be below zero, and every pack has it. */
const ADJUSTMENT = 'ADJUSTMENT';

/**
 * Final payslips with a salary, of periods up to a day, for which pay or an unpaid absence was decided on after they were
 * calculated, or whose employment ended within their period. Only these have to be reckoned again.
 */
export const affectedPayslips = (
  tx: Transaction,
  { scheduleId, until }: { readonly scheduleId: string; readonly until: CalendarDate },
): Promise<readonly AffectedPayslip[]> =>
  tx.$queryRaw<AffectedPayslip[]>`
    select s.id::text as "payslipId", s.employee_id::text as "employeeId", p.starts_on::text as "startsOn",
      p.ends_on::text as "endsOn", d.event,
      (select json_agg(json_build_object('code', l.code, 'kind', l.kind, 'amount', trim_scale(l.amount)::text)) from payslip_line l
        where l.payslip_id = s.id) as lines,
      coalesce((select json_object_agg(o.code, o.paid) from (
          select code, trim_scale(sum(difference))::text as paid from payslip_origin where origin_payslip_id = s.id group by code
        ) o), '{}') as "paidSince"
    from payslip s
    join pay_run r on r.id = s.run_id
    join payroll_period p on p.id = s.period_id
    join payslip_detail d on d.payslip_id = s.id
    join employee e on e.id = s.employee_id
    where r.schedule_id = ${scheduleId}::uuid and p.ends_on <= ${until}::date
      and exists (select from payslip_line l where l.payslip_id = s.id and l.code = 'SALARY')
      and (
        e.end_on < p.ends_on
        or exists (select from compensation c where c.employee_id = s.employee_id and c.status in ('APPROVED', 'REVOKED')
          and c.decided_at > r.calculated_at and c.start_on <= p.ends_on)
        or exists (select from absence a where a.employee_id = s.employee_id and not a.paid and a.status in ('APPROVED', 'CANCELLED')
          and coalesce(a.decided_at, a.created_at) > r.calculated_at and a.start_on <= p.ends_on and a.end_on >= p.starts_on)
      )
    order by p.starts_on, s.id`;

/** What the current event is given for one person’s earlier periods, and where each difference is from. */
export interface BackPay {
  readonly amounts: readonly { readonly code: string; readonly amount: Decimal }[];
  readonly origins: readonly BackPayOrigin[];
  readonly problems: readonly Problem[];
}

/** The event of an earlier period with the salary that it would have by now. */
function correctedEvent(slip: AffectedPayslip, salary: Decimal): PayEvent {
  const others = slip.event.components.filter(({ code }) => code !== 'SALARY');
  const given = compareDecimal(salary, ZERO) === 0 ? [] : [{ code: 'SALARY', amount: salary }];
  return { ...slip.event, components: [...given, ...others] };
}

function originsOf(slip: AffectedPayslip, differences: readonly RetroactiveDifference[]): readonly BackPayOrigin[] {
  return differences
    .filter(({ kind }) => kind === 'EARNING')
    .flatMap(({ code, paid, corrected, origin }) => {
      const until = addDecimal(paid, slip.paidSince[code] ?? ZERO);
      const difference = subtractDecimal(corrected, until);
      if (compareDecimal(difference, ZERO) === 0) return [];
      const { paidFrom, correctedFrom } = origin;
      return [{ originPayslipId: slip.payslipId, code, paid: until, corrected, difference, paidFrom, correctedFrom }];
    });
}

/** Reckons the earlier periods of a person again, by what is known now, and carries the differences in pay. */
export function backPayOf(
  person: Person,
  slips: readonly AffectedPayslip[],
  frame: EventFrame,
  rules: RuleBook,
): BackPay {
  const origins: BackPayOrigin[] = [];
  const problems: Problem[] = [];
  const carried: RetroactiveDifference[] = [];
  for (const slip of slips) {
    const { startsOn, endsOn } = slip;
    const salary = salaryOf(person, { ...frame, what: { ...frame.what, startsOn, endsOn } });
    if ('rejections' in salary) continue;
    const event = correctedEvent(slip, salary.pay?.amount ?? ZERO);
    const result = retroactiveDifferences(rules, { event: slip.event, calculation: { lines: slip.lines } }, event);
    if (!result.ok) {
      const told = result.rejections.map(({ code, message, path }) =>
        error(person.employeeId, code, message, `${startsOn}.${path.join('.')}`),
      );
      problems.push(...told);
      continue;
    }
    for (const origin of originsOf(slip, result.value)) {
      const from = result.value.find(({ code }) => code === origin.code);
      if (!from) continue;
      origins.push(origin);
      carried.push({ ...from, difference: origin.difference });
    }
  }
  return { origins, problems, amounts: retroactiveAmounts(carried, () => ADJUSTMENT) };
}

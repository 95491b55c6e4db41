import type { CalendarDate, Decimal, Language, PayEvent, PayLine, RuleLayer } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** A payslip as it is kept, and what it was made from. */
export interface KeptPayslip {
  readonly id: string;
  readonly ruleBookId: string;
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly employeeNumber: string;
  readonly position: string | null;
  /** Of the person's account; null where they have none. */
  readonly language: Language | null;
  readonly company: string;
  readonly registrationNumber: string | null;
  readonly locale: string;
  readonly pack: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly payOn: CalendarDate;
  readonly taxYear: string;
  readonly currency: string;
  readonly minorUnit: number;
  readonly gross: Decimal;
  readonly net: Decimal;
  readonly employerCost: Decimal;
  readonly lines: readonly { code: string; kind: PayLine['kind']; label: string; amount: Decimal }[];
  readonly sums: readonly { code: string; amount: Decimal }[];
  readonly event: PayEvent;
  readonly layer: RuleLayer;
}

/** Payslips by their ids, with everything that stands on them: one statement for as many as are wanted. */
export const keptPayslips = (tx: Transaction, ids: readonly string[]): Promise<readonly KeptPayslip[]> =>
  tx.$queryRaw<KeptPayslip[]>`
    select s.id::text, d.rule_book_id::text as "ruleBookId", e.person_id::text as "personId", e.first_name as "firstName", e.last_name as "lastName",
      e.employee_number as "employeeNumber", seat.title as position,
      (select u.language from app_user u where u.person_id = e.person_id and u.active order by u.created_at limit 1) as language,
      c.name as company, c.registration_number as "registrationNumber", c.locale, b.pack, p.starts_on::text as "from",
      p.ends_on::text as until, s.pay_on::text as "payOn", s.tax_year as "taxYear", s.currency_code as currency,
      u.minor_unit as "minorUnit", trim_scale(s.gross)::text as gross, trim_scale(s.net)::text as net,
      trim_scale(s.employer_cost)::text as "employerCost", d.event, b.layer,
      (select json_agg(json_build_object('code', l.code, 'kind', l.kind, 'label', l.label, 'amount', trim_scale(l.amount)::text)
        order by l.line_no) from payslip_line l where l.payslip_id = s.id) as lines,
      (select coalesce(json_agg(json_build_object('code', y.code, 'amount', trim_scale(y.amount)::text) order by y.code), '[]')
        from payslip_sum y where y.payslip_id = s.id) as sums
    from payslip s
    join employee e on e.id = s.employee_id
    join company c on c.id = s.company_id
    join payroll_period p on p.id = s.period_id
    join currency u on u.code = s.currency_code
    join payslip_detail d on d.payslip_id = s.id
    join pay_rule_book b on b.id = d.rule_book_id
    left join lateral (
      select t.title from assignment a join position t on t.id = a.position_id
      where a.employee_id = e.id and a.start_on <= p.ends_on and (a.end_on is null or a.end_on >= p.starts_on)
      order by a.start_on desc limit 1
    ) seat on true
    where s.id = any(${ids}::uuid[])`;

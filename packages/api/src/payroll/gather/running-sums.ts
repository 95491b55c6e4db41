import type { Decimal } from '@kontor/core';
import { Prisma } from '../../generated/prisma/client.ts';

/** The running sums of an employee, by code. */
export interface RunningSums {
  readonly employeeId: string;
  readonly sums: Readonly<Record<string, Decimal>>;
}

/**
 * A query for the running sums after the last final payslip of a tax year, by employee; those from before Kontor, where
 * there is none.
 */
export const runningSums = ({ companyId, taxYear }: { readonly companyId: string; readonly taxYear: string }) =>
  Prisma.sql`
    with last as (
      select distinct on (s.employee_id) s.id, s.employee_id from payslip s join pay_run r on r.id = s.run_id
      where s.company_id = ${companyId}::uuid and s.tax_year = ${taxYear}
      order by s.employee_id, r.finalized_at desc, s.id desc
    )
    select l.employee_id::text as "employeeId", json_object_agg(u.code, trim_scale(u.amount)::text) as sums
    from last l join payslip_sum u on u.payslip_id = l.id group by l.employee_id
    union all
    select o.employee_id::text, json_object_agg(o.code, trim_scale(o.amount)::text) from pay_opening_balance o
    where o.company_id = ${companyId}::uuid and o.tax_year = ${taxYear}
      and not exists (select from last l where l.employee_id = o.employee_id)
    group by o.employee_id`;

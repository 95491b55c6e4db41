import type { CalendarDate, Decimal } from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';

/** What somebody was paid in the regular run before. */
export interface PreviousPayslip {
  readonly employeeId: string;
  readonly gross: Decimal;
  readonly net: Decimal;
  readonly endOn: CalendarDate | null;
  readonly lines: readonly { readonly code: string; readonly amount: Decimal }[];
}

/** The payslips of the last final regular run of a schedule before a period; null where there is no such run. */
export async function previousPayslips(
  tx: Transaction,
  scheduleId: string,
  startsOn: CalendarDate,
): Promise<ReadonlyMap<string, PreviousPayslip> | null> {
  const [run] = await tx.$queryRaw<{ id: string }[]>`
    select r.id::text from pay_run r join payroll_period p on p.id = r.period_id
    where r.schedule_id = ${scheduleId}::uuid and r.kind = 'REGULAR' and r.finalized_at is not null
      and p.starts_on < ${startsOn}::date
    order by p.starts_on desc limit 1`;
  if (!run) return null;
  const rows = await tx.$queryRaw<PreviousPayslip[]>`
    select s.employee_id::text as "employeeId", trim_scale(s.gross)::text as gross, trim_scale(s.net)::text as net,
      e.end_on::text as "endOn", l.lines
    from payslip s
    join employee e on e.id = s.employee_id
    join (
      select line.payslip_id,
        json_agg(json_build_object('code', line.code, 'amount', trim_scale(line.amount)::text) order by line.line_no) as lines
      from payslip_line line join payslip slip on slip.id = line.payslip_id
      where slip.run_id = ${run.id}::uuid and line.kind <> 'INFORMATION' group by line.payslip_id
    ) l on l.payslip_id = s.id
    where s.run_id = ${run.id}::uuid`;
  return new Map(rows.map((row) => [row.employeeId, row]));
}

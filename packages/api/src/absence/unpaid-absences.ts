import type { CalendarDate, DayRange, Decimal } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** An approved absence during which pay does not go on. */
export interface UnpaidAbsence {
  readonly employeeId: string;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  /** How much of each of its days is away, of the 1 that a day counts; as it was counted when it was last decided on. */
  readonly share: Decimal;
}

/** The unpaid absences of the people of a company that touch a range of days. One statement, however many they are. */
export const unpaidAbsencesOf = (
  tx: Transaction,
  companyId: string,
  { from, until }: DayRange,
): Promise<readonly UnpaidAbsence[]> =>
  tx.$queryRaw<UnpaidAbsence[]>`
    select employee_id::text as "employeeId", start_on::text as "startOn", end_on::text as "endOn",
      case when hours is null then '1' else trim_scale(least(working_days, 1))::text end as share
    from absence
    where company_id = ${companyId}::uuid and status = 'APPROVED' and not paid
      and start_on <= ${until}::date and end_on >= ${from}::date
    order by employee_id, start_on`;

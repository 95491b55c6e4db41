import { type DayRange, isPlanned, missingYears, type WorkTime, workTime } from '@kontor/core';
import type { Absence } from '../generated/prisma/client.ts';
import { dateOf, dayOf, decimalOf } from '../people/index.ts';
import type { Transaction } from '../write/operation.ts';
import { workPlansOf } from './work-plan.ts';

/**
 * Why working time cannot be relied on. WORK_CALENDAR_MISSING: nothing says when the employee works on some day.
 * HOLIDAYS_MISSING: a year of the range has no holidays in the calendar that decides.
 */
export type WorkingTimeFault = 'WORK_CALENDAR_MISSING' | 'HOLIDAYS_MISSING';

/** Working time of one employee in a range, with what is away by approved absences. */
export interface WorkingTime extends WorkTime {
  readonly faults: readonly WorkingTimeFault[];
}

/**
 * Working days and hours of employees in a range of days, and what of them they are absent, paid and unpaid: for pay runs.
 * Days outside an employment count for nothing. A few queries, however many employees there are.
 */
export async function workingTimesOf(
  tx: Transaction,
  employeeIds: readonly string[],
  range: DayRange,
): Promise<ReadonlyMap<string, WorkingTime>> {
  const plans = await workPlansOf(tx, employeeIds, range);
  const absences = await tx.absence.findMany({
    where: {
      employeeId: { in: [...employeeIds] },
      status: 'APPROVED',
      startOn: { lte: dateOf(range.until) },
      endOn: { gte: dateOf(range.from) },
    },
  });
  const spans = new Map<string, Absence[]>();
  for (const absence of absences) spans.set(absence.employeeId, [...(spans.get(absence.employeeId) ?? []), absence]);
  return new Map(
    [...plans].map(([employeeId, plan]) => {
      const away = (spans.get(employeeId) ?? []).map(({ startOn, endOn, hours, paid }) => ({
        startOn: dayOf(startOn),
        endOn: dayOf(endOn),
        hours: hours && decimalOf(hours),
        isPaid: paid,
      }));
      const faults: WorkingTimeFault[] = [
        ...(isPlanned(plan, range) ? [] : ['WORK_CALENDAR_MISSING' as const]),
        ...(missingYears(plan, range).length > 0 ? ['HOLIDAYS_MISSING' as const] : []),
      ];
      return [employeeId, { ...workTime(plan, range, away), faults }];
    }),
  );
}

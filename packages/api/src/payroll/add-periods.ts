import { type CountryPack, type PayRhythm, payCalendar, type Rejection } from '@kontor/core';
import { dateOf } from '../people/index.ts';
import type { Transaction } from '../write/operation.ts';

/** Writes the periods of a tax year that are not there yet, with their deadlines; answers why not. */
export async function addPeriods(
  tx: Transaction,
  schedule: { readonly id: string; readonly companyId: string },
  pack: CountryPack,
  taxYear: string,
  rhythm: PayRhythm,
): Promise<readonly Rejection[]> {
  const planned = payCalendar(pack, taxYear, rhythm);
  if (!planned.ok) return planned.rejections;
  const { id: scheduleId, companyId } = schedule;
  await tx.payrollPeriod.createMany({
    data: planned.value.map(({ startsOn, endsOn, payOn, inputsDueOn, approvalDueOn, ...period }) => ({
      ...period,
      companyId,
      scheduleId,
      startsOn: dateOf(startsOn),
      endsOn: dateOf(endsOn),
      payOn: dateOf(payOn),
      inputsDueOn: dateOf(inputsDueOn),
      approvalDueOn: dateOf(approvalDueOn),
    })),
    skipDuplicates: true,
  });
  return [];
}

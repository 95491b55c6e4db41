import { accept, type CalendarDate, planFiscalYear, type Result } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** Writes a fiscal year with its periods. Years of a company do not overlap: the database holds it. */
export async function addFiscalYear(
  tx: Transaction,
  companyId: string,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
): Promise<Result<string>> {
  const planned = planFiscalYear(startsOn, endsOn ?? undefined);
  if (!planned.ok) return planned;
  const { periods, ...year } = planned.value;
  const days = (each: { startsOn: string; endsOn: string }) => ({
    startsOn: new Date(each.startsOn),
    endsOn: new Date(each.endsOn),
  });
  // Two years may begin in one: the second is told apart by the month in which it does.
  const taken = await tx.fiscalYear.findUnique({ where: { companyId_name: { companyId, name: year.name } } });
  const name = taken ? `${year.name} (${year.startsOn.slice(5, 7)})` : year.name;
  const { id } = await tx.fiscalYear.create({ data: { companyId, name, ...days(year) } });
  await tx.fiscalPeriod.createMany({
    data: periods.map((each) => ({
      companyId,
      fiscalYearId: id,
      ordinal: each.ordinal,
      name: each.name,
      ...days(each),
    })),
  });
  return accept(id);
}

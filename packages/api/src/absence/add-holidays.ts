import { holidayName, isLanguage, type Language, publicHolidays } from '@kontor/core';
import type { Company, WorkCalendar } from '../generated/prisma/client.ts';
import { dateOf, dayOf } from '../people/index.ts';
import type { Transaction } from '../write/operation.ts';

/** The language that a company writes in. */
const languageOf = ({ locale }: Company): Language => {
  const [language = ''] = locale.split('-');
  return isLanguage(language) ? language : 'en';
};

/** Writes the holidays of a year that a calendar does not have. Answers how many. */
export async function addHolidays(
  tx: Transaction,
  calendar: WorkCalendar & { readonly company: Company },
  year: number,
): Promise<number> {
  const { id: calendarId, companyId, region, company } = calendar;
  const known = await tx.holiday.findMany({
    where: { calendarId, fallsOn: { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) } },
  });
  const there = new Set(known.map(({ fallsOn }) => dayOf(fallsOn)));
  const missing = (region === null ? [] : (publicHolidays(region, year) ?? [])).filter(({ on }) => !there.has(on));
  const { count } = await tx.holiday.createMany({
    data: missing.map(({ on, kind, id, insteadOfOn }) => ({
      companyId,
      calendarId,
      fallsOn: dateOf(on),
      kind,
      name: holidayName(id, languageOf(company)),
      insteadOfOn: insteadOfOn && dateOf(insteadOfOn),
    })),
  });
  return count;
}

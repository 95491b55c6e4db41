import { addDays, type CalendarDate } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { addFiscalYear } from './add-fiscal-year.ts';

export const openFiscalYear = command('openFiscalYear', {
  entity: 'FiscalYear',
  company: 'companyId',
  title: {
    en: 'Open a fiscal year',
    sv: 'Öppna räkenskapsår',
    de: 'Geschäftsjahr eröffnen',
    hu: 'Üzleti év megnyitása',
    sl: 'Odpri poslovno leto',
  },
  description:
    'Adds a fiscal year with a period for each month; after the last one and twelve months long, unless said otherwise.',
  input: {
    companyId: input.id('Company', 'Company whose books it is for.'),
    startsOn: optional(input.date('First day; the day after the last year, where left out.')),
    endsOn: optional(input.date('Last day; twelve months on, where left out.')),
  },
  run: async ({ companyId, startsOn, endsOn }, { tx }) => {
    const last = await tx.fiscalYear.findFirst({ where: { companyId }, orderBy: { endsOn: 'desc' } });
    const next = last && addDays(last.endsOn.toISOString().slice(0, 10) as CalendarDate, 1);
    const from = (startsOn as CalendarDate | null) ?? next;
    if (from === null)
      return refused({ code: 'REQUIRED', message: 'Give the first day of the first year.', path: ['startsOn'] });
    const added = await addFiscalYear(tx, companyId, from, endsOn as CalendarDate | null);
    return added.ok ? done(added.value) : refused(...added.rejections);
  },
});

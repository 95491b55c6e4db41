import { type CalendarDate, CHARTS, type ChartKey } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { addChart } from './add-chart.ts';
import { addFiscalYear } from './add-fiscal-year.ts';

const isChart = (key: string): key is ChartKey => key in CHARTS;
const charts = Object.keys(CHARTS).join(', ');

export const setUpBooks = command('setUpBooks', {
  entity: 'FiscalYear',
  company: 'companyId',
  title: {
    en: 'Set up books',
    sv: 'Lägg upp bokföring',
    de: 'Buchhaltung einrichten',
    hu: 'Könyvelés beállítása',
    sl: 'Vzpostavi knjige',
  },
  description:
    'Begins the books of a company: chart of accounts, journals, tax codes, dimensions and the first fiscal year.',
  input: {
    companyId: input.id('Company', 'Company whose books are begun.'),
    chart: input.text(`Chart of accounts to begin with: ${charts}.`, {
      maxLength: 40,
      label: { en: 'Chart of accounts', sv: 'Kontoplan', de: 'Kontenplan', hu: 'Számlatükör', sl: 'Kontni načrt' },
    }),
    startsOn: input.date('First day of the first fiscal year.'),
    endsOn: optional(input.date('Last day of it; twelve months on, where left out.')),
  },
  run: async ({ companyId, chart, startsOn, endsOn }, { tx }) => {
    if (!isChart(chart))
      return refused({ code: 'CHART_UNKNOWN', message: `Choose one of ${charts}.`, path: ['chart'] });
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('books of ' || ${companyId}, 0))`;
    if ((await tx.fiscalYear.count({ where: { companyId } })) > 0)
      return refused({
        code: 'BOOKS_SET_UP',
        message: 'The company has books: open another fiscal year instead.',
        path: ['companyId'],
      });
    await addChart(tx, companyId, CHARTS[chart]);
    const added = await addFiscalYear(tx, companyId, startsOn as CalendarDate, endsOn as CalendarDate | null);
    return added.ok ? done(added.value) : refused(...added.rejections);
  },
});

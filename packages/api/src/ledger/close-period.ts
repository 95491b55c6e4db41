import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const closePeriod = command('closePeriod', {
  entity: 'FiscalPeriod',
  record: 'periodId',
  states: { field: 'status', in: ['OPEN'] },
  versioned: true,
  title: {
    en: 'Close',
    sv: 'Stäng',
    de: 'Schließen',
    hu: 'Lezárás',
    sl: 'Zapri',
  },
  description: 'Closes a period: nothing is posted into it from then on. Postings that are under way are waited for.',
  input: {
    periodId: input.id('FiscalPeriod', 'The period.'),
  },
  run: async ({ periodId }, { tx }) => {
    await tx.fiscalPeriod.update({ where: { id: periodId }, data: { status: 'CLOSED' } });
    return done(periodId);
  },
});

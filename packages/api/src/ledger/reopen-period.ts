import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const reopenPeriod = command('reopenPeriod', {
  entity: 'FiscalPeriod',
  record: 'periodId',
  states: { field: 'status', in: ['CLOSED'] },
  versioned: true,
  confirmation: {
    en: 'Entries can be posted into the period again, and reports that were made of it may change.',
    sv: 'Det går att bokföra i perioden igen, och rapporter som gjorts för den kan ändras.',
    de: 'In der Periode kann wieder gebucht werden, und Berichte über sie können sich ändern.',
    hu: 'Az időszakra ismét lehet könyvelni, és a róla készült jelentések változhatnak.',
    sl: 'V obdobje je spet mogoče knjižiti in poročila o njem se lahko spremenijo.',
  },
  title: {
    en: 'Open again',
    sv: 'Öppna igen',
    de: 'Wieder öffnen',
    hu: 'Újranyitás',
    sl: 'Ponovno odpri',
  },
  description: 'Opens a closed period again. The reason stands in the audit log for good.',
  input: {
    periodId: input.id('FiscalPeriod', 'The period.'),
    reason: input.text('Why it must be opened again.'),
  },
  run: async ({ periodId }, { tx }) => {
    await tx.fiscalPeriod.update({ where: { id: periodId }, data: { status: 'OPEN' } });
    return done(periodId);
  },
});

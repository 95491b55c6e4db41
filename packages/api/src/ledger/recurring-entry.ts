import { entity } from '../entity.ts';

export const RecurringEntry = entity('RecurringEntry', {
  kind: 'document',
  title: {
    en: ['Recurring entry', 'Recurring entries'],
    sv: ['Återkommande verifikation', 'Återkommande verifikationer'],
    de: ['Wiederkehrende Buchung', 'Wiederkehrende Buchungen'],
    hu: ['Ismétlődő tétel', 'Ismétlődő tételek'],
    sl: ['Ponavljajoča se knjižba', 'Ponavljajoče se knjižbe'],
  },
  plural: 'recurringEntries',
  label: ['template', 'nextOn'],
  columns: ['template', 'interval', 'nextOn', 'untilOn', 'reversesItself', 'status', 'problem'],
  order: ['nextOn'],
});

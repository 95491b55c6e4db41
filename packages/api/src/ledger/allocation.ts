import { entity } from '../entity.ts';

export const Allocation = entity('Allocation', {
  kind: 'document',
  title: {
    en: ['Settlement', 'Settlements'],
    sv: ['Avräkning', 'Avräkningar'],
    de: ['Ausgleich', 'Ausgleiche'],
    hu: ['Kiegyenlítés', 'Kiegyenlítések'],
    sl: ['Poravnava', 'Poravnave'],
  },
  label: ['debitItem', 'creditItem'],
  columns: ['debitItem', 'creditItem', 'amount', 'at', 'undoneAt'],
  order: ['at'],
});

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
  money: {
    amount: 'debitItem.currencyCode',
    debitWorth: 'debitItem.account.company.baseCurrencyCode',
    creditWorth: 'debitItem.account.company.baseCurrencyCode',
  },
  label: ['debitItem', 'creditItem'],
  columns: ['debitItem', 'creditItem', 'amount', 'settledOn', 'undoneOn', 'fxDifferenceEntry'],
  order: ['settledOn', 'at'],
  labels: {
    debitWorth: {
      en: 'Worth where owed',
      sv: 'Värde på debetsidan',
      de: 'Wert auf der Sollseite',
      hu: 'Érték a tartozik oldalon',
      sl: 'Vrednost v breme',
    },
    creditWorth: {
      en: 'Worth where paid',
      sv: 'Värde på kreditsidan',
      de: 'Wert auf der Habenseite',
      hu: 'Érték a követel oldalon',
      sl: 'Vrednost v dobro',
    },
  },
});

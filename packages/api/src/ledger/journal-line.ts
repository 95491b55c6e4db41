import { entity } from '../entity.ts';

export const JournalLine = entity('JournalLine', {
  kind: 'part',
  title: {
    en: ['Journal line', 'Journal lines'],
    sv: ['Konteringsrad', 'Konteringsrader'],
    de: ['Buchungszeile', 'Buchungszeilen'],
    hu: ['Tételsor', 'Tételsorok'],
    sl: ['Vrstica knjižbe', 'Vrstice knjižb'],
  },
  money: {
    amount: 'currencyCode',
    debit: 'account.company.baseCurrencyCode',
    credit: 'account.company.baseCurrencyCode',
    taxBase: 'account.company.baseCurrencyCode',
  },
  label: ['entry', 'lineNo'],
  search: ['text'],
  columns: ['entry', 'lineNo', 'account', 'debit', 'credit', 'text', 'dimensionSet'],
  order: ['postingOn', 'lineNo'],
  labels: {
    dueOn: { en: 'Due on', sv: 'Förfaller den', de: 'Fällig am', hu: 'Esedékes', sl: 'Zapade dne' },
    taxCode: { en: 'Tax code', sv: 'Momskod', de: 'Steuerschlüssel', hu: 'Áfakód', sl: 'Davčna koda' },
    rate: { en: 'Exchange rate', sv: 'Valutakurs', de: 'Wechselkurs', hu: 'Árfolyam', sl: 'Tečaj' },
  },
});

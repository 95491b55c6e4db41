import { entity } from '../entity.ts';

export const EntryDraftLine = entity('EntryDraftLine', {
  kind: 'part',
  title: {
    en: ['Line of a draft', 'Lines of drafts'],
    sv: ['Rad i utkast', 'Rader i utkast'],
    de: ['Zeile eines Entwurfs', 'Zeilen von Entwürfen'],
    hu: ['Vázlat sora', 'Vázlatok sorai'],
    sl: ['Vrstica osnutka', 'Vrstice osnutkov'],
  },
  money: {
    debit: 'currencyCode',
    credit: 'currencyCode',
    taxBase: 'currencyCode',
  },
  label: ['draft', 'lineNo'],
  columns: ['draft', 'lineNo', 'accountCode', 'debit', 'credit', 'text'],
  order: ['lineNo'],
  labels: {
    dueOn: { en: 'Due on', sv: 'Förfaller den', de: 'Fällig am', hu: 'Esedékes', sl: 'Zapade dne' },
    taxCode: { en: 'Tax code', sv: 'Momskod', de: 'Steuerschlüssel', hu: 'Áfakód', sl: 'Davčna koda' },
  },
});

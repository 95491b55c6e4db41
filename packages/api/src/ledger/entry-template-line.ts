import { entity } from '../entity.ts';

export const EntryTemplateLine = entity('EntryTemplateLine', {
  kind: 'part',
  title: {
    en: ['Line of a template', 'Lines of templates'],
    sv: ['Rad i mall', 'Rader i mallar'],
    de: ['Zeile einer Vorlage', 'Zeilen von Vorlagen'],
    hu: ['Sablon sora', 'Sablonok sorai'],
    sl: ['Vrstica predloge', 'Vrstice predlog'],
  },
  money: {
    debit: 'currencyCode',
    credit: 'currencyCode',
  },
  label: ['template', 'lineNo'],
  columns: ['template', 'lineNo', 'accountCode', 'debit', 'credit', 'text'],
  order: ['lineNo'],
  labels: {
    taxCode: { en: 'Tax code', sv: 'Momskod', de: 'Steuerschlüssel', hu: 'Áfakód', sl: 'Davčna koda' },
  },
});

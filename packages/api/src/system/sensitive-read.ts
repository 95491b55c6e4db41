import { entity } from '../entity.ts';

export const SensitiveRead = entity('SensitiveRead', {
  kind: 'journal',
  title: {
    en: ['Look at personal data', 'Who looked'],
    sv: ['Visning av personuppgifter', 'Vem som har tittat'],
    de: ['Einsicht in persönliche Daten', 'Wer Einsicht nahm'],
    hu: ['Betekintés személyes adatba', 'Ki tekintett be'],
    sl: ['Vpogled v osebne podatke', 'Kdo je vpogledal'],
  },
  label: ['actor', 'at'],
  search: ['actor', 'operation'],
  columns: ['at', 'actor', 'dataClass', 'operation', 'channel', 'address'],
  order: ['at'],
});

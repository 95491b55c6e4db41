import { entity } from '../entity.ts';

export const JournalEntry = entity('JournalEntry', {
  kind: 'journal',
  title: {
    en: ['Journal entry', 'Journal entries'],
    sv: ['Verifikation', 'Verifikationer'],
    de: ['Buchung', 'Buchungen'],
    hu: ['Könyvelési tétel', 'Könyvelési tételek'],
    sl: ['Knjižba', 'Knjižbe'],
  },
  plural: 'journalEntries',
  prominent: true,
  label: ['journal', 'number', 'fiscalYear'],
  search: ['text', 'reference'],
  columns: ['journal', 'number', 'postingOn', 'text', 'reference', 'postedBy', 'reverses'],
  order: ['postingOn', 'number'],
});

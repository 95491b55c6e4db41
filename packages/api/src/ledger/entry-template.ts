import { entity } from '../entity.ts';

export const EntryTemplate = entity('EntryTemplate', {
  kind: 'document',
  title: {
    en: ['Entry template', 'Entry templates'],
    sv: ['Konteringsmall', 'Konteringsmallar'],
    de: ['Buchungsvorlage', 'Buchungsvorlagen'],
    hu: ['Tételsablon', 'Tételsablonok'],
    sl: ['Predloga knjižbe', 'Predloge knjižb'],
  },
  label: ['name'],
  search: ['name', 'text'],
  columns: ['name', 'journal', 'text', 'company'],
  order: ['name'],
});

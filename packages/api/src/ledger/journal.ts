import { entity } from '../entity.ts';

export const Journal = entity('Journal', {
  title: {
    en: ['Journal', 'Journals'],
    sv: ['Journal', 'Journaler'],
    de: ['Journal', 'Journale'],
    hu: ['Napló', 'Naplók'],
    sl: ['Dnevnik', 'Dnevniki'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'kind', 'company'],
  order: ['code'],
  create: ['company', 'kind'],
  write: ['code', 'name'],
});

import { entity } from '../entity.ts';

export const Party = entity('Party', {
  title: {
    en: ['Business partner', 'Business partners'],
    sv: ['Affärspartner', 'Affärspartner'],
    de: ['Geschäftspartner', 'Geschäftspartner'],
    hu: ['Üzleti partner', 'Üzleti partnerek'],
    sl: ['Poslovni partner', 'Poslovni partnerji'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'kind', 'company'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'name', 'kind'],
  plural: 'parties',
});

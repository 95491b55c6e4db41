import { entity } from '../entity.ts';

export const Dimension = entity('Dimension', {
  title: {
    en: ['Dimension', 'Dimensions'],
    sv: ['Dimension', 'Dimensioner'],
    de: ['Dimension', 'Dimensionen'],
    hu: ['Dimenzió', 'Dimenziók'],
    sl: ['Dimenzija', 'Dimenzije'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'kind', 'company'],
  order: ['code'],
  create: ['company', 'kind'],
  write: ['code', 'name'],
});

import { entity } from '../entity.ts';

export const PayComponent = entity('PayComponent', {
  kind: 'document',
  title: {
    en: ['Pay component', 'Pay components'],
    sv: ['Lönekomponent', 'Lönekomponenter'],
    de: ['Lohnart', 'Lohnarten'],
    hu: ['Bérjogcím', 'Bérjogcímek'],
    sl: ['Sestavina plače', 'Sestavine plače'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'kind', 'pack', 'given', 'company'],
  order: ['code'],
});

import { entity } from '../entity.ts';

export const Currency = entity('Currency', {
  kind: 'part',
  title: {
    en: ['Currency', 'Currencies'],
    sv: ['Valuta', 'Valutor'],
    de: ['Währung', 'Währungen'],
    hu: ['Pénznem', 'Pénznemek'],
    sl: ['Valuta', 'Valute'],
  },
  plural: 'currencies',
  label: ['code'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'minorUnit', 'withdrawnOn'],
  order: ['code'],
});

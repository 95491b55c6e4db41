import { entity } from '../entity.ts';

export const DimensionSet = entity('DimensionSet', {
  kind: 'part',
  title: {
    en: ['Dimension set', 'Dimension sets'],
    sv: ['Objektkombination', 'Objektkombinationer'],
    de: ['Dimensionskombination', 'Dimensionskombinationen'],
    hu: ['Dimenziókombináció', 'Dimenziókombinációk'],
    sl: ['Kombinacija dimenzij', 'Kombinacije dimenzij'],
  },
  label: ['name'],
  search: ['name'],
  columns: ['name', 'company'],
  order: ['name'],
});

import { entity } from '../entity.ts';

export const DimensionSetMember = entity('DimensionSetMember', {
  kind: 'part',
  title: {
    en: ['Object in a set', 'Objects in sets'],
    sv: ['Objekt i kombination', 'Objekt i kombinationer'],
    de: ['Objekt einer Kombination', 'Objekte von Kombinationen'],
    hu: ['Kombináció eleme', 'Kombinációk elemei'],
    sl: ['Objekt v kombinaciji', 'Objekti v kombinacijah'],
  },
  label: ['dimension', 'object'],
  columns: ['dimensionSet', 'dimension', 'object'],
});

import { entity } from '../entity.ts';

export const Manufacturer = entity('Manufacturer', {
  title: {
    en: ['Manufacturer', 'Manufacturers'],
    sv: ['Tillverkare', 'Tillverkare'],
    de: ['Hersteller', 'Hersteller'],
    hu: ['Gyártó', 'Gyártók'],
    sl: ['Proizvajalec', 'Proizvajalci'],
  },
  label: ['name'],
  search: ['name'],
  columns: ['name'],
  order: ['name'],
  write: ['name'],
});

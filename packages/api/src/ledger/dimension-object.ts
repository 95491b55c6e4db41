import { entity } from '../entity.ts';

export const DimensionObject = entity('DimensionObject', {
  title: {
    en: ['Dimension object', 'Dimension objects'],
    sv: ['Objekt', 'Objekt'],
    de: ['Dimensionsobjekt', 'Dimensionsobjekte'],
    hu: ['Dimenzióelem', 'Dimenzióelemek'],
    sl: ['Objekt dimenzije', 'Objekti dimenzij'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['dimension', 'code', 'name', 'company'],
  order: ['code'],
  create: ['company', 'dimension'],
  write: ['code', 'name'],
});

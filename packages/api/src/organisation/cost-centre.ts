import { entity } from '../entity.ts';

export const CostCentre = entity('CostCentre', {
  title: {
    en: ['Cost centre', 'Cost centres'],
    sv: ['Kostnadsställe', 'Kostnadsställen'],
    de: ['Kostenstelle', 'Kostenstellen'],
    hu: ['Költséghely', 'Költséghelyek'],
    sl: ['Stroškovno mesto', 'Stroškovna mesta'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'manager', 'company'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'name', 'manager'],
});

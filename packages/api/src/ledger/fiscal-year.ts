import { entity } from '../entity.ts';

export const FiscalYear = entity('FiscalYear', {
  kind: 'document',
  title: {
    en: ['Fiscal year', 'Fiscal years'],
    sv: ['Räkenskapsår', 'Räkenskapsår'],
    de: ['Geschäftsjahr', 'Geschäftsjahre'],
    hu: ['Üzleti év', 'Üzleti évek'],
    sl: ['Poslovno leto', 'Poslovna leta'],
  },
  label: ['name', 'company'],
  search: ['name'],
  columns: ['name', 'company', 'startsOn', 'endsOn'],
  order: ['startsOn'],
});

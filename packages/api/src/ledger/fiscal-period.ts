import { entity } from '../entity.ts';

export const FiscalPeriod = entity('FiscalPeriod', {
  kind: 'document',
  title: {
    en: ['Fiscal period', 'Fiscal periods'],
    sv: ['Redovisningsperiod', 'Redovisningsperioder'],
    de: ['Buchungsperiode', 'Buchungsperioden'],
    hu: ['Könyvelési időszak', 'Könyvelési időszakok'],
    sl: ['Obračunsko obdobje', 'Obračunska obdobja'],
  },
  label: ['name', 'fiscalYear'],
  search: ['name'],
  columns: ['name', 'fiscalYear', 'startsOn', 'endsOn', 'status'],
  order: ['startsOn'],
});

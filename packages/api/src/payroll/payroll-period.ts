import { entity } from '../entity.ts';

export const PayrollPeriod = entity('PayrollPeriod', {
  kind: 'document',
  title: {
    en: ['Pay period', 'Pay periods'],
    sv: ['Löneperiod', 'Löneperioder'],
    de: ['Abrechnungszeitraum', 'Abrechnungszeiträume'],
    hu: ['Bérszámfejtési időszak', 'Bérszámfejtési időszakok'],
    sl: ['Obračunsko obdobje', 'Obračunska obdobja'],
  },
  label: ['schedule', 'name'],
  search: ['name'],
  columns: ['name', 'taxYear', 'number', 'startsOn', 'endsOn', 'inputsDueOn', 'approvalDueOn', 'payOn'],
  order: ['payOn'],
});

import { entity } from '../entity.ts';

export const PayCalculation = entity('PayCalculation', {
  kind: 'part',
  title: {
    en: ['Calculated pay', 'Calculated pay'],
    sv: ['Beräknad lön', 'Beräknade löner'],
    de: ['Berechnetes Entgelt', 'Berechnete Entgelte'],
    hu: ['Kiszámított bér', 'Kiszámított bérek'],
    sl: ['Izračunana plača', 'Izračunane plače'],
  },
  label: ['employee', 'run'],
  columns: ['employee', 'gross', 'net', 'netBefore', 'employerCost', 'run'],
  checks: {
    gross: { currency: 'currencyCode' },
    net: { currency: 'currencyCode' },
    netBefore: { currency: 'currencyCode' },
    employerCost: { currency: 'currencyCode' },
  },
});

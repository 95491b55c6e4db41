import { entity } from '../entity.ts';

export const PayRun = entity('PayRun', {
  kind: 'document',
  title: {
    en: ['Pay run', 'Pay runs'],
    sv: ['Lönekörning', 'Lönekörningar'],
    de: ['Lohnlauf', 'Lohnläufe'],
    hu: ['Bérfutás', 'Bérfutások'],
    sl: ['Obračun plač', 'Obračuni plač'],
  },
  prominent: true,
  label: ['period', 'kind', 'sequence'],
  columns: ['period', 'kind', 'sequence', 'status', 'payOn', 'employeeCount', 'errorCount', 'deviationCount', 'net'],
  order: ['payOn', 'kind', 'sequence'],
  checks: {
    gross: { currency: 'currencyCode' },
    net: { currency: 'currencyCode' },
    employerCost: { currency: 'currencyCode' },
    postedGross: { currency: 'currencyCode' },
    postedNet: { currency: 'currencyCode' },
    postedCost: { currency: 'currencyCode' },
  },
});

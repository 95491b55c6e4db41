import { entity } from '../entity.ts';

export const Compensation = entity('Compensation', {
  kind: 'document',
  title: {
    en: ['Compensation', 'Compensations'],
    sv: ['Ersättning', 'Ersättningar'],
    de: ['Vergütung', 'Vergütungen'],
    hu: ['Bér', 'Bérek'],
    sl: ['Plača', 'Plače'],
  },
  label: ['employee', 'startOn'],
  columns: ['employee', 'amount', 'currencyCode', 'payPeriod', 'startOn', 'endOn', 'status'],
  order: ['startOn'],
  checks: { amount: { currency: 'currencyCode' } },
});

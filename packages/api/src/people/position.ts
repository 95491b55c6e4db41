import { entity } from '../entity.ts';

export const Position = entity('Position', {
  kind: 'document',
  title: {
    en: ['Position', 'Positions'],
    sv: ['Befattning', 'Befattningar'],
    de: ['Planstelle', 'Planstellen'],
    hu: ['Munkakör', 'Munkakörök'],
    sl: ['Delovno mesto', 'Delovna mesta'],
  },
  prominent: true,
  label: ['title'],
  search: ['code', 'title'],
  columns: ['code', 'title', 'department', 'status', 'budgetedFte', 'payMinimum', 'payMaximum', 'payCurrencyCode'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'title', 'department', 'budgetedFte', 'payMinimum', 'payMaximum', 'payCurrency', 'payPeriod'],
  checks: {
    budgetedFte: { minimum: '0.001' },
    payMinimum: { minimum: '0', currency: 'payCurrencyCode' },
    payMaximum: { minimum: '0', currency: 'payCurrencyCode' },
  },
});

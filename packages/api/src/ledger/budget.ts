import { entity } from '../entity.ts';

export const Budget = entity('Budget', {
  title: {
    en: ['Budget', 'Budgets'],
    sv: ['Budget', 'Budgetar'],
    de: ['Budget', 'Budgets'],
    hu: ['Költségvetés', 'Költségvetések'],
    sl: ['Proračun', 'Proračuni'],
  },
  label: ['name', 'fiscalYear.name'],
  search: ['name'],
  columns: ['name', 'fiscalYear', 'company'],
  order: ['name'],
  create: ['company', 'fiscalYear'],
  write: ['name'],
});

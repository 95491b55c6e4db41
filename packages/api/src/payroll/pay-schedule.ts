import { entity } from '../entity.ts';

export const PaySchedule = entity('PaySchedule', {
  kind: 'master',
  title: {
    en: ['Pay schedule', 'Pay schedules'],
    sv: ['Löneschema', 'Lönescheman'],
    de: ['Lohnplan', 'Lohnpläne'],
    hu: ['Bérfizetési rend', 'Bérfizetési rendek'],
    sl: ['Plačilni razpored', 'Plačilni razporedi'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'pack', 'frequency', 'payDay', 'company'],
  order: ['code'],
  write: ['name', 'payDay', 'inputsDaysBefore', 'approvalDaysBefore', 'deviationPercent', 'prorationBasis', 'journal'],
  checks: {
    payDay: { minimum: '0', maximum: '31' },
    inputsDaysBefore: { minimum: '0', maximum: '30' },
    approvalDaysBefore: { minimum: '0', maximum: '30' },
    deviationPercent: { minimum: '0' },
  },
});

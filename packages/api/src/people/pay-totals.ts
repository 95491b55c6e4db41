import { cube } from '../cube.ts';

export const PayTotals = cube('PayTotals', 'Employee', {
  title: {
    en: 'Pay in totals',
    sv: 'Löner i summor',
    de: 'Vergütung in Summen',
    hu: 'Bérek összesítve',
    sl: 'Plače v seštevkih',
  },
  description: 'Pay of the people at work, as agreed for the pay period, in totals.',
  measure: 'salary',
  always: ['salaryCurrencyCode', 'salaryPeriod'],
  dimensions: ['department', 'contractType', 'site'],
  where: { status: 'ACTIVE' },
});

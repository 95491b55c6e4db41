import { entity } from '../entity.ts';

export const PayProblem = entity('PayProblem', {
  kind: 'part',
  title: {
    en: ['Problem of a run', 'Problems of a run'],
    sv: ['Problem i körningen', 'Problem i körningen'],
    de: ['Problem des Laufs', 'Probleme des Laufs'],
    hu: ['Futás problémája', 'Futás problémái'],
    sl: ['Težava obračuna', 'Težave obračuna'],
  },
  label: ['employee', 'severity'],
  search: ['code', 'message'],
  columns: ['severity', 'employee', 'message', 'run'],
  order: ['severity', 'code'],
});

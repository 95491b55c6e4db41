import { entity } from '../entity.ts';

export const WorkPattern = entity('WorkPattern', {
  kind: 'document',
  title: {
    en: ['Working hours', 'Working hours'],
    sv: ['Arbetstid', 'Arbetstider'],
    de: ['Arbeitszeit', 'Arbeitszeiten'],
    hu: ['Munkaidő-beosztás', 'Munkaidő-beosztások'],
    sl: ['Delovni čas', 'Delovni časi'],
  },
  label: ['employee', 'startOn'],
  columns: [
    'employee',
    'startOn',
    'endOn',
    'mondayHours',
    'tuesdayHours',
    'wednesdayHours',
    'thursdayHours',
    'fridayHours',
  ],
  order: ['startOn'],
});

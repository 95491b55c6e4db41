import { entity } from '../entity.ts';

export const Absence = entity('Absence', {
  kind: 'document',
  prominent: true,
  title: {
    en: ['Absence', 'Absences'],
    sv: ['Frånvaro', 'Frånvaro'],
    de: ['Abwesenheit', 'Abwesenheiten'],
    hu: ['Távollét', 'Távollétek'],
    sl: ['Odsotnost', 'Odsotnosti'],
  },
  label: ['employee', 'startOn'],
  columns: ['employee', 'startOn', 'endOn', 'hours', 'kind', 'status', 'workingDays'],
  order: ['startOn'],
});

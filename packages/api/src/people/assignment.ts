import { entity } from '../entity.ts';

export const Assignment = entity('Assignment', {
  kind: 'journal',
  title: {
    en: ['Assignment', 'Assignments'],
    sv: ['Placering', 'Placeringar'],
    de: ['Stellenzuweisung', 'Stellenzuweisungen'],
    hu: ['Beosztás', 'Beosztások'],
    sl: ['Razporeditev', 'Razporeditve'],
  },
  label: ['employee', 'position'],
  columns: ['employee', 'position', 'department', 'manager', 'fte', 'startOn', 'endOn'],
  order: ['startOn'],
});

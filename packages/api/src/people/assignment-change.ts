import { entity } from '../entity.ts';

export const AssignmentChange = entity('AssignmentChange', {
  kind: 'document',
  title: {
    en: ['Proposed change of position', 'Proposed changes of position'],
    sv: ['Föreslagen placering', 'Föreslagna placeringar'],
    de: ['Vorgeschlagener Stellenwechsel', 'Vorgeschlagene Stellenwechsel'],
    hu: ['Javasolt beosztásváltozás', 'Javasolt beosztásváltozások'],
    sl: ['Predlagana sprememba razporeditve', 'Predlagane spremembe razporeditve'],
  },
  label: ['employee'],
  columns: ['employee', 'position', 'department', 'manager', 'fte', 'startOn', 'status'],
  order: ['status'],
});

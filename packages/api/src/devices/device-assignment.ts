import { entity } from '../entity.ts';

export const DeviceAssignment = entity('DeviceAssignment', {
  kind: 'journal',
  title: {
    en: ['Device assignment', 'Device assignments'],
    sv: ['Enhetstilldelning', 'Enhetstilldelningar'],
    de: ['Gerätezuweisung', 'Gerätezuweisungen'],
    hu: ['Eszközkiadás', 'Eszközkiadások'],
    sl: ['Dodelitev naprave', 'Dodelitve naprav'],
  },
  label: ['device', 'employee'],
  columns: ['device', 'employee', 'kind', 'startAt', 'acceptedAt', 'endAt', 'dueOn'],
  order: ['startAt'],
  labels: {
    endNote: {
      en: 'Note at the end',
      sv: 'Anteckning vid slutet',
      de: 'Notiz zum Ende',
      hu: 'Megjegyzés a végén',
      sl: 'Opomba ob koncu',
    },
  },
});

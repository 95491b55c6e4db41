import { entity } from '../entity.ts';

export const EntryDraft = entity('EntryDraft', {
  kind: 'document',
  title: {
    en: ['Draft entry', 'Draft entries'],
    sv: ['Utkast', 'Utkast'],
    de: ['Buchungsentwurf', 'Buchungsentwürfe'],
    hu: ['Tételvázlat', 'Tételvázlatok'],
    sl: ['Osnutek knjižbe', 'Osnutki knjižb'],
  },
  label: ['journal', 'postingOn', 'text'],
  search: ['text', 'reference'],
  columns: ['journal', 'status', 'postingOn', 'text', 'reference', 'createdBy', 'entry'],
  order: ['status', 'postingOn'],
});

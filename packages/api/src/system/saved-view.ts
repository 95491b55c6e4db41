import { entity } from '../entity.ts';

export const SavedView = entity('SavedView', {
  kind: 'document',
  title: {
    en: ['Saved view', 'Saved views'],
    sv: ['Sparad vy', 'Sparade vyer'],
    de: ['Gespeicherte Ansicht', 'Gespeicherte Ansichten'],
    hu: ['Mentett nézet', 'Mentett nézetek'],
    sl: ['Shranjeni pogled', 'Shranjeni pogledi'],
  },
  label: ['name'],
  columns: ['name', 'kind', 'resource', 'owner', 'shared', 'sharedWithRole', 'isDefault'],
  order: ['resource', 'name'],
  labels: {
    sharedWithRole: {
      en: 'Shared with',
      sv: 'Delad med',
      de: 'Geteilt mit',
      hu: 'Megosztva ezzel',
      sl: 'V skupni rabi z',
    },
    pinned: {
      en: 'On the home page',
      sv: 'På startsidan',
      de: 'Auf der Startseite',
      hu: 'A kezdőlapon',
      sl: 'Na začetni strani',
    },
  },
});

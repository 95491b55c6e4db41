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
  columns: ['name', 'resource', 'owner', 'shared', 'isDefault'],
  order: ['resource', 'name'],
});

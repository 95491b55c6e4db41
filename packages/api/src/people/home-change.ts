import { entity } from '../entity.ts';

export const HomeChange = entity('HomeChange', {
  kind: 'document',
  title: {
    en: ['Change of home address', 'Changes of home address'],
    sv: ['Adressändring', 'Adressändringar'],
    de: ['Adressänderung', 'Adressänderungen'],
    hu: ['Lakcímváltozás', 'Lakcímváltozások'],
    sl: ['Sprememba naslova', 'Spremembe naslova'],
  },
  label: ['person'],
  columns: ['person', 'street', 'postalCode', 'city', 'country', 'status'],
  order: ['status'],
});

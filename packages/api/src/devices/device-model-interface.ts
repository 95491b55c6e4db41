import { entity } from '../entity.ts';

export const DeviceModelInterface = entity('DeviceModelInterface', {
  kind: 'part',
  title: {
    en: ['Interface', 'Interfaces'],
    sv: ['Gränssnitt', 'Gränssnitt'],
    de: ['Schnittstelle', 'Schnittstellen'],
    hu: ['Interfész', 'Interfészek'],
    sl: ['Vmesnik', 'Vmesniki'],
  },
  label: ['name'],
  search: ['name', 'type'],
  columns: ['deviceModel', 'ordinal', 'name', 'type', 'managementOnly'],
  order: ['ordinal'],
});

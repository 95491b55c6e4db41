import { entity } from '../entity.ts';

export const DeviceModel = entity('DeviceModel', {
  title: {
    en: ['Device model', 'Device models'],
    sv: ['Enhetsmodell', 'Enhetsmodeller'],
    de: ['Gerätemodell', 'Gerätemodelle'],
    hu: ['Eszköztípus', 'Eszköztípusok'],
    sl: ['Model naprave', 'Modeli naprav'],
  },
  prominent: true,
  label: ['manufacturer', 'name'],
  search: ['name', 'partNumber'],
  columns: ['manufacturer', 'name', 'kind', 'partNumber', 'rackUnits'],
  order: ['name'],
  write: [
    'manufacturer',
    'name',
    'kind',
    'partNumber',
    'rackUnits',
    'isFullDepth',
    'weightKg',
    'airflow',
    'consolePorts',
    'powerPorts',
    'comments',
  ],
  checks: {
    rackUnits: { minimum: '0' },
    weightKg: { minimum: '0' },
    consolePorts: { minimum: '0' },
    powerPorts: { minimum: '0' },
  },
});

import { entity } from '../entity.ts';

export const Device = entity('Device', {
  kind: 'document',
  title: {
    en: ['Device', 'Devices'],
    sv: ['Enhet', 'Enheter'],
    de: ['Gerät', 'Geräte'],
    hu: ['Eszköz', 'Eszközök'],
    sl: ['Naprava', 'Naprave'],
  },
  prominent: true,
  label: ['assetTag', 'deviceModel'],
  search: ['assetTag', 'serialNumber'],
  columns: ['assetTag', 'deviceModel', 'serialNumber', 'status', 'holder', 'site', 'warrantyUntilOn'],
  order: ['assetTag'],
  create: ['company'],
  write: [
    'assetTag',
    'deviceModel',
    'serialNumber',
    'site',
    'room',
    'purchasedOn',
    'purchaseCost',
    'purchaseCurrency',
    'warrantyUntilOn',
    'note',
  ],
  checks: {
    purchaseCost: { minimum: '0', currency: 'purchaseCurrencyCode' },
    note: { format: 'longText' },
  },
});

import { entity } from '../entity.ts';

export const TaxCode = entity('TaxCode', {
  title: {
    en: ['Tax code', 'Tax codes'],
    sv: ['Momskod', 'Momskoder'],
    de: ['Steuerschlüssel', 'Steuerschlüssel'],
    hu: ['Áfakód', 'Áfakódok'],
    sl: ['Davčna koda', 'Davčne kode'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'rate', 'outputAccountCode', 'inputAccountCode', 'company'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'name', 'rate', 'outputAccountCode', 'inputAccountCode'],
  checks: { rate: { minimum: '0', maximum: '100' } },
  labels: {
    rate: { en: 'Rate (%)', sv: 'Sats (%)', de: 'Satz (%)', hu: 'Kulcs (%)', sl: 'Stopnja (%)' },
  },
});

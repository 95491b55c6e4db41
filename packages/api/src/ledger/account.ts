import { entity } from '../entity.ts';

export const Account = entity('Account', {
  title: {
    en: ['Account', 'Accounts'],
    sv: ['Konto', 'Konton'],
    de: ['Konto', 'Konten'],
    hu: ['Főkönyvi számla', 'Főkönyvi számlák'],
    sl: ['Konto', 'Konti'],
  },
  prominent: true,
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'type', 'normalSide', 'currencyCode', 'control', 'company'],
  order: ['code'],
  create: ['company'],
  write: [
    'code',
    'name',
    'type',
    'normalSide',
    'currency',
    'parent',
    'postable',
    'control',
    'taxCode',
    'validFrom',
    'validUntil',
    'needsReview',
  ],
  tree: 'parent',
  labels: {
    taxCode: { en: 'Tax code', sv: 'Momskod', de: 'Steuerschlüssel', hu: 'Áfakód', sl: 'Davčna koda' },
    parent: {
      en: 'Heading above',
      sv: 'Överordnad rubrik',
      de: 'Übergeordnete Überschrift',
      hu: 'Felettes számla',
      sl: 'Nadrejeni konto',
    },
    children: {
      en: 'Accounts below',
      sv: 'Underordnade konton',
      de: 'Untergeordnete Konten',
      hu: 'Alárendelt számlák',
      sl: 'Podrejeni konti',
    },
  },
});

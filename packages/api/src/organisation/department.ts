import { entity } from '../entity.ts';

export const Department = entity('Department', {
  title: {
    en: ['Department', 'Departments'],
    sv: ['Avdelning', 'Avdelningar'],
    de: ['Abteilung', 'Abteilungen'],
    hu: ['Osztály', 'Osztályok'],
    sl: ['Oddelek', 'Oddelki'],
  },
  prominent: true,
  label: ['name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'parent', 'costCentre', 'company'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'name', 'parent', 'costCentre'],
  tree: 'parent',
});

import { entity } from '../entity.ts';

export const SecondFactorRule = entity('SecondFactorRule', {
  title: {
    en: ['Second factor rule', 'Second factor rules'],
    sv: ['Regel för andra faktorn', 'Regler för andra faktorn'],
    de: ['Regel zum zweiten Faktor', 'Regeln zum zweiten Faktor'],
    hu: ['Második tényező szabálya', 'Második tényező szabályai'],
    sl: ['Pravilo drugega dejavnika', 'Pravila drugega dejavnika'],
  },
  label: ['role'],
  columns: ['role', 'active'],
  order: ['role'],
  create: ['role'],
});

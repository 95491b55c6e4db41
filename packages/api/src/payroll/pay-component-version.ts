import { entity } from '../entity.ts';

export const PayComponentVersion = entity('PayComponentVersion', {
  kind: 'part',
  title: {
    en: ['Rule of a component', 'Rules of a component'],
    sv: ['Komponentregel', 'Komponentregler'],
    de: ['Regel der Lohnart', 'Regeln der Lohnart'],
    hu: ['Bérjogcím szabálya', 'Bérjogcím szabályai'],
    sl: ['Pravilo sestavine', 'Pravila sestavine'],
  },
  label: ['component', 'startsOn'],
  columns: ['component', 'startsOn', 'endsOn', 'rule', 'roundingMode', 'roundingUnit'],
  order: ['startsOn'],
});

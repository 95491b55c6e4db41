import { entity } from '../entity.ts';

export const PayFact = entity('PayFact', {
  kind: 'document',
  title: {
    en: ['Pay fact', 'Pay facts'],
    sv: ['Löneuppgift', 'Löneuppgifter'],
    de: ['Abrechnungsmerkmal', 'Abrechnungsmerkmale'],
    hu: ['Bérszámfejtési adat', 'Bérszámfejtési adatok'],
    sl: ['Podatek za plačo', 'Podatki za plačo'],
  },
  label: ['employee', 'name'],
  search: ['name'],
  columns: ['employee', 'name', 'value', 'startsOn'],
  order: ['name', 'startsOn'],
});

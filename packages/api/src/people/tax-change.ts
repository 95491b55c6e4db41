import { entity } from '../entity.ts';

export const TaxChange = entity('TaxChange', {
  kind: 'document',
  title: {
    en: ['Change of tax data', 'Changes of tax data'],
    sv: ['Ändring av skatteuppgifter', 'Ändringar av skatteuppgifter'],
    de: ['Änderung der Steuerdaten', 'Änderungen der Steuerdaten'],
    hu: ['Adóadat-változás', 'Adóadat-változások'],
    sl: ['Sprememba davčnih podatkov', 'Spremembe davčnih podatkov'],
  },
  label: ['employee'],
  columns: ['employee', 'taxCode', 'taxDependants', 'status', 'decidedAt'],
  order: ['status'],
});

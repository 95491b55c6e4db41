import { entity } from '../entity.ts';

export const BankChange = entity('BankChange', {
  kind: 'document',
  title: {
    en: ['Change of bank account', 'Changes of bank account'],
    sv: ['Kontoändring', 'Kontoändringar'],
    de: ['Kontoänderung', 'Kontoänderungen'],
    hu: ['Bankszámlaváltozás', 'Bankszámlaváltozások'],
    sl: ['Sprememba računa', 'Spremembe računa'],
  },
  label: ['person'],
  columns: ['person', 'iban', 'bic', 'status', 'decidedAt'],
  order: ['status'],
});

import { entity } from '../entity.ts';

export const ImportBatch = entity('ImportBatch', {
  kind: 'journal',
  title: {
    en: ['Import', 'Imports'],
    sv: ['Import', 'Importer'],
    de: ['Import', 'Importe'],
    hu: ['Importálás', 'Importálások'],
    sl: ['Uvoz', 'Uvozi'],
  },
  plural: 'importBatches',
  label: ['fileName'],
  search: ['fileName'],
  columns: [
    'subject',
    'fileName',
    'status',
    'rowCount',
    'createdCount',
    'updatedCount',
    'unchangedCount',
    'faultCount',
  ],
  order: ['fileName'],
});

import { entity } from '../entity.ts';

export const DataExport = entity('DataExport', {
  kind: 'document',
  title: {
    en: ['Export', 'Exports'],
    sv: ['Export', 'Exporter'],
    de: ['Export', 'Exporte'],
    hu: ['Exportálás', 'Exportálások'],
    sl: ['Izvoz', 'Izvozi'],
  },
  label: ['resource', 'format'],
  columns: ['resource', 'format', 'status', 'rowCount', 'totalCount', 'requestedAt', 'expiresAt', 'requestedBy'],
});

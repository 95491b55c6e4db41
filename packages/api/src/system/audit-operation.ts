import { entity } from '../entity.ts';
import { operationNames } from '../meta/operation-label.ts';

export const AuditOperation = entity('AuditOperation', {
  kind: 'journal',
  title: {
    en: ['Audit entry', 'Audit log'],
    sv: ['Loggpost', 'Granskningslogg'],
    de: ['Protokolleintrag', 'Prüfprotokoll'],
    hu: ['Naplóbejegyzés', 'Ellenőrzési napló'],
    sl: ['Vnos dnevnika', 'Revizijski dnevnik'],
  },
  names: { command: operationNames },
  label: ['command', 'at'],
  search: ['actor', 'command'],
  columns: ['at', 'actor', 'command', 'channel', 'reason'],
  order: ['at'],
});

import { entity } from '../entity.ts';

export const Session = entity('Session', {
  kind: 'journal',
  title: {
    en: ['Session', 'Sessions'],
    sv: ['Session', 'Sessioner'],
    de: ['Sitzung', 'Sitzungen'],
    hu: ['Munkamenet', 'Munkamenetek'],
    sl: ['Seja', 'Seje'],
  },
  label: ['user', 'signedInAt'],
  columns: ['user', 'signedInAt', 'lastUsedAt', 'expiresAt', 'revokedAt', 'address', 'userAgent'],
  order: ['signedInAt'],
});

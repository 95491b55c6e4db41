import { entity } from '../entity.ts';

export const LockException = entity('LockException', {
  kind: 'document',
  title: {
    en: ['Lock exception', 'Lock exceptions'],
    sv: ['Undantag från lås', 'Undantag från lås'],
    de: ['Ausnahme von einer Sperre', 'Ausnahmen von Sperren'],
    hu: ['Zárlat alóli kivétel', 'Zárlat alóli kivételek'],
    sl: ['Izjema od zaklepa', 'Izjeme od zaklepov'],
  },
  label: ['period', 'subledger', 'user'],
  columns: ['period', 'subledger', 'user', 'reason', 'expiresAt', 'revokedAt'],
  order: ['expiresAt'],
});

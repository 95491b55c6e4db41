import { entity } from '../entity.ts';

export const ApiToken = entity('ApiToken', {
  kind: 'journal',
  title: {
    en: ['API token', 'API tokens'],
    sv: ['API-nyckel', 'API-nycklar'],
    de: ['API-Token', 'API-Tokens'],
    hu: ['API-token', 'API-tokenek'],
    sl: ['Žeton API', 'Žetoni API'],
  },
  label: ['name', 'ending'],
  columns: ['name', 'user', 'ending', 'roles', 'expiresAt', 'revokedAt'],
  order: ['name'],
});

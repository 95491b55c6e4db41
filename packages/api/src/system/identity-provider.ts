import { entity } from '../entity.ts';

export const IdentityProvider = entity('IdentityProvider', {
  title: {
    en: ['Identity provider', 'Identity providers'],
    sv: ['Identitetsleverantör', 'Identitetsleverantörer'],
    de: ['Identitätsanbieter', 'Identitätsanbieter'],
    hu: ['Identitásszolgáltató', 'Identitásszolgáltatók'],
    sl: ['Ponudnik identitete', 'Ponudniki identitete'],
  },
  label: ['name'],
  search: ['name', 'issuer'],
  columns: ['name', 'issuer', 'clientId', 'unknownUsers', 'secretSetAt'],
  order: ['name'],
  write: ['name', 'issuer', 'clientId', 'scopes', 'groupsClaim', 'unknownUsers'],
});

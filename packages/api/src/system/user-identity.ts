import { entity } from '../entity.ts';

export const UserIdentity = entity('UserIdentity', {
  kind: 'journal',
  title: {
    en: ['Linked account', 'Linked accounts'],
    sv: ['Kopplat konto', 'Kopplade konton'],
    de: ['Verknüpftes Konto', 'Verknüpfte Konten'],
    hu: ['Összekapcsolt fiók', 'Összekapcsolt fiókok'],
    sl: ['Povezan račun', 'Povezani računi'],
  },
  plural: 'userIdentities',
  label: ['identityProvider', 'user'],
  columns: ['user', 'identityProvider', 'subject', 'email', 'linkedAt', 'lastUsedAt', 'endedAt'],
  order: ['linkedAt'],
  labels: {
    subject: {
      en: 'Name at the provider',
      sv: 'Namn hos leverantören',
      de: 'Name beim Anbieter',
      hu: 'Név a szolgáltatónál',
      sl: 'Ime pri ponudniku',
    },
  },
});

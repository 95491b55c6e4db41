import { entity } from '../entity.ts';

export const OpenItem = entity('OpenItem', {
  kind: 'journal',
  title: {
    en: ['Open item', 'Open items'],
    sv: ['Öppen post', 'Öppna poster'],
    de: ['Offener Posten', 'Offene Posten'],
    hu: ['Nyitott tétel', 'Nyitott tételek'],
    sl: ['Odprta postavka', 'Odprte postavke'],
  },
  label: ['party', 'line'],
  columns: ['party', 'account', 'postingOn', 'dueOn', 'currencyCode', 'original', 'line'],
  order: ['dueOn'],
  labels: {
    dueOn: { en: 'Due on', sv: 'Förfaller den', de: 'Fällig am', hu: 'Esedékes', sl: 'Zapade dne' },
  },
});

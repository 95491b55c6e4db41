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
  money: {
    original: 'currencyCode',
    remaining: 'currencyCode',
  },
  label: ['party', 'line'],
  columns: ['party', 'account', 'postingOn', 'dueOn', 'currencyCode', 'original', 'remaining', 'line'],
  order: ['dueOn'],
  labels: {
    remaining: { en: 'Still open', sv: 'Återstår', de: 'Noch offen', hu: 'Még nyitott', sl: 'Še odprto' },
    dueOn: { en: 'Due on', sv: 'Förfaller den', de: 'Fällig am', hu: 'Esedékes', sl: 'Zapade dne' },
  },
});

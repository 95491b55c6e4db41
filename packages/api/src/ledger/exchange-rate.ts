import { entity } from '../entity.ts';

export const ExchangeRate = entity('ExchangeRate', {
  kind: 'master',
  title: {
    en: ['Exchange rate', 'Exchange rates'],
    sv: ['Valutakurs', 'Valutakurser'],
    de: ['Wechselkurs', 'Wechselkurse'],
    hu: ['Árfolyam', 'Árfolyamok'],
    sl: ['Devizni tečaj', 'Devizni tečaji'],
  },
  label: ['fromCurrencyCode', 'toCurrencyCode', 'startsOn'],
  columns: ['fromCurrencyCode', 'toCurrencyCode', 'startsOn', 'rate', 'source', 'company'],
  order: ['startsOn'],
  create: ['company', 'fromCurrency', 'toCurrency', 'startsOn'],
  write: ['rate', 'source'],
  checks: { rate: { minimum: '0.000000000001' } },
});

import { entity } from '../entity.ts';

export const Payment = entity('Payment', {
  kind: 'part',
  title: {
    en: ['Payment', 'Payments'],
    sv: ['Betalning', 'Betalningar'],
    de: ['Zahlung', 'Zahlungen'],
    hu: ['Kifizetés', 'Kifizetések'],
    sl: ['Plačilo', 'Plačila'],
  },
  label: ['payeeName', 'remittance'],
  search: ['payeeName', 'remittance', 'endToEndId'],
  columns: ['payeeName', 'iban', 'amount', 'currencyCode', 'remittance', 'endToEndId', 'batch'],
  order: ['payeeName'],
  checks: { amount: { currency: 'currencyCode' } },
  labels: {
    releasedAt: { en: 'Given up at', sv: 'Frigiven', de: 'Aufgegeben am', hu: 'Feladva', sl: 'Opuščeno' },
  },
});

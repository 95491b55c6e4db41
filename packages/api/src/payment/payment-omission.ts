import { entity } from '../entity.ts';

export const PaymentOmission = entity('PaymentOmission', {
  kind: 'journal',
  title: {
    en: ['Payment left out', 'Payments left out'],
    sv: ['Utelämnad betalning', 'Utelämnade betalningar'],
    de: ['Ausgelassene Zahlung', 'Ausgelassene Zahlungen'],
    hu: ['Kihagyott kifizetés', 'Kihagyott kifizetések'],
    sl: ['Izpuščeno plačilo', 'Izpuščena plačila'],
  },
  label: ['payeeName'],
  search: ['payeeName'],
  columns: ['payeeName', 'amount', 'currencyCode', 'problem', 'batch'],
  order: ['payeeName'],
  checks: { amount: { currency: 'currencyCode' } },
});

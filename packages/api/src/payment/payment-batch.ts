import { entity } from '../entity.ts';

export const PaymentBatch = entity('PaymentBatch', {
  kind: 'document',
  title: {
    en: ['Payment batch', 'Payment batches'],
    sv: ['Betalningsuppdrag', 'Betalningsuppdrag'],
    de: ['Zahlungslauf', 'Zahlungsläufe'],
    hu: ['Fizetési köteg', 'Fizetési kötegek'],
    sl: ['Plačilni paket', 'Plačilni paketi'],
  },
  plural: 'paymentBatches',
  prominent: true,
  label: ['executionOn', 'companyAccount.name'],
  columns: ['executionOn', 'kind', 'status', 'paymentCount', 'controlSum', 'companyAccount', 'company'],
  order: ['executionOn'],
  labels: {
    reason: {
      en: 'Why it was not paid',
      sv: 'Varför det inte betalades',
      de: 'Warum nicht gezahlt wurde',
      hu: 'A ki nem fizetés oka',
      sl: 'Zakaj ni bilo plačano',
    },
  },
});

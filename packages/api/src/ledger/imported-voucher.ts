import { entity } from '../entity.ts';

export const ImportedVoucher = entity('ImportedVoucher', {
  kind: 'journal',
  title: {
    en: ['Imported voucher', 'Imported vouchers'],
    sv: ['Importerad verifikation', 'Importerade verifikationer'],
    de: ['Übernommener Beleg', 'Übernommene Belege'],
    hu: ['Átvett bizonylat', 'Átvett bizonylatok'],
    sl: ['Preneseni dokument', 'Preneseni dokumenti'],
  },
  label: ['series', 'number', 'voucherOn'],
  search: ['text', 'number'],
  columns: ['series', 'number', 'voucherOn', 'text', 'reason', 'entry'],
  order: ['voucherOn', 'series', 'number'],
});

import { entity } from '../entity.ts';
import { componentCodes, componentLabel } from './named-codes.ts';

export const PayslipOrigin = entity('PayslipOrigin', {
  kind: 'part',
  title: {
    en: ['Back pay', 'Back pay'],
    sv: ['Retroaktiv lön', 'Retroaktiva löner'],
    de: ['Nachzahlung', 'Nachzahlungen'],
    hu: ['Visszamenőleges bér', 'Visszamenőleges bérek'],
    sl: ['Poračun', 'Poračuni'],
  },
  money: {
    paid: 'payslip.currencyCode',
    corrected: 'payslip.currencyCode',
    difference: 'payslip.currencyCode',
  },
  names: { code: componentCodes },
  labels: { code: componentLabel },
  label: ['payslip', 'code'],
  columns: ['payslip', 'originPayslip', 'code', 'paid', 'corrected', 'difference'],
  order: ['code'],
});

import { entity } from '../entity.ts';

export const PayslipOrigin = entity('PayslipOrigin', {
  kind: 'part',
  title: {
    en: ['Back pay', 'Back pay'],
    sv: ['Retroaktiv lön', 'Retroaktiva löner'],
    de: ['Nachzahlung', 'Nachzahlungen'],
    hu: ['Visszamenőleges bér', 'Visszamenőleges bérek'],
    sl: ['Poračun', 'Poračuni'],
  },
  label: ['payslip', 'code'],
  columns: ['payslip', 'originPayslip', 'code', 'paid', 'corrected', 'difference'],
  order: ['code'],
});

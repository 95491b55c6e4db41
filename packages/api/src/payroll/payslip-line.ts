import { entity } from '../entity.ts';

export const PayslipLine = entity('PayslipLine', {
  kind: 'part',
  title: {
    en: ['Line of a payslip', 'Lines of a payslip'],
    sv: ['Löneradspost', 'Lönerader'],
    de: ['Abrechnungszeile', 'Abrechnungszeilen'],
    hu: ['Bérjegyzék sora', 'Bérjegyzék sorai'],
    sl: ['Vrstica plačilne liste', 'Vrstice plačilne liste'],
  },
  money: {
    amount: 'payslip.currencyCode',
  },
  label: ['payslip', 'label'],
  columns: ['payslip', 'lineNo', 'code', 'label', 'kind', 'amount'],
  order: ['lineNo'],
});

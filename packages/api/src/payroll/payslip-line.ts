import { entity } from '../entity.ts';
import { componentCodes, componentLabel } from './named-codes.ts';

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
  names: { code: componentCodes },
  labels: { code: componentLabel },
  label: ['payslip', 'label'],
  columns: ['payslip', 'lineNo', 'code', 'label', 'kind', 'amount'],
  order: ['lineNo'],
});

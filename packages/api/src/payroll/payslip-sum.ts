import { entity } from '../entity.ts';
import { runningSumCodes, runningSumLabel } from './named-codes.ts';

export const PayslipSum = entity('PayslipSum', {
  kind: 'part',
  title: {
    en: ['Year to date', 'Years to date'],
    sv: ['Ackumulerad summa', 'Ackumulerade summor'],
    de: ['Jahressumme', 'Jahressummen'],
    hu: ['Göngyölt összeg', 'Göngyölt összegek'],
    sl: ['Letni seštevek', 'Letni seštevki'],
  },
  money: {
    amount: 'payslip.currencyCode',
  },
  names: { code: runningSumCodes },
  labels: { code: runningSumLabel },
  label: ['payslip', 'code'],
  columns: ['payslip', 'code', 'amount'],
  order: ['code'],
});

import { entity } from '../entity.ts';

export const Payslip = entity('Payslip', {
  kind: 'journal',
  title: {
    en: ['Payslip', 'Payslips'],
    sv: ['Lönespecifikation', 'Lönespecifikationer'],
    de: ['Entgeltabrechnung', 'Entgeltabrechnungen'],
    hu: ['Bérjegyzék', 'Bérjegyzékek'],
    sl: ['Plačilna lista', 'Plačilne liste'],
  },
  prominent: true,
  label: ['employee', 'period'],
  columns: ['employee', 'period', 'kind', 'payOn', 'gross', 'net', 'currencyCode'],
  order: ['payOn'],
  checks: {
    gross: { currency: 'currencyCode' },
    net: { currency: 'currencyCode' },
    employerCost: { currency: 'currencyCode' },
  },
});

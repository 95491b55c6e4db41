import { entity } from '../entity.ts';
import { componentCodes, componentLabel } from './named-codes.ts';

export const PayAccount = entity('PayAccount', {
  kind: 'master',
  title: {
    en: ['Account of pay', 'Accounts of pay'],
    sv: ['Lönekonto', 'Lönekonton'],
    de: ['Lohnkonto', 'Lohnkonten'],
    hu: ['Bérszámla', 'Bérszámlák'],
    sl: ['Konto plače', 'Konti plač'],
  },
  names: { code: componentCodes },
  labels: { code: componentLabel },
  label: ['code'],
  search: ['code'],
  columns: ['code', 'debitAccount', 'creditAccount', 'byCostCentre', 'company'],
  order: ['code'],
  create: ['company', 'code'],
  write: ['debitAccount', 'creditAccount', 'byCostCentre'],
});

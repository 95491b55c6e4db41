import { readPayeeAccount, rejectionsOf } from '@kontor/core';
import { entity } from '../entity.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const CompanyAccount = entity('CompanyAccount', {
  title: {
    en: ['Company account', 'Company accounts'],
    sv: ['Företagskonto', 'Företagskonton'],
    de: ['Firmenkonto', 'Firmenkonten'],
    hu: ['Vállalati bankszámla', 'Vállalati bankszámlák'],
    sl: ['Račun podjetja', 'Računi podjetja'],
  },
  label: ['name'],
  search: ['name', 'iban', 'accountNumber'],
  columns: ['name', 'iban', 'currencyCode', 'account', 'company'],
  order: ['name'],
  create: ['company'],
  write: ['name', 'iban', 'bic', 'sortCode', 'accountNumber', 'currency', 'account'],
  checks: { iban: { format: 'iban' }, bic: { format: 'bic' } },
  guard: ({ before, after }) => {
    const { iban, bic, sortCode, accountNumber } = { ...before, ...after };
    const account = { iban: text(iban), bic: text(bic), sortCode: text(sortCode), accountNumber: text(accountNumber) };
    return rejectionsOf(readPayeeAccount(account));
  },
  labels: {
    account: {
      en: 'Account of the books',
      sv: 'Bokföringskonto',
      de: 'Konto der Buchhaltung',
      hu: 'Főkönyvi számla',
      sl: 'Konto glavne knjige',
    },
    batches: {
      en: 'Batches paid from it',
      sv: 'Betalningsuppdrag från kontot',
      de: 'Zahlungsläufe von diesem Konto',
      hu: 'Innen fizetett kötegek',
      sl: 'Paketi, plačani z njega',
    },
  },
});

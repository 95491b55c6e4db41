import { entity } from '../entity.ts';

export const Company = entity('Company', {
  title: {
    en: ['Company', 'Companies'],
    sv: ['Företag', 'Företag'],
    de: ['Unternehmen', 'Unternehmen'],
    hu: ['Vállalat', 'Vállalatok'],
    sl: ['Podjetje', 'Podjetja'],
  },
  plural: 'companies',
  prominent: true,
  label: ['name'],
  search: ['code', 'name', 'registrationNumber'],
  columns: ['code', 'name', 'country', 'baseCurrencyCode', 'timeZone'],
  order: ['code'],
  write: ['code', 'name', 'registrationNumber', 'country', 'baseCurrency', 'locale', 'timeZone'],
  checks: {
    country: { format: 'country' },
    locale: { format: 'locale' },
    timeZone: { format: 'timeZone' },
  },
});

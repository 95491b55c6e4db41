import { entity } from '../entity.ts';

export const Site = entity('Site', {
  title: {
    en: ['Site', 'Sites'],
    sv: ['Arbetsplats', 'Arbetsplatser'],
    de: ['Standort', 'Standorte'],
    hu: ['Telephely', 'Telephelyek'],
    sl: ['Lokacija', 'Lokacije'],
  },
  label: ['name'],
  search: ['code', 'name', 'city'],
  columns: ['code', 'name', 'city', 'country', 'company'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'name', 'street', 'postalCode', 'city', 'country'],
  checks: { country: { format: 'country' } },
});

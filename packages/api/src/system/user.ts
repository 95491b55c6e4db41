import { entity } from '../entity.ts';

export const User = entity('User', {
  title: {
    en: ['User', 'Users'],
    sv: ['Användare', 'Användare'],
    de: ['Benutzer', 'Benutzer'],
    hu: ['Felhasználó', 'Felhasználók'],
    sl: ['Uporabnik', 'Uporabniki'],
  },
  prominent: true,
  label: ['name'],
  search: ['name', 'email'],
  columns: ['name', 'email', 'person', 'language', 'lastSignInAt', 'secondFactorAt'],
  order: ['name'],
  write: ['name', 'email', 'language', 'person'],
  checks: { email: { format: 'email' }, language: { format: 'language' } },
});

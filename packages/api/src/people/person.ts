import { entity } from '../entity.ts';

export const Person = entity('Person', {
  title: {
    en: ['Person', 'People'],
    sv: ['Person', 'Personer'],
    de: ['Person', 'Personen'],
    hu: ['Személy', 'Személyek'],
    sl: ['Oseba', 'Osebe'],
  },
  plural: 'people',
  label: ['firstName', 'lastName'],
  search: ['firstName', 'lastName'],
  columns: ['lastName', 'firstName', 'homeCity', 'privatePhone'],
  order: ['lastName', 'firstName'],
  write: [
    'firstName', 'lastName', 'homeStreet', 'homePostalCode', 'homeCity', 'homeCountry', 'privatePhone', 'privateEmail',
    'emergencyName', 'emergencyPhone', 'emergencyRelationship', 'nationalId', 'birthOn', 'nationality',
    'workPermitUntilOn',
  ],
  checks: {
    homeCountry: { format: 'country' },
    privatePhone: { format: 'phone' },
    privateEmail: { format: 'email' },
    emergencyPhone: { format: 'phone' },
    nationality: { format: 'country' },
  },
});

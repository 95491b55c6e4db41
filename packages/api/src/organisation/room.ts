import { entity } from '../entity.ts';

export const Room = entity('Room', {
  title: {
    en: ['Room', 'Rooms'],
    sv: ['Rum', 'Rum'],
    de: ['Raum', 'Räume'],
    hu: ['Helyiség', 'Helyiségek'],
    sl: ['Prostor', 'Prostori'],
  },
  label: ['code', 'name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'site', 'floor', 'capacity'],
  order: ['code'],
  create: ['company', 'site'],
  write: ['code', 'name', 'floor', 'capacity'],
  checks: { capacity: { minimum: '0' } },
});

import { entity } from '../entity.ts';

export const GroupMapping = entity('GroupMapping', {
  title: {
    en: ['Group mapping', 'Group mappings'],
    sv: ['Gruppkoppling', 'Gruppkopplingar'],
    de: ['Gruppenzuordnung', 'Gruppenzuordnungen'],
    hu: ['Csoport-hozzárendelés', 'Csoport-hozzárendelések'],
    sl: ['Preslikava skupine', 'Preslikave skupin'],
  },
  label: ['groupName', 'role'],
  search: ['groupName'],
  columns: ['identityProvider', 'groupName', 'role', 'company', 'setBy'],
  order: ['groupName'],
  write: ['identityProvider', 'groupName', 'role', 'company'],
});

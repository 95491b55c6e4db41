import { entity } from '../entity.ts';

export const RoleGrant = entity('RoleGrant', {
  kind: 'journal',
  title: {
    en: ['Role grant', 'Role grants'],
    sv: ['Rolltilldelning', 'Rolltilldelningar'],
    de: ['Rollenzuweisung', 'Rollenzuweisungen'],
    hu: ['Szerepkör-megbízás', 'Szerepkör-megbízások'],
    sl: ['Dodelitev vloge', 'Dodelitve vlog'],
  },
  label: ['role', 'user'],
  columns: ['user', 'role', 'company', 'fromAt', 'untilAt', 'groupMapping'],
  order: ['fromAt'],
});

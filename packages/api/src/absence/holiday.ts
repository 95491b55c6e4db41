import { entity, type RowChange } from '../entity.ts';

/** A day that is worked says in whose place, as its hours are those of that day of the week; others say nothing of it. */
function insteadFaults({ before, after }: RowChange) {
  const value = (name: string): unknown => (name in after ? after[name] : before?.[name]) ?? null;
  const kind = value('kind') ?? 'PUBLIC';
  if ((kind === 'WORKING') === (value('insteadOfOn') !== null)) return [];
  const message =
    kind === 'WORKING' ? 'Say in place of which day it is worked.' : 'Leave it out: the day is not worked.';
  return [{ code: 'WORKED_DAY_INCOMPLETE', message, path: ['insteadOfOn'] }];
}

export const Holiday = entity('Holiday', {
  title: {
    en: ['Holiday', 'Holidays'],
    sv: ['Helgdag', 'Helgdagar'],
    de: ['Feiertag', 'Feiertage'],
    hu: ['Ünnepnap', 'Ünnepnapok'],
    sl: ['Praznik', 'Prazniki'],
  },
  label: ['name', 'fallsOn'],
  search: ['name'],
  columns: ['fallsOn', 'name', 'kind', 'calendar', 'company'],
  order: ['fallsOn'],
  create: ['company', 'calendar', 'fallsOn'],
  write: ['name', 'kind', 'insteadOfOn'],
  guard: insteadFaults,
});

import { entity, type RowChange } from '../entity.ts';

/** Nobody asks for leave to be ill; and who decided on such an absence, or did not, would tell what it was. */
function healthFaults({ before, after }: RowChange) {
  const value = (name: string, otherwise: boolean): unknown =>
    (name in after ? after[name] : before?.[name]) ?? otherwise;
  if (value('isHealth', false) !== true || value('needsApproval', true) === false) return [];
  const message = 'Let a kind that tells of health need no approval: it is reported.';
  return [{ code: 'HEALTH_IS_REPORTED', message, path: ['needsApproval'] }];
}

export const AbsenceKind = entity('AbsenceKind', {
  title: {
    en: ['Kind of absence', 'Kinds of absence'],
    sv: ['Frånvarotyp', 'Frånvarotyper'],
    de: ['Abwesenheitsart', 'Abwesenheitsarten'],
    hu: ['Távollét fajtája', 'Távollétfajták'],
    sl: ['Vrsta odsotnosti', 'Vrste odsotnosti'],
  },
  label: ['name'],
  search: ['code', 'name'],
  columns: ['code', 'name', 'paid', 'unit', 'needsApproval', 'company'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'name', 'paid', 'unit', 'needsApproval', 'isHealth'],
  guard: healthFaults,
});

/** A problem as far as where it is mended goes. */
interface PlacedProblem {
  /** In the input, from the outside in, with dots. */
  readonly path: string;
  readonly employee: { readonly id: string; readonly person: { readonly id: string } | null } | null;
}

/** A record, one of its tabs, or a list of an entity with a filter. */
export type MendingPlace =
  | { readonly entity: string; readonly id: string; readonly tab?: string }
  | { readonly entity: string; readonly filter: readonly unknown[] | null };

/** Facts that stand in the tax data of the employment. */
const OF_EMPLOYMENT = new Set(['taxCode', 'children']);

/** Where somebody goes to mend a problem. */
export function placeOf({ path, employee }: PlacedProblem): MendingPlace {
  if (!employee) return { entity: 'PayComponent', filter: null };
  const [group = '', name = ''] = path.split('.');
  if (group === 'items') return { entity: 'PayItem', id: name };
  if (group === 'iban' && employee.person) return { entity: 'Person', id: employee.person.id };
  if (group === 'salary') return { entity: 'Employee', id: employee.id, tab: 'compensations' };
  if (group === 'facts' && !OF_EMPLOYMENT.has(name))
    return { entity: 'PayFact', filter: ['and', ['employee', 'in', [employee.id]]] };
  return { entity: 'Employee', id: employee.id };
}

import type { Catalogue, ResourceDefinition } from './resource-definition.ts';

export type Direction = 'ASC' | 'DESC';

export interface SortKey {
  readonly field: string;
  readonly direction: Direction;
}

type OrderInput = { readonly [name: string]: OrderInput | { readonly direction: Direction } };

/**
 * The order input of the graph. A reference is ordered by what its label is made of, in the label's own order: that is
 * what the person at the desk sees in the column.
 */
export function toOrderBy(resource: ResourceDefinition, keys: readonly SortKey[], catalogue: Catalogue): OrderInput[] {
  return keys.flatMap(({ field, direction }) =>
    orderPaths(resource, field, catalogue).map((path) => nest(path, direction)),
  );
}

/** Whether a column can be ordered by. */
export function isSortable(resource: ResourceDefinition, name: string, catalogue: Catalogue): boolean {
  return orderPaths(resource, name, catalogue).length > 0;
}

function orderPaths(resource: ResourceDefinition, name: string, catalogue: Catalogue): string[][] {
  const field = resource.fieldByName.get(name);
  if (!field) return [];
  if (field.kind !== 'REFERENCE') return field.sortable ? [[name]] : [];
  const target = field.target ? catalogue.byName.get(field.target) : undefined;
  if (!target) return [];
  return target.labelPaths
    .map((path) => path.split('.'))
    .filter((path) => path.length === 1 && target.fieldByName.get(path[0] ?? '')?.sortable)
    .map((path) => [name, ...path]);
}

function nest(path: readonly string[], direction: Direction): OrderInput {
  return path.reduceRight<OrderInput>((inner, name) => ({ [name]: inner }), { direction } as unknown as OrderInput);
}

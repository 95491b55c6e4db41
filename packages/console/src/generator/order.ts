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

/** Labels may be made of labels: a device assignment is called by its device, a device by its model. */
const MAX_DEPTH = 3;

function orderPaths(resource: ResourceDefinition, name: string, catalogue: Catalogue, depth = 1): string[][] {
  const field = resource.fieldByName.get(name);
  if (!field) return [];
  if (field.kind !== 'REFERENCE') return field.sortable ? [[name]] : [];
  const target = field.target ? catalogue.byName.get(field.target) : undefined;
  if (!target || depth > MAX_DEPTH) return [];
  return target.labelPaths.flatMap((path) =>
    orderPaths(target, path, catalogue, depth + 1).map((inner) => [name, ...inner]),
  );
}

function nest(path: readonly string[], direction: Direction): OrderInput {
  return path.reduceRight<OrderInput>((inner, name) => ({ [name]: inner }), { direction } as unknown as OrderInput);
}

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

/** What a list is ordered by: what was asked for, else what it opens with; empty where the graph's own order does. */
export function sortOf({ patch }: ResourceDefinition, asked: readonly SortKey[]): readonly SortKey[] {
  if (asked.length > 0) return asked;
  return (patch?.newestFirst ?? []).map((field) => ({ field, direction: 'DESC' }));
}

/**
 * What a click on the head of a column asks for: ascending, descending, then as it was. What the list opens with is turned
 * round. With the shift key, columns add up.
 */
export function nextSort(
  resource: ResourceDefinition,
  asked: readonly SortKey[],
  field: string,
  adding: boolean,
): readonly SortKey[] {
  const current = sortOf(resource, asked).find((key) => key.field === field);
  const others = adding ? asked.filter((key) => key.field !== field) : [];
  if (!current || asked.length === 0) return [...others, { field, direction: 'ASC' }];
  return current.direction === 'ASC' ? [...others, { field, direction: 'DESC' }] : others;
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

import {
  type Condition,
  type FilterGroup,
  type FilterItem,
  type FilterValue,
  fieldAt,
  isGroup,
  operatorsOf,
  type Quantifier,
} from './filter-tree.ts';
import type { FilterOperator } from './meta.ts';
import type { Catalogue, ResourceDefinition } from './resource-definition.ts';

/** Groups nested deeper than this are refused by the graph as well. */
const MAX_DEPTH = 4;

type Encoded = readonly unknown[];

/** A filter as short JSON for an address: `["and",["salary","gte","1000"],["or",…]]`. */
export function encodeFilter(group: FilterGroup): string {
  return JSON.stringify(encodeItem(group));
}

function encodeItem(item: FilterItem): Encoded {
  if (isGroup(item)) return [item.join, ...item.items.map(encodeItem)];
  const parts: unknown[] = [item.path.join('.'), item.operator, item.value];
  if (item.quantifier) parts.push(item.quantifier);
  return parts;
}

export interface DecodedFilter {
  readonly group: FilterGroup;
  /** Comparisons that were left out: an address may come from somebody who may read more. */
  readonly dropped: number;
}

/** Reads a filter from an address. Anything that this viewer cannot ask is left out and counted. */
export function decodeFilter(text: string | null, resource: ResourceDefinition, catalogue: Catalogue): DecodedFilter {
  const dropped = { count: 0 };
  const item = decodeItem(parse(text), 0, resource, catalogue, dropped);
  const group: FilterGroup = item && isGroup(item) ? item : { join: 'and', items: item ? [item] : [] };
  return { group, dropped: dropped.count };
}

function parse(text: string | null): unknown {
  if (!text) return ['and'];
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeItem(
  raw: unknown,
  depth: number,
  resource: ResourceDefinition,
  catalogue: Catalogue,
  dropped: { count: number },
): FilterItem | undefined {
  const drop = () => {
    dropped.count += 1;
    return undefined;
  };
  if (!Array.isArray(raw) || depth > MAX_DEPTH) return drop();
  const [head, ...rest] = raw as [unknown, ...unknown[]];
  if (head === 'and' || head === 'or') {
    const items = rest.flatMap((inner) => decodeItem(inner, depth + 1, resource, catalogue, dropped) ?? []);
    return { join: head, items };
  }
  const [operator, value, quantifier] = rest;
  if (typeof head !== 'string' || typeof operator !== 'string') return drop();
  const path = head.split('.');
  const field = fieldAt(resource, path, catalogue);
  if (!field || !operatorsOf(field).includes(operator as FilterOperator) || !isFilterValue(value)) return drop();
  const condition: Condition = { path, operator: operator as FilterOperator, value };
  return isQuantifier(quantifier) ? { ...condition, quantifier } : condition;
}

function isFilterValue(value: unknown): value is FilterValue {
  const scalar = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
  return value === null || scalar(value) || (Array.isArray(value) && value.every(scalar));
}

function isQuantifier(value: unknown): value is Quantifier {
  return value === 'some' || value === 'none' || value === 'every';
}

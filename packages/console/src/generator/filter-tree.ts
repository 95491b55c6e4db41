import type { FilterOperator } from './meta.ts';
import type { Catalogue, FieldDefinition, ResourceDefinition } from './resource-definition.ts';

export type Scalar = string | number | boolean;
export type FilterValue = Scalar | readonly Scalar[] | null;
export type Quantifier = 'some' | 'none' | 'every';

/** One comparison. Its path leads through records that are referred to; the first name on it may be a list. */
export interface Condition {
  readonly path: readonly string[];
  readonly operator: FilterOperator;
  readonly value: FilterValue;
  /** For a path through a list: of how many of its records the comparison must hold. */
  readonly quantifier?: Quantifier | undefined;
}

export interface FilterGroup {
  readonly join: 'and' | 'or';
  readonly items: readonly FilterItem[];
}

export type FilterItem = Condition | FilterGroup;
export type Where = { readonly [name: string]: unknown };

export const EMPTY_GROUP: FilterGroup = { join: 'and', items: [] };

export function isGroup(item: FilterItem): item is FilterGroup {
  return 'items' in item;
}

/** Number of comparisons in a tree that are asked; what is still being typed holds nothing back yet. */
export function countConditions(item: FilterItem): number {
  if (isGroup(item)) return item.items.reduce((sum, inner) => sum + countConditions(inner), 0);
  return isComplete(item) ? 1 : 0;
}

/** Whether a comparison has all that it needs; what is still being typed is left out of the query. */
export function isComplete({ operator, value }: Condition): boolean {
  if (operator === 'some' || operator === 'none' || operator === 'isNull') return true;
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== '';
}

/** The `where` of the graph; undefined where nothing is asked. */
export function toWhere(resource: ResourceDefinition, group: FilterGroup, catalogue: Catalogue): Where | undefined {
  const parts = group.items.flatMap((item) => {
    const where = isGroup(item) ? toWhere(resource, item, catalogue) : conditionWhere(resource, item, catalogue);
    return where ? [where] : [];
  });
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { [group.join]: parts };
}

function conditionWhere(resource: ResourceDefinition, condition: Condition, catalogue: Catalogue): Where | undefined {
  const { path } = condition;
  const field = fieldAt(resource, path, catalogue);
  if (!field || !isComplete(condition)) return undefined;
  const holds = (name: string, at: number): string =>
    at === 0 && resource.fieldByName.get(name)?.kind === 'LIST' ? (condition.quantifier ?? 'some') : 'is';
  return path
    .slice(0, -1)
    .reduceRight<Where>((inner, name, at) => ({ [name]: { [holds(name, at)]: inner } }), comparison(field, condition));
}

function comparison({ name, kind }: FieldDefinition, { operator, value }: Condition): Where {
  if (kind === 'LIST') return { [name]: { [operator]: {} } };
  if (kind !== 'REFERENCE') return { [name]: { [operator]: value } };
  if (operator === 'isNull') return { [name]: { isNull: value !== false } };
  if (operator === 'ne') return { [name]: { isNot: { id: { eq: value } } } };
  return { [name]: { is: { id: { [operator]: value } } } };
}

/** What the builder offers to compare, by group: the record's own fields, then those at the end of each relation. */
export interface PathChoice {
  readonly path: readonly string[];
  readonly label: string;
  /** Label of the relation that the path goes through; empty for own fields. */
  readonly through: string;
  readonly field: FieldDefinition;
  readonly operators: readonly FilterOperator[];
}

export function pathChoices(resource: ResourceDefinition, catalogue: Catalogue): PathChoice[] {
  const own = resource.fields.flatMap((field) => ownChoice(field, [], ''));
  const through = resource.fields.flatMap((relation) => {
    const target = relation.target ? catalogue.byName.get(relation.target) : undefined;
    if (!target || relation.operators.length === 0) return [];
    return target.fields
      .filter((field) => field.kind !== 'LIST')
      .flatMap((field) => ownChoice(field, [relation.name], relation.label));
  });
  return [...own, ...through];
}

function ownChoice(field: FieldDefinition, prefix: readonly string[], through: string): PathChoice[] {
  const operators = operatorsOf(field);
  if (operators.length === 0) return [];
  return [{ path: [...prefix, field.name], label: field.label, through, field, operators }];
}

const REFERENCE_OPERATORS: readonly FilterOperator[] = ['eq', 'ne', 'in', 'isNull'];

/** Operators as the builder offers them: a reference is compared by choosing records, a list by having any. */
export function operatorsOf(field: FieldDefinition): readonly FilterOperator[] {
  if (field.operators.length === 0) return [];
  if (field.kind === 'REFERENCE')
    return REFERENCE_OPERATORS.filter((operator) => operator !== 'isNull' || !field.required);
  if (field.kind === 'LIST') return ['some', 'none'];
  return (field.operators as readonly FilterOperator[]).filter((operator) => operator !== 'isNull' || !field.required);
}

/** What stands at the end of a path, as a choice: a path may lead further than the builder offers. */
export function choiceAt(
  resource: ResourceDefinition,
  path: readonly string[],
  catalogue: Catalogue,
): PathChoice | undefined {
  const field = fieldAt(resource, path, catalogue);
  const way = path.slice(0, -1).map((_, at) => fieldAt(resource, path.slice(0, at + 1), catalogue)?.label);
  return field && ownChoice(field, path.slice(0, -1), way.join(' › '))[0];
}

/** The field at the end of a path through to-one relations; undefined where this viewer has none. */
export function fieldOnPath(
  resource: ResourceDefinition | undefined,
  [name, ...rest]: readonly string[],
  catalogue: Catalogue,
): FieldDefinition | undefined {
  const field = name === undefined ? undefined : resource?.fieldByName.get(name);
  if (!field || rest.length === 0) return field;
  return field.kind === 'REFERENCE' && field.target
    ? fieldOnPath(catalogue.byName.get(field.target), rest, catalogue)
    : undefined;
}

/** The field that the path of a comparison ends at: one through to-one relations, of which the first may be a list. */
export function fieldAt(
  resource: ResourceDefinition,
  path: readonly string[],
  catalogue: Catalogue,
): FieldDefinition | undefined {
  const [name = '', ...rest] = path;
  const list = resource.fieldByName.get(name);
  return list?.kind === 'LIST' && list.target && rest.length > 0
    ? fieldOnPath(catalogue.byName.get(list.target), rest, catalogue)
    : fieldOnPath(resource, path, catalogue);
}

/** A new comparison on a field, with its most usual operator. */
export function conditionOn({ path, operators, field, through }: PathChoice): Condition {
  // A name is chosen by its word, so a part of it is not what one begins with.
  const operator = operators.includes('contains') && !field.enumName ? 'contains' : (operators[0] ?? 'eq');
  const value = field.kind === 'BOOLEAN' ? true : null;
  const quantifier = through && path.length > 1 ? ('some' as const) : undefined;
  return { path, operator, value, quantifier };
}

import type { FilterOperator } from './meta.ts';
import type { Catalogue, FieldDefinition, ResourceDefinition } from './resource-definition.ts';

export type Scalar = string | number | boolean;
export type FilterValue = Scalar | readonly Scalar[] | null;
export type Quantifier = 'some' | 'none' | 'every';

/** One comparison. A path of two names goes through a relation. */
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

/** Number of comparisons in a tree. */
export function countConditions(item: FilterItem): number {
  return isGroup(item) ? item.items.reduce((sum, inner) => sum + countConditions(inner), 0) : 1;
}

/** Whether a comparison has all that it needs; what is still being typed is left out of the query. */
export function isComplete({ operator, value }: Condition): boolean {
  if (operator === 'some' || operator === 'none' || operator === 'isNull') return true;
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== '';
}

/** The `where` of the graph; undefined where nothing is asked. */
export function toWhere(resource: ResourceDefinition, group: FilterGroup): Where | undefined {
  const parts = group.items.flatMap((item) => {
    const where = isGroup(item) ? toWhere(resource, item) : conditionWhere(resource, item);
    return where ? [where] : [];
  });
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { [group.join]: parts };
}

function conditionWhere(resource: ResourceDefinition, condition: Condition): Where | undefined {
  const [name, inner] = condition.path;
  const field = name === undefined ? undefined : resource.fieldByName.get(name);
  if (!field || !isComplete(condition)) return undefined;
  const { operator, value } = condition;
  if (field.kind === 'LIST') {
    if (inner === undefined) return { [field.name]: { [operator]: {} } };
    return { [field.name]: { [condition.quantifier ?? 'some']: { [inner]: { [operator]: value } } } };
  }
  if (field.kind !== 'REFERENCE') return { [field.name]: { [operator]: value } };
  if (inner !== undefined) return { [field.name]: { is: { [inner]: { [operator]: value } } } };
  if (operator === 'isNull') return { [field.name]: { isNull: value !== false } };
  if (operator === 'ne') return { [field.name]: { isNot: { id: { eq: value } } } };
  return { [field.name]: { is: { id: { [operator]: value } } } };
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
      .filter((field) => field.kind !== 'LIST' && field.kind !== 'REFERENCE')
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

/** The field that a path ends at. */
export function fieldAt(
  resource: ResourceDefinition,
  path: readonly string[],
  catalogue: Catalogue,
): FieldDefinition | undefined {
  const [name, inner] = path;
  const field = name === undefined ? undefined : resource.fieldByName.get(name);
  if (!field || inner === undefined) return field;
  return field.target ? catalogue.byName.get(field.target)?.fieldByName.get(inner) : undefined;
}

/** A new comparison on a field, with its most usual operator. */
export function conditionOn({ path, operators, field, through }: PathChoice): Condition {
  const operator = operators.includes('contains') ? 'contains' : (operators[0] ?? 'eq');
  const value = field.kind === 'BOOLEAN' ? true : null;
  const quantifier = through && path.length > 1 ? ('some' as const) : undefined;
  return { path, operator, value, quantifier };
}

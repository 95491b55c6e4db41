import type { InputRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import { type EntityName, enums, type Field, graphFields } from '../catalogue.ts';
import { type Entity, entities, entityNamed } from '../entity.ts';
import { Direction, enumTypes, Nulls } from './enums.ts';

/** Input types whose shape follows from the catalogue and not from TypeScript. */
type Input = InputRef<object>;

/** The part of Pothos' builder of input fields that is used for them. */
type Fields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>;

const descriptions: Readonly<Record<string, string>> = {
  eq: 'Is this value.',
  ne: 'Has a value, and it is not this one.',
  in: 'Is one of these values.',
  notIn: 'Has a value, and it is none of these.',
  lt: 'Is less, or earlier.',
  lte: 'Is at most this, or at the latest.',
  gt: 'Is more, or later.',
  gte: 'Is at least this, or at the earliest.',
  contains: 'Has this text in it; case does not count.',
  startsWith: 'Begins with this text; case does not count.',
  isNull: 'Whether there is no value.',
  has: 'Has this value among its values.',
};

const equality = ['eq', 'ne', 'in', 'notIn', 'isNull'];
const comparison = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'];

/** The operators of each kind of scalar. */
export const operatorsOf: Readonly<Record<string, readonly string[]>> = {
  ID: equality,
  String: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'isNull'],
  Int: comparison,
  Float: comparison,
  Decimal: comparison,
  Date: comparison,
  DateTime: comparison,
  Boolean: ['eq', 'ne', 'isNull'],
};

/** The scalar of the graph for a column; null for an enum or a relation. */
export function scalarOf(field: Field): string | null {
  if (field.kind !== 'scalar') return null;
  if (field.type === 'DateTime') return field.native?.[0] === 'Date' ? 'Date' : 'DateTime';
  if (field.type === 'String') return field.native?.[0] === 'Uuid' ? 'ID' : 'String';
  return field.type;
}

/** The operators that a filter on a field takes. */
export function fieldOperators(field: Field): readonly string[] {
  if (field.kind === 'relation') return field.list ? ['some', 'every', 'none'] : ['is', 'isNot', 'isNull'];
  if (field.list) return ['has', 'isNull'];
  return field.kind === 'enum' ? equality : (operatorsOf[scalarOf(field) ?? ''] ?? []);
}

function operatorInput(name: string, value: unknown, operators: readonly string[], what: string): Input {
  return builder.inputType(name, {
    description: `Conditions on ${what}; all that are given hold.`,
    fields: (t) =>
      Object.fromEntries(
        operators.map((operator) => {
          const type = operator === 'isNull' ? 'Boolean' : operator === 'in' || operator === 'notIn' ? [value] : value;
          return [operator, t.field({ type: type as 'Boolean', description: descriptions[operator] ?? '' })];
        }),
      ),
  }) as unknown as Input;
}

/** The filters of the scalars, by the name of the scalar. */
export const scalarFilters: Readonly<Record<string, Input>> = Object.fromEntries(
  Object.entries(operatorsOf).map(([scalar, operators]) => [
    scalar,
    operatorInput(`${scalar === 'String' ? 'Text' : scalar}Filter`, scalar, operators, `a value of type ${scalar}`),
  ]),
);

const enumFilters = Object.fromEntries(
  Object.keys(enums).map((name) => [name, operatorInput(`${name}Filter`, enumTypes[name], equality, `a ${name}`)]),
);

const listFilters = new Map<string, Input>();
function listFilter(field: Field): Input {
  const known =
    listFilters.get(field.type) ??
    operatorInput(
      `${scalarOf(field) ?? field.type}ListFilter`,
      enumTypes[field.type] ?? scalarOf(field),
      ['has', 'isNull'],
      `a list of ${scalarOf(field) ?? field.type}`,
    );
  listFilters.set(field.type, known);
  return known;
}

export const SortBy: Input = builder.inputType('SortBy', {
  description: 'How one field orders the rows.',
  fields: (t) => ({
    direction: t.field({ type: Direction, required: true, defaultValue: 'ASC', description: 'Upwards or downwards.' }),
    nulls: t.field({
      type: Nulls,
      required: true,
      defaultValue: 'LAST',
      description: 'Where rows without a value stand.',
    }),
  }),
}) as unknown as Input;

interface EntityInputs {
  readonly where: Input;
  readonly order: Input;
  readonly one: Input;
  readonly many: Input;
}

const made = new Map<EntityName, EntityInputs>();

/** `EmployeeWhere`, `EmployeeOrder` and the filters that lead to an entity from others. */
export function inputsOf(name: EntityName): EntityInputs {
  const known = made.get(name);
  if (known) return known;
  const entity = entityNamed(name);
  const where = builder.inputRef<object>(`${name}Where`);
  const order = builder.inputRef<object>(`${name}Order`);
  const one = builder.inputRef<object>(`${name}RelationFilter`);
  const many = builder.inputRef<object>(`${name}CollectionFilter`);
  const inputs = { where, order, one, many } as unknown as EntityInputs;
  made.set(name, inputs);
  implementWhere(entity, inputs);
  implementOrder(entity, inputs);
  return inputs;
}

function filterType(field: Field): Input {
  if (field.kind === 'relation') {
    const target = inputsOf(field.type as EntityName);
    return field.list ? target.many : target.one;
  }
  if (field.list) return listFilter(field);
  const found = field.kind === 'enum' ? enumFilters[field.type] : scalarFilters[scalarOf(field) ?? ''];
  if (!found) throw new Error(`no filter for ${field.name} of type ${field.type}`);
  return found;
}

const isRegistered = (field: Field): boolean =>
  field.kind !== 'relation' || entities().some((entity) => entity.name === field.type);

const filterable = (field: Field): boolean => isRegistered(field) && field.type !== 'Json' && field.type !== 'Bytes';

function implementWhere(entity: Entity, { where, one, many }: EntityInputs): void {
  const title = entity.title.en;
  builder.inputType(where as never, {
    description: `Conditions on ${title[1].toLowerCase()}; all that are given hold. An empty \`or\` matches nothing.`,
    fields: ((t: Fields) => ({
      and: t.field({ type: [where] as never, description: 'All of these hold.' }),
      or: t.field({ type: [where] as never, description: 'At least one of these holds.' }),
      not: t.field({ type: where as never, description: 'This does not hold.' }),
      ...Object.fromEntries(
        graphFields(entity.name)
          .filter(filterable)
          .map((field) => [
            field.name,
            t.field({ type: filterType(field) as never, description: `On ${field.name}.` }),
          ]),
      ),
    })) as never,
  });
  builder.inputType(one as never, {
    description: `Conditions on the ${title[0].toLowerCase()} that a record refers to.`,
    fields: ((t: Fields) => ({
      is: t.field({ type: where as never, description: 'There is one, and it meets the conditions.' }),
      isNot: t.field({ type: where as never, description: 'There is none that meets the conditions.' }),
      isNull: t.boolean({ description: 'Whether there is none.' }),
    })) as never,
  });
  builder.inputType(many as never, {
    description: `Conditions on the ${title[1].toLowerCase()} of a record.`,
    fields: ((t: Fields) => ({
      some: t.field({ type: where as never, description: 'At least one meets the conditions.' }),
      every: t.field({ type: where as never, description: 'None fails the conditions.' }),
      none: t.field({ type: where as never, description: 'None meets the conditions.' }),
    })) as never,
  });
}

/** Whether rows can be ordered by a field: by one value, here or at the end of a to-one relation. */
export const sortable = (field: Field): boolean => !field.list && filterable(field);

function implementOrder(entity: Entity, { order }: EntityInputs): void {
  builder.inputType(order as never, {
    description: `One key of an order of ${entity.title.en[1].toLowerCase()}: exactly one field.`,
    isOneOf: true,
    fields: ((t: Fields) =>
      Object.fromEntries(
        graphFields(entity.name)
          .filter(sortable)
          .map((field) => [
            field.name,
            t.field({
              type: (field.kind === 'relation' ? inputsOf(field.type as EntityName).order : SortBy) as never,
              description: `By ${field.name}.`,
            }),
          ]),
      )) as never,
  });
}

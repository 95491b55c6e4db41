import { type EntityName, enums, type Field, graphFields } from '../catalogue.ts';
import { type Entity, entities, entityNamed } from '../entity.ts';
import { type Choice, type Input, inputObject } from './dynamic.ts';
import { Direction, enumType, Nulls } from './enums.ts';

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

function operatorInput(name: string, value: string | Choice, operators: readonly string[], what: string): Input {
  const typeOf = (operator: string) => {
    if (operator === 'isNull') return 'Boolean';
    return operator === 'in' || operator === 'notIn' ? ([value] as const) : value;
  };
  return inputObject(name, {
    description: `Conditions on ${what}; all that are given hold.`,
    fields: () =>
      Object.fromEntries(
        operators.map((operator) => [operator, { type: typeOf(operator), description: descriptions[operator] ?? '' }]),
      ),
  });
}

/** What a value is called in the name of its filter. */
const inName = (value: string): string => (value === 'String' ? 'Text' : value);

const scalarFilters: ReadonlyMap<string, Input> = new Map(
  Object.entries(operatorsOf).map(([scalar, operators]) => [
    scalar,
    operatorInput(`${inName(scalar)}Filter`, scalar, operators, `a value of type ${scalar}`),
  ]),
);

/** The filter of a scalar. */
export function scalarFilter(scalar: string): Input {
  const found = scalarFilters.get(scalar);
  if (!found) throw new Error(`no filter for ${scalar}`);
  return found;
}

const enumFilters: ReadonlyMap<string, Input> = new Map(
  Object.keys(enums).map((name) => [name, operatorInput(`${name}Filter`, enumType(name), equality, `a ${name}`)]),
);

const listFilters = new Map<string, Input>();
function listFilter(field: Field): Input {
  const scalar = scalarOf(field);
  const value = scalar ?? field.type;
  const known =
    listFilters.get(value) ??
    operatorInput(
      `${inName(value)}ListFilter`,
      scalar ?? enumType(field.type),
      ['has', 'isNull'],
      `a list of ${value}`,
    );
  listFilters.set(value, known);
  return known;
}

export const SortBy: Input = inputObject('SortBy', {
  description: 'How one field orders the rows.',
  fields: () => ({
    direction: { type: Direction, required: true, defaultValue: 'ASC', description: 'Upwards or downwards.' },
    nulls: { type: Nulls, required: true, defaultValue: 'LAST', description: 'Where rows without a value stand.' },
  }),
});

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
  const inputs = { ...conditionsOf(entity), order: orderOf(entity) };
  made.set(name, inputs);
  return inputs;
}

function filterType(field: Field): Input {
  if (field.kind === 'relation') {
    const target = inputsOf(field.type as EntityName);
    return field.list ? target.many : target.one;
  }
  if (field.list) return listFilter(field);
  return enumFilters.get(field.type) ?? scalarFilter(scalarOf(field) ?? field.type);
}

const isRegistered = (field: Field): boolean =>
  field.kind !== 'relation' || entities().some((entity) => entity.name === field.type);

const filterable = (field: Field): boolean => isRegistered(field) && field.type !== 'Json' && field.type !== 'Bytes';

function conditionsOf({ name, title }: Entity): Omit<EntityInputs, 'order'> {
  const [one, many] = title.en.map((each) => each.toLowerCase());
  const where: Input = inputObject(`${name}Where`, {
    description: `Conditions on ${many}; all that are given hold. An empty \`or\` matches nothing.`,
    fields: () => ({
      and: { type: [where], description: 'All of these hold.' },
      or: { type: [where], description: 'At least one of these holds.' },
      not: { type: where, description: 'This does not hold.' },
      ...Object.fromEntries(
        graphFields(name)
          .filter(filterable)
          .map((field) => [field.name, { type: filterType(field), description: `On ${field.name}.` }]),
      ),
    }),
  });
  return {
    where,
    one: inputObject(`${name}RelationFilter`, {
      description: `Conditions on the ${one} that a record refers to.`,
      fields: () => ({
        is: { type: where, description: 'There is one, and it meets the conditions.' },
        isNot: { type: where, description: 'There is none that meets the conditions.' },
        isNull: { type: 'Boolean', description: 'Whether there is none.' },
      }),
    }),
    many: inputObject(`${name}CollectionFilter`, {
      description: `Conditions on the ${many} of a record.`,
      fields: () => ({
        some: { type: where, description: 'At least one meets the conditions.' },
        every: { type: where, description: 'None fails the conditions.' },
        none: { type: where, description: 'None meets the conditions.' },
      }),
    }),
  };
}

/** Whether rows can be ordered by a field: by one value, here or at the end of a to-one relation. */
export const sortable = (field: Field): boolean => !field.list && filterable(field);

function orderOf({ name, title }: Entity): Input {
  const key = (field: Field): Input => (field.kind === 'relation' ? inputsOf(field.type as EntityName).order : SortBy);
  return inputObject(`${name}Order`, {
    description: `One key of an order of ${title.en[1].toLowerCase()}: exactly one field.`,
    isOneOf: true,
    fields: () =>
      Object.fromEntries(
        graphFields(name)
          .filter(sortable)
          .map((field) => [field.name, { type: key(field), description: `By ${field.name}.` }]),
      ),
  });
}

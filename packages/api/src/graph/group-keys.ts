import { builder } from '../builder.ts';
import { type EntityName, type Field, graphFields } from '../catalogue.ts';
import { type Entity, entityNamed } from '../entity.ts';
import { buckets } from '../read/bucket.ts';
import { type Input, inputObject, type Output, objectType, type TypeOf } from './dynamic.ts';
import { inputsOf, SortBy, scalarFilter, sortable } from './filters.ts';
import { isMeasured, measuresOfField } from './measures.ts';
import { descriptionOf, outputType } from './types.ts';

const KeyBy = builder.enumType('GroupKeyBy', {
  description: 'How a field is a key of groups.',
  values: { VALUE: { description: 'Rows with the same value are a group.' } },
});

const DateBucket = builder.enumType('DateBucket', {
  description: 'What days are put together by.',
  values: Object.fromEntries(Object.entries(buckets).map(([name, description]) => [name, { description }])),
});

/** Whether rows can be grouped by a field: by its value, the days around it, or a field of the record it refers to. */
export const isGroupable = sortable;

/** What asks for groups of an entity. */
export interface GroupInputs {
  readonly groupBy: Input;
  readonly having: Input;
  readonly order: Input;
}

const inputs = new Map<EntityName, Input>();

/** `EmployeeGroupBy`: one key, here or at the end of relations. */
function groupByOf(name: EntityName): Input {
  const known = inputs.get(name);
  if (known) return known;
  const groupBy = inputObject(`${name}GroupBy`, {
    description: `One key that ${entityNamed(name).title.en[1].toLowerCase()} are grouped by: exactly one field.`,
    isOneOf: true,
    fields: () =>
      Object.fromEntries(
        graphFields(name)
          .filter(isGroupable)
          .map((field) => [field.name, { type: keyInput(field), description: `By ${field.name}.` }]),
      ),
  });
  inputs.set(name, groupBy);
  return groupBy;
}

function keyInput(field: Field): TypeOf {
  if (field.kind === 'relation') return groupByOf(field.type as EntityName);
  return field.type === 'DateTime' ? DateBucket : KeyBy;
}

/** `EmployeeHaving` and `EmployeeGroupOrder`. */
function measureInputs({ name, title }: Entity): Pick<GroupInputs, 'having' | 'order'> {
  const many = title.en[1].toLowerCase();
  const measured = graphFields(name).filter(isMeasured);
  const having: Input = inputObject(`${name}Having`, {
    description: `Conditions on groups of ${many}; all that are given hold.`,
    fields: () => ({
      and: { type: [having], description: 'All of these hold.' },
      or: { type: [having], description: 'At least one of these holds.' },
      not: { type: having, description: 'This does not hold.' },
      count: { type: scalarFilter('Int'), description: `On how many ${many} there are.` },
      ...Object.fromEntries(
        measured.map((field) => [
          field.name,
          { type: measuresOfField(field).filter, description: `On ${field.name}.` },
        ]),
      ),
    }),
  });
  const measure = inputObject(`${name}MeasureOrder`, {
    description: `An order of groups of ${many} by what is reckoned of a field: exactly one.`,
    isOneOf: true,
    fields: () =>
      Object.fromEntries(
        measured.map((field) => [field.name, { type: measuresOfField(field).order, description: `By ${field.name}.` }]),
      ),
  });
  const order = inputObject(`${name}GroupOrder`, {
    description: `One key of an order of groups of ${many}: exactly one.`,
    isOneOf: true,
    fields: () => ({
      key: { type: inputsOf(name).order, description: 'By something that they are grouped by.' },
      count: { type: SortBy, description: `By how many ${many} there are.` },
      measure: { type: measure, description: 'By what is reckoned of a field.' },
    }),
  });
  return { having, order };
}

const keyTypes = new Map<EntityName, Output>();

export const groupInputsOf = (entity: Entity): GroupInputs => ({
  groupBy: groupByOf(entity.name),
  ...measureInputs(entity),
});

/** `EmployeeGroupKey`: what a group is told apart by, in the shape of the record. */
export function keyTypeOf(name: EntityName): Output {
  const known = keyTypes.get(name);
  if (known) return known;
  const entity = entityNamed(name);
  const key = objectType(`${name}GroupKey`, {
    description: `What a group is told apart by of ${entity.title.en[1].toLowerCase()}. What it is not grouped by is null.`,
    fields: () => ({
      ...Object.fromEntries(
        graphFields(name)
          .filter(isGroupable)
          .map((field) => [
            field.name,
            { type: keyOutput(field), nullable: true, description: descriptionOf(entity, field) },
          ]),
      ),
      _label: {
        type: 'String',
        nullable: true,
        description: 'Text that tells the record from others, where groups are by its id.',
      },
    }),
  });
  keyTypes.set(name, key);
  return key;
}

function keyOutput(field: Field): TypeOf {
  if (field.kind === 'relation') return keyTypeOf(field.type as EntityName);
  return field.type === 'DateTime' ? 'Date' : outputType(field);
}

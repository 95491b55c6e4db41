import type { InputRef, ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import { type EntityName, type Field, graphFields } from '../catalogue.ts';
import { type Entity, entityNamed } from '../entity.ts';
import { buckets } from '../read/bucket.ts';
import { inputsOf, SortBy, scalarFilters, sortable } from './filters.ts';
import { isMeasured, measuresOfField } from './measures.ts';
import { descriptionOf, outputType, type Row, selected } from './types.ts';

type Input = InputRef<object>;
type Output = ObjectRef<Types, Row>;
type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;
type OutputFields = PothosSchemaTypes.ObjectFieldBuilder<Types, Row>;

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
  const groupBy = builder.inputRef<object>(`${name}GroupBy`);
  inputs.set(name, groupBy);
  builder.inputType(groupBy as never, {
    description: `One key that ${entityNamed(name).title.en[1].toLowerCase()} are grouped by: exactly one field.`,
    isOneOf: true,
    fields: ((t: InputFields) =>
      Object.fromEntries(
        graphFields(name)
          .filter(isGroupable)
          .map((field) => [field.name, t.field({ type: keyInput(field) as never, description: `By ${field.name}.` })]),
      )) as never,
  });
  return groupBy;
}

function keyInput(field: Field): unknown {
  if (field.kind === 'relation') return groupByOf(field.type as EntityName);
  return field.type === 'DateTime' ? DateBucket : KeyBy;
}

/** `EmployeeHaving` and `EmployeeGroupOrder`. */
function measureInputs(entity: Entity): Pick<GroupInputs, 'having' | 'order'> {
  const { name, title } = entity;
  const many = title.en[1].toLowerCase();
  const measured = graphFields(name).filter(isMeasured);
  const having = builder.inputRef<object>(`${name}Having`);
  builder.inputType(having as never, {
    description: `Conditions on groups of ${many}; all that are given hold.`,
    fields: ((t: InputFields) => ({
      and: t.field({ type: [having] as never, description: 'All of these hold.' }),
      or: t.field({ type: [having] as never, description: 'At least one of these holds.' }),
      not: t.field({ type: having as never, description: 'This does not hold.' }),
      count: t.field({ type: scalarFilters['Int'] as never, description: `On how many ${many} there are.` }),
      ...Object.fromEntries(
        measured.map((field) => [
          field.name,
          t.field({ type: measuresOfField(field).filter as never, description: `On ${field.name}.` }),
        ]),
      ),
    })) as never,
  });
  const measure = builder.inputType(`${name}MeasureOrder`, {
    description: `An order of groups of ${many} by what is reckoned of a field: exactly one.`,
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        measured.map((field) => [
          field.name,
          t.field({ type: measuresOfField(field).order as never, description: `By ${field.name}.` }),
        ]),
      ),
  });
  const order = builder.inputType(`${name}GroupOrder`, {
    description: `One key of an order of groups of ${many}: exactly one.`,
    isOneOf: true,
    fields: (t) => ({
      key: t.field({ type: inputsOf(name).order as never, description: 'By something that they are grouped by.' }),
      count: t.field({ type: SortBy as never, description: `By how many ${many} there are.` }),
      measure: t.field({ type: measure, description: 'By what is reckoned of a field.' }),
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
  const key = builder.objectRef<Row>(`${name}GroupKey`);
  keyTypes.set(name, key);
  const entity = entityNamed(name);
  key.implement({
    description: `What a group is told apart by of ${entity.title.en[1].toLowerCase()}. What it is not grouped by is null.`,
    fields: (t: OutputFields) =>
      Object.fromEntries([
        ...graphFields(name)
          .filter(isGroupable)
          .map((field) => [
            field.name,
            t.field({
              type: keyOutput(field) as never,
              nullable: true,
              description: descriptionOf(entity, field),
              resolve: selected as never,
            }),
          ]),
        [
          '_label',
          t.string({
            nullable: true,
            description: 'Text that tells the record from others, where groups are by its id.',
            resolve: selected as never,
          }),
        ],
      ]),
  });
  return key;
}

function keyOutput(field: Field): unknown {
  if (field.kind === 'relation') return keyTypeOf(field.type as EntityName);
  return field.type === 'DateTime' ? 'Date' : outputType(field);
}

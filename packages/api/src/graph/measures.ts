import type { InputRef, ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import type { Field } from '../catalogue.ts';
import { averageDecimals } from '../read/group-columns.ts';
import { type Measure, type MeasureKind, measureKindOf, measureTypes } from '../read/measures.ts';
import { SortBy, scalarFilters, sortable } from './filters.ts';
import { type Row, selected } from './types.ts';

type Input = InputRef<object>;
type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type Output = ObjectRef<Types, Row>;

const descriptions: Readonly<Record<Measure, string>> = {
  count: 'How many rows have a value.',
  countDistinct: 'How many different values there are.',
  sum: 'Sum of the values; null where there are none.',
  avg: `Average of the values, rounded to ${averageDecimals} decimals; null where there are none.`,
  min: 'The least value, or the earliest.',
  max: 'The greatest value, or the latest.',
};

const sorts: Readonly<Record<MeasureKind, string>> = {
  Decimal: 'an exact number',
  Int: 'a whole number',
  Text: 'a text',
  Date: 'a day',
  DateTime: 'an instant',
  Value: 'a choice, a record or whatever is only the same or not',
};

export interface MeasureTypes {
  readonly output: Output;
  readonly filter: Input;
  readonly order: Input;
}

function measuresOf(kind: MeasureKind): MeasureTypes {
  const each = Object.entries(measureTypes[kind]) as [Measure, string][];
  const output = builder.objectRef<Row>(`${kind}Measures`).implement({
    description: `What is reckoned of ${sorts[kind]}.`,
    fields: (t) =>
      Object.fromEntries(
        each.map(([measure, type]) => [
          measure,
          t.field({
            type: type as 'String',
            nullable: type !== 'Int' || measure === 'min' || measure === 'max',
            description: descriptions[measure],
            resolve: selected as never,
          }),
        ]),
      ),
  });
  const filter = builder.inputType(`${kind}MeasuresFilter`, {
    description: `Conditions on what is reckoned of ${sorts[kind]}; all that are given hold.`,
    fields: (t) =>
      Object.fromEntries(
        each.map(([measure, type]) => [
          measure,
          t.field({ type: scalarFilters[type] as never, description: descriptions[measure] }),
        ]),
      ),
  });
  const order = builder.inputType(`${kind}MeasuresOrder`, {
    description: `An order by what is reckoned of ${sorts[kind]}: exactly one measure.`,
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        each.map(([measure]) => [measure, t.field({ type: SortBy as never, description: descriptions[measure] })]),
      ),
  });
  return { output, filter, order };
}

const shared = new Map<MeasureKind, MeasureTypes>(
  (Object.keys(measureTypes) as MeasureKind[]).map((kind) => [kind, measuresOf(kind)]),
);

/** The types of what is reckoned of a field: as an answer, in a condition and in an order. */
export function measuresOfField(field: Field): MeasureTypes {
  const found = shared.get(measureKindOf(field) ?? 'Value');
  if (!found) throw new Error(`${field.name} has no measures`);
  return found;
}

/** Whether something can be reckoned of a field. */
export const isMeasured = (field: Field): boolean => sortable(field) && measureKindOf(field) !== null;

import type { Field } from '../catalogue.ts';
import { averageDecimals } from '../read/group-columns.ts';
import { type Measure, type MeasureKind, measureKindOf, measureTypes } from '../read/measures.ts';
import { type Input, inputObject, type Output, objectType } from './dynamic.ts';
import { SortBy, scalarFilter, sortable } from './filters.ts';

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
  const what = sorts[kind];
  return {
    output: objectType(`${kind}Measures`, {
      description: `What is reckoned of ${what}.`,
      fields: () =>
        Object.fromEntries(
          each.map(([measure, type]) => [
            measure,
            {
              type,
              nullable: type !== 'Int' || measure === 'min' || measure === 'max',
              description: descriptions[measure],
            },
          ]),
        ),
    }),
    filter: inputObject(`${kind}MeasuresFilter`, {
      description: `Conditions on what is reckoned of ${what}; all that are given hold.`,
      fields: () =>
        Object.fromEntries(
          each.map(([measure, type]) => [measure, { type: scalarFilter(type), description: descriptions[measure] }]),
        ),
    }),
    order: inputObject(`${kind}MeasuresOrder`, {
      description: `An order by what is reckoned of ${what}: exactly one measure.`,
      isOneOf: true,
      fields: () =>
        Object.fromEntries(each.map(([measure]) => [measure, { type: SortBy, description: descriptions[measure] }])),
    }),
  };
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

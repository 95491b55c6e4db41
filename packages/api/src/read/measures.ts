import type { Field } from '../catalogue.ts';

/** What can be reckoned of the values of a field over many rows. Rows without a value count for nothing. */
export const measures = ['count', 'countDistinct', 'sum', 'avg', 'min', 'max'] as const;
export type Measure = (typeof measures)[number];

/** Sorts of values by what can be reckoned of them. */
export type MeasureKind = 'Decimal' | 'Int' | 'Text' | 'Date' | 'DateTime' | 'Value';

const counts = { count: 'Int', countDistinct: 'Int' } as const;

/** The measures of each sort of values, and the scalar that each comes as. The sum of integers may be none any more. */
export const measureTypes: Readonly<Record<MeasureKind, Readonly<Partial<Record<Measure, string>>>>> = {
  Decimal: { ...counts, sum: 'Decimal', avg: 'Decimal', min: 'Decimal', max: 'Decimal' },
  Int: { ...counts, sum: 'Decimal', avg: 'Decimal', min: 'Int', max: 'Int' },
  Text: { ...counts, min: 'String', max: 'String' },
  Date: { ...counts, min: 'Date', max: 'Date' },
  DateTime: { ...counts, min: 'DateTime', max: 'DateTime' },
  Value: counts,
};

/** Which measures a field has; null for a list, and for what cannot be compared. */
export function measureKindOf(field: Field): MeasureKind | null {
  if (field.list) return null;
  if (field.kind !== 'scalar') return 'Value';
  switch (field.type) {
    case 'Decimal':
    case 'Int':
      return field.type;
    case 'DateTime':
      return field.native?.[0] === 'Date' ? 'Date' : 'DateTime';
    case 'String':
      return field.native?.[0] === 'Uuid' ? 'Value' : 'Text';
    case 'Boolean':
      return 'Value';
    default:
      return null;
  }
}

const fieldTypes: Readonly<Record<string, Pick<Field, 'type' | 'native'>>> = {
  Int: { type: 'Int', native: null },
  Decimal: { type: 'Decimal', native: null },
  String: { type: 'String', native: null },
  Date: { type: 'DateTime', native: ['Date', []] },
  DateTime: { type: 'DateTime', native: null },
};

/** A measure of a field as if it were a field itself: to compare and to write it the way all values are. */
export function measureField(field: Field, measure: Measure): Field {
  const kind = measureKindOf(field);
  const type = fieldTypes[(kind && measureTypes[kind][measure]) ?? 'Int'] ?? { type: 'Int', native: null };
  const { from: _from, to: _to, relationName: _relationName, ...plain } = field;
  return { ...plain, ...type, name: `${field.name}.${measure}`, kind: 'scalar', required: false };
}

/** How many rows there are, as if it were a field. */
export const countField: Field = {
  name: 'count',
  column: 'n',
  kind: 'scalar',
  type: 'Int',
  native: null,
  list: false,
  required: true,
  unique: false,
  hasDefault: false,
  documentation: 'How many rows there are.',
};

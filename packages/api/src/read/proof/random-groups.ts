import { type EntityName, enums, type Field, fieldOf } from '../../catalogue.ts';
import { fieldOperators, sortable } from '../../graph/filters.ts';
import { isMeasured } from '../../graph/measures.ts';
import { type Bucket, buckets } from '../bucket.ts';
import { hidesInactive } from '../connection.ts';
import { type Measure, measureField, measureKindOf, measureTypes } from '../measures.ts';
import { type Draw, type Drawing, drawWhere, relationsOf, scalarsOf, type Where } from './random-query.ts';

/** A key of a drawn grouping: a path of fields, and what days are put together by. */
export interface DrawnKey {
  readonly path: readonly string[];
  readonly bucket: Bucket | null;
}

export interface DrawnOrder {
  /** Number of a key, a measure of a field, or how many rows there are. */
  readonly by: number | readonly [field: string, measure: Measure] | 'count';
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export interface DrawnHaving {
  /** How many rows there are, or a measure of a field. */
  readonly of: 'count' | readonly [field: string, measure: Measure];
  readonly operator: string;
  readonly operand: unknown;
  readonly negated: boolean;
}

/** A grouping at random; one without keys is an aggregate. */
export interface GroupQuery {
  readonly entity: EntityName;
  readonly keys: readonly DrawnKey[];
  readonly where: Where | null;
  readonly includeInactive: boolean;
  readonly timeZone: string;
  readonly having: DrawnHaving | null;
  readonly order: readonly DrawnOrder[];
  readonly first: number | null;
  /** Where the cursor stands in the list of groups, from 0 to 1. */
  readonly cursor: number | null;
  readonly measured: readonly (readonly [field: string, measures: readonly Measure[]])[];
  readonly total: boolean;
}

const one = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)] as T;
const zones = ['UTC', 'Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
const pathAtMost = 3;

/** Currencies are in every database and not among the rows. */
const leads = (field: Field): boolean => !field.list && field.type !== 'Currency';

function drawKey(drawing: Drawing, entity: EntityName, before: readonly string[] = []): DrawnKey {
  const { draw, tally, among } = drawing;
  const allowed = (field: Field): boolean => among?.(entity, field) ?? true;
  const further = relationsOf(entity).filter((field) => leads(field) && allowed(field));
  if (before.length < pathAtMost - 1 && further.length > 0 && draw(2) === 1) {
    const field = one(draw, further);
    return drawKey(drawing, field.type as EntityName, [...before, field.name]);
  }
  const found = scalarsOf(entity).filter((field) => sortable(field) && allowed(field));
  const days = found.filter((field) => field.type === 'DateTime');
  const field = one(draw, days.length > 0 && draw(3) === 0 ? days : found);
  const bucket = field.type === 'DateTime' ? one(draw, Object.keys(buckets) as Bucket[]) : null;
  const sort = field.native?.[0] === 'Date' ? 'day' : field.type === 'DateTime' ? 'instant' : field.type;
  tally.count(`key ${field.kind === 'enum' ? 'enum' : sort}${bucket ? ` by ${bucket}` : ''}`);
  tally.count(`key through ${before.length} relations`);
  return { path: [...before, field.name], bucket };
}

function drawMeasured(drawing: Drawing, entity: EntityName): GroupQuery['measured'] {
  const { draw, tally, among } = drawing;
  const fields = [...scalarsOf(entity), ...relationsOf(entity).filter(leads)].filter(
    (field) => isMeasured(field) && (among?.(entity, field) ?? true),
  );
  const numbers = fields.filter((field) => field.type === 'Decimal' || field.type === 'Int');
  const count = one(draw, [1, 2, 3, 0]);
  const chosen = Array.from({ length: count }, () => one(draw, numbers.length > 0 && draw(2) === 0 ? numbers : fields));
  return [...new Set(chosen)].map((field) => {
    const kind = measureKindOf(field) ?? 'Value';
    const all = Object.keys(measureTypes[kind]) as Measure[];
    const measures = all.filter(() => draw(2) === 0);
    const some = measures.length > 0 ? measures : [one(draw, all)];
    for (const measure of some) tally.count(`${kind}.${measure}`);
    return [field.name, some] as const;
  });
}

const operands: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 2, 5],
  Decimal: ['0', '1.5', '10', '1000', '-1'],
  String: ['a', 'abel', 'Z', ''],
  Date: ['2025-06-30', '2026-01-01'],
  DateTime: ['2025-06-30T12:00:00.000Z', '2026-01-01T00:00:00.000Z'],
};

/** Operators that need no idea of a language's order of texts. */
const compares = new Set(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'isNull', 'in']);

function drawHaving({ draw, tally }: Drawing, entity: EntityName, measured: GroupQuery['measured']): DrawnHaving {
  const chosen = measured.length > 0 && draw(3) > 0 ? one(draw, measured) : null;
  const of = chosen ? ([chosen[0], one(draw, chosen[1])] as const) : ('count' as const);
  const type =
    of === 'count' ? 'Int' : (measureTypes[measureKindOf(fieldOf(entity, of[0])) ?? 'Value'][of[1]] ?? 'Int');
  const field = of === 'count' ? null : measureField(fieldOf(entity, of[0]), of[1]);
  const known = field ? fieldOperators(field) : ['eq', 'ne', 'lt', 'gte', 'in'];
  const usable = known.filter(
    (each) => compares.has(each) && (type !== 'String' || each === 'eq' || each === 'isNull'),
  );
  const operator = one(draw, usable);
  const value = (): unknown => one(draw, operands[type] ?? [0]);
  const operand = operator === 'isNull' ? draw(2) === 0 : operator === 'in' ? [value(), value()] : value();
  tally.count(`having ${of === 'count' ? 'count' : of[1]}`);
  return { of, operator, operand, negated: draw(4) === 0 };
}

function drawOrders({ draw, tally }: Drawing, keys: number, measured: GroupQuery['measured']): DrawnOrder[] {
  return Array.from({ length: one(draw, [0, 1, 2]) }, () => {
    const kind = one(draw, ['key', 'count', 'measure'] as const);
    const chosen = kind === 'measure' && measured.length > 0 ? one(draw, measured) : null;
    const by = chosen ? ([chosen[0], one(draw, chosen[1])] as const) : kind === 'key' ? draw(keys) : ('count' as const);
    tally.count(`order by ${chosen ? 'measure' : kind}`);
    return { by, descending: draw(2) === 1, nullsFirst: draw(2) === 1 };
  });
}

/** A grouping at random, or an aggregate over all rows. */
export function drawGroups(drawing: Drawing, among: readonly EntityName[]): GroupQuery {
  const { draw, tally } = drawing;
  const entity = one(draw, among);
  const count = one(draw, [1, 1, 2, 3, 0]);
  const drawn = Array.from({ length: count }, () => drawKey(drawing, entity));
  const keys = drawn.filter((key, index) => drawn.findIndex((each) => each.path.join() === key.path.join()) === index);
  tally.count(`${keys.length} keys`);
  const measured = drawMeasured(drawing, entity);
  const grouped = keys.length > 0;
  const paged = grouped && draw(2) === 1;
  const inactive = hidesInactive(entity) && draw(2) === 1;
  const total = grouped && draw(3) === 0;
  if (total) tally.count('total');
  const cursor = paged && draw(2) === 1 ? draw(1000) / 1000 : null;
  if (cursor !== null) tally.count('cursor');
  return {
    entity,
    keys,
    where: draw(3) > 0 ? drawWhere(drawing, entity) : null,
    includeInactive: inactive,
    timeZone: one(draw, zones),
    having: grouped && draw(2) === 0 ? drawHaving(drawing, entity, measured) : null,
    order: grouped ? drawOrders(drawing, keys.length, measured) : [],
    first: paged ? one(draw, [3, 1, 7, 0]) : null,
    cursor,
    measured,
    total,
  };
}

/** Whether the values of an enum are told apart by their place among them. */
export const placeInEnum = (field: Field, value: string): number =>
  (enums[field.type]?.values ?? []).findIndex((each) => each.name === value);

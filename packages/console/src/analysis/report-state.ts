import { type FilterGroup, fieldOnPath } from '../generator/filter-tree.ts';
import { decodeFilter, encodeFilter } from '../generator/filter-url.ts';
import type { Catalogue, FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';

export const BUCKETS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Bucket = (typeof BUCKETS)[number];

export const CHARTS = ['bar', 'stacked', 'line', 'table', 'figure'] as const;
/** How figures are drawn; the table stands behind each. */
export type ChartKind = (typeof CHARTS)[number];

/** How many groups may be shown; the graph answers a thousand at the most. */
export const TOPS = [10, 20, 50, 100, 500, 1000] as const;
export const USUAL_TOP = 100;
/** The graph groups by six keys at the most. */
export const KEYS_AT_MOST = 6;

/** What sets groups apart: a field at the end of a path, or the days around it. */
export interface ReportKey {
  readonly path: readonly string[];
  readonly bucket: Bucket | null;
}

/** What is reckoned: of a field, or of the records themselves. */
export interface ReportMeasure {
  readonly field: string | null;
  readonly measure: string;
}

export const HAVING_OPERATORS = ['gte', 'gt', 'lte', 'lt', 'eq'] as const;

/** A condition on groups. The value is a decimal string. */
export interface Having {
  readonly measure: ReportMeasure;
  readonly operator: (typeof HAVING_OPERATORS)[number];
  readonly value: string;
}

/** An order by one of the keys or of the figures. */
export interface ReportOrder {
  readonly by: ReportKey | ReportMeasure;
  readonly descending: boolean;
}

/** Everything about a report. It stands in the address, so that it can be linked to, kept and shared. */
export interface ReportState {
  readonly by: readonly ReportKey[];
  readonly show: readonly ReportMeasure[];
  readonly filter: FilterGroup;
  readonly search: string;
  readonly includeInactive: boolean;
  readonly having: readonly Having[];
  readonly order: ReportOrder | null;
  readonly top: number;
  /** Zone by whose clocks an instant belongs to a day. */
  readonly zone: string;
  readonly chart: ChartKind;
  /** What the address asks for and this viewer cannot ask, as the address writes it. */
  readonly dropped: readonly string[];
}

export const COUNT: ReportMeasure = { field: null, measure: 'count' };

export const measureText = ({ field, measure }: ReportMeasure): string => (field ? `${field}.${measure}` : measure);
export const keyText = ({ path, bucket }: ReportKey): string => path.join('.') + (bucket ? `:${bucket}` : '');

export const isDay = (field: FieldDefinition): boolean => field.kind === 'DATE' || field.kind === 'INSTANT';

const isBucket = (text: string | undefined): text is Bucket => BUCKETS.some((bucket) => bucket === text);

function readKey(text: string, resource: ResourceDefinition, catalogue: Catalogue): ReportKey | undefined {
  const [path = '', bucket] = text.split(':');
  const names = path.split('.');
  const field = fieldOnPath(resource, names, catalogue);
  if (!field?.groupable || isDay(field) !== isBucket(bucket) || (bucket !== undefined && !isBucket(bucket)))
    return undefined;
  return { path: names, bucket: isBucket(bucket) ? bucket : null };
}

function readMeasure(text: string, resource: ResourceDefinition): ReportMeasure | undefined {
  if (text === 'count') return COUNT;
  const [name = '', measure = '', ...rest] = text.split('.');
  const known = rest.length === 0 && resource.fieldByName.get(name)?.measures.includes(measure);
  return known ? { field: name, measure } : undefined;
}

const list = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

function readHaving(text: string | null): readonly unknown[] {
  if (!text) return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : [undefined];
  } catch {
    return [undefined];
  }
}

/**
 * Reads a report from an address. What this viewer cannot ask, a field that is hidden from them or one that there is not,
 * is left out and told: an address may come from somebody who may read more.
 */
export function readReport(
  params: URLSearchParams,
  resource: ResourceDefinition,
  catalogue: Catalogue,
  zone: string,
): ReportState {
  const dropped: string[] = [];
  const kept = <Value>(text: string, value: Value | undefined): Value[] => {
    if (value === undefined) dropped.push(text);
    return value === undefined ? [] : [value];
  };
  const by = list(params.get('by')).flatMap((text) => kept(text, readKey(text, resource, catalogue)));
  const show = list(params.get('show')).flatMap((text) => kept(text, readMeasure(text, resource)));
  const filter = decodeFilter(params.get('filter'), resource, catalogue);
  for (let index = 0; index < filter.dropped; index += 1) dropped.push('filter');
  const having = readHaving(params.get('having')).flatMap((item) => {
    const [text, operator, value] = Array.isArray(item) ? (item as unknown[]) : [];
    const measure = typeof text === 'string' ? readMeasure(text, resource) : undefined;
    const known = HAVING_OPERATORS.find((each) => each === operator);
    return kept(
      'having',
      measure && known && typeof value === 'string' ? { measure, operator: known, value } : undefined,
    );
  });
  const chart = CHARTS.find((each) => each === params.get('chart'));
  const top = Number(params.get('top'));
  return {
    by,
    show: show.length > 0 ? show : [COUNT],
    filter: filter.group,
    search: params.get('search') ?? '',
    includeInactive: params.get('inactive') === '1',
    having,
    order: readOrder(params.get('order'), by, resource),
    top: TOPS.some((each) => each === top) ? top : USUAL_TOP,
    zone: params.get('zone') ?? zone,
    chart: chart ?? 'bar',
    dropped,
  };
}

/** An order by what is neither a key nor a figure of this viewer has gone with it. */
function readOrder(text: string | null, by: readonly ReportKey[], resource: ResourceDefinition): ReportOrder | null {
  const plain = (text ?? '').replace(/^-/, '');
  const key = by.find(({ path }) => path.join('.') === plain) ?? (plain ? readMeasure(plain, resource) : undefined);
  return key ? { by: key, descending: text?.startsWith('-') ?? false } : null;
}

/** The address of a report; what is as usual is left out. */
export function writeReport(state: ReportState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.by.length > 0) params.set('by', state.by.map(keyText).join());
  params.set('show', state.show.map(measureText).join());
  if (state.filter.items.length > 0) params.set('filter', encodeFilter(state.filter));
  if (state.search) params.set('search', state.search);
  if (state.includeInactive) params.set('inactive', '1');
  if (state.having.length > 0)
    params.set(
      'having',
      JSON.stringify(state.having.map((each) => [measureText(each.measure), each.operator, each.value])),
    );
  if (state.order) params.set('order', orderText(state.order));
  if (state.top !== USUAL_TOP) params.set('top', String(state.top));
  if (state.by.some(({ bucket }) => bucket)) params.set('zone', state.zone);
  params.set('chart', state.chart);
  return params;
}

export const isKey = (by: ReportKey | ReportMeasure): by is ReportKey => 'path' in by;

export const orderText = ({ by, descending }: ReportOrder): string =>
  `${descending ? '-' : ''}${isKey(by) ? by.path.join('.') : measureText(by)}`;

/** Puts days in place of `@today`, `@today+90` and `@today-365`, which ready-made reports are written with. */
export function withDays(state: string, today: Date): string {
  const params = new URLSearchParams(state);
  const filter = params.get('filter');
  const day = (days: number): string => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  if (filter)
    params.set(
      'filter',
      filter.replaceAll(/@today([+-]\d+)?/g, (_all, days) => day(Number(days ?? 0))),
    );
  return params.toString();
}

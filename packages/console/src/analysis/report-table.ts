import { amountField, type PlannedKey, type PlannedReport } from './report-query.ts';
import { isKey, type ReportMeasure } from './report-state.ts';

interface Fields {
  readonly [name: string]: unknown;
}

interface Group {
  readonly key: Fields;
  readonly aggregate: Fields;
}

/** What the graph answers to a report. Of several in one operation, each has a prefix before its names. */
export interface ReportAnswer {
  readonly [name: string]: unknown;
}

/** The value of a key in one group. */
export interface KeyValue {
  /** The value, or the id of the record; null where there is none, or where this viewer may not read it. */
  readonly value: string | number | boolean | null;
  /** The label of the record. */
  readonly label: string | null;
}

export interface ReportRow {
  readonly keys: readonly KeyValue[];
  /** What is reckoned, in the order of the report: whole numbers, or decimals as strings. */
  readonly values: readonly (string | number | null)[];
  /** Code of the currency of its amounts. */
  readonly currency: string | null;
}

/** A report as rows, whichever way it is drawn. */
export interface ReportTable {
  readonly keys: readonly PlannedKey[];
  readonly measures: readonly ReportMeasure[];
  readonly rows: readonly ReportRow[];
  /** Figures over all rows of the report: one row, or one for each currency. Empty where they were not asked for. */
  readonly totals: readonly ReportRow[];
  /** How many groups there are; more than the rows where only the first are shown. */
  readonly groupCount: number;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function at(record: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : null), record);
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

function keyValue(key: Fields, { path, field }: PlannedKey): KeyValue {
  const value = at(key, path);
  if (field.kind !== 'REFERENCE') return { value: isScalar(value) ? value : null, label: null };
  const [id, label] = isFields(value) ? [value['id'], value['_label']] : [null, null];
  return { value: typeof id === 'string' ? id : null, label: typeof label === 'string' ? label : null };
}

function measured(aggregate: Fields, { field, measure }: ReportMeasure): string | number | null {
  const value = at(aggregate, field ? [field, measure] : [measure]);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

const nodesOf = (part: unknown): readonly Group[] =>
  isFields(part) && Array.isArray(part['nodes']) ? (part['nodes'] as Group[]) : [];

/** Reads the answer to a report. */
export function tableOf(planned: PlannedReport, answer: ReportAnswer, prefix = ''): ReportTable {
  const { keys, state, currency } = planned;
  const path = currency?.join('.');
  const rowOf = ({ key, aggregate }: Group): ReportRow => {
    const code = currency ? at(key, currency) : null;
    return {
      keys: keys.map((each) => keyValue(key, each)),
      values: state.show.map((each) => measured(aggregate, each)),
      currency: typeof code === 'string' ? code : null,
    };
  };
  const groups = answer[`${prefix}groups`];
  const total = answer[`${prefix}total`];
  const rows = nodesOf(groups).map(rowOf);
  const totals = [
    ...nodesOf(answer[`${prefix}totals`]).map(rowOf),
    ...(isFields(total) ? [rowOf({ key: {}, aggregate: total })] : []),
  ];
  const groupCount = isFields(groups) && typeof groups['totalCount'] === 'number' ? groups['totalCount'] : rows.length;
  // A currency that all rows agree on is told with each amount and needs no column.
  const shown = keys.map((key) => key.path.join('.') !== path || state.by.some((by) => by.path.join('.') === path));
  const narrow = (row: ReportRow): ReportRow => ({ ...row, keys: row.keys.filter((_, index) => shown[index]) });
  const table = {
    keys: keys.filter((_, index) => shown[index]),
    measures: state.show,
    totals: totals.map(narrow),
    rows: rows.map(narrow),
    groupCount,
  };
  return groupCount <= rows.length ? { ...table, rows: sortedByLabels(planned, table) } : table;
}

/** Groups that the graph ordered by the ids of records, in the order of their labels. Groups without a record come last. */
function sortedByLabels({ state: { order } }: PlannedReport, table: ReportTable): readonly ReportRow[] {
  const by = order && isKey(order.by) ? order.by.path.join('.') : null;
  if (order && !by) return table.rows;
  const places = table.keys
    .map((key, place) => ({ path: key.path.join('.'), place }))
    .filter(({ path }) => by === null || path === by);
  const turn = order?.descending ? -1 : 1;
  const compare = (one: ReportRow, other: ReportRow): number => {
    for (const { place } of places) {
      const [left, right] = [one.keys[place], other.keys[place]];
      const [a, b] = [left?.label ?? left?.value ?? null, right?.label ?? right?.value ?? null];
      if (a === b) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
    }
    return (one.currency ?? '').localeCompare(other.currency ?? '');
  };
  return table.keys.some(({ field }) => field.kind === 'REFERENCE') ? table.rows.toSorted(compare) : table.rows;
}

/** What the figures of a column are: amounts, days or instants, or plain numbers and texts. */
export type ValueKind = 'money' | 'number' | 'date' | 'instant' | 'text';

export function valueKind({ resource }: Pick<PlannedReport, 'resource'>, measure: ReportMeasure): ValueKind {
  if (amountField(resource, measure)) return 'money';
  const field = measure.field ? resource.fieldByName.get(measure.field) : undefined;
  const isExtreme = measure.measure === 'min' || measure.measure === 'max';
  if (!isExtreme || !field) return 'number';
  if (field.kind === 'DATE') return 'date';
  if (field.kind === 'INSTANT') return 'instant';
  return field.measures.includes('sum') ? 'number' : 'text';
}

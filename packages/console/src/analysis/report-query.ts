import { fieldOnPath, toWhere, type Where } from '../generator/filter-tree.ts';
import type { Catalogue, FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';
import {
  type Having,
  isKey,
  type ReportKey,
  type ReportMeasure,
  type ReportOrder,
  type ReportState,
} from './report-state.ts';

/** An operation with its variables, as it can be sent by anybody. */
export interface ReportQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A report with what it takes to ask for it and to read the answer. */
export interface PlannedReport {
  readonly resource: ResourceDefinition;
  readonly state: ReportState;
  /** The keys asked for: those of the report, and the currency of its amounts where they do not set it. */
  readonly keys: readonly PlannedKey[];
  /** Where the currency of the amounts stands; null where no amount is shown. */
  readonly currency: readonly string[] | null;
  /** The conditions on rows, as the graph takes them. */
  readonly where: Where | undefined;
}

export interface PlannedKey extends ReportKey {
  readonly field: FieldDefinition;
  /** The fields on the path; the last is the field itself. */
  readonly steps: readonly FieldDefinition[];
}

const AMOUNTS = new Set(['sum', 'avg', 'min', 'max']);

/** The field of an amount of money; undefined for a plain number, and for how many there are of something. */
export function amountField(
  resource: ResourceDefinition,
  { field, measure }: ReportMeasure,
): FieldDefinition | undefined {
  const found = field ? resource.fieldByName.get(field) : undefined;
  return found?.currencyPath && AMOUNTS.has(measure) ? found : undefined;
}

function planKey(key: ReportKey, resource: ResourceDefinition, catalogue: Catalogue): PlannedKey[] {
  const steps = key.path.flatMap((_, at) => fieldOnPath(resource, key.path.slice(0, at + 1), catalogue) ?? []);
  const field = steps.at(-1);
  return field && steps.length === key.path.length ? [{ ...key, field, steps }] : [];
}

/**
 * What a report asks for. Amounts of several currencies are never added: where amounts are shown, their currency sets
 * groups apart as well. Amounts in other currencies than the first one's are left to another report.
 */
export function planReport(resource: ResourceDefinition, state: ReportState, catalogue: Catalogue): PlannedReport {
  const asked = [...state.show, ...state.having.map(({ measure }) => measure)];
  const paths = [...new Set(asked.flatMap((each) => amountField(resource, each)?.currencyPath ?? []))];
  const keys = state.by.flatMap((key) => planKey(key, resource, catalogue));
  const missing = paths.filter((path) => !keys.some((key) => key.path.join('.') === path));
  const currencies = missing.flatMap((path) => planKey({ path: path.split('.'), bucket: null }, resource, catalogue));
  return {
    resource,
    state,
    keys: [...keys, ...currencies],
    currency: paths[0]?.split('.') ?? null,
    where: toWhere(resource, state.filter, catalogue),
  };
}

/** Names nested into each other around what stands at the end. */
const nested = (path: readonly string[], end: unknown): unknown =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), end);

/** A record sets groups apart by its id. */
const wholePath = ({ path, field }: PlannedKey): readonly string[] =>
  field.kind === 'REFERENCE' ? [...path, 'id'] : path;

const groupBy = (key: PlannedKey): unknown => nested(wholePath(key), key.bucket ?? 'VALUE');

function keySelection({ path, field }: PlannedKey): string {
  const end = field.kind === 'REFERENCE' ? `${path.at(-1)} { id _label }` : (path.at(-1) ?? '');
  return path.slice(0, -1).reduceRight((inner, name) => `${name} { ${inner} }`, end);
}

/** What is asked of each group, each field once. */
export function aggregateSelection(measures: readonly ReportMeasure[]): string {
  const byField = new Map<string, Set<string>>();
  for (const { field, measure } of measures)
    if (field) byField.set(field, (byField.get(field) ?? new Set<string>()).add(measure));
  return ['count', ...[...byField].map(([field, each]) => `${field} { ${[...each].join(' ')} }`)].join(' ');
}

const measureOrder = ({ field, measure }: ReportMeasure, direction: unknown): unknown =>
  field ? { measure: { [field]: { [measure]: direction } } } : { count: direction };

function orderBy(order: ReportOrder | null, keys: readonly PlannedKey[]): unknown[] {
  if (!order) return [];
  const direction = { direction: order.descending ? 'DESC' : 'ASC', nulls: 'LAST' };
  const { by } = order;
  if (!isKey(by)) return [measureOrder(by, direction)];
  const key = keys.find(({ path }) => path.join('.') === by.path.join('.'));
  // The label of a record stands in the answer, and no group is ordered by it there: see `sortedByLabels`.
  return key && key.field.kind !== 'REFERENCE' ? [{ key: nested(key.path, direction) }] : [];
}

function havingOf(having: readonly Having[], resource: ResourceDefinition): unknown {
  const isWhole = ({ field, measure }: ReportMeasure): boolean => {
    if (!field || measure === 'count' || measure === 'countDistinct') return true;
    return resource.fieldByName.get(field)?.kind === 'INTEGER' && (measure === 'min' || measure === 'max');
  };
  const conditions = having
    .filter(({ value }) => /^-?\d+(\.\d+)?$/.test(value))
    .map(({ measure: asked, operator, value }) => {
      const { field, measure } = asked;
      const condition = { [operator]: isWhole(asked) ? Math.round(Number(value)) : value };
      return field ? { [field]: { [measure]: condition } } : { count: condition };
    });
  return conditions.length > 0 ? { and: conditions } : undefined;
}

/** Arguments that decide which rows are reckoned over, with the types of their variables. */
function rowArguments({ resource, state, where }: PlannedReport): [name: string, type: string, value: unknown][] {
  return [
    ...(where ? ([['where', `${resource.name}Where`, where]] as [string, string, unknown][]) : []),
    ...(state.search && resource.searchable
      ? ([['search', 'String', state.search]] as [string, string, unknown][])
      : []),
    ...(state.includeInactive && resource.deactivates
      ? ([['includeInactive', 'Boolean!', true]] as [string, string, unknown][])
      : []),
  ];
}

/** One or two root fields of an operation, with the variables that they take. */
export interface QueryPart {
  readonly declared: readonly string[];
  readonly fields: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The root fields of one report. `prefix` keeps its names apart from those of others in the same operation. */
function partOf(planned: PlannedReport, { prefix, withTotals }: { prefix: string; withTotals: boolean }): QueryPart {
  const { resource, state, keys } = planned;
  const { name, single } = resource;
  const rows = rowArguments(planned);
  const having = havingOf(state.having, resource);
  const order = orderBy(state.order, keys);
  const hasInstant = keys.some(({ field, bucket }) => bucket && field.kind === 'INSTANT');
  const groups: [string, string, unknown][] = [
    ['groupBy', `[${name}GroupBy!]!`, keys.map(groupBy)],
    ['first', 'Int', state.top],
    ...(having ? ([['having', `${name}Having`, having]] as [string, string, unknown][]) : []),
    ...(order.length > 0 ? ([['orderBy', `[${name}GroupOrder!]`, order]] as [string, string, unknown][]) : []),
    ...(hasInstant ? ([['timeZone', 'String!', state.zone]] as [string, string, unknown][]) : []),
  ];
  const currency = keys.find(({ path }) => path.join('.') === planned.currency?.join('.'));
  const totals: [string, string, unknown][] = currency ? [['totalsBy', `[${name}GroupBy!]!`, [groupBy(currency)]]] : [];
  const selection = aggregateSelection(state.show);
  const passed = (args: readonly [string, string, unknown][]): string =>
    args.length > 0
      ? `(${args.map(([each]) => `${each === 'totalsBy' ? 'groupBy' : each}: $${prefix}${each}`).join(', ')})`
      : '';
  const asksGroups = keys.length > 0 && state.chart !== 'figure';
  const asksTotals = withTotals || !asksGroups;
  const fields = [
    ...(asksGroups
      ? [
          `${prefix}groups: ${single}Groups${passed([...groups, ...rows])} { totalCount nodes { key { ${keys.map(keySelection).join(' ')} } aggregate { ${selection} } } }`,
        ]
      : []),
    ...(asksTotals && currency
      ? [
          `${prefix}totals: ${single}Groups${passed([...totals, ...rows])} { nodes { key { ${keySelection(currency)} } aggregate { ${selection} } } }`,
        ]
      : []),
    ...(asksTotals && !currency ? [`${prefix}total: ${single}Aggregate${passed(rows)} { ${selection} }`] : []),
  ];
  const used = [...rows, ...(asksGroups ? groups : []), ...(asksTotals ? totals : [])];
  return {
    declared: used.map(([each, type]) => `$${prefix}${each}: ${type}`),
    fields,
    variables: Object.fromEntries(used.map(([each, , value]) => [prefix + each, value])),
  };
}

/** One operation of several parts. */
export function operation(title: string, parts: readonly QueryPart[]): ReportQuery {
  const declared = parts.flatMap((part) => part.declared);
  const taken = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return {
    query: `query ${title}${taken} { ${parts.flatMap((part) => part.fields).join(' ')} }`,
    variables: Object.assign({}, ...parts.map((part) => part.variables)) as Record<string, unknown>,
  };
}

/** A report in one request: its groups, and the totals over all of its rows, for each currency by itself. */
export const reportQuery = (planned: PlannedReport): ReportQuery =>
  operation(`${planned.resource.name}Report`, [partOf(planned, { prefix: '', withTotals: true })]);

/** Prefix of the names of a report among several. */
export const prefixOf = (index: number): string => `r${index}_`;

/** A report among several in one request, without its totals where it shows groups. */
export const partOfMany = (planned: PlannedReport, index: number): QueryPart =>
  partOf(planned, { prefix: prefixOf(index), withTotals: false });

import { type Condition, type FilterGroup, type FilterItem, operatorsOf } from '../generator/filter-tree.ts';
import { encodeFilter } from '../generator/filter-url.ts';
import { paths } from '../layout/paths.ts';
import { beginningOfDay } from './day-in-zone.ts';
import type { PlannedKey, PlannedReport } from './report-query.ts';
import type { Bucket } from './report-state.ts';
import type { KeyValue, ReportRow } from './report-table.ts';

/** The last day of the span that begins on a day. */
export function lastDay(first: string, bucket: Bucket): string {
  const date = new Date(`${first}T00:00:00Z`);
  if (bucket === 'WEEK') date.setUTCDate(date.getUTCDate() + 6);
  if (bucket === 'MONTH') date.setUTCMonth(date.getUTCMonth() + 1, 0);
  if (bucket === 'QUARTER') date.setUTCMonth(date.getUTCMonth() + 3, 0);
  if (bucket === 'YEAR') date.setUTCFullYear(date.getUTCFullYear() + 1, 0, 0);
  return date.toISOString().slice(0, 10);
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The field at the end of a path is empty, or one of the records on the way to it is not there. */
function emptyAt({ path, steps }: PlannedKey): FilterItem[] | undefined {
  const empty = steps.flatMap((step, at): Condition[] =>
    operatorsOf(step).includes('isNull') ? [{ path: path.slice(0, at + 1), operator: 'isNull', value: true }] : [],
  );
  if (empty.length === 0) return undefined;
  return empty.length === 1 ? empty : [{ join: 'or', items: empty }];
}

/** What a list compares to find the rows of a group; undefined where a list cannot say it. */
function conditionsOn(key: PlannedKey, { value }: KeyValue, zone: string): FilterItem[] | undefined {
  const { path, bucket, field } = key;
  if (value === null) return emptyAt(key);
  // An instant belongs to a day by the clocks of the report, which the list does not know: it is told instants.
  if (bucket && field.kind === 'INSTANT')
    return [
      { path, operator: 'gte', value: beginningOfDay(String(value), zone) },
      { path, operator: 'lt', value: beginningOfDay(dayAfter(lastDay(String(value), bucket)), zone) },
    ];
  if (bucket)
    return [
      { path, operator: 'gte', value: String(value) },
      { path, operator: 'lte', value: lastDay(String(value), bucket) },
    ];
  return operatorsOf(field).includes('eq') ? [{ path, operator: 'eq', value }] : undefined;
}

/** Groups of one currency have rows of that currency, also where it is no key of the report. */
function currencyOf(planned: PlannedReport, shown: readonly PlannedKey[], row: ReportRow): FilterItem[] {
  const path = planned.currency?.join('.');
  const key = planned.keys.find((each) => each.path.join('.') === path);
  if (!key || shown.includes(key) || row.currency === null) return [];
  return conditionsOn(key, { value: row.currency, label: null }, planned.state.zone) ?? [];
}

/** The address of the list of the rows behind a group; undefined where no list can say it. */
export function listBehind(planned: PlannedReport, keys: readonly PlannedKey[], row: ReportRow): string | undefined {
  const { resource, state } = planned;
  const conditions = keys.map((key, index) => {
    const value = row.keys[index];
    return value ? conditionsOn(key, value, state.zone) : undefined;
  });
  if (conditions.includes(undefined)) return undefined;
  const own = [...conditions.flatMap((each) => each ?? []), ...currencyOf(planned, keys, row)];
  const filter: FilterGroup =
    state.filter.join === 'and'
      ? { join: 'and', items: [...state.filter.items, ...own] }
      : { join: 'and', items: [state.filter, ...own] };
  const params = new URLSearchParams();
  if (filter.items.length > 0) params.set('filter', encodeFilter(filter));
  if (state.search) params.set('search', state.search);
  if (state.includeInactive) params.set('inactive', '1');
  return `${paths.list(resource)}?${params.toString()}`;
}

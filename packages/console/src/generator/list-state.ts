import { EMPTY_GROUP, type FilterGroup } from './filter-tree.ts';
import { decodeFilter, encodeFilter } from './filter-url.ts';
import type { SortKey } from './order.ts';
import type { Catalogue, ResourceDefinition } from './resource-definition.ts';

export const PAGE_SIZES = [10, 25, 50, 100] as const;
export const DEFAULT_PAGE_SIZE = 25;
/** The graph numbers pages up to this many rows; further on it goes by cursor. */
export const MAX_OFFSET = 10_000;

/** Everything about a list. It stands in the address, so that a list can be linked to, marked and gone back to. */
export interface ListState {
  readonly search: string;
  readonly filter: FilterGroup;
  readonly sort: readonly SortKey[];
  /** Columns chosen in this address; empty means those remembered, or the entity's own. */
  readonly columns: readonly string[];
  readonly page: number;
  readonly perPage: number;
  readonly includeInactive: boolean;
  /** Cursor of the row before the page, where pages are no longer numbered. */
  readonly after: string | null;
  /** Comparisons of the address that this viewer cannot ask. */
  readonly dropped: number;
}

export function readListState(params: URLSearchParams, resource: ResourceDefinition, catalogue: Catalogue): ListState {
  const { group, dropped } = decodeFilter(params.get('filter'), resource, catalogue);
  const known = (name: string) => resource.fieldByName.has(name);
  const perPage = Number(params.get('size'));
  return {
    search: params.get('search') ?? '',
    filter: group,
    dropped,
    sort: readSort(params.get('sort')).filter((key) => known(key.field)),
    columns: (params.get('columns') ?? '').split(',').filter((name) => resource.columnChoices.includes(name)),
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
    perPage: PAGE_SIZES.some((size) => size === perPage) ? perPage : DEFAULT_PAGE_SIZE,
    includeInactive: params.get('inactive') === '1',
    after: params.get('after'),
  };
}

/** The address of a list; what is as usual is left out. */
export function writeListState(state: ListState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.search) params.set('search', state.search);
  if (state.filter.items.length > 0) params.set('filter', encodeFilter(state.filter));
  if (state.sort.length > 0) params.set('sort', writeSort(state.sort));
  if (state.columns.length > 0) params.set('columns', state.columns.join(','));
  if (state.page > 1) params.set('page', String(state.page));
  if (state.perPage !== DEFAULT_PAGE_SIZE) params.set('size', String(state.perPage));
  if (state.includeInactive) params.set('inactive', '1');
  if (state.after) params.set('after', state.after);
  return params;
}

/** The address that a list has to begin with, as its patch wants it; nothing for who may not compare by that field. */
export function openingState({ patch, fieldByName }: ResourceDefinition): string | undefined {
  const [field, operator, value] = patch?.opening ?? [];
  if (!field || !operator || !fieldByName.get(field)?.operators.includes(operator)) return undefined;
  const filter = encodeFilter({ join: 'and', items: [{ path: [field], operator, value: value ?? null }] });
  return new URLSearchParams({ filter }).toString();
}

/** A change of what is asked goes back to the first page; a change of page does not. */
export function changeListState(state: ListState, change: Partial<ListState>): ListState {
  const pages = 'page' in change || 'after' in change;
  return { ...state, ...(pages ? {} : { page: 1, after: null }), ...change };
}

export function emptyListState(): ListState {
  return {
    search: '',
    filter: EMPTY_GROUP,
    sort: [],
    columns: [],
    page: 1,
    perPage: DEFAULT_PAGE_SIZE,
    includeInactive: false,
    after: null,
    dropped: 0,
  };
}

/** `lastName,-startOn`: a minus turns the order round. */
function readSort(text: string | null): SortKey[] {
  return (text ?? '')
    .split(',')
    .filter(Boolean)
    .map((key) =>
      key.startsWith('-') ? { field: key.slice(1), direction: 'DESC' } : { field: key, direction: 'ASC' },
    );
}

function writeSort(keys: readonly SortKey[]): string {
  return keys.map(({ field, direction }) => (direction === 'DESC' ? `-${field}` : field)).join(',');
}

import type { EntityName } from '../catalogue.ts';
import { graphFields, isStructural } from '../catalogue.ts';
import { entities } from '../entity.ts';
import type { SavedViewKind } from '../generated/prisma/enums.ts';
import { readableFields, seenEntities } from '../policy/seen.ts';
import { measureKindOf, measureTypes } from '../read/measures.ts';
import type { Viewer } from '../viewer.ts';
import type { Refusal } from '../write/operation.ts';

const depthAtMost = 5;

/** What the address of each kind of view may say. The page that a list is on is not part of a view. */
const keys: Readonly<Record<SavedViewKind, ReadonlySet<string>>> = {
  LIST: new Set(['search', 'filter', 'sort', 'columns', 'size', 'inactive']),
  REPORT: new Set(['search', 'filter', 'inactive', 'by', 'show', 'having', 'order', 'top', 'zone', 'chart']),
};

/** A list or a report as its address says it. */
interface Address {
  readonly kind: SavedViewKind;
  readonly resource: string;
  readonly state: string;
}

/** What there is against an address, and the fields that it asks for. */
export interface ViewState {
  readonly refusals: readonly Refusal[];
  readonly asksFor: string;
}

/** The fields on the paths that an address names; null for one that leads nowhere. */
interface Asked {
  /** What its conditions compare: who may not read one of these learns nothing of the view, for it holds their values. */
  readonly compared: readonly (string | null)[];
  /** What else it names. */
  readonly named: readonly (string | null)[];
}

/**
 * Reads the address of a list or a report: `filter` is `["and", ["salary", "gte", "1000"], ["or", …]]`, `sort` is
 * `lastName,-startOn`; of a report, `by` is `department,startOn:MONTH`, `show` is `count,salary.sum` and `having` is
 * `[["count", "gte", "5"]]`. Refused is whatever this viewer could not ask for: an unknown key, a field that is not there,
 * a relation that leads nowhere.
 */
export function readViewState(viewer: Viewer, { kind, resource, state }: Address): ViewState {
  if (!seenEntities(viewer).some((each) => each === resource) || !entities().some((each) => each.name === resource))
    return refused('VIEW_LIST_UNKNOWN', 'There is no such list.', 'resource');
  const params = new URLSearchParams(state);
  if ([...params.keys()].some((key) => !keys[kind].has(key))) return malformed;
  const readable = new Set(readableFields(viewer));
  const entity = resource as EntityName;
  const { compared, named } = kind === 'LIST' ? askedByList(params) : askedByReport(entity, params);
  const fieldsOf = (paths: readonly (string | null)[]) =>
    paths.map((path) => (path === null ? null : fieldsOn(entity, path, readable)));
  const [deciding, others] = [fieldsOf(compared), fieldsOf(named)];
  if ([...deciding, ...others].includes(null)) return malformed;
  return { refusals: [], asksFor: [...new Set(deciding.flatMap((fields) => fields ?? []))].sort().join(' ') };
}

const refused = (code: string, message: string, at: string): ViewState => ({
  refusals: [{ code, message, path: [at] }],
  asksFor: '',
});

const malformed = refused('VIEW_STATE_MALFORMED', 'This is not the address of a list that you may see.', 'state');

const list = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

function askedByList(params: URLSearchParams): Asked {
  const shown = [...list(params.get('sort')).map((key) => key.replace(/^-/, '')), ...list(params.get('columns'))];
  return { compared: [...shown, ...filterPaths(params.get('filter'))], named: [] };
}

function askedByReport(entity: EntityName, params: URLSearchParams): Asked {
  const by = list(params.get('by')).map((key) => key.replace(/:[A-Z]+$/, ''));
  const ordered = list(params.get('order'))
    .map((key) => key.replace(/^-/, ''))
    .filter((key) => !by.includes(key));
  return {
    compared: [
      ...filterPaths(params.get('filter')),
      ...comparedMeasures(params.get('having')).map((each) => measured(entity, each)),
    ],
    named: [...by, ...[...list(params.get('show')), ...ordered].map((each) => measured(entity, each))],
  };
}

/** The field of `salary.sum`; the id, which everybody reads, of a plain `count`; null for what cannot be reckoned. */
function measured(entity: EntityName, text: string): string | null {
  if (text === 'count') return 'id';
  const [name = '', measure = '', ...rest] = text.split('.');
  const field = graphFields(entity).find((each) => each.name === name);
  const kind = field ? measureKindOf(field) : null;
  return kind && measure in measureTypes[kind] && rest.length === 0 ? name : null;
}

function comparedMeasures(text: string | null): string[] {
  const items = parsed(text) ?? [];
  if (!Array.isArray(items)) return [''];
  return items.map((item: unknown) =>
    Array.isArray(item) && item.length === 3 && item.every((part) => typeof part === 'string') ? String(item[0]) : '',
  );
}

/** The JSON of a part of an address; null for none, and a text, which no part is, for what cannot be read. */
function parsed(text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return '';
  }
}

/** The paths that a filter compares; one that is none stands for what cannot be read. */
function filterPaths(text: string | null): string[] {
  const filter = parsed(text);
  return filter === null ? [] : pathsIn(filter, 0);
}

function pathsIn(item: unknown, depth: number): string[] {
  if (!Array.isArray(item) || depth > depthAtMost) return [''];
  const [head, operator, ...rest] = item as [unknown, ...unknown[]];
  if (head === 'and' || head === 'or') return item.slice(1).flatMap((inner) => pathsIn(inner, depth + 1));
  return [typeof head === 'string' && typeof operator === 'string' && rest.length > 0 ? head : ''];
}

/** The fields on a path, through relations; null where the viewer has no such path. */
function fieldsOn(entity: EntityName, path: string, readable: ReadonlySet<string>): string[] | null {
  const [name = '', ...rest] = path.split('.');
  const field = graphFields(entity).find((each) => each.name === name);
  if (!field) return null;
  const own = `${entity}.${name}`;
  if (!isStructural(name) && !readable.has(own)) return null;
  const fields = isStructural(name) ? [] : [own];
  if (rest.length === 0) return fields;
  const further = field.kind === 'relation' ? fieldsOn(field.type as EntityName, rest.join('.'), readable) : null;
  return further && [...fields, ...further];
}

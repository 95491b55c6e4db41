import { type EntityName, graphFields, isStructural } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { readableFields, seenEntities } from '../policy/seen.ts';
import type { Viewer } from '../viewer.ts';
import type { Refusal } from '../write/operation.ts';

const depthAtMost = 5;
/** What the address of a list may say. The page it is on is not part of a view. */
const keys = new Set(['search', 'filter', 'sort', 'columns', 'size', 'inactive']);

/** A list as its address says it, and the fields that it asks for. */
export interface ViewState {
  readonly refusals: readonly Refusal[];
  readonly asksFor: string;
}

/**
 * Reads the address of a list: `filter` is `["and", ["salary", "gte", "1000"], ["or", …]]`, `sort` is `lastName,-startOn`.
 * Refused is whatever the list could not ask for this viewer: an unknown key, a field that is not there, a relation that
 * leads nowhere.
 */
export function readViewState(viewer: Viewer, resource: string, state: string): ViewState {
  if (!seenEntities(viewer).some((each) => each === resource) || !entities().some((each) => each.name === resource))
    return refused('VIEW_LIST_UNKNOWN', 'There is no such list.', 'resource');
  const params = new URLSearchParams(state);
  const paths = [
    ...list(params.get('sort')).map((key) => key.replace(/^-/, '')),
    ...list(params.get('columns')),
    ...filterPaths(params.get('filter')),
  ];
  if ([...params.keys()].some((key) => !keys.has(key))) return malformed;
  const readable = new Set(readableFields(viewer));
  const asked = paths.map((path) => fieldsOn(resource as EntityName, path, readable));
  if (asked.includes(null)) return malformed;
  return { refusals: [], asksFor: [...new Set(asked.flatMap((fields) => fields ?? []))].sort().join(' ') };
}

const refused = (code: string, message: string, at: string): ViewState => ({
  refusals: [{ code, message, path: [at] }],
  asksFor: '',
});

const malformed = refused('VIEW_STATE_MALFORMED', 'This is not the address of a list that you may see.', 'state');

const list = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

/** The paths that a filter compares; one that is none stands for what cannot be read. */
function filterPaths(text: string | null): string[] {
  if (text === null || text === '') return [];
  try {
    return pathsIn(JSON.parse(text), 0);
  } catch {
    return [''];
  }
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

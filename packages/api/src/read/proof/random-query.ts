import { type EntityName, type Field, fieldOf, graphFields } from '../../catalogue.ts';
import { entities, entityNamed } from '../../entity.ts';
import { fieldOperators, sortable } from '../../graph/filters.ts';
import { hidesInactive } from '../connection.ts';
import { type Rows, randomValue, type Stored } from './random-world.ts';
import type { Tally } from './tally.ts';

/** A number from 0 to below the one given; 0 stands for the simplest choice. */
export type Draw = (below: number) => number;

export type Where = Readonly<Record<string, unknown>>;

export interface ListArguments {
  readonly where?: Where;
  readonly orderBy?: readonly Where[];
  readonly includeInactive?: boolean;
  readonly first?: number;
  readonly last?: number;
  readonly offset?: number;
}

/** What is selected of a record, by the names of its fields. */
export interface Selection {
  readonly scalars: readonly string[];
  readonly one: Readonly<Record<string, Selection>>;
  readonly many: Readonly<Record<string, ListSelection>>;
}

/** What is asked of a page beside its rows decides how its rows are found. */
export const pageParts = ['nodes', 'edges', 'pageInfo', 'totalCount'] as const;
const pageShapes: readonly (readonly (typeof pageParts)[number][])[] = [
  ['nodes'],
  pageParts,
  ['edges'],
  ['nodes', 'totalCount'],
  ['nodes', 'pageInfo'],
];

export interface ListSelection {
  readonly parts: readonly (typeof pageParts)[number][];
  readonly args: ListArguments;
  readonly record: Selection;
}

export interface ListQuery extends ListSelection {
  readonly entity: EntityName;
  /** Where the cursor of the page stands in the list, from 0 to 1; null for a page without one. */
  readonly cursor: number | null;
}

export interface Drawing {
  readonly draw: Draw;
  readonly rows: Rows;
  readonly tally: Tally;
  /** Fields that may be drawn; every one where this is not given. */
  readonly among?: (entity: EntityName, field: Field) => boolean;
}

const relationsAtMost = 3;
const nestingAtMost = 3;
const patterns = new Set(['contains', 'startsWith']);

const one = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)] as T;
const isTargetKnown = (field: Field): boolean => entities().some((each) => each.name === field.type);

export const scalarsOf = (entity: EntityName): readonly Field[] =>
  graphFields(entity).filter((field) => field.kind !== 'relation' && field.type !== 'Json' && field.type !== 'Bytes');

export const relationsOf = (entity: EntityName): readonly Field[] =>
  graphFields(entity).filter((field) => field.kind === 'relation' && isTargetKnown(field));

function scalars({ among }: Drawing, entity: EntityName): readonly Field[] {
  const found = scalarsOf(entity).filter((field) => among?.(entity, field) ?? true);
  return found.length > 0 ? found : scalarsOf(entity);
}

const relations = ({ among }: Drawing, entity: EntityName): readonly Field[] =>
  relationsOf(entity).filter((field) => among?.(entity, field) ?? true);

/** A value to compare a field with: mostly one that some row has. */
function operandOf({ draw, rows }: Drawing, entity: EntityName, field: Field, operator: string): Stored {
  const stored = (rows.get(entity) ?? []).map((row) => row[field.name] ?? null).filter((value) => value !== null);
  const random = (): number => draw(1_000_000) / 1_000_000;
  const value = stored.length > 0 && draw(5) > 0 ? one(draw, stored) : randomValue(random, { ...field, list: false });
  if (field.list) return Array.isArray(value) ? (value[0] ?? randomValue(random, { ...field, list: false })) : value;
  if (!patterns.has(operator)) return value;
  // What % and _ mean is another test's matter: Prisma takes them for wildcards.
  const letters = [...String(value).replace(/[%_\\]/g, '')];
  const from = operator === 'contains' ? draw(letters.length + 1) : 0;
  const part = letters.slice(from, from + 1 + draw(3)).join('');
  return draw(2) === 0 ? part : part.toUpperCase();
}

function operation(drawing: Drawing, entity: EntityName, field: Field): Where {
  const { draw, tally } = drawing;
  const operator = one(draw, fieldOperators(field));
  const kind = field.list
    ? 'list'
    : field.kind === 'enum'
      ? 'enum'
      : field.native?.[0] === 'Date'
        ? 'Date'
        : field.type;
  tally.count(`${kind}.${operator}`);
  if (operator === 'isNull') return { isNull: draw(2) === 0 };
  if (operator !== 'in' && operator !== 'notIn') return { [operator]: operandOf(drawing, entity, field, operator) };
  // Prisma takes null for none of an empty list, and the graph does not.
  const least = operator === 'notIn' && !field.required ? 1 : 0;
  const count = least + draw(4);
  if (count === 0) tally.count('empty list');
  return { [operator]: Array.from({ length: count }, () => operandOf(drawing, entity, field, operator)) };
}

function relationFilter(drawing: Drawing, field: Field, depth: number): Where {
  const { draw, tally } = drawing;
  const operator = one(draw, fieldOperators(field));
  tally.count(`relation.${operator}`);
  tally.count(`relation depth ${depth + 1}`);
  if (operator === 'isNull') return { isNull: draw(2) === 0 };
  return { [operator]: drawWhere(drawing, field.type as EntityName, depth + 1) };
}

/** A filter at random: operators, relations and boolean logic, inside each other. */
export function drawWhere(drawing: Drawing, entity: EntityName, depth = 0, nesting = 0): Where {
  const { draw, tally } = drawing;
  const where: Record<string, unknown> = {};
  const conditions = one(draw, [1, 1, 1, 2, 2, 3, 0]);
  if (conditions === 0) tally.count('empty where');
  for (let index = 0; index < conditions; index += 1) {
    const choice = draw(10);
    // Drawn once: what may be drawn can be a matter of chance itself.
    const led = choice >= 4 && depth < relationsAtMost ? relations(drawing, entity) : [];
    if (choice >= 7 && nesting < nestingAtMost) {
      const key = one(draw, ['and', 'or', 'not']);
      const inner = (): Where => drawWhere(drawing, entity, depth, nesting + 1);
      const branches = key === 'not' ? [] : Array.from({ length: one(draw, [2, 1, 3, 0]) }, inner);
      tally.count(key !== 'not' && branches.length === 0 ? `empty ${key}` : key);
      tally.count(`nesting ${nesting + 1}`);
      where[key] = key === 'not' ? inner() : branches;
    } else if (led.length > 0) {
      const field = one(draw, led);
      where[field.name] = relationFilter(drawing, field, depth);
    } else {
      const found = scalars(drawing, entity);
      const lists = found.filter((each) => each.list);
      const field = one(draw, lists.length > 0 && draw(3) === 0 ? lists : found);
      where[field.name] = operation(drawing, entity, field);
    }
  }
  return where;
}

function orderKey(drawing: Drawing, entity: EntityName, optional: boolean, depth: number): Where {
  const { draw, tally } = drawing;
  const toOne = relations(drawing, entity).filter((field) => !field.list);
  if (depth < relationsAtMost && toOne.length > 0 && draw(3) === 2) {
    const field = one(draw, toOne);
    const left = optional || !field.required;
    return { [field.name]: orderKey(drawing, field.type as EntityName, left, depth + 1) };
  }
  const field = one(draw, scalars(drawing, entity).filter(sortable));
  const direction = one(draw, ['ASC', 'DESC']);
  // Prisma has no say in where nulls stand that come of the path alone; then they stand where the server puts them.
  const nulls = optional && field.required ? (direction === 'ASC' ? 'LAST' : 'FIRST') : one(draw, ['LAST', 'FIRST']);
  tally.count(`order ${direction} nulls ${nulls}`);
  tally.count(`order through ${depth} relations`);
  return { [field.name]: { direction, nulls } };
}

/** An order at random; none is left to the entity. */
export function drawOrder(drawing: Drawing, entity: EntityName): readonly Where[] | undefined {
  const count = one(drawing.draw, [0, 1, 1, 2, 3]);
  drawing.tally.count(`order of ${count} keys`);
  if (count === 0) return undefined;
  return Array.from({ length: count }, () => orderKey(drawing, entity, false, 0));
}

function drawPage({ draw, tally }: Drawing): { page: ListArguments; cursor: boolean } {
  const kind = one(draw, ['whole', 'first', 'offset', 'last', 'after', 'before']);
  tally.count(`page ${kind}`);
  const size = one(draw, [3, 1, 5, 12, 0]);
  if (kind === 'whole') return { page: {}, cursor: false };
  if (kind === 'offset') return { page: { first: size, offset: draw(8) }, cursor: false };
  if (kind === 'last' || kind === 'before') return { page: { last: size }, cursor: kind === 'before' };
  return { page: { first: size }, cursor: kind === 'after' };
}

function drawArguments(drawing: Drawing, entity: EntityName): { args: ListArguments; cursor: boolean } {
  const { draw, tally } = drawing;
  const { page, cursor } = drawPage(drawing);
  const orderBy = drawOrder(drawing, entity);
  const includeInactive = hidesInactive(entity) && draw(2) === 1;
  if (includeInactive) tally.count('includeInactive');
  return {
    cursor,
    args: {
      ...(draw(6) > 0 && { where: drawWhere(drawing, entity) }),
      ...(orderBy && { orderBy }),
      ...(includeInactive && { includeInactive }),
      ...page,
    },
  };
}

function drawSelection(drawing: Drawing, entity: EntityName, depth: number): Selection {
  const { draw, tally } = drawing;
  const selection = {
    scalars: ['id'] as string[],
    one: {} as Record<string, Selection>,
    many: {} as Record<string, ListSelection>,
  };
  for (const field of scalars(drawing, entity))
    if (field.name !== 'id' && draw(3) === 2) selection.scalars.push(field.name);
  const led = depth === 0 ? [] : relations(drawing, entity);
  // Two or three of them at the most, as a rule: a document has no more than so many tokens.
  const oneIn = Math.max(6, Math.floor(led.length / 2));
  for (const field of led) {
    if (draw(oneIn) !== 5) continue;
    tally.count(`selected ${field.list ? 'list' : 'record'} at depth ${3 - depth}`);
    const record = drawSelection(drawing, field.type as EntityName, depth - 1);
    if (!field.list) selection.one[field.name] = record;
    else
      selection.many[field.name] = {
        record,
        args: boundedArguments(drawing, field.type as EntityName),
        parts: drawParts(drawing),
      };
  }
  return selection;
}

function drawParts({ draw, tally }: Drawing): ListSelection['parts'] {
  const parts = one(draw, pageShapes);
  tally.count(`page of ${parts.join(' ')}`);
  return parts;
}

/** Arguments of a list inside records: never long, or the operation would ask for too many rows. */
function boundedArguments(drawing: Drawing, entity: EntityName): ListArguments {
  const { args } = drawArguments(drawing, entity);
  return args.first === undefined && args.last === undefined ? { ...args, first: 4 } : args;
}

/** A list of an entity at random: filter, order, page and selection. */
export function drawQuery(drawing: Drawing, among: readonly EntityName[]): ListQuery {
  const entity = one(drawing.draw, among);
  drawing.tally.count(`entity ${entityNamed(entity).name}`);
  const { args, cursor } = drawArguments(drawing, entity);
  const lists = args.first === undefined && args.last === undefined ? 1 : 2;
  const record = drawSelection(drawing, entity, lists);
  return { entity, args, record, parts: drawParts(drawing), cursor: cursor ? drawing.draw(100) / 100 : null };
}

/** The field at the end of a path of an order. */
export function orderedBy(entity: EntityName, key: Where): { path: readonly Field[]; by: Where } {
  const [[name, inner]] = Object.entries(key) as [[string, Where]];
  const field = fieldOf(entity, name);
  if (field.kind !== 'relation') return { path: [field], by: inner };
  const rest = orderedBy(field.type as EntityName, inner);
  return { path: [field, ...rest.path], by: rest.by };
}

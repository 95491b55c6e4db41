import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { entityNamed } from '../entity.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { isNever } from '../policy/decide.ts';
import { tableOf } from '../policy/rows.ts';
import type { Argument } from './argument.ts';
import { asked, type Compilation, collated, decisive, type Row, reached, refuseHidden } from './field.ts';
import { note } from './notes.ts';
import { noteBeyond } from './seen.ts';
import { alias, and, column, list, name, no, or, type SQL, sql } from './sql.ts';

export interface OrderKey {
  readonly value: (row: Row) => SQL;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
  readonly nullable: boolean;
}

const keysAtMost = 5;
const pathAtMost = 6;

/** A value at the end of a path of to-one relations, as seen by this viewer. */
export function valueAt(compilation: Compilation, row: Row, path: readonly Field[]): SQL {
  const [field, ...rest] = path;
  if (!field) throw new Error('a path has at least one field');
  if (rest.length === 0) return collated(compilation, field, decisive(compilation, row, field));
  refuseHidden(compilation, row.entity, field.name);
  const target: Row = { entity: field.type as EntityName, at: alias(field.name) };
  note(compilation, target, 'id');
  const value = valueAt(compilation, target, rest);
  const followed = (from: Row): SQL => reached(compilation, from, field, target);
  noteBeyond(compilation, row, field, target, {
    as: `order ${path.map((each) => each.name).join('.')}`,
    reached: followed,
  });
  return sql`(select ${value} from ${tableOf(target.entity)} ${name(target.at)} where ${followed(row)})`;
}

function leafOf(argument: Argument | undefined): unknown {
  return argument?.kind === 'leaf' ? argument.value : undefined;
}

/** One key of an order: `{ lastName: { direction: ASC } }`, or through relations `{ department: { code: {…} } }`. */
function keyOf(
  compilation: Compilation,
  entity: EntityName,
  argument: Argument,
  before: readonly Field[] = [],
): OrderKey {
  if (argument.kind !== 'object' || argument.fields.size !== 1) throw badInput('An order names exactly one field.');
  const [[key, given]] = [...argument.fields] as [[string, Argument]];
  const field = fieldOf(entity, key);
  const path = [...before, field];
  if (path.length > pathAtMost) throw limitExceeded(`An order follows ${pathAtMost - 1} relations at the most.`);
  if (field.kind === 'relation') return keyOf(compilation, field.type as EntityName, given, path);
  const direction = given.kind === 'object' ? leafOf(given.fields.get('direction')) : undefined;
  const nulls = given.kind === 'object' ? leafOf(given.fields.get('nulls')) : undefined;
  return pathKey(compilation, entity, path, direction === 'DESC', nulls === 'FIRST');
}

/** A key by a path that ends at a field of `entity`. A value that is not shown on every row is null on the others. */
function pathKey(
  compilation: Compilation,
  entity: EntityName,
  path: readonly Field[],
  descending: boolean,
  nullsFirst: boolean,
): OrderKey {
  const only = path.length === 1 ? path[0] : undefined;
  return {
    value: (row) => valueAt(compilation, row, path),
    descending,
    nullsFirst,
    nullable: !only?.required || !shownAlways(compilation, entity, only.name),
  };
}

const isAnObject = (argument: Argument | undefined): argument is Extract<Argument, { kind: 'list' }> =>
  argument?.kind === 'list';

/** Decides between equals. Nobody asked for it, so it is refused to nobody. */
const byId: OrderKey = { value: (row) => column(row.at, 'id'), descending: false, nullsFirst: false, nullable: false };

/** The keys of an order: those asked for, or the entity's own, and the id at the end. */
export function orderKeys(compilation: Compilation, entity: EntityName, argument: Argument | undefined): OrderKey[] {
  const asked = isAnObject(argument) ? argument.items : [];
  if (asked.length > keysAtMost) throw limitExceeded(`An order has ${keysAtMost} keys at the most.`);
  const keys =
    asked.length > 0
      ? asked.map((each) => keyOf(compilation, entity, each))
      : entityNamed(entity)
          .order.filter((field) => shownAlways(compilation, entity, field))
          .map((field) => pathKey(compilation, entity, [fieldOf(entity, field)], false, false));
  return [...keys, byId];
}

/**
 * Whether a field shows on every row that this viewer sees. An order that nobody asked for leaves the others out, instead
 * of refusing.
 */
function shownAlways(compilation: Compilation, entity: EntityName, field: string): boolean {
  const read = compilation.decisions.of(entity).read(field);
  return !isNever(read) && asked(compilation, { entity, at: alias(entity) }, read) === null;
}

/** `order by`, forwards or, for a page from the end, backwards. */
export const orderBy = (keys: readonly OrderKey[], row: Row, backwards: boolean): SQL =>
  list(
    keys.map((key) => {
      const direction = key.descending !== backwards ? sql`desc` : sql`asc`;
      const nulls = key.nullsFirst !== backwards ? sql`nulls first` : sql`nulls last`;
      return key.nullable ? sql`${key.value(row)} ${direction} ${nulls}` : sql`${key.value(row)} ${direction}`;
    }),
  );

/**
 * Rows behind a cursor, in an order. The cursor names a row; its values are read again here, under the policy, by the
 * query `cursor`, so that a cursor tells nothing.
 */
export function behind(keys: readonly OrderKey[], row: Row, cursor: symbol, backwards: boolean): SQL {
  const then = (index: number): SQL => sql`(select ${column(cursor, `k${index}`)} from ${name(cursor)})`;
  const uniform = keys.every((key) => !key.nullable && key.descending === keys[0]?.descending);
  if (uniform) {
    const comparison = (keys[0]?.descending ?? false) !== backwards ? sql`<` : sql`>`;
    return sql`(${list(keys.map((key) => key.value(row)))}) ${comparison} (${list(keys.map((_, index) => then(index)))})`;
  }
  return or(
    keys.map((key, index) => {
      const same = keys
        .slice(0, index)
        .map((other, at) =>
          other.nullable
            ? sql`${other.value(row)} is not distinct from ${then(at)}`
            : sql`${other.value(row)} = ${then(at)}`,
        );
      return and([...same, after(key, key.value(row), then(index), backwards)]);
    }),
  );
}

function after(key: OrderKey, value: SQL, then: SQL, backwards: boolean): SQL {
  const further = key.descending !== backwards ? sql`${value} < ${then}` : sql`${value} > ${then}`;
  if (!key.nullable) return further;
  const nullsFirst = key.nullsFirst !== backwards;
  return nullsFirst
    ? sql`(case when ${then} is null then ${value} is not null else ${further} end)`
    : sql`(case when ${then} is null then ${no} else (${further} or ${value} is null) end)`;
}

/** The values of a cursor's row, as `k0`, `k1`, …. */
export const cursorColumns = (keys: readonly OrderKey[], row: Row): SQL =>
  list(keys.map((key, index) => sql`${key.value(row)} as ${name(`k${index}`)}`));

import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { badInput, limitExceeded } from '../errors.ts';
import type { Argument } from './argument.ts';
import type { GroupColumns } from './group-columns.ts';
import { type GroupKey, isPath, nameOfPath } from './group-keys.ts';
import type { Measure } from './measures.ts';
import { list, type SQL, sql } from './sql.ts';

const ordersAtMost = 6;

interface Direction {
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

function onlyOne(argument: Argument): readonly [string, Argument] {
  const [first] = argument.kind === 'object' ? [...argument.fields] : [];
  if (argument.kind !== 'object' || argument.fields.size !== 1 || !first)
    throw badInput('An order of groups names exactly one key or measure.');
  return first;
}

function directionOf(argument: Argument): Direction {
  const given = (name: string): unknown => {
    const each = argument.kind === 'object' ? argument.fields.get(name) : undefined;
    return each?.kind === 'leaf' ? each.value : undefined;
  };
  return { descending: given('direction') === 'DESC', nullsFirst: given('nulls') === 'FIRST' };
}

const ordered = (value: SQL, { descending, nullsFirst }: Direction): SQL =>
  sql`${value} ${descending ? sql`desc` : sql`asc`} ${nullsFirst ? sql`nulls first` : sql`nulls last`}`;

function byKey(entity: EntityName, keys: readonly GroupKey[], argument: Argument, before: readonly Field[] = []): SQL {
  const [name, by] = onlyOne(argument);
  const field = fieldOf(entity, name);
  const path = [...before, field];
  if (field.kind === 'relation') return byKey(field.type as EntityName, keys, by, path);
  const key = keys.find((each) => isPath(each, path));
  if (!key) throw badInput(`Groups are ordered by ${nameOfPath(path)} where they are grouped by it.`);
  return ordered(key.column, directionOf(by));
}

function oneOrder(entity: EntityName, keys: readonly GroupKey[], columns: GroupColumns, argument: Argument): SQL {
  const [what, by] = onlyOne(argument);
  if (what === 'key') return byKey(entity, keys, by);
  if (what === 'count') return ordered(columns.rows('group'), directionOf(by));
  const [field, measured] = onlyOne(by);
  columns.refuseHidden(field);
  const [measure, direction] = onlyOne(measured);
  return ordered(columns.measure(field, measure as Measure, 'group'), directionOf(direction));
}

/** The order of groups: what was asked for, and then their keys, so that no two are equal. */
export function groupOrder(
  entity: EntityName,
  keys: readonly GroupKey[],
  columns: GroupColumns,
  argument: Argument | undefined,
): SQL {
  const asked = argument?.kind === 'list' ? argument.items : [];
  if (asked.length > ordersAtMost) throw limitExceeded(`An order of groups has ${ordersAtMost} keys at the most.`);
  return list([
    ...asked.map((each) => oneOrder(entity, keys, columns, each)),
    ...keys.map((key) => ordered(key.column, { descending: false, nullsFirst: false })),
  ]);
}

import type { EntityName, Field } from '../catalogue.ts';
import type { Argument, Arguments } from './argument.ts';
import { filters, type RowFilter } from './connection.ts';
import type { Compilation, Row } from './field.ts';
import { GroupColumns } from './group-columns.ts';
import { having } from './group-having.ts';
import { aggregateJson, edgeJson, groupJson, type Making } from './group-json.ts';
import { type GroupKey, groupKeys } from './group-keys.ts';
import { groupOrder } from './group-order.ts';
import { type GroupPage, groupPage } from './group-page.ts';
import { grouped, groupedQuery } from './group-query.ts';
import { Joined } from './joined.ts';
import { type Json, object, text } from './json.ts';
import type { Surroundings } from './record.ts';
import { gathered, together } from './seen.ts';
import { below, type Selected } from './selection.ts';
import { alias, constant, integer, keyword, list, type SQL, sql, yes } from './sql.ts';

/** Groups that are looked at to find a page of them: whoever needs more groups too finely to read it. */
export const groupsAtMost = 10_000;

/** A grouping as the parts of one statement. */
export interface Groups {
  /** The queries that the value is made from. */
  readonly queries: SQL;
  readonly value: SQL;
  readonly cursor: SQL | null;
  /** What keeps the answer from being given, as text; null where nothing does. */
  readonly problem: SQL;
  readonly seen: SQL | null;
}

function rowsOf(compilation: Compilation, entity: EntityName): { joined: Joined; row: Row } {
  const row: Row = { entity, at: alias(entity) };
  return { joined: new Joined(compilation, row), row };
}

const allRows: RowFilter = () => yes;

/** The different values at the end of a path over all rows that are asked about. */
function distinctOverAll(compilation: Compilation, entity: EntityName, args: Arguments) {
  return (path: readonly Field[]): SQL => {
    const { joined, row } = rowsOf(compilation, entity);
    const value = joined.valueAt(path);
    const where = filters(compilation, row, args, allRows);
    return sql`(select count(distinct ${value}) from ${joined.tables()} where ${where})`;
  };
}

function partJson(making: Making, selected: Selected, page: GroupPage): Json {
  const inner = below(selected, making.around.operation);
  const gatheredOnPage = (json: Json): Json => [
    '[',
    sql`(select coalesce(string_agg(${text(json)}, ',' order by at), '') from ${page.rows})`,
    ']',
  ];
  switch (selected.name) {
    case 'nodes':
      return gatheredOnPage(groupJson(making, inner));
    case 'edges':
      return gatheredOnPage(edgeJson(making, inner));
    case 'pageInfo':
      return object(inner.map((each) => [each.key, page.info[each.name] ?? ['"PageInfo"']]));
    case 'totalCount':
      return [page.count];
    case 'total':
      return [sql`(select ${text(aggregateJson(making, inner, 'total'))} from ${grouped})`];
    default:
      return [JSON.stringify(`${making.entity}GroupConnection`)];
  }
}

interface Request {
  readonly around: Surroundings;
  readonly entity: EntityName;
  readonly args: Arguments;
  readonly selections: readonly Selected[];
}

function making({ around, entity, args }: Request, keys: readonly GroupKey[]): { joined: Joined; making: Making } {
  const { compilation } = around;
  const { joined } = rowsOf(compilation, entity);
  const columns = new GroupColumns({
    joined,
    keys: keys.map(({ path }) => path),
    where: args.get('where'),
    distinctOverAll: distinctOverAll(compilation, entity, args),
  });
  return { joined, making: { around, entity, columns, keys, labels: [] } };
}

const given = (argument: Argument | undefined): Argument | null =>
  argument && !(argument.kind === 'leaf' && argument.value === null) ? argument : null;

/** Figures of an entity by groups, a page of them. */
export function groups(request: Request): Groups {
  const { around, entity, args, selections } = request;
  const { compilation } = around;
  const keys = groupKeys(entity, args.get('groupBy'));
  const { joined, making: made } = making(request, keys);
  const condition = given(args.get('having'));
  const chosen = condition ? having(entity, made.columns, condition) : yes;
  const order = groupOrder(entity, keys, made.columns, args.get('orderBy'));
  const page = groupPage(args, keys, around.pageAtMost);
  // What is written out whole is no page that a caller pays for.
  if (around.pageAtMost === undefined) compilation.cost += page.sizeAtMost;
  const value = text(object(selections.map((each) => [each.key, partJson(made, each, page)])));
  const tooMany = sql`case when (select count(*) from ${grouped}) > ${integer(groupsAtMost)} then ${constant('groups')} end`;
  const mixed = made.columns.mixed(grouped);
  const { query, seen } = groupedQuery(compilation, joined, { keys, columns: made.columns, args });
  const numbered = sql`numbered as materialized (select row_number() over (order by ${order}) as at, * from ${grouped} where ${chosen})`;
  const labelled = together(made.labels);
  return {
    queries: list([query, numbered, ...page.queries]),
    value,
    cursor: page.cursor,
    problem: sql`concat_ws(' ', ${list([tooMany, ...mixed])})`,
    seen: together([seen, labelled && sql`(select ${gathered(labelled)} from ${page.rows})`]),
  };
}

/** Figures of an entity over all rows that are asked about. */
export function aggregate(request: Request): Groups {
  const { around, args, selections } = request;
  const { joined, making: made } = making(request, []);
  const value = sql`(select ${text(aggregateJson(made, selections, 'group'))} from ${grouped})`;
  const mixed = made.columns.mixed(grouped);
  const { query, seen } = groupedQuery(around.compilation, joined, { keys: [], columns: made.columns, args });
  return {
    queries: query,
    value,
    cursor: null,
    problem: mixed.length > 0 ? sql`concat_ws(' ', ${list(mixed)})` : keyword('null'),
    seen,
  };
}

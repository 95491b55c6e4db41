import { type EntityName, fieldOf, models } from '../catalogue.ts';
import { entityNamed } from '../entity.ts';
import { tableOf } from '../policy/rows.ts';
import type { Arguments } from './argument.ts';
import { type Compilation, guarded, type Row, rowRule } from './field.ts';
import { asId } from './id.ts';
import { type Json, object, text } from './json.ts';
import { note, type SensitiveDataClass } from './notes.ts';
import { behind, cursorColumns, orderBy, orderKeys } from './order.ts';
import { given, type Page, pageAtMost, pageOf } from './page.ts';
import { record, type Surroundings } from './record.ts';
import { search } from './search.ts';
import { gathered, moveNotes, seenOf, together } from './seen.ts';
import { below, type Selected } from './selection.ts';
import { alias, and, column, constant, integer, keyword, name, param, type Run, type SQL, sql, yes } from './sql.ts';
import { where } from './where.ts';

const countAtMost = 10_000;

/** Rows in use. Where this viewer may not read whether a row is, its absence would tell; so it is in the list. */
function inUse(compilation: Compilation, row: Row): SQL {
  const active = fieldOf(row.entity, 'active');
  const value = column(row.at, active.column);
  const shown = guarded(compilation, row, active, value);
  return shown === value ? value : sql`${shown} is not false`;
}

/** Which rows a list is of, before anything was asked for. */
export type RowFilter = (row: Row) => SQL;

/** The rows of a list, before it is cut into pages: row rule, filter, search, and nothing inactive unless asked for. */
export function filters(compilation: Compilation, row: Row, args: Arguments, of: RowFilter): SQL {
  const filter = args.get('where');
  const words = given(args, 'search');
  const inactive = given(args, 'includeInactive')?.value === true;
  return and(
    [
      of(row),
      rowRule(compilation, row),
      ...(hidesInactive(row.entity) && !inactive ? [inUse(compilation, row)] : []),
      ...(filter && !(filter.kind === 'leaf' && filter.value === null) ? [where(compilation, row, filter)] : []),
      ...(words ? [search(compilation, row, words)] : []),
    ].filter((part) => part !== yes),
  );
}

export const hidesInactive = (entity: EntityName): boolean => 'active' in models[entity].fields;

/** A list as one expression of type text, and the query that proves its cursor, if it has one. */
export interface Connection {
  readonly value: SQL;
  readonly cursor: SQL | null;
  /** The people of whom it shows a sensitive class, but for the classes given. */
  readonly seen: (without: ReadonlySet<SensitiveDataClass>) => SQL | null;
  /** The same in the parts of one query, where rows are asked for: to read them once for both. */
  readonly rows?: { readonly value: SQL; readonly seen: SQL; readonly from: SQL };
}

const rowsSelected = new Set(['nodes', 'edges', 'pageInfo']);

export function connection(
  around: Surroundings,
  entity: EntityName,
  args: Arguments,
  selections: readonly Selected[],
  of: (row: Row) => SQL,
): Connection {
  const { compilation } = around;
  const page = pageOf(args, around.pageAtMost ?? pageAtMost, selections);
  const outer: Row = { entity, at: alias('page') };
  const costBefore = compilation.cost;
  compilation.cost = 0;
  const counted: (SQL | null)[] = [];
  const parts = selections.map(
    (selected) => [selected.key, part({ ...around, counted }, outer, selected, page, args, of)] as const,
  );
  compilation.cost = costBefore + page.sizeAtMost * (1 + compilation.cost);
  const json = text(object(parts));
  if (!selections.some((selected) => rowsSelected.has(selected.name)))
    return { value: json, cursor: null, seen: () => together(counted) };
  const rows = pageRows(compilation, outer, args, page, of);
  note(compilation, outer, 'id');
  const from = sql`${rows.query} ${name(outer.at)}`;
  const seenHere = (without: ReadonlySet<SensitiveDataClass>): SQL | null => {
    const each = seenOf(compilation, outer, without);
    const onPage = page.numbered ? sql` filter (where ${column(outer.at, 'n')} <= ${page.size})` : sql``;
    return each && sql`${gathered(each)}${onPage}`;
  };
  const all = together([seenHere(new Set()), ...counted]);
  return {
    value: sql`(select ${json} from ${from})`,
    cursor: rows.cursor,
    seen: (without) => {
      const here = seenHere(without);
      return together([here && sql`(select ${here} from ${from})`, ...counted]);
    },
    ...(all && { rows: { value: json, seen: all, from } }),
  };
}

/** The rows of a page, in its order. */
function pageRows(
  compilation: Compilation,
  outer: Row,
  args: Arguments,
  page: Page,
  of: (row: Row) => SQL,
): { query: SQL; cursor: SQL | null } {
  const { entity } = outer;
  const inner: Row = { entity, at: alias(entityNamed(entity).single) };
  const keys = orderKeys(compilation, entity, args.get('orderBy'));
  const cursorRow: Row = { entity, at: alias('cursor_row') };
  const cursor = alias('cursor');
  const cursorQuery = page.cursor
    ? sql`select ${cursorColumns(keys, cursorRow)} from ${tableOf(entity)} ${name(cursorRow.at)} where ${and([
        sql`${column(cursorRow.at, 'id')} = ${param((run: Run) => asId(page.cursor?.read(run)), 'uuid')}`,
        of(cursorRow),
        rowRule(compilation, cursorRow),
      ])}`
    : null;
  const restriction = and([
    filters(compilation, inner, args, of),
    ...(page.cursor ? [sql`exists (select from ${name(cursor)})`, behind(keys, inner, cursor, page.backwards)] : []),
  ]);
  const rows = sql`select ${name(inner.at)}.* from ${tableOf(entity)} ${name(inner.at)} where ${restriction} order by ${orderBy(keys, inner, page.backwards)} limit ${page.size}${page.numbered ? sql` + 1` : sql``} ${page.offset ? sql`offset ${page.offset}` : sql``}`;
  moveNotes(compilation, inner, outer);
  const numbered = alias('numbered');
  const withCursor = cursorQuery ? sql`with ${name(cursor)} as materialized (${cursorQuery}) ` : sql``;
  return {
    query: page.numbered
      ? sql`(${withCursor}select row_number() over () as n, ${name(numbered)}.* from (${rows}) ${name(numbered)})`
      : sql`(${withCursor}${rows})`,
    cursor: cursorQuery && sql`select exists (${cursorQuery})`,
  };
}

interface Parts extends Surroundings {
  /** What the numbers of the list tell of sensitive classes, gathered while its parts are compiled. */
  readonly counted: (SQL | null)[];
}

function part(around: Parts, outer: Row, selected: Selected, page: Page, args: Arguments, of: (row: Row) => SQL): Json {
  const { operation } = around;
  const number = column(outer.at, 'n');
  const direction = page.backwards ? keyword('desc') : keyword('asc');
  // Rows that are not numbered come in the order of the page's query, and nothing between there and here changes it.
  const gathered = (json: Json): Json => [
    '[',
    page.numbered
      ? sql`coalesce(string_agg(${text(json)}, ',' order by ${number} ${direction}) filter (where ${number} <= ${page.size}), '')`
      : sql`coalesce(string_agg(${text(json)}, ','), '')`,
    ']',
  ];
  switch (selected.name) {
    case 'nodes':
      return gathered(record(around, outer, below(selected, operation)));
    case 'edges':
      return gathered(edge(around, outer, below(selected, operation)));
    case 'pageInfo':
      return pageInfo(outer, below(selected, operation), page);
    case 'totalCount':
    case 'totalCountIsExact':
      return [total(around, outer.entity, args, of, selected.name === 'totalCount')];
    default:
      return [JSON.stringify(`${outer.entity}Connection`)];
  }
}

function edge(around: Surroundings, outer: Row, selections: readonly Selected[]): Json {
  return object(
    selections.map((selected) => [
      selected.key,
      selected.name === 'node'
        ? record(around, outer, below(selected, around.operation))
        : selected.name === 'cursor'
          ? ['"', column(outer.at, 'id'), '"']
          : [JSON.stringify(`${outer.entity}Edge`)],
    ]),
  );
}

function pageInfo(outer: Row, selections: readonly Selected[], page: Page): Json {
  const number = column(outer.at, 'n');
  const more = sql`(count(*) > ${page.size})::text`;
  const earlier = page.cursor ? constant('true') : page.offset ? sql`(${page.offset} > 0)::text` : constant('false');
  const end = (direction: SQL): Json => [
    sql`coalesce('"' || (array_agg(${column(outer.at, 'id')} order by ${number} ${direction}) filter (where ${number} <= ${page.size}))[1]::text || '"', 'null')`,
  ];
  const [first, last] = page.backwards ? [sql`desc`, sql`asc`] : [sql`asc`, sql`desc`];
  const parts: Readonly<Record<string, () => Json>> = {
    hasNextPage: () => [page.backwards ? earlier : more],
    hasPreviousPage: () => [page.backwards ? more : earlier],
    startCursor: () => end(first),
    endCursor: () => end(last),
  };
  return object(selections.map((selected) => [selected.key, parts[selected.name]?.() ?? ['"PageInfo"']]));
}

/** Counted to a limit: nobody reads past it, and counting a large table to the end is slow. */
function total(
  { compilation, counted }: Parts,
  entity: EntityName,
  args: Arguments,
  of: (row: Row) => SQL,
  number: boolean,
): SQL {
  const row: Row = { entity, at: alias('counted') };
  const found = sql`${tableOf(entity)} ${name(row.at)} where ${filters(compilation, row, args, of)} limit ${integer(countAtMost + 1)}`;
  const rows = sql`select from ${found}`;
  // Only where a filter decides by such a class: how many there are tells nothing of any of them.
  const seen = seenOf(compilation, row);
  if (seen) counted.push(sql`(select ${gathered(sql`each.seen`)} from (select ${seen} as seen from ${found}) each)`);
  return number
    ? sql`(select least(count(*), ${integer(countAtMost)}) from (${rows}) counted)`
    : sql`(select (count(*) <= ${integer(countAtMost)})::text from (${rows}) counted)`;
}

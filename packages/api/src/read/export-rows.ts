import type pg from 'pg';
import type { Viewer } from '../viewer.ts';
import { problemOf, readRow } from './execute.ts';
import { totalWord } from './export-columns.ts';
import { countedAtMost } from './export-list.ts';
import type { Export, GroupsSource, ListSource } from './export-request.ts';
import type { Looks } from './looks.ts';
import type { Run, Statement } from './sql.ts';

/** The text of a cell as the graph writes the value; null where there is none. */
export type Cell = string | null;
export type ExportRow = readonly Cell[];

/**
 * Rows that are fetched at once: enough that the round trip does not count, and few enough that they are gone before the
 * garbage collector looks. Of 2,000 it takes those for long-lived that are being written, and lets the heap grow with them.
 */
const rowsAtOnce = 200;
/** A statement of an export may sort millions of rows. */
const statementMilliseconds = 30 * 60_000;

/** Values come as the text that the server wrote: nothing is parsed, so nothing is rounded. */
const asText = { getTypeParser: () => (value: string) => value };

const valuesOf = ({ params }: Statement, run: Run): unknown[] => params.map((param) => param(run));

/** Begins the one transaction in which an export reads: all of it shows one moment. */
export async function beginSnapshot(client: pg.ClientBase): Promise<void> {
  await client.query('begin transaction isolation level repeatable read, read only');
  // All rows are read: the plan is to be good for the last of them, not for the first.
  await client.query(
    `select set_config('statement_timeout', $1, true), set_config('cursor_tuple_fraction', '1', true)`,
    [String(statementMilliseconds)],
  );
}

/** How many rows there will be, counted to a limit; null where that is known only with the rows. */
export async function countRows(client: pg.ClientBase, exported: Export, viewer: Viewer): Promise<number | null> {
  if (exported.source.kind === 'groups') return null;
  const { count } = exported.source;
  const run: Run = { variables: exported.variables, viewer };
  const { rows } = await client.query<{ count: number }>(count.text, valuesOf(count, run));
  return rows[0]?.count ?? countedAtMost;
}

async function* listRows(client: pg.ClientBase, source: ListSource, run: Run, looks: Looks) {
  const { text } = source.rows;
  await client.query(`declare exported no scroll cursor for ${text}`, valuesOf(source.rows, run));
  const fetchSome = () =>
    client.query<Cell[]>({ text: `fetch ${rowsAtOnce} from exported`, rowMode: 'array', types: asText });
  let next = fetchSome();
  // Should nobody wait for it any more, its failure is that of the transaction.
  next.catch(() => {});
  for (;;) {
    const { rows } = await next;
    if (rows.length === 0) return;
    // The server looks for the next rows while these are written.
    next = fetchSome();
    next.catch(() => {});
    if (source.tellsSeen) for (const row of rows) looks.add(row.pop() ?? null);
    yield rows as readonly ExportRow[];
  }
}

type Tree = Readonly<Record<string, unknown>>;

function cellAt(tree: unknown, path: readonly string[]): Cell {
  let at = tree;
  for (const key of path) at = at !== null && typeof at === 'object' ? (at as Tree)[key] : null;
  if (at === null || at === undefined) return null;
  return typeof at === 'object' ? JSON.stringify(at) : String(at);
}

async function* groupRows(client: pg.ClientBase, exported: Export, source: GroupsSource, run: Run, looks: Looks) {
  const { read, cells, totals } = source;
  const { rows } = await client.query<unknown[]>({
    text: read.statement.text,
    values: valuesOf(read.statement, run),
    rowMode: 'array',
  });
  const { value, problem, seen } = readRow(read, rows[0]);
  if (problem !== null) throw problemOf(problem);
  looks.add(seen);
  const answer = JSON.parse(value) as { readonly nodes: readonly unknown[]; readonly total?: unknown };
  yield answer.nodes.map((node) => cells.map((path) => cellAt(node, path)));
  if (totals)
    yield [
      totals.map((path, index) =>
        path ? cellAt(answer.total, path) : index === 0 ? totalWord[exported.language] : null,
      ),
    ];
}

/**
 * The rows of an export, some at a time, from a client on which a snapshot was begun. `looks` gathers whose sensitive data
 * they show: what it holds is to be recorded before the rows that it is about go anywhere.
 */
export async function* exportRows(
  client: pg.ClientBase,
  exported: Export,
  viewer: Viewer,
  looks: Looks,
): AsyncGenerator<readonly ExportRow[]> {
  const run: Run = { variables: exported.variables, viewer };
  const { source } = exported;
  if (source.kind === 'list') yield* listRows(client, source, run, looks);
  else yield* groupRows(client, exported, source, run, looks);
}

import { compile, fragment, identifier, join, raw, type SQL, value } from 'pg-sql2';
import type { Viewer } from '../viewer.ts';

export type { SQL };

/** What a prepared statement is run with: the operation's variables and whoever asks. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

/** A parameter of a prepared statement: read from the run, so that one statement serves many. */
export type Param = (run: Run) => unknown;

/** A statement that is compiled once and run often. */
export interface Statement {
  readonly text: string;
  readonly params: readonly Param[];
}

/** A fragment of SQL; whatever stands in it is a fragment too, so nothing is ever joined as a string. */
export const sql = fragment;
export const name = identifier;
export const list = (items: readonly SQL[], separator = ', '): SQL => join([...items], separator);

/** A parameter. The cast tells the server its type. */
export const param = (read: Param, type: string): SQL => sql`${value(read)}::${raw(type)}`;

/** A constant of the program's own, never of a caller. */
export const constant = (text: string): SQL => raw(`'${text.replaceAll("'", "''")}'`);
export const integer = (number: number): SQL => raw(String(Math.trunc(number)));
export const keyword = raw;
export const yes = raw('true');
export const no = raw('false');

export const and = (items: readonly SQL[]): SQL =>
  items.length === 0 ? yes : items.length === 1 && items[0] ? items[0] : sql`(${list(items, ' and ')})`;
export const or = (items: readonly SQL[]): SQL =>
  items.length === 0 ? no : items.length === 1 && items[0] ? items[0] : sql`(${list(items, ' or ')})`;

/** A fresh alias for a table. */
export const alias = (table: string): symbol => Symbol(table);
export const column = (of: symbol, column: string): SQL => identifier(of, column);

export function prepare(query: SQL): Statement {
  const compiled = compile(query);
  return { text: compiled.text, params: (compiled.values ?? []) as Param[] };
}

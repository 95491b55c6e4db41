import { badInput, limitExceeded } from '../errors.ts';
import type { Argument, Arguments } from './argument.ts';
import type { Selected } from './selection.ts';
import { integer, param, type SQL } from './sql.ts';

export const pageAtMost = 100;
export const pageByDefault = 50;
const offsetAtMost = 10_000;

export type Leaf = Extract<Argument, { kind: 'leaf' }>;

/** Which part of a list is asked for. */
export interface Page {
  readonly size: SQL;
  readonly offset: SQL | null;
  readonly cursor: Leaf | null;
  readonly backwards: boolean;
  readonly sizeAtMost: number;
  /** Whether the rows are numbered, with one more to know whether there are others: for pageInfo, and to turn a page round. */
  readonly numbered: boolean;
}

export const given = (args: Arguments, key: string): Leaf | null => {
  const argument = args.get(key);
  return argument?.kind === 'leaf' && argument.value !== null ? argument : null;
};

const count = (argument: Leaf): SQL => param(argument.read, 'bigint');

function bounded(argument: Leaf | null, what: string, most: number): void {
  if (argument === null) return;
  const value = Number(argument.value);
  if (value < 0) throw badInput(`${what} is not negative.`);
  if (value > most) throw limitExceeded(`${what} is ${most.toLocaleString('en')} at the most.`);
}

export function pageOf(args: Arguments, most: number, selections: readonly Selected[]): Page {
  const [first, last, offset] = [given(args, 'first'), given(args, 'last'), given(args, 'offset')];
  const [after, before] = [given(args, 'after'), given(args, 'before')];
  bounded(first, 'first', most);
  bounded(last, 'last', most);
  bounded(offset, 'offset', offsetAtMost);
  if (first && last) throw badInput('Ask for the first or the last rows, not both.');
  if (last && after) throw badInput('last goes with before.');
  if (before && !last) throw badInput('before goes with last.');
  if (offset && (after || before || last)) throw badInput('offset goes without a cursor and without last.');
  const size = first ?? last;
  return {
    // A number in the statement, not a parameter: the server would plan anew each time for a size that it does not know.
    size: integer(size ? Number(size.value) : pageByDefault),
    sizeAtMost: size ? Number(size.value) : pageByDefault,
    offset: offset && count(offset),
    cursor: after ?? before,
    backwards: last !== null,
    numbered: last !== null || selections.some((selected) => selected.name === 'pageInfo'),
  };
}

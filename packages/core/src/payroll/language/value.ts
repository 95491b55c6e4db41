import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Exact } from '../number/exact.ts';

export type ValueType = 'number' | 'text' | 'boolean';
export type Value = Exact | string | boolean;

export function typeOf(value: Value): ValueType {
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

/** One bracket of a table, as it was applied. */
export interface BracketStep {
  readonly table: string;
  readonly from: Exact;
  /** Null: without end. */
  readonly upTo: Exact | null;
  readonly rate: Exact;
  readonly amount: Exact;
  readonly result: Exact;
}

/** A marginal rate up to a limit; the last row has none. */
export interface Bracket {
  readonly upTo: Exact | null;
  readonly rate: Exact;
}

/** Rows by key; each has every column. */
export interface LookupTable {
  readonly kind: 'lookup';
  readonly columns: ReadonlyMap<string, ValueType>;
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

export interface BracketTable {
  readonly kind: 'brackets';
  readonly brackets: readonly Bracket[];
}

export type Table = LookupTable | BracketTable;

/** What a rule can see while it runs. */
export interface Scope {
  readonly values: ReadonlyMap<string, Value>;
  /** Where bracket() notes what it did; null if nobody asked. */
  readonly steps: BracketStep[] | null;
}

/**
 * What a rule cannot say, as a function of a country pack with tests of its own. It is pure; its
 * faults are found before, when facts are read.
 */
export interface NativeFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result: ValueType;
  /** Why the language cannot say it. */
  readonly because: string;
  readonly run: (operands: readonly Value[], tables: ReadonlyMap<string, Table>, scope: Scope) => Value;
}

/** What the names of a rule mean on a day. */
export interface Vocabulary {
  readonly on: CalendarDate;
  readonly types: ReadonlyMap<string, ValueType>;
  /** Parameters in force, which no person changes. */
  readonly constants: ReadonlyMap<string, Value>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly natives: ReadonlyMap<string, NativeFunction>;
}

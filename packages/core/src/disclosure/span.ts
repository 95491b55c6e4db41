import { type BaseCell, type Margin, peopleAtLeast } from './margin.ts';

/** A prime below 2^26, so that a product of two residues is exact in a double. */
const prime = 67_108_859;

const times = (a: number, b: number): number => (a * b) % prime;
const minus = (a: number, b: number): number => (a - b + prime) % prime;

function inverse(value: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

/**
 * All that can be computed by adding and subtracting published totals, in the arithmetic of a large prime: the space that
 * the groups span, a group being a vector over the base cells. It takes a group in only while everything in the space
 * stays about five people or about nobody.
 *
 * Why that holds: columns of large cells come first in the elimination, so rows that begin in a small cell span exactly
 * what is about small cells alone; whatever else is computed involves a large cell, and so enough people. Small cells
 * whose columns in those rows are multiples of each other are a class: a combination involves all of a class or none of
 * it. While each class has enough people, so does every combination. The test is by classes, and may refuse more than it
 * must.
 */
export class Span {
  /** Place of each base cell among the columns. */
  readonly #column: readonly number[];
  readonly #people: readonly number[];
  /** Rows of the echelon by the column of their first value, which is 1. */
  readonly #rows = new Map<number, Float64Array>();
  readonly #large: number;
  /** Class of each column, null while no combination is about it; and what makes its first value 1. */
  #classes: readonly (string | null)[];
  #scales: readonly number[];

  constructor(cells: readonly BaseCell[]) {
    const order = [...cells.keys()].toSorted((a, b) => isLarge(cells[b]) - isLarge(cells[a]) || a - b);
    const column = new Array<number>(cells.length);
    for (const [at, place] of order.entries()) column[place] = at;
    this.#column = column;
    this.#people = order.map((place) => cells[place]?.people ?? 0);
    this.#large = cells.filter((cell) => isLarge(cell)).length;
    this.#classes = order.map(() => null);
    this.#scales = order.map(() => 0);
  }

  /** Takes a group in, if nothing about fewer people than enough could be computed with it; says whether it did. */
  take({ members }: Margin): boolean {
    const row = new Float64Array(this.#people.length);
    for (const member of members) row[this.#column[member] ?? 0] = 1;
    const first = this.#reduce(row);
    // It can be computed from what is published already.
    if (first === null) return true;
    if (first >= this.#large && !this.#refine(row)) return false;
    const scale = inverse(row[first] ?? 1);
    this.#rows.set(
      first,
      row.map((value) => times(value, scale)),
    );
    return true;
  }

  /** Subtracts the rows there are, in place; answers the column of the first value left, or null where none is. */
  #reduce(row: Float64Array): number | null {
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at] ?? 0;
      if (value === 0) continue;
      const known = this.#rows.get(at);
      if (!known) return at;
      for (let each = at; each < row.length; each += 1) {
        const other = known[each] ?? 0;
        if (other !== 0) row[each] = minus(row[each] ?? 0, times(value, other));
      }
    }
    return null;
  }

  /** Divides the classes of small cells by one more row about small cells alone, where each stays large enough. */
  #refine(row: Float64Array): boolean {
    const scales = [...this.#scales];
    const found = this.#classes.map((known, at) => {
      const value = row[at] ?? 0;
      if (known !== null) return `${known} ${times(value, scales[at] ?? 0)}`;
      if (value === 0) return null;
      scales[at] = inverse(value);
      return 'new';
    });
    const people = new Map<string, number>();
    for (const [at, each] of found.entries())
      if (each !== null) people.set(each, (people.get(each) ?? 0) + (this.#people[at] ?? 0));
    if ([...people.values()].some((count) => count < peopleAtLeast)) return false;
    // Short names for the classes, in the order in which they appear.
    const names = new Map([...people.keys()].map((each, index) => [each, String(index)]));
    this.#classes = found.map((each) => (each === null ? null : (names.get(each) ?? null)));
    this.#scales = scales;
    return true;
  }
}

const isLarge = (cell: BaseCell | undefined): number => Number((cell?.people ?? 0) >= peopleAtLeast);

import { type BaseCell, peopleAtLeast } from './margin.ts';

/** An exact fraction; the denominator is above zero. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

const zero: Fraction = [0n, 1n];

function fraction(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  while (b > 0n) [a, b] = [b, a % b];
  const sign = denominator < 0n ? -1n : 1n;
  return [(sign * numerator) / a, (sign * denominator) / a];
}

const less = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[0], a[1] * b[1]);
const over = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[1], a[1] * b[0]);

/** A combination of published totals that is about few people. */
export interface Disclosure {
  /** The base cells that it is about. */
  readonly cells: readonly number[];
  /** How often the total of each of them is in it. */
  readonly shares: readonly number[];
  /** How often each published total is taken; their sum is the shares times the totals of the cells. */
  readonly coefficients: readonly number[];
}

/** Every set of cells of at least one person that together have too few people. */
function* fewPeople(
  cells: readonly BaseCell[],
  from = 0,
  chosen: readonly number[] = [],
): Generator<readonly number[]> {
  const people = chosen.reduce((sum, place) => sum + (cells[place]?.people ?? 0), 0);
  if (people >= peopleAtLeast) return;
  if (chosen.length > 0) yield chosen;
  for (let place = from; place < cells.length; place += 1) yield* fewPeople(cells, place + 1, [...chosen, place]);
}

type Row = { readonly cells: Fraction[]; readonly coefficients: Fraction[] };

function subtract(from: Row, row: Row, factor: Fraction): Row {
  const part = (a: Fraction[], b: Fraction[]) => a.map((each, at) => less(each, times(factor, b[at] ?? zero)));
  return { cells: part(from.cells, row.cells), coefficients: part(from.coefficients, row.coefficients) };
}

/** Eliminates every column; a row that is not zero and has no value in them, if there is one. */
function left(rows: readonly Row[], columns: readonly number[]): Row | undefined {
  let rest = [...rows];
  for (const column of columns) {
    const pivot = rest.find(({ cells }) => cells[column]?.[0] !== 0n);
    const value = pivot?.cells[column];
    if (!pivot || !value) continue;
    rest = rest
      .filter((row) => row !== pivot)
      .map((row) => subtract(row, pivot, over(row.cells[column] ?? zero, value)));
  }
  return rest.find(({ cells }) => cells.some(([numerator]) => numerator !== 0n));
}

/**
 * What somebody finds out who has the totals of groups and knows which base cells each consists of: a combination about
 * fewer than five people, or null where no combination is. It tries every set of few people in exact arithmetic, and so
 * is for small worlds: it is the proof of `publishableGroups`, and shares nothing with it.
 */
export function findDisclosure(cells: readonly BaseCell[], groups: readonly (readonly number[])[]): Disclosure | null {
  const rows = groups.map((members, at) => ({
    cells: cells.map((_, place): Fraction => [members.includes(place) ? 1n : 0n, 1n]),
    coefficients: groups.map((_, other): Fraction => [other === at ? 1n : 0n, 1n]),
  }));
  for (const few of fewPeople(cells)) {
    const others = [...cells.keys()].filter((place) => !few.includes(place));
    const found = left(rows, others);
    if (!found) continue;
    const number = ([numerator, denominator]: Fraction): number => Number(numerator) / Number(denominator);
    return {
      cells: few,
      shares: few.map((place) => number(found.cells[place] ?? zero)),
      coefficients: found.coefficients.map(number),
    };
  }
  return null;
}

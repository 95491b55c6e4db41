/** Fewest people of whom a published total may tell. */
export const peopleAtLeast = 5;

/**
 * A group at the finest division that there is: all dimensions at once. `keys` has one text for each dimension; no two
 * base cells have the same. `people` counts each human being in one base cell only, so that a sum over cells never
 * counts more people than there are.
 */
export interface BaseCell {
  readonly keys: readonly string[];
  readonly people: number;
}

/** The people of one or more base cells who agree on the dimensions `by`, given by their places in a key. */
export interface Margin {
  readonly by: readonly number[];
  /** Their keys on those dimensions. */
  readonly keys: readonly string[];
  /** Places of the base cells that it consists of. */
  readonly members: readonly number[];
  readonly people: number;
}

/** All sets of the first `dimensions` dimensions: the smaller set first, then the earlier dimension. */
function divisions(dimensions: number): readonly (readonly number[])[] {
  const all = Array.from({ length: 2 ** dimensions }, (_, bits) =>
    Array.from({ length: dimensions }, (_, place) => place).filter((place) => (bits >> place) & 1),
  );
  const at = (by: readonly number[]): string => by.map((place) => String.fromCharCode(48 + place)).join('');
  return all.toSorted((a, b) => a.length - b.length || (at(a) < at(b) ? -1 : 1));
}

const byKeys = (a: readonly string[], b: readonly string[]): number => {
  const place = a.findIndex((key, index) => key !== b[index]);
  return place < 0 ? 0 : (a[place] ?? '') < (b[place] ?? '') ? -1 : 1;
};

/**
 * Every group that can be asked for, at every division by the first `dimensions` dimensions: coarse divisions first, in
 * each the larger group first. The order is the same whatever the order of the cells.
 */
export function marginsOf(cells: readonly BaseCell[], dimensions: number): readonly Margin[] {
  return divisions(dimensions).flatMap((by) => {
    const groups = new Map<string, { keys: string[]; members: number[]; people: number }>();
    for (const [place, cell] of cells.entries()) {
      const keys = by.map((dimension) => cell.keys[dimension] ?? '');
      const known = groups.get(JSON.stringify(keys)) ?? { keys, members: [], people: 0 };
      known.members.push(place);
      known.people += cell.people;
      groups.set(JSON.stringify(keys), known);
    }
    return [...groups.values()]
      .map((group) => ({ by, ...group }))
      .toSorted((a, b) => b.people - a.people || byKeys(a.keys, b.keys));
  });
}

/** Those of enough people to be published, were there no others to subtract. */
export const largeEnough = (margins: readonly Margin[]): readonly Margin[] =>
  margins.filter(({ people }) => people >= peopleAtLeast);

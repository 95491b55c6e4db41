/** Counts what was drawn at random, so that a test that drew too little of something does not pass for a proof. */
export class Tally {
  readonly #counts = new Map<string, number>();

  count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  /** Starts something at nothing, so that it shows as missing if it never comes. */
  expect(what: Iterable<string>): void {
    for (const each of what) this.count(each, 0);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** What was drawn fewer times than that. */
  below(least: number): string[] {
    return [...this.#counts].filter(([, count]) => count < least).map(([what, count]) => `${what}: ${count}`);
  }

  toString(): string {
    return [...this.#counts]
      .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
      .map(([what, count]) => `${what} ${count}`)
      .join(', ');
  }
}

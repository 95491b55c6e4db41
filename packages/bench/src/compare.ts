const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

interface Comparing {
  readonly rounds: number;
  /** Rounds before anything is measured. */
  readonly warmUp: number;
  /** The ratio that is aimed at. */
  readonly atMost: number;
}

/** Runs the graph and its limit in turn, so that what else the machine does meets both, and prints their medians. */
export async function compare(
  name: string,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  { rounds, warmUp, atMost }: Comparing = { rounds: 30, warmUp: 6, atMost: 1.5 },
): Promise<void> {
  for (let round = 0; round < warmUp; round += 1) {
    await theirs();
    await ours();
  }
  const [graph, hand]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    hand.push(await timed(theirs));
    graph.push(await timed(ours));
  }
  const [one, other] = [median(graph), median(hand)];
  console.log(
    `  ${name.padEnd(42)} graph ${one.toFixed(1).padStart(7)} ms   by hand ${other.toFixed(1).padStart(7)} ms   ratio ${(one / other).toFixed(2)}, at most ${atMost}`,
  );
}

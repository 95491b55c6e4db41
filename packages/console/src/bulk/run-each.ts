/** What became of one row: done, or why not. */
export interface Result<Row> {
  readonly row: Row;
  readonly problem: string | null;
}

interface Run<Row> {
  /** Carries it out for one row; throws where it cannot be done. */
  readonly work: (row: Row) => Promise<unknown>;
  /** What an error says to whoever reads it. */
  readonly explain: (error: unknown) => string;
  /** Told after each row. */
  readonly tell: (result: Result<Row>) => void;
  /** Whether to begin no further row. */
  readonly stopped: () => boolean;
}

const AT_ONCE = 4;

/** Does the same with each row, a few at a time. One that fails stops no other. */
export async function runEach<Row>(rows: readonly Row[], { work, explain, tell, stopped }: Run<Row>): Promise<void> {
  const queue = [...rows];
  const worker = async (): Promise<void> => {
    for (let row = queue.shift(); row !== undefined && !stopped(); row = queue.shift()) {
      try {
        await work(row);
        tell({ row, problem: null });
      } catch (error) {
        tell({ row, problem: explain(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

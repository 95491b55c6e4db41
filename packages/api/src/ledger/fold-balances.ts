import type pg from 'pg';

const deltasAtOnce = 20_000;

/**
 * Folds what postings appended into the balances, until nothing is left or it is told to stop; answers the number of rows
 * folded. Reports read balances and what is not folded yet together, so that nothing depends on when this runs.
 */
export async function foldBalances(pool: pg.Pool, stopped = () => false): Promise<number> {
  let folded = 0;
  while (!stopped()) {
    const { rows } = await pool.query<{ folded: number }>('select fold_balances($1) as folded', [deltasAtOnce]);
    const now = rows[0]?.folded ?? 0;
    folded += now;
    if (now < deltasAtOnce) return folded;
  }
  return folded;
}

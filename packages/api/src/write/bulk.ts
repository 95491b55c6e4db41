import type { Transaction } from './operation.ts';

/** How long a transaction may take that writes thousands of rows. */
export const bulkMilliseconds = 5 * 60_000;
const statementMilliseconds = 60_000;

/**
 * Tells the server that the rest of a transaction is bulk work. Statements may take longer, and plans are made anew and by
 * index: what the server knows of its tables is from before, when they may have held next to nothing, and a trigger that
 * reads a table from end to end for each of thousands of rows takes minutes.
 */
export async function beginBulk(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    select set_config('statement_timeout', ${String(statementMilliseconds)}, true),
      set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)`;
}

/**
 * Runs statements that join what they have gathered themselves, of which the server can only guess how much it is: never
 * row by row.
 */
export async function joiningMuch<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`select set_config('enable_nestloop', 'off', true)`;
  const result = await work();
  await tx.$executeRaw`select set_config('enable_nestloop', 'on', true)`;
  return result;
}

/**
 * Runs statements of which each row is looked up in other tables by the server, as foreign keys are: the look-ups are
 * planned anew once, by index, and not again for each of thousands of rows, which takes four times as long as looking up.
 */
export async function lookingUpMuch<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`discard plans`;
  await tx.$executeRaw`select set_config('plan_cache_mode', 'auto', true)`;
  const result = await work();
  await tx.$executeRaw`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
  return result;
}

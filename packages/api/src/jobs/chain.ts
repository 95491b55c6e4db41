import type { App } from '../app.ts';
import { linkPending } from '../audit/link-pending.ts';
import { foldBalances, linkEntries } from '../ledger/index.ts';
import { type RunningJob, startRounds } from './rounds.ts';

const lookEveryMilliseconds = 1_000;

/** What is done behind the back of whoever writes, and what is said where it cannot be. */
const tasks = [
  [linkPending, 'The audit log could not be linked; trying again soon.'],
  [linkEntries, 'The entries of the books could not be linked; trying again soon.'],
  [foldBalances, 'The balances of the books could not be folded; trying again soon.'],
] as const;

/**
 * Links what happens into the chains over the audit log and the books, and folds what was posted into the balances, within
 * a second or two. Every process may run it: they take turns at locks in the database. `stop` waits for what is under way.
 */
export function startChainJob(app: App): RunningJob {
  return startRounds(lookEveryMilliseconds, async (stopped) => {
    for (const [work, failure] of tasks)
      await work(app.pool, stopped).catch((error: unknown) => app.log.error({ err: error }, failure));
  });
}

import type { App } from '../app.ts';
import { linkPending } from '../audit/link-pending.ts';

const lookEveryMilliseconds = 1_000;

/**
 * Links what happens into the chain over the audit log, within a second or two. Every process may run it: they take turns
 * at a lock in the database. `stop` waits for the links that are under way.
 */
export function startChainJob(app: App): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    await linkPending(app.pool, () => stopped).catch((error: unknown) =>
      app.log.error({ err: error }, 'The audit log could not be linked; trying again soon.'),
    );
    if (!stopped) timer = setTimeout(start, lookEveryMilliseconds).unref();
  };
  let running = Promise.resolve();
  const start = (): void => {
    running = round();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

import type { App } from '../app.ts';
import { runExports } from '../exports/index.ts';
import { schema } from '../schema.ts';
import { type RunningJob, startRounds } from './rounds.ts';

/** Often, since somebody may be waiting at the screen. */
const lookEveryMilliseconds = 400;
/** Exports that one process makes at a time: a large one is not to keep everybody else waiting. */
const atOnce = 3;

/** Makes the exports that wait until none does, or until it is stopped. */
export const makeExports = (app: App, stopped = () => false): Promise<void> => runExports(app, schema, stopped);

/** Makes the exports that somebody asked for, and takes away old ones. `stop` puts back those under way. */
export function startExportJobs(app: App): RunningJob {
  const lanes = Array.from({ length: atOnce }, () =>
    startRounds(lookEveryMilliseconds, (stopped) =>
      makeExports(app, stopped).catch((error: unknown) =>
        app.log.error({ err: error }, 'Exports could not be looked through; trying again soon.'),
      ),
    ),
  );
  return {
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

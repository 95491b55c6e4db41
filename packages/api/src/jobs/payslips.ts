import type { App } from '../app.ts';
import { drawArchives } from '../payslip/archive/draw-archives.ts';
import type { RunningJob } from './midnight.ts';

const lookEveryMilliseconds = 1_000;

/** Draws the files of payslips that somebody asked for, and takes away old ones. `stop` waits for the payslips under way. */
export function startPayslipJob(app: App): RunningJob {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    await drawArchives(app, () => stopped).catch((error: unknown) =>
      app.log.error({ err: error }, 'Payslips could not be drawn; trying again soon.'),
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

import type { App } from '../app.ts';
import { drawArchives } from '../payslip/archive/draw-archives.ts';
import { type RunningJob, startRounds } from './rounds.ts';

const lookEveryMilliseconds = 1_000;

/** Draws the files of payslips that somebody asked for, and takes away old ones. `stop` waits for the payslips under way. */
export function startPayslipJob(app: App): RunningJob {
  return startRounds(lookEveryMilliseconds, (stopped) =>
    drawArchives(app, stopped).catch((error: unknown) =>
      app.log.error({ err: error }, 'Payslips could not be drawn; trying again soon.'),
    ),
  );
}

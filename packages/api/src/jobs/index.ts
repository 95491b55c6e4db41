/** What runs by itself in a process that serves. */
import type { App } from '../app.ts';
import { startChainJob } from './chain.ts';
import { startExportJobs } from './exports.ts';
import { startMailJob } from './mail.ts';
import { startMidnightJob } from './midnight.ts';
import { startPayslipJob } from './payslips.ts';
import type { RunningJob } from './rounds.ts';

export function startJobs(app: App): RunningJob {
  const jobs = [
    startMidnightJob(app),
    startMailJob(app),
    startChainJob(app),
    startPayslipJob(app),
    startExportJobs(app),
  ];
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

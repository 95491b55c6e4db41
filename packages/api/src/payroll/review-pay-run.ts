import { checkReview } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { faultsOfItems } from './changed-inputs.ts';
import { runStates } from './run-input.ts';

export const reviewPayRun = command('reviewPayRun', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('review'),
  versioned: true,
  title: {
    en: 'Pass on for approval',
    sv: 'Skicka för godkännande',
    de: 'Zur Genehmigung geben',
    hu: 'Jóváhagyásra küldés',
    sl: 'Pošlji v odobritev',
  },
  description:
    'Says that the run was looked through. Deviations from the period before, and people who are not paid, are passed on with a word on them.',
  input: {
    runId: input.id('PayRun', 'Run that was looked through.'),
    note: optional(input.text('What is behind the deviations, and of those who are not paid.')),
  },
  run: async ({ runId, note }, { tx, viewer, now }) => {
    const run = await tx.payRun.findUniqueOrThrow({ where: { id: runId } });
    const { employeeCount, deviationCount, errorCount } = run;
    const faults = [
      ...checkReview({ employeeCount, toExplain: deviationCount + errorCount, note }),
      ...(await faultsOfItems(tx, run)),
    ];
    if (faults.length > 0) return refused(...faults);
    await tx.payRun.update({
      where: { id: runId },
      data: { status: 'REVIEWED', reviewNote: note, reviewedById: viewer.userId, reviewedAt: now },
    });
    return done(runId);
  },
});

import { command, done } from '../command.ts';
import { input } from '../write/input.ts';
import { runStates } from './run-input.ts';

export const sendPayRunBack = command('sendPayRunBack', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('sendBack'),
  versioned: true,
  title: { en: 'Send back', sv: 'Skicka tillbaka', de: 'Zurückgeben', hu: 'Visszaküldés', sl: 'Vrni v pripravo' },
  description: 'Gives a run back to be calculated again; an approval is void.',
  input: {
    runId: input.id('PayRun', 'Run to be calculated again.'),
    reason: input.text('What is to be mended.'),
  },
  run: async ({ runId }, { tx }) => {
    await tx.payRun.update({
      where: { id: runId },
      data: {
        status: 'CALCULATED',
        reviewNote: null,
        reviewedById: null,
        reviewedAt: null,
        approvedById: null,
        approvedAt: null,
      },
    });
    return done(runId);
  },
});

import { command, done, refused } from '../command.ts';
import { dateOf, dayOf } from '../people/index.ts';
import { input } from '../write/input.ts';
import { runStates } from './run-input.ts';

export const recordPayRunPaid = command('recordPayRunPaid', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('pay'),
  versioned: true,
  title: {
    en: 'Record as paid',
    sv: 'Registrera som utbetald',
    de: 'Als bezahlt vermerken',
    hu: 'Kifizetés rögzítése',
    sl: 'Zabeleži izplačilo',
  },
  description: 'Says that what a final run owes to its people was paid out.',
  input: {
    runId: input.id('PayRun', 'Final run.'),
    paidOn: input.date('Day on which it was paid out.', { defaultFrom: 'payOn' }),
  },
  run: async ({ runId, paidOn }, { tx }) => {
    const { finalizedAt } = await tx.payRun.findUniqueOrThrow({ where: { id: runId } });
    if (finalizedAt !== null && paidOn < dayOf(finalizedAt))
      return refused({
        code: 'PAID_BEFORE_FINAL',
        message: 'A run is paid on the day on which it became final, or later.',
        path: ['paidOn'],
      });
    await tx.payRun.update({ where: { id: runId }, data: { status: 'PAID', paidOn: dateOf(paidOn) } });
    return done(runId);
  },
});

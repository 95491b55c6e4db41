import { command, done } from '../command.ts';
import { input } from '../write/input.ts';
import { clearCalculations } from './calculate/write-calculations.ts';
import { runStates } from './run-input.ts';

export const cancelPayRun = command('cancelPayRun', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('cancel'),
  destructive: true,
  title: { en: 'Throw away', sv: 'Makulera', de: 'Verwerfen', hu: 'Elvetés', sl: 'Zavrzi' },
  description: 'Throws a run away that is not final. Its items wait for another.',
  confirmation: {
    en: 'Throw this run away?',
    sv: 'Makulera körningen?',
    de: 'Diesen Lauf verwerfen?',
    hu: 'Elveti ezt a futást?',
    sl: 'Zavržete ta obračun?',
  },
  input: {
    runId: input.id('PayRun', 'Run to throw away.'),
    reason: input.text('Why it is thrown away.'),
  },
  run: async ({ runId }, { tx }) => {
    await clearCalculations(tx, runId);
    await tx.payRun.update({ where: { id: runId }, data: { status: 'CANCELLED' } });
    return done(runId);
  },
});

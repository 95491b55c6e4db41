import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';

export const unlockSubledger = command('unlockSubledger', {
  entity: 'PeriodLock',
  record: 'periodLockId',
  versioned: true,
  title: {
    en: 'Unlock',
    sv: 'Lås upp',
    de: 'Entsperren',
    hu: 'Feloldás',
    sl: 'Odkleni',
  },
  description: 'Lets the subledger take entries in the period again.',
  input: {
    periodLockId: input.id('PeriodLock', 'The lock.'),
    reason: input.text('Why it is unlocked.'),
  },
  run: async ({ periodLockId }, { tx, now }) => {
    const { releasedAt } = await tx.periodLock.findUniqueOrThrow({ where: { id: periodLockId } });
    if (releasedAt !== null)
      return refused({ code: 'WRONG_STATE', message: 'The lock was taken away already.', path: ['periodLockId'] });
    await tx.periodLock.update({ where: { id: periodLockId }, data: { releasedAt: now } });
    return done(periodLockId);
  },
});

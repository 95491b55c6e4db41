import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';

export const revokeLockException = command('revokeLockException', {
  entity: 'LockException',
  record: 'lockExceptionId',
  versioned: true,
  title: {
    en: 'Take back',
    sv: 'Återkalla',
    de: 'Zurücknehmen',
    hu: 'Visszavonás',
    sl: 'Prekliči',
  },
  description: 'Takes leave to post into a locked subledger back before it ends.',
  input: {
    lockExceptionId: input.id('LockException', 'The exception.'),
  },
  run: async ({ lockExceptionId }, { tx, now }) => {
    const { revokedAt } = await tx.lockException.findUniqueOrThrow({ where: { id: lockExceptionId } });
    if (revokedAt !== null)
      return refused({ code: 'WRONG_STATE', message: 'It was taken back already.', path: ['lockExceptionId'] });
    await tx.lockException.update({ where: { id: lockExceptionId }, data: { revokedAt: now } });
    return done(lockExceptionId);
  },
});

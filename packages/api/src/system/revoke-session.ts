import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';

export const revokeSession = command('revokeSession', {
  entity: 'Session',
  record: 'sessionId',
  title: {
    en: 'Sign out',
    sv: 'Logga ut',
    de: 'Abmelden',
    hu: 'Kijelentkeztetés',
    sl: 'Odjavi',
  },
  description: 'Ends a session: your own on another browser, or somebody else’s.',
  confirmation: {
    en: 'End this session?',
    sv: 'Avsluta sessionen?',
    de: 'Diese Sitzung beenden?',
    hu: 'Befejezi ezt a munkamenetet?',
    sl: 'Končam to sejo?',
  },
  destructive: true,
  input: { sessionId: input.id('Session', 'The session.') },
  run: async ({ sessionId }, { tx, now }) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0)
      return refused({ code: 'ENDED_ALREADY', message: 'This session has ended already.', path: ['sessionId'] });
    return done(sessionId);
  },
});

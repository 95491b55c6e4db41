import { command, done } from '../command.ts';
import { input, optional } from '../write/input.ts';

export const revokeUserSessions = command('revokeUserSessions', {
  entity: 'User',
  record: 'userId',
  title: {
    en: 'Sign out everywhere',
    sv: 'Logga ut överallt',
    de: 'Überall abmelden',
    hu: 'Kijelentkeztetés mindenhol',
    sl: 'Odjavi povsod',
  },
  description: 'Ends every session of a user. They can sign in again.',
  confirmation: {
    en: 'End every session of this user?',
    sv: 'Avsluta alla användarens sessioner?',
    de: 'Alle Sitzungen dieses Benutzers beenden?',
    hu: 'Befejezi a felhasználó összes munkamenetét?',
    sl: 'Končam vse seje tega uporabnika?',
  },
  destructive: true,
  input: {
    userId: input.id('User', 'Whose sessions end.'),
    reason: optional(input.text('Why.')),
  },
  run: async ({ userId }, { tx, now }) => {
    await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    return done(userId);
  },
});

import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';

export const endUserIdentity = command('endUserIdentity', {
  entity: 'UserIdentity',
  record: 'userIdentityId',
  title: {
    en: 'Take the link away',
    sv: 'Ta bort kopplingen',
    de: 'Verknüpfung lösen',
    hu: 'Kapcsolat megszüntetése',
    sl: 'Odstrani povezavo',
  },
  description:
    'Ends the link of a user with an account at an identity provider, with the sessions and roles that came by it. It is not made anew by itself.',
  confirmation: {
    en: 'Take the link away? The provider lets this user in no longer.',
    sv: 'Vill du ta bort kopplingen? Leverantören släpper inte längre in användaren.',
    de: 'Verknüpfung lösen? Der Anbieter lässt diesen Benutzer dann nicht mehr ein.',
    hu: 'Megszünteti a kapcsolatot? A szolgáltató többé nem lépteti be ezt a felhasználót.',
    sl: 'Odstranim povezavo? Ponudnik tega uporabnika ne bo več spustil noter.',
  },
  destructive: true,
  input: {
    userIdentityId: input.id('UserIdentity', 'The link.'),
    reason: optional(input.text('Why.')),
  },
  run: async ({ userIdentityId }, { tx, now }) => {
    const { count } = await tx.userIdentity.updateMany({
      where: { id: userIdentityId, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0)
      return refused({ code: 'ENDED_ALREADY', message: 'This link has ended already.', path: ['userIdentityId'] });
    return done(userIdentityId);
  },
});

import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';

export const endRoleGrant = command('endRoleGrant', {
  entity: 'RoleGrant',
  record: 'roleGrantId',
  title: {
    en: 'End',
    sv: 'Avsluta',
    de: 'Beenden',
    hu: 'Megszüntetés',
    sl: 'Končaj',
  },
  description: 'Ends a role of somebody else, now or at an instant to come. It ends for what they are doing, too.',
  confirmation: {
    en: 'End this role?',
    sv: 'Avsluta rollen?',
    de: 'Diese Rolle beenden?',
    hu: 'Megszünteti ezt a szerepkört?',
    sl: 'Končam to vlogo?',
  },
  destructive: true,
  versioned: true,
  input: {
    roleGrantId: input.id('RoleGrant', 'The role grant.'),
    untilAt: optional(input.instant('When the role ends; now, where left out.')),
    reason: optional(input.text('Why.')),
  },
  run: async ({ roleGrantId, untilAt }, { tx, now }) => {
    const grant = await tx.roleGrant.findUniqueOrThrow({ where: { id: roleGrantId } });
    if (grant.untilAt && grant.untilAt <= now)
      return refused({ code: 'ENDED_ALREADY', message: 'This role has ended already.', path: ['roleGrantId'] });
    if (untilAt && untilAt < now)
      return refused({
        code: 'END_IN_PAST',
        message: 'A role cannot have ended before it was taken away.',
        path: ['untilAt'],
      });
    if (untilAt && untilAt < grant.fromAt)
      return refused({ code: 'END_BEFORE_START', message: 'The end is before the beginning.', path: ['untilAt'] });
    // By the clock that decides who holds what; a grant to come is never held at all.
    await tx.$executeRaw`
      update role_grant set until_at = coalesce(${untilAt}::timestamptz, greatest(from_at, now())) where id = ${roleGrantId}::uuid`;
    return done(roleGrantId);
  },
});

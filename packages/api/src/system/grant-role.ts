import { command, done, refused } from '../command.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';

export const grantRole = command('grantRole', {
  entity: 'RoleGrant',
  company: async ({ companyId }) => companyId,
  title: {
    en: 'Grant a role',
    sv: 'Tilldela en roll',
    de: 'Rolle zuweisen',
    hu: 'Szerepkör adása',
    sl: 'Dodeli vlogo',
  },
  description: 'Gives somebody else a role, for one company or for all, from an instant to an instant.',
  input: {
    userId: input.id('User', 'Who gets the role.'),
    role: input.choice('Role', 'The role.'),
    companyId: optional(input.id('Company', 'Company that the role is for; all, where left out.')),
    fromAt: optional(input.instant('From when the role is held; from now, where left out.')),
    untilAt: optional(input.instant('Until when the role is held; without end, where left out.')),
  },
  run: async ({ userId, role, companyId, fromAt, untilAt }, { tx, viewer, now }) => {
    if (userId === viewer.userId)
      return refused({
        code: 'OWN_GRANT',
        message: 'Nobody grants a role to themselves; ask another administrator.',
        path: ['userId'],
      });
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { active: true } });
    if (!user.active)
      return refused({
        code: 'USER_INACTIVE',
        message: 'This user is out of use. Bring the user back first.',
        path: ['userId'],
      });
    if (fromAt && fromAt < now)
      return refused({
        code: 'FROM_IN_PAST',
        message: 'A role cannot have been held before it was granted.',
        path: ['fromAt'],
      });
    if (untilAt && untilAt <= (fromAt ?? now))
      return refused({ code: 'END_BEFORE_START', message: 'The end is not after the beginning.', path: ['untilAt'] });
    const grant = await tx.roleGrant.create({
      data: { userId, role: role as Role, companyId, untilAt, ...(fromAt && { fromAt }) },
      select: { id: true },
    });
    return done(grant.id);
  },
});

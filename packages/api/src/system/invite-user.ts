import { command, done } from '../command.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { input, many, optional } from '../write/input.ts';

export const inviteUser = command('inviteUser', {
  entity: 'User',
  // Roles for one company are given by whoever administers it; everything else by an administrator for all.
  company: async ({ companyId }) => companyId,
  title: {
    en: 'Invite somebody',
    sv: 'Bjud in någon',
    de: 'Jemanden einladen',
    hu: 'Meghívás',
    sl: 'Povabi osebo',
  },
  description: 'Makes a user with roles and sends them a mail with a link to choose a password.',
  input: {
    email: input.text('Mail address to sign in with.', { format: 'email', maxLength: 254 }),
    name: input.text('Name shown beside what the user does.', { maxLength: 200 }),
    language: optional(
      input.text('Language of the console: en, sv, de, hu or sl. Yours, where left out.', { format: 'language' }),
    ),
    personId: optional(input.id('Person', 'The human being behind the sign-in.')),
    roles: optional(many(input.choice('Role', 'Roles to begin with; others can be granted later.'))),
    companyId: optional(input.id('Company', 'Company that the roles are for; all, where left out.')),
  },
  run: async ({ email, name, language, personId, roles, companyId }, { tx, viewer }) => {
    const user = await tx.user.create({
      data: { email: email.toLowerCase(), name, language: language ?? viewer.language, personId },
      select: { id: true, email: true },
    });
    const granted = [...new Set((roles ?? []) as readonly Role[])];
    await tx.roleGrant.createMany({ data: granted.map((role) => ({ userId: user.id, role, companyId })) });
    await tx.mail.create({
      data: { kind: 'INVITATION', recipient: user.email, sender: viewer.userId && viewer.name },
      select: { id: true },
    });
    return done(user.id);
  },
});

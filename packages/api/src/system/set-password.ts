import type { Context } from '../context.ts';
import { input, optional } from '../write/input.ts';
import { operate, Refused } from '../write/operation.ts';
import { accountMutation, payload, secret } from './account-mutation.ts';
import { demand, limits, placeOf, take } from './attempt-limit.ts';
import { type Account, acting, openSession } from './open-session.ts';
import { checkPassword, companyNames, hashPassword } from './password.ts';
import { demandSecondFactor } from './second-factor.ts';
import { signedInPayload } from './sign-in.ts';
import { linkRefusal, tokenHashOf } from './sign-in-link.ts';

/**
 * The answer and the time that it takes are the same for every address: that there is such a user is found out when the
 * mail is written.
 */
async function requestPasswordReset(context: Context, { email }: { email: string }): Promise<object> {
  const recipient = email.toLowerCase();
  await demand(context, [[limits.resetAddress, placeOf(context)]]);
  const { allowed } = await take(context.app, limits.resetAccount, recipient);
  const deed = { viewer: acting(context, null, recipient), command: 'requestPasswordReset' };
  await operate(context.app, deed, async ({ tx }) => {
    if (allowed) await tx.mail.create({ data: { kind: 'PASSWORD_RESET', recipient }, select: { id: true } });
  });
  return {};
}

accountMutation({
  name: 'requestPasswordReset',
  description:
    'Sends a link to choose a new password, if the address is that of a user. The answer is always the same.',
  input: { email: input.text('Mail address of the user.', { format: 'email', maxLength: 254 }) },
  secrets: {},
  payload: payload('RequestPasswordResetPayload', 'Nothing, where the address is one at all.'),
  run: requestPasswordReset,
});

interface Link {
  readonly id: string;
  readonly user: Account | null;
}

async function findLink(context: Context, token: string): Promise<Link | null> {
  return context.app.prisma.signInLink.findFirst({
    where: { tokenHash: tokenHashOf(token), usedAt: null, expiresAt: { gt: new Date() }, user: { active: true } },
    select: { id: true, user: { select: { id: true, email: true, name: true, language: true } } },
  });
}

async function setPassword(
  context: Context,
  given: { token: string; password: string; code: string | null },
): Promise<{ user: Account }> {
  await demand(context, [[limits.linkAddress, placeOf(context)]]);
  const link = await findLink(context, given.token);
  if (!link?.user) throw new Refused([linkRefusal]);
  const { user } = link;
  // A password that will not do leaves the link as it is, for the next one.
  const rejections = await checkPassword(given.password, user, await companyNames(context.app));
  if (rejections.length > 0) throw new Refused(rejections);
  // Whoever reads somebody's mail does not have their device.
  await demandSecondFactor(context, { ...acting(context, user, user.email), userId: user.id }, given.code);
  const passwordHash = await hashPassword(given.password);
  const deed = { viewer: acting(context, user, user.email), command: 'setPassword' };
  const sendCookie = await operate(context.app, deed, async ({ tx, now }) => {
    const unused = { id: link.id, usedAt: null, expiresAt: { gt: now } };
    const { count } = await tx.signInLink.updateMany({ where: unused, data: { usedAt: now } });
    if (count === 0) throw new Refused([linkRefusal]);
    await tx.user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
    return openSession(tx, context, user);
  });
  sendCookie();
  return { user };
}

accountMutation({
  name: 'setPassword',
  description:
    'Sets a password by the link of an invitation or of a forgotten password, and signs in. A link works once.',
  input: {},
  secrets: {
    token: secret('Token of the link.'),
    password: secret('Password to sign in with from now on.'),
    code: optional(secret('Code that your device shows, or a recovery code, where you have a second factor.')),
  },
  payload: signedInPayload('SetPasswordPayload'),
  run: setPassword,
});

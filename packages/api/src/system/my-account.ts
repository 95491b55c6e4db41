import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import type { Viewer } from '../viewer.ts';
import { input } from '../write/input.ts';
import { operate, Refused } from '../write/operation.ts';
import { accountMutation, secret } from './account-mutation.ts';
import { demand, limits, placeOf } from './attempt-limit.ts';
import { type Account, openSession } from './open-session.ts';
import { checkPassword, companyNames, hashPassword, matchesPassword } from './password.ts';
import { signedInPayload } from './sign-in.ts';

type Owner = Viewer & { readonly userId: string };

export function requireUser(context: Context): Owner {
  const viewer = requireViewer(context);
  const { userId } = viewer;
  if (userId === null) throw forbidden('You have no account of your own.');
  return { ...viewer, userId };
}

/** The owner of an account, signed in: what keeps an account safe is not for programs. */
export function requireOwner(context: Context, what: string): Owner {
  const viewer = requireUser(context);
  if (viewer.channel !== 'console') throw forbidden(`Sign in to ${what}; a token cannot.`);
  return viewer;
}

/** Refuses unless the password is the owner's own as it stands. */
export async function demandPassword(context: Context, { userId, email }: Owner, password: string): Promise<void> {
  await demand(context, [[limits.signInHere, `${email} ${placeOf(context)}`]]);
  const { passwordHash } = await context.app.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  if (!(await matchesPassword(passwordHash, password)))
    throw new Refused([
      { code: 'PASSWORD_WRONG', message: 'This is not your password as it stands.', path: ['currentPassword'] },
    ]);
}

const account = { id: true, email: true, name: true, language: true } as const;

async function updateMyLanguage(context: Context, { language }: { language: string }): Promise<{ user: Account }> {
  const viewer = requireUser(context);
  const user = await operate(context.app, { viewer, command: 'updateMyLanguage' }, ({ tx }) =>
    tx.user.update({ where: { id: viewer.userId }, data: { language }, select: account }),
  );
  return { user };
}

accountMutation({
  name: 'updateMyLanguage',
  description: 'Sets the language that you read the console and your mail in.',
  input: { language: input.text('One of en, sv, de, hu and sl.', { format: 'language' }) },
  secrets: {},
  payload: signedInPayload('UpdateMyLanguagePayload'),
  run: updateMyLanguage,
});

async function changeMyPassword(
  context: Context,
  given: { currentPassword: string; password: string },
): Promise<{ user: Account }> {
  const viewer = requireOwner(context, 'change your password');
  const { app } = context;
  await demandPassword(context, viewer, given.currentPassword);
  const rejections = await checkPassword(given.password, viewer, await companyNames(app));
  if (rejections.length > 0) throw new Refused(rejections);
  const passwordHash = await hashPassword(given.password);
  const opened = await operate(app, { viewer, command: 'changeMyPassword' }, async ({ tx }) => {
    const user = await tx.user.update({ where: { id: viewer.userId }, data: { passwordHash }, select: account });
    return { user, sendCookie: await openSession(tx, context, user) };
  });
  opened.sendCookie();
  return { user: opened.user };
}

accountMutation({
  name: 'changeMyPassword',
  description: 'Changes your password. Every other session of yours ends.',
  input: {},
  secrets: { currentPassword: secret('Your password as it stands.'), password: secret('Password from now on.') },
  payload: signedInPayload('ChangeMyPasswordPayload'),
  run: changeMyPassword,
});

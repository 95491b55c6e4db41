import { parseEmail } from '@kontor/core';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { optional } from '../write/input.ts';
import { operate, Refused } from '../write/operation.ts';
import { accountMutation, payload, type Refusable, secret } from './account-mutation.ts';
import { demand, limits, placeOf, takeAll } from './attempt-limit.ts';
import { type Account, acting, forgetSession, openSession } from './open-session.ts';
import { matchesPassword } from './password.ts';
import { demandSecondFactor } from './second-factor.ts';
import { CurrentUser } from './viewer.ts';

/** The user who is signed in now, or why nobody is. */
export interface SignedIn extends Refusable {
  readonly user?: Account;
}

/** A payload that holds whoever has signed in. */
export function signedInPayload(name: string) {
  const made = payload<SignedIn>(name, 'Who has signed in, or why not.');
  builder.objectField(made, 'user', (t) =>
    t.field({
      type: CurrentUser,
      nullable: true,
      description: 'The user; null where it failed.',
      resolve: (signedIn) => signedIn.user ?? null,
    }),
  );
  return made;
}

/** What the log is told was typed. Nothing that is no mail address: it may be a password in the wrong field. */
const typed = (email: string): string => (parseEmail(email).ok ? email.slice(0, 254) : 'no mail address');

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code: string | null;
}

/**
 * The user whose password this is. An account that was tried too often is answered as a wrong password is, in body and in
 * time: nobody learns whether there is such a user, nor that they have been locked out and may stop guessing. The log
 * tells, to the administrators and, where there is such a user, to them.
 */
async function userOf(context: Context, email: string, password: string) {
  const { app } = context;
  await demand(context, [[limits.signInAddress, placeOf(context)]]);
  const isOpen = await takeAll(context, [
    [limits.signInHere, `${email} ${placeOf(context)}`],
    [limits.signInAccount, email],
  ]);
  const user = await app.prisma.user.findUnique({ where: { email } });
  const matches = await matchesPassword(user?.passwordHash, password);
  if (isOpen && matches && user?.active) return user;
  const command = isOpen ? 'signInFailed' : 'signInLocked';
  await operate(app, { viewer: acting(context, user, typed(email)), command }, async () => undefined);
  throw new Refused([
    { code: 'SIGN_IN_FAILED', message: 'The address and the password do not go together.', path: [] },
  ]);
}

async function signIn(context: Context, given: Credentials): Promise<{ user: Account }> {
  const { app } = context;
  const email = given.email.trim().toLowerCase();
  const user = await userOf(context, email, given.password);
  const viewer = { ...acting(context, user, email), userId: user.id };
  await demandSecondFactor(context, viewer, given.code);
  const deed = { viewer, command: 'signIn' };
  const sendCookie = await operate(app, deed, ({ tx }) => openSession(tx, context, user));
  sendCookie();
  return { user };
}

accountMutation({
  name: 'signIn',
  description:
    'Opens a session; the answer sets its cookie. Where the user has a second factor, it is refused with SECOND_FACTOR_REQUIRED until a code comes with the password.',
  input: {},
  secrets: {
    email: secret('Mail address of the user.'),
    password: secret('Password of the user.'),
    code: optional(secret('Code that the device of the user shows, or a recovery code.')),
  },
  payload: signedInPayload('SignInPayload'),
  run: signIn,
});

builder.mutationField('signOut', (t) =>
  t.field({
    type: payload('SignOutPayload', 'Nothing, where all went well.'),
    description: 'Ends the session.',
    resolve: async (_root, _args, context) => {
      const { viewer, app } = context;
      const sessionId = viewer?.channel === 'console' ? viewer.sessionId : null;
      if (viewer && sessionId)
        await operate(app, { viewer, command: 'signOut' }, ({ tx }) =>
          tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } }),
        );
      forgetSession(context);
      return { refusals: [] };
    },
  }),
);

import { hash, verify } from '@node-rs/argon2';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { UserError } from '../graph/user-error.ts';
import { cookieName, hashOfSecret, newSecret } from '../server/authenticate.ts';
import type { Refusal } from '../write/operation.ts';
import { CurrentUser, type SignedIn } from './viewer.ts';

/** A working day and some: nobody is signed out in the middle of it. */
const sessionHours = 12;

export const hashPassword = (password: string): Promise<string> => hash(password);

/** Compared when there is no such user, so that the answer takes as long. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$S29udG9yLW5vYm9keQ$JTAPlUM2lApuNxbmJQoqB4hvwkXvOuW0YO3zs8Ed7sE';

export const isSecure = (context: Context): boolean => context.app.address().startsWith('https:');

export function sessionCookie(context: Context, secret: string, seconds: number): string {
  const secure = isSecure(context);
  return `${cookieName(secure)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
}

/** Opens a session for a user and sends its cookie. */
export async function openSession(context: Context, userId: string): Promise<void> {
  const secret = newSecret();
  const seconds = sessionHours * 3600;
  await context.app.prisma.session.create({
    data: {
      userId,
      tokenHash: new Uint8Array(hashOfSecret(secret)),
      expiresAt: new Date(Date.now() + seconds * 1000),
      address: context.address,
      userAgent: context.request.headers.get('user-agent')?.slice(0, 300) ?? null,
    },
  });
  context.answerHeaders.append('set-cookie', sessionCookie(context, secret, seconds));
}

const refusal: Refusal = {
  code: 'SIGN_IN_FAILED',
  message: 'The address and the password do not go together.',
  path: [],
};

async function signIn(context: Context, email: string, password: string): Promise<SignedIn> {
  const { prisma } = context.app;
  const user = await prisma.user.findUnique({ where: { email: email.trim().toLowerCase() } });
  const matches = await verify(user?.passwordHash ?? nobodysHash, password).catch(() => false);
  if (!user?.passwordHash || !user.active || !matches) return { user: null, refusals: [refusal] };
  await openSession(context, user.id);
  return { user, refusals: [] };
}

const SignInInput = builder.inputType('SignInInput', {
  description: 'Who signs in.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Mail address of the user.' }),
    password: t.string({ required: true, description: 'Password of the user.' }),
  }),
});

export const SignInPayload = builder.objectRef<SignedIn>('SignInPayload').implement({
  description: 'Who has signed in, or why not.',
  fields: (t) => ({
    user: t.field({ type: CurrentUser, nullable: true, description: 'The user; null where it failed.', resolve: (signedIn) => signedIn.user }),
    userErrors: t.field({ type: [UserError], description: 'Why it failed.', resolve: (signedIn) => [...signedIn.refusals] }),
  }),
});

builder.mutationField('signIn', (t) =>
  t.field({
    type: SignInPayload,
    description: 'Opens a session; the answer sets its cookie.',
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Who signs in.' }) },
    resolve: (_root, { input }, context) => signIn(context, input.email, input.password),
  }),
);

builder.mutationField('signOut', (t) =>
  t.boolean({
    description: 'Ends the session.',
    resolve: async (_root, _args, context) => {
      const sessionId = context.viewer?.channel === 'console' ? context.viewer.sessionId : null;
      if (sessionId) await context.app.prisma.session.update({ where: { id: sessionId }, data: { revokedAt: new Date() } });
      context.answerHeaders.append('set-cookie', sessionCookie(context, '', 0));
      return sessionId !== null;
    },
  }),
);

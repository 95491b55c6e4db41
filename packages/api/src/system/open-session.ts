import { cookieName, hashOfSecret, newSecret } from '../server/authenticate.ts';
import type { Viewer } from '../viewer.ts';
import type { Transaction } from '../write/operation.ts';
import type { Arrival } from './arrival.ts';

/** A working day and some: nobody is signed out in the middle of it. */
const sessionHours = 12;
const sessionSeconds = sessionHours * 3600;

export const isSecure = (context: Pick<Arrival, 'app'>): boolean => context.app.address().startsWith('https:');

/** The cookie of the session; without a secret, the one that takes it away. */
function sessionCookie(context: Arrival, secret: string, seconds: number): string {
  const secure = isSecure(context);
  return `${cookieName(secure)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
}

export const forgetSession = (context: Arrival): unknown =>
  context.answerHeaders.append('set-cookie', sessionCookie(context, '', 0));

/** A user who is about to sign in, or has: what the audit log is told of them. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

/** Whoever acts before there is a session: named in the audit log, without any right. */
export const acting = (context: Arrival, user: Account | null, email: string): Viewer => ({
  userId: user?.id ?? null,
  email: user?.email ?? email,
  name: user?.name ?? email,
  language: user?.language ?? 'en',
  personId: null,
  employeeIds: [],
  grants: [],
  channel: 'console',
  address: context.address,
  sessionId: null,
});

/**
 * Opens a session, inside the operation that lets the user in. The session that the same browser had before ends: one
 * browser is one user. `identityProviderId` is who vouched, where no password was given. Answers what sends the cookie, to be called once the transaction has committed.
 */
export async function openSession(
  tx: Transaction,
  context: Arrival,
  user: Account,
  identityProviderId: string | null = null,
): Promise<() => void> {
  const secret = newSecret();
  const former = context.viewer?.channel === 'console' ? context.viewer.sessionId : null;
  if (former) await tx.session.updateMany({ where: { id: former, revokedAt: null }, data: { revokedAt: new Date() } });
  await tx.session.create({
    data: {
      userId: user.id,
      tokenHash: new Uint8Array(hashOfSecret(secret)),
      expiresAt: new Date(Date.now() + sessionSeconds * 1000),
      address: context.address,
      identityProviderId,
      userAgent: context.request.headers.get('user-agent')?.slice(0, 300) ?? null,
    },
  });
  await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() }, select: { id: true } });
  return () => {
    context.answerHeaders.append('set-cookie', sessionCookie(context, secret, sessionSeconds));
  };
}

import type { SignInLinkKind } from '../generated/prisma/enums.ts';
import { hashOfSecret, newSecret } from '../server/authenticate.ts';
import type { Refusal } from '../write/operation.ts';

const hour = 3_600_000;

/** How long a link may wait to be used. */
const linkMilliseconds: Readonly<Record<SignInLinkKind, number>> = {
  INVITATION: 7 * 24 * hour,
  PASSWORD_RESET: 2 * hour,
  SETUP: 24 * hour,
};

/** A link before it is kept. The secret goes into its address and nowhere else. */
interface NewLink {
  readonly secret: string;
  readonly row: { kind: SignInLinkKind; userId: string | null; tokenHash: Uint8Array<ArrayBuffer>; expiresAt: Date };
}

export function newLink(kind: SignInLinkKind, userId: string | null): NewLink {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + linkMilliseconds[kind]);
  return { secret, row: { kind, userId, tokenHash: tokenHashOf(secret), expiresAt } };
}

export const tokenHashOf = (secret: string): Uint8Array<ArrayBuffer> => new Uint8Array(hashOfSecret(secret));

/** Where somebody chooses a password, and where a new installation is set up. */
export const passwordAddress = (base: string, secret: string): string => `${base}/set-password?token=${secret}`;
export const setUpAddress = (base: string, secret: string): string => `${base}/set-up?token=${secret}`;

/** Used, expired, of somebody who is no longer let in, or never sent: nobody is told which. */
export const linkRefusal: Refusal = {
  code: 'LINK_NOT_VALID',
  message: 'This link was used already or is too old. Ask for a new one.',
  path: ['token'],
};

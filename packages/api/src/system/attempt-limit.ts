import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { networkOf, rateLimited, type Taken, takeFromBucket } from '../server/rate-limit.ts';

interface Limit {
  readonly name: string;
  /** How many may come at once. */
  readonly burst: number;
  /** After that, one in so many seconds. */
  readonly everySeconds: number;
}

/**
 * How often something may be tried that lets somebody in. One address may stand for an office of hundreds, and one account
 * must not be shut by a stranger from elsewhere: what is narrow is an account from an address.
 */
export const limits = {
  signInHere: { name: 'sign-in account at address', burst: 10, everySeconds: 30 },
  signInAccount: { name: 'sign-in account', burst: 100, everySeconds: 20 },
  signInAddress: { name: 'sign-in address', burst: 300, everySeconds: 1 },
  /** One code of a million is right three times over: a guess a minute takes years on average. */
  secondFactor: { name: 'second factor', burst: 6, everySeconds: 300 },
  resetAccount: { name: 'reset account', burst: 3, everySeconds: 600 },
  resetAddress: { name: 'reset address', burst: 30, everySeconds: 30 },
  providerAddress: { name: 'provider address', burst: 600, everySeconds: 1 },
  linkAddress: { name: 'link address', burst: 60, everySeconds: 10 },
} as const satisfies Readonly<Record<string, Limit>>;

/** A name of fixed length that does not tell the address of anybody. */
const keyOf = (limit: Limit, subject: string): string =>
  `${limit.name}:${createHash('sha256').update(subject).digest('base64url')}`;

/** Whether one more is allowed now, and if not, in how many seconds. */
export const take = (app: App, limit: Limit, subject: string): Promise<Taken> =>
  takeFromBucket(app, keyOf(limit, subject), limit.burst, 1 / limit.everySeconds);

/** Refuses where one of the limits is used up. */
export async function demand(
  context: Pick<Context, 'app'>,
  asked: readonly (readonly [limit: Limit, subject: string])[],
): Promise<void> {
  for (const [limit, subject] of asked) {
    const taken = await take(context.app, limit, subject);
    if (!taken.allowed) throw rateLimited(taken.retryAfterSeconds);
  }
}

/** Takes from every limit, whether or not an earlier one is used up: what is refused takes as long as what is not. */
export async function takeAll(
  context: Pick<Context, 'app'>,
  asked: readonly (readonly [limit: Limit, subject: string])[],
): Promise<boolean> {
  let allowed = true;
  for (const [limit, subject] of asked) allowed = (await take(context.app, limit, subject)).allowed && allowed;
  return allowed;
}

/** Where a request comes from, as far as a limit tells places apart. */
export const placeOf = (context: Pick<Context, 'address'>): string => networkOf(context.address);

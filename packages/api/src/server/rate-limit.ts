import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';

/** What a bucket answers: there was a token, or how long it takes until there is one. */
export type Taken = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Names are short and printable in the table, whatever they are made from. */
const keyOf = (bucket: string): string =>
  /^[\x20-\x7e]{1,200}$/.test(bucket) ? bucket : `sha256 ${createHash('sha256').update(bucket).digest('hex')}`;

/** What is in a bucket by now, before anything is taken. */
const content = (capacity: string, perSecond: string): string =>
  `least(${capacity}::float8, b.tokens + greatest(0, extract(epoch from clock_timestamp() - b.filled_at)) * ${perSecond}::float8)`;

const takeStatement = {
  name: 'take from a bucket',
  text: `insert into rate_limit as b (bucket, tokens, filled_at) values ($1, $2::float8 - 1, clock_timestamp())
    on conflict (bucket) do update set tokens = ${content('$2', '$3')} - 1, filled_at = clock_timestamp()
    where ${content('$2', '$3')} >= 1
    returning true`,
};

const lackStatement = {
  name: 'what a bucket lacks',
  text: `select (1 - ${content('$2', '$3')}) / $3::float8 as seconds from rate_limit b where b.bucket = $1`,
};

/**
 * Takes one token from a bucket that holds `capacity` at the most and gains `perSecond`. The bucket is a row of the
 * database, so every process counts in the same one; each call is a round trip, which suits what is rare, such as
 * signing in. A bucket that is empty is left as it is: asking again does not prolong the wait.
 */
export async function takeFromBucket(
  app: Pick<App, 'pool'>,
  bucket: string,
  capacity: number,
  perSecond: number,
): Promise<Taken> {
  const values = [keyOf(bucket), capacity, perSecond];
  const taken = await app.pool.query({ ...takeStatement, values });
  if (taken.rowCount !== 0) return { allowed: true };
  const { rows } = await app.pool.query<{ seconds: number }>({ ...lackStatement, values });
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(rows[0]?.seconds ?? 1)) };
}

/** The error of a request that came too soon. */
export const rateLimited = (retryAfterSeconds: number): KontorError =>
  new KontorError(
    'RATE_LIMITED',
    `Too much was asked in a short time. Try again in ${retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`}.`,
    { extensions: { retryAfterSeconds } },
  );

/**
 * The part of an address that one person has: an IPv4 address, or the first 64 bits of an IPv6 one, of which everybody
 * is given the rest.
 */
export function networkOf(address: string | null): string {
  if (address === null) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::', 2) ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

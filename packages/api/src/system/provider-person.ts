import { isLanguage, parseEmail } from '@kontor/core';
import type { Claims } from './provider-client.ts';

/** Somebody as an identity provider tells of them. */
export interface ProviderPerson {
  readonly subject: string;
  /** In small letters; null where it is none. */
  readonly email: string | null;
  /** Whether the provider has seen that the address is theirs. */
  readonly isVerified: boolean;
  readonly name: string;
  readonly language: string;
  readonly groups: ReadonlySet<string>;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** A claim by its name, or by its path, such as `realm_access.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (name in claims) return claims[name];
  return name
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], claims);
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => text(each) ?? []);

/** What is taken of the claims (OpenID Connect Core 1.0, section 5.1). What is not there brings no right. */
export function personOf(claims: Claims, groupsClaim: string): ProviderPerson {
  const address = text(claims['email']);
  const parsed = address === null ? null : parseEmail(address);
  const email = address !== null && address.length <= 254 && parsed?.ok ? address.toLowerCase() : null;
  const named = [text(claims['given_name']), text(claims['family_name'])].filter((part) => part !== null).join(' ');
  const [language = 'en'] = (text(claims['locale']) ?? 'en').toLowerCase().split(/[-_]/);
  return {
    subject: claims.sub,
    email,
    // Some providers send a text.
    isVerified: email !== null && (claims['email_verified'] === true || claims['email_verified'] === 'true'),
    name: (text(claims['name']) ?? (named || email) ?? claims.sub).slice(0, 200),
    language: isLanguage(language) ? language : 'en',
    groups: new Set(texts(claimAt(claims, groupsClaim))),
  };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import { grantsKey, type Viewer } from '../viewer.ts';
import { sign } from '../write/vault.ts';

const purpose = 'kontor: links to exports';

const signed = (app: App, id: string, expires: string): Promise<Buffer> => sign(app.env, purpose, `${id} ${expires}`);

/** An address from which one export can be fetched until an instant, by whoever has it. */
export async function exportLink(app: App, id: string, expiresAt: Date): Promise<string> {
  const expires = String(Math.floor(expiresAt.getTime() / 1000));
  const signature = (await signed(app, id, expires)).toString('base64url');
  return `${app.address()}/exports/${id}?${new URLSearchParams({ expires, signature })}`;
}

/** Refuses a link that was altered, then one that has ended. */
export async function verifyLink(app: App, id: string, query: URLSearchParams): Promise<void> {
  const expires = query.get('expires') ?? '';
  const given = Buffer.from(query.get('signature') ?? '', 'base64url');
  const right = await signed(app, id, expires);
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new KontorError(
      'LINK_INVALID',
      'This link is not one that was given out, or it was cut off on its way. Ask for a link with downloadExport.',
    );
  if (Number(expires) * 1000 <= Date.now())
    throw new KontorError('LINK_EXPIRED', 'This link has ended. Ask for a new one with downloadExport.');
}

/** Of the rights that a file was made with. */
export const hashOfRights = (viewer: Pick<Viewer, 'grants'>): Buffer =>
  createHash('sha256').update(grantsKey(viewer)).digest();

/**
 * Whether somebody holds all rights that a file was made with, and no others of the roles that it was asked for with; none
 * stands for all roles. A token that carries a part of its owner's roles gets no file that was made with the rest.
 */
export function holdsRightsOf(
  { grants }: Pick<Viewer, 'grants'>,
  { roles, rightsHash }: { readonly roles: readonly string[]; readonly rightsHash: Uint8Array | null },
): boolean {
  const held = { grants: roles.length === 0 ? grants : grants.filter(({ role }) => roles.includes(role)) };
  return rightsHash !== null && hashOfRights(held).equals(rightsHash);
}

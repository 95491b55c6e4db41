import { createHash, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { classes } from '../policy/classes.ts';
import type { ClassTable } from '../policy/grammar.ts';
import { grantsKey, type Viewer } from '../viewer.ts';
import { sign } from '../write/vault.ts';

/** What of a viewer decides what they read. */
type Reader = Pick<Viewer, 'grants' | 'personId' | 'employeeIds'>;

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

/** Everyone below some employees, at any depth, in an order of its own. */
const peopleBelow = {
  name: 'the people below whoever asked for an export',
  text: `with recursive below as (
      select id from employee where manager_id = any($1::uuid[])
      union
      select e.id from employee e join below on e.manager_id = below.id
    )
    select coalesce(string_agg(id::text, ' ' order by id), '') as ids from below`,
};

const rules: ClassTable = classes;

/** Whether a role is shown anything of the people below whoever holds it. */
const seesBelow = (role: Role): boolean =>
  Object.values(rules).some((of) => of[role]?.read === 'reports' || of[role]?.masked === 'reports');

/** Changes where older files are no longer to be had, as they are kept in another way. */
const edition = 2;

/**
 * Of what decides which rows and values somebody reads: the rights, whom they are about, and for a manager the people
 * below. As a client sees them: the file is of the moment of its snapshot.
 */
export async function hashOfRights(
  client: Pick<pg.Pool, 'query'>,
  { grants, personId, employeeIds }: Reader,
): Promise<Buffer> {
  const manages = employeeIds.length > 0 && grants.some(({ role }) => seesBelow(role));
  const below = manages
    ? (await client.query<{ ids: string }>({ ...peopleBelow, values: [employeeIds] })).rows[0]
    : null;
  const reach = [edition, grantsKey({ grants }), personId, [...employeeIds].sort(), below?.ids ?? null];
  return createHash('sha256').update(JSON.stringify(reach)).digest();
}

/**
 * Whether somebody holds all rights that a file was made with, and no others of the roles that it was asked for with; none
 * stands for all roles. A token that carries a part of its owner's roles gets no file that was made with the rest, and a
 * manager none that shows people who are no longer below them.
 */
export async function holdsRightsOf(
  client: Pick<pg.Pool, 'query'>,
  reader: Reader,
  { roles, rightsHash }: { readonly roles: readonly string[]; readonly rightsHash: Uint8Array | null },
): Promise<boolean> {
  const grants = roles.length === 0 ? reader.grants : reader.grants.filter(({ role }) => roles.includes(role));
  return rightsHash !== null && (await hashOfRights(client, { ...reader, grants })).equals(rightsHash);
}

import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { KontorError } from '../errors.ts';
import type { Channel, Grant, Viewer } from '../viewer.ts';

/** Prefix of API tokens, so that one that leaks is recognised. */
export const tokenPrefix = 'kontor_';

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

interface ViewerRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly personId: string | null;
  readonly employeeIds: string[];
  readonly grants: Grant[];
  readonly cameWith: string | null;
  readonly roles: string[] | null;
  readonly secondFactorMissing: boolean;
  /** Of a session: whether it is time to note that it is used. */
  readonly unnoted: boolean;
}

// The employments in an order of their own: who compares two viewers must not see where a row lies in the table.
const viewerColumns = `
  u.id::text, u.email, u.name, u.language, u.person_id::text as "personId",
  array(select e.id::text from employee e where e.person_id = u.person_id order by e.id) as "employeeIds",
  (select coalesce(json_agg(json_build_object('role', g.role, 'companyId', g.company_id)), '[]')
     from (select distinct role, company_id from role_grant
       where user_id = u.id and from_at <= now() and (until_at is null or until_at > now())) g) as grants`;

/**
 * Whoever came with a password alone, although a role of theirs asks for more. A provider has its own second factor, and
 * a token was made by somebody who had one.
 */
const secondFactorMissing = `s.identity_provider_id is null and u.second_factor_at is null and exists (
  select from second_factor_rule r join role_grant g on g.role = r.role
  where r.active and g.user_id = u.id and g.from_at <= now() and (g.until_at is null or g.until_at > now()))`;

const bySession = {
  name: 'viewer by session',
  text: `select ${viewerColumns}, s.id::text as "cameWith", null as roles,
      ${secondFactorMissing} as "secondFactorMissing", s.last_used_at < now() - interval '1 minute' as unnoted
    from session s join app_user u on u.id = s.user_id
    where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and u.active`,
};

const byToken = {
  name: 'viewer by token',
  text: `select ${viewerColumns}, t.id::text as "cameWith", t.roles::text[] as roles,
      false as "secondFactorMissing", false as unnoted
    from api_token t join app_user u on u.id = t.user_id
    where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now() and u.active`,
};

const byEmail = {
  name: 'viewer by email',
  text: `select ${viewerColumns}, null as "cameWith", null as roles,
      false as "secondFactorMissing", false as unnoted
    from app_user u where u.email = lower($1) and u.active`,
};

/** A token carries a part of its owner's roles, and never more than the owner has at this moment. */
const carried = (row: ViewerRow): Grant[] =>
  row.secondFactorMissing
    ? []
    : row.roles === null || row.roles.length === 0
      ? row.grants
      : row.grants.filter((grant) => row.roles?.includes(grant.role));

function viewerOf(row: ViewerRow, channel: Channel, address: string | null): Viewer {
  const { id, email, name, language, personId, employeeIds, cameWith } = row;
  return {
    userId: id,
    email,
    name,
    language,
    personId,
    employeeIds,
    grants: carried(row),
    channel,
    address,
    sessionId: cameWith,
    ...(row.secondFactorMissing && { secondFactorMissing: true }),
  };
}

const sessionsOfNow = {
  name: 'viewers by session',
  text: `select ${viewerColumns}, s.id::text as "cameWith", null as roles,
      ${secondFactorMissing} as "secondFactorMissing", false as unnoted
    from session s join app_user u on u.id = s.user_id
    where s.id = any($1) and s.revoked_at is null and s.expires_at > now() and u.active`,
};

const tokensOfNow = {
  name: 'viewers by token',
  text: `select ${viewerColumns}, t.id::text as "cameWith", t.roles::text[] as roles,
      false as "secondFactorMissing", false as unnoted
    from api_token t join app_user u on u.id = t.user_id
    where t.id = any($1) and t.revoked_at is null and t.expires_at > now() and u.active`,
};

/**
 * Viewers who were let in before, as they are at this moment, by the session or token that they came with. Whose has
 * ended is not among them.
 */
export async function viewersOfNow(pool: pg.Pool, before: readonly Viewer[]): Promise<ReadonlyMap<string, Viewer>> {
  const known = new Map(before.map((viewer) => [viewer.sessionId ?? '', viewer]));
  const cameBy = (channel: Channel): string[] =>
    [...known].flatMap(([id, viewer]) => (viewer.channel === channel ? [id] : []));
  const found = await Promise.all(
    [
      { query: sessionsOfNow, ids: cameBy('console') },
      { query: tokensOfNow, ids: cameBy('token') },
    ]
      .filter(({ ids }) => ids.length > 0)
      .map(({ query, ids }) => pool.query<ViewerRow>({ ...query, values: [ids] })),
  );
  return new Map(
    found.flatMap(({ rows }) =>
      rows.flatMap((row): [string, Viewer][] => {
        const viewer = known.get(row.cameWith ?? '');
        return viewer ? [[viewer.sessionId ?? '', viewerOf(row, viewer.channel, viewer.address)]] : [];
      }),
    ),
  );
}

/** Written once a minute at the most, so that reading does not write all the time. */
const noteUse = {
  name: 'note that a session is used',
  text: `update session set last_used_at = now() where id = $1 and last_used_at < now() - interval '1 minute'`,
};

const first = async (
  pool: pg.Pool,
  query: { name: string; text: string },
  value: unknown,
): Promise<ViewerRow | undefined> => (await pool.query<ViewerRow>({ ...query, values: [value] })).rows[0];

/** Cookie that holds the session. The prefix makes browsers insist on TLS, path and host. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-kontor' : 'kontor');

function cookieOf(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}

/**
 * Whoever sends a request: null without a session. A bearer token that is not valid is an error and never anonymous; a
 * session that has ended is no session. Grants are read anew each time, so that one that ends has ended.
 */
export async function authenticate(
  pool: pg.Pool,
  headers: Pick<Headers, 'get'>,
  options: { secure: boolean; address: string | null },
): Promise<Viewer | null> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const row = token?.startsWith(tokenPrefix) ? await first(pool, byToken, hashOfSecret(token)) : undefined;
    if (!row) throw new KontorError('UNAUTHENTICATED', 'The token is not valid, has ended or was revoked.');
    return viewerOf(row, 'token', options.address);
  }
  const secret = cookieOf(headers.get('cookie'), cookieName(options.secure));
  if (secret === null) return null;
  const row = await first(pool, bySession, hashOfSecret(secret));
  if (row?.unnoted) await pool.query({ ...noteUse, values: [row.cameWith] });
  return row ? viewerOf(row, 'console', options.address) : null;
}

/** A user of this name, for the command line. */
export async function viewerByEmail(pool: pg.Pool, email: string): Promise<Viewer | null> {
  const row = await first(pool, byEmail, email);
  return row ? viewerOf(row, 'command line', null) : null;
}

const byId = {
  name: 'viewer by id',
  text: `select ${viewerColumns}, null as "cameWith", nullif($2::text[], '{}') as roles,
      false as "secondFactorMissing", false as unnoted
    from app_user u where u.id = $1 and u.active`,
};

/**
 * A user with the grants of this moment, for what is done on their behalf later on: of the roles given, or of all where
 * none is. Null for one who is no longer in use.
 */
export async function viewerById(pool: pg.Pool, id: string, roles: readonly string[]): Promise<Viewer | null> {
  const row = (await pool.query<ViewerRow>({ ...byId, values: [id, roles] })).rows[0];
  return row ? viewerOf(row, 'job', null) : null;
}

/** Whoever sits at the machine: may do everything, for all companies, and stands in the audit log as such. */
export const localOperator: Viewer = {
  userId: null,
  email: 'local operator',
  name: 'Local operator',
  language: 'en',
  personId: null,
  employeeIds: [],
  grants: ['HR', 'PAYROLL', 'ACCOUNTING', 'CONTROLLER', 'IT', 'AUDITOR', 'ADMINISTRATOR'].map((role) => ({
    role: role as Grant['role'],
    companyId: null,
  })),
  channel: 'command line',
  address: null,
  sessionId: null,
};

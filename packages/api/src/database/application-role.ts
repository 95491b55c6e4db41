/**
 * The role that the application acts as. It owns nothing, so no bug in a command can
 * drop a table, turn off a trigger or change a journal.
 */
import type pg from 'pg';
import { userOf } from './connect.ts';
import { DatabaseFailure } from './failure.ts';

export const applicationRole = 'kontor_app';

/** Makes the role if it can, and sees to it that the application's login may act as it. */
export async function ensureApplicationRole(client: pg.Client, appUrl: string): Promise<void> {
  const login = userOf(appUrl);
  if (!(await roleExists(client))) {
    await orExplain(
      () => client.query(`CREATE ROLE ${applicationRole} NOLOGIN`),
      `There is no role ${applicationRole} and this login may not create it: run CREATE ROLE ${applicationRole} as an administrator of the server`,
    );
  }
  if (login === applicationRole || (await isMember(client, login))) return;
  await orExplain(
    () => client.query(`GRANT ${applicationRole} TO ${client.escapeIdentifier(login)}`),
    `The login ${login} may not act as ${applicationRole}: run GRANT ${applicationRole} TO ${client.escapeIdentifier(login)} as an administrator of the server`,
  );
}

async function roleExists(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [applicationRole]);
  return rowCount === 1;
}

async function isMember(client: pg.Client, login: string): Promise<boolean> {
  const { rows } = await client.query<{ member: boolean }>(
    `SELECT pg_has_role(rolname, $2, 'MEMBER') AND (rolsuper OR current_setting('server_version_num')::int < 160000
       OR EXISTS (SELECT FROM pg_auth_members AS m WHERE m.member = r.oid AND m.roleid = $2::regrole
                  AND coalesce((to_jsonb(m) ->> 'set_option')::boolean, true))) AS member
     FROM pg_roles AS r WHERE rolname = $1`,
    [login, applicationRole],
  );
  return rows[0]?.member ?? false;
}

async function orExplain(task: () => Promise<unknown>, explanation: string): Promise<void> {
  try {
    await task();
  } catch (error) {
    throw new DatabaseFailure('ROLE_MISSING', explanation, { cause: error });
  }
}

import type { Context } from '../context.ts';
import { decisionsFor } from '../policy/decide.ts';
import { compilationFor, type Row, rowRule } from '../read/field.ts';
import { asId } from '../read/id.ts';
import { look } from '../read/look.ts';
import { runStatement } from '../read/run-statement.ts';
import { alias, column, constant, keyword, name, param, prepare, type SQL, sql } from '../read/sql.ts';
import type { Grant, Viewer } from '../viewer.ts';

/** A role that a user holds at this moment, as whoever asks sees it. */
export interface HeldGrant extends Grant {
  readonly id: string;
  readonly fromAt: string;
  readonly untilAt: string | null;
}

/** The user who is asked about. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** Whether the user gets in; null where whoever asks may not read that. */
  readonly active: boolean | null;
  /** Whether whoever asks may know which person the user is. */
  readonly personIsKnown: boolean;
  /** Whom the row rules compare with. */
  readonly behind: Pick<Viewer, 'userId' | 'personId' | 'employeeIds'>;
}

interface UserRow {
  readonly name: string;
  readonly active: boolean;
  readonly personId: string | null;
  readonly employeeIds: string[];
}

const userById = `select u.name, u.active, u.person_id::text as "personId",
  array(select e.id::text from employee e where e.person_id = u.person_id) as "employeeIds"
  from app_user u where u.id = $1::uuid`;

/** The user as whoever asks sees them; null where that is not at all. */
export async function subjectAsSeen(context: Context, asker: Viewer, userId: string): Promise<Subject | null> {
  const { read } = decisionsFor(asker).of('User');
  const conditions = [read('person'), read('active')];
  const found = await look(context.app.prisma, asker, 'User', userId, { conditions });
  if (!found) return null;
  const query = { text: userById, values: [asId(userId)] };
  const { rows } = await runStatement<UserRow & object>(context.app.pool, context.signal, query);
  const user = rows[0];
  if (!user) return null;
  return {
    id: found.id,
    name: user.name,
    active: found.holds[1] ? user.active : null,
    personIsKnown: found.holds[0] === true,
    behind: { userId: found.id, personId: user.personId, employeeIds: user.employeeIds },
  };
}

/** The grants under an alias that are held at this moment and that whoever asks sees. */
export function heldAsSeen(asker: Viewer, at: symbol): SQL {
  const row: Row = { entity: 'RoleGrant', at };
  const untilAt = column(at, 'until_at');
  return sql`${rowRule(compilationFor(decisionsFor(asker), asker.language), row)} and ${column(at, 'from_at')} <= now() and (${untilAt} is null or ${untilAt} > now())`;
}

/** An instant as the graph writes it. */
const instant = (value: SQL): SQL =>
  sql`to_char(${value} at time zone 'UTC', ${constant('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')})`;

/** What a user is granted, in a fixed order. What whoever asks does not see is not counted. */
export async function grantsAsSeen(context: Context, asker: Viewer, userId: string): Promise<HeldGrant[]> {
  const at = alias('granted');
  const { text, params } = prepare(
    sql`select ${column(at, 'id')}::text as id, ${column(at, 'role')}::text as role, ${column(at, 'company_id')}::text as "companyId", ${instant(column(at, 'from_at'))} as "fromAt", ${instant(column(at, 'until_at'))} as "untilAt" from ${name('role_grant')} ${name(at)} where ${column(at, 'user_id')} = ${param(() => asId(userId), 'uuid')} and ${heldAsSeen(asker, at)} order by ${column(at, 'role')}, ${column(at, 'company_id')} ${keyword('nulls first')}, ${column(at, 'id')}`,
  );
  const values = params.map((each) => each({ variables: {}, viewer: asker }));
  const { rows } = await runStatement<HeldGrant & object>(context.app.pool, context.signal, { text, values });
  return rows;
}

/** The roles that anybody holds at this moment, each for its company. */
export async function rolesHeld(context: Context, asker: Viewer): Promise<Grant[]> {
  const at = alias('granted');
  const { text, params } = prepare(
    sql`select distinct ${column(at, 'role')}::text as role, ${column(at, 'company_id')}::text as "companyId" from ${name('role_grant')} ${name(at)} where ${heldAsSeen(asker, at)} order by 1, 2`,
  );
  const values = params.map((each) => each({ variables: {}, viewer: asker }));
  const { rows } = await runStatement<Grant & object>(context.app.pool, context.signal, { text, values });
  return rows;
}

import { type EntityName, fieldOf, graphFields, isStructural } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { type Condition, decisionsFor } from '../policy/decide.ts';
import type { RowRule } from '../policy/grammar.ts';
import { entityPolicies } from '../policy/index.ts';
import { hasEnd } from '../policy/meet.ts';
import { type Needs, predicate, tableOf, type Who } from '../policy/rows.ts';
import { type Compilation, collated, compilationFor, guarded, type Row, rowRule } from '../read/field.ts';
import { asId } from '../read/id.ts';
import { look } from '../read/look.ts';
import { runStatement } from '../read/run-statement.ts';
import {
  alias,
  and,
  column,
  constant,
  integer,
  list,
  name,
  or,
  param,
  prepare,
  type SQL,
  type Statement,
  sql,
  yes,
} from '../read/sql.ts';
import type { Grant, Viewer } from '../viewer.ts';
import { askedEntity, requireAsker } from './access.ts';
import { type AccessReason, decisionsOf, type Facts, factsOf, type Known, ruleOf } from './access-reasons.ts';
import { heldAsSeen, rolesHeld } from './access-subject.ts';

/** A user who may read a field of a record, and why. */
export interface FieldReader {
  readonly id: string;
  readonly name: string;
  /** Whether the user is shown the last characters alone. */
  readonly endOnly: boolean;
  readonly reasons: readonly AccessReason[];
}

export interface FieldReaders {
  readonly nodes: readonly FieldReader[];
  readonly hasNextPage: boolean;
  /** What may let others read it too, and whoever asks may not know whom. */
  readonly untold: readonly AccessReason[];
}

const pageAtMost = 100;

/** What a role for a company gives, and the condition under which it does. */
interface Given {
  readonly grant: Grant;
  readonly reason: AccessReason;
  readonly condition: Condition;
}

interface Gifts {
  readonly rows: readonly Given[];
  readonly reads: readonly Given[];
  readonly ends: readonly Given[];
}

const tokenOf = ({ role, companyId }: Grant): string => `${role} ${companyId ?? '*'}`;

/** What each role gives that anybody holds. */
function giftsOf(grants: readonly Grant[], entity: EntityName, field: string): Gifts {
  const given = (pick: (grant: Grant) => Condition): Given[] =>
    grants.flatMap((grant) => {
      const condition = pick(grant);
      const rule = ruleOf(condition);
      return rule ? [{ grant, condition, reason: { ...grant, rule, holds: null } }] : [];
    });
  return {
    rows: given((grant) => decisionsOf(grant).of(entity).row),
    reads: given((grant) => decisionsOf(grant).of(entity).read(field)),
    ends: hasEnd(fieldOf(entity, field)) ? given((grant) => decisionsOf(grant).of(entity).masked(field)) : [],
  };
}

/** Everyone who may come into question, as the expressions that the row rules compare with. */
const candidate = alias('candidate');
const reportsOf = 'reports_of_candidates';
const anyone: Who = {
  userId: column(candidate, 'id'),
  personId: column(candidate, 'person_id'),
  employeeIds: column(candidate, 'employee_ids'),
  reports: (key) =>
    sql`select below.${name(key)} from ${name(reportsOf)} below where below.user_id = ${column(candidate, 'id')}`,
};

/** The users in use, with what whoever asks knows of them: the person behind each, and the grants. */
function candidatesQuery(compilation: Compilation, asker: Viewer): SQL {
  const user: Row = { entity: 'User', at: alias('account') };
  const granted = alias('granted');
  const known = (field: string, columnName: string): SQL =>
    guarded(compilation, user, fieldOf('User', field), column(user.at, columnName));
  const person = known('person', 'person_id');
  return sql`${name('candidate')} as materialized (
    select ${column(user.at, 'id')}, ${column(user.at, 'name')}, ${person} as person_id,
      array(select e.id from employee e where e.person_id = ${person}) as employee_ids,
      array(select concat(${column(granted, 'role')}, ' ', coalesce(${column(granted, 'company_id')}::text, '*')) from role_grant ${name(granted)}
        where ${column(granted, 'user_id')} = ${column(user.at, 'id')} and ${heldAsSeen(asker, granted)}) as held
    from app_user ${name(user.at)} where ${rowRule(compilation, user)} and ${known('active', 'active')} is not false)`;
}

const reportsQuery: SQL = sql`${name(reportsOf)} as (
    select c.id as user_id, e.id, e.person_id from ${name('candidate')} c join employee e on e.manager_id = any(c.employee_ids)
    union
    select above.user_id, e.id, e.person_id from ${name(reportsOf)} above join employee e on e.manager_id = above.id)`;

interface Question {
  readonly asker: Viewer;
  readonly entity: EntityName;
  readonly id: string;
  readonly gifts: Gifts;
  readonly first: number;
  readonly after: string | null;
}

/** All of them in one statement: every role's condition is asked of every user who holds the role. */
function readersStatement({ asker, entity, id, gifts, first, after }: Question): Statement {
  const compilation = compilationFor(decisionsFor(asker), asker.language);
  const needs: Needs = { reports: false, who: anyone };
  const record = alias('record');
  const asked = (given: readonly Given[]): SQL[] =>
    given.map(
      ({ grant, condition }) =>
        sql`(${constant(tokenOf(grant))} = any(${column(candidate, 'held')}) and coalesce(${predicate(entity, record, condition, needs)}, false))`,
    );
  const [rows, reads, ends] = [asked(gifts.rows), asked(gifts.reads), asked(gifts.ends)];
  const place = (at: symbol): SQL =>
    sql`${collated(compilation, fieldOf('User', 'name'), column(at, 'name'))}, ${column(at, 'id')}`;
  const last = alias('last');
  const beyond =
    after === null
      ? yes
      : sql`(${place(candidate)}) > (select ${place(last)} from ${name('candidate')} ${name(last)} where ${column(last, 'id')} = ${param(() => asId(after), 'uuid')})`;
  const query = sql`
    select ${column(candidate, 'id')}::text as id, ${column(candidate, 'name')} as name,
      array[${list(reads)}]::boolean[] as reads, array[${list(ends)}]::boolean[] as ends
    from ${name('candidate')} ${name(candidate)} join ${tableOf(entity)} ${name(record)} on ${column(record, 'id')} = ${param(() => asId(id), 'uuid')}
    where ${and([or(rows), or([...reads, ...ends]), beyond])}
    order by ${place(candidate)} limit ${integer(first + 1)}`;
  const with_ = [candidatesQuery(compilation, asker), ...(needs.reports ? [reportsQuery] : [])];
  return prepare(sql`with recursive ${list(with_)} ${query}`);
}

interface ReaderRow {
  readonly id: string;
  readonly name: string;
  readonly reads: readonly boolean[];
  readonly ends: readonly boolean[];
}

function readerOf({ id, name: called, reads, ends }: ReaderRow, gifts: Gifts): FieldReader {
  const held = (given: readonly Given[], holds: readonly boolean[]): AccessReason[] =>
    given.filter((_, index) => holds[index]).map(({ reason }) => ({ ...reason, holds: true }));
  const reading = held(gifts.reads, reads);
  const endOnly = reading.length === 0;
  return { id, name: called, endOnly, reasons: endOnly ? held(gifts.ends, ends) : reading };
}

/** What may be told of what the roles give, and what may not. */
function divided(entity: EntityName, gifts: Gifts, facts: Facts, known: Known) {
  // What people keep is there for others by all that these may read: one role alone does not tell.
  const byRole = (rule: RowRule): boolean => rule === 'self' || !entityPolicies[entity].kept;
  const told = ({ reason }: Given): boolean => byRole(reason.rule) && facts.tells(reason.rule, reason.companyId, known);
  const kept = (given: readonly Given[]): Given[] => given.filter(told);
  const hidden = [...gifts.rows, ...gifts.reads, ...gifts.ends].filter((given) => !told(given));
  const untold = [...new Map(hidden.map(({ grant, reason }) => [`${tokenOf(grant)} ${reason.rule}`, reason])).values()];
  return { told: { rows: kept(gifts.rows), reads: kept(gifts.reads), ends: kept(gifts.ends) }, untold };
}

/** The users who may read a field of a record, in the order of their names; nobody where there is no such record to see. */
export async function whoMayRead(
  context: Context,
  args: { entity: string; id: string; field: string; first: number; after: string | null },
): Promise<FieldReaders> {
  const asker = requireAsker(context);
  const { name: entity } = askedEntity(args.entity);
  if (args.first < 1 || args.first > pageAtMost) throw badInput(`Ask for 1 to ${pageAtMost} users.`);
  if (isStructural(args.field) || !graphFields(entity).some((field) => field.name === args.field))
    throw badInput('There is no such field.');
  context.meter.charge(args.first);
  const decisions = decisionsFor(asker);
  const facts = factsOf(decisions, entity);
  const found = await look(context.app.prisma, asker, entity, args.id, { conditions: facts.conditions });
  if (!found) return { nodes: [], hasNextPage: false, untold: [] };
  // Of whom whoever asks knows the person, the statement asks user by user.
  const person = decisions.of('User').read('person').all.length > 0;
  const gifts = giftsOf(await rolesHeld(context, asker), entity, args.field);
  const { told, untold } = divided(entity, gifts, facts, { holds: found.holds, person });
  const { text, params } = readersStatement({ ...args, asker, entity, gifts: told });
  const values = params.map((each) => each({ variables: {}, viewer: asker }));
  const { rows } = await runStatement<ReaderRow & object>(context.app.pool, context.signal, { text, values });
  const nodes = rows.slice(0, args.first).map((row) => readerOf(row, told));
  return { nodes, hasNextPage: rows.length > args.first, untold };
}

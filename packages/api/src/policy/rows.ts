import { type EntityName, fieldOf, models } from '../catalogue.ts';
import { alias, and, column, constant, list, name, no, or, param, type SQL, sql, yes } from '../read/sql.ts';
import { type Condition, companiesOf, implies, type Reach, within } from './decide.ts';
import { entityPolicies } from './index.ts';
import { readableFields, seenEntities } from './seen.ts';

/** The recursive query that `reports` rules refer to: everyone below the viewer, at any depth. */
export const viewerReports = 'viewer_reports';

export const viewerReportsQuery: SQL = sql`
  ${name(viewerReports)} as (
    select e.id, e.person_id from employee e
    where e.manager_id = any(${param((run) => run.viewer.employeeIds, 'uuid[]')})
    union
    select e.id, e.person_id from employee e join ${name(viewerReports)} above on e.manager_id = above.id
  )`;

/** Whom a condition is asked for, as the expressions that the row rules compare with. */
export interface Who {
  readonly userId: SQL;
  readonly personId: SQL;
  readonly employeeIds: SQL;
  /** The people below: ids of their employments, or of themselves. */
  readonly reports: (key: 'id' | 'person_id') => SQL;
}

const theViewer: Who = {
  userId: param((run) => run.viewer.userId, 'uuid'),
  personId: param((run) => run.viewer.personId, 'uuid'),
  employeeIds: param((run) => run.viewer.employeeIds, 'uuid[]'),
  reports: (key) => sql`select ${name(key)} from ${name(viewerReports)}`,
};

/** What a statement turned out to need besides its own tables. */
export interface Needs {
  reports: boolean;
  /** Whom its conditions are asked for, where that is not whoever asks. */
  readonly who?: Who;
}

const columnOf = (entity: EntityName, field: string): string => fieldOf(entity, field).column;

/** Ids of companies stand in the statement itself: they are part of the key under which it is kept. */
const ids = (reach: readonly string[]): SQL => sql`array[${list(reach.map(constant))}]::uuid[]`;

const nothing = (reach: Reach): boolean => reach !== 'every' && reach.length === 0;

/**
 * Rows of the companies that a rule reaches. What belongs to a person belongs to every company that employs the person,
 * and then `employment` holds on an employment in one of those companies, not on one elsewhere.
 */
function inCompanies(entity: EntityName, row: symbol, reach: Reach, employment: SQL | null = null): SQL {
  const { company } = entityPolicies[entity];
  if (reach === 'every' || company === null) return yes;
  if ('column' in company) return sql`${column(row, columnOf(entity, company.column))} = any(${ids(reach)})`;
  const also = employment ? sql` and ${employment}` : sql``;
  const whose =
    'people' in company
      ? sql`any(${column(row, columnOf(entity, company.people))})`
      : column(row, columnOf(entity, company.person));
  return sql`exists (select from employee e where e.person_id = ${whose} and e.company_id = any(${ids(reach)})${also})`;
}

/** Rows about the viewer. */
function aboutViewer(entity: EntityName, row: symbol, { who = theViewer }: Needs): SQL {
  const { subject } = entityPolicies[entity];
  if (subject.person) return sql`${column(row, columnOf(entity, subject.person))} = ${who.personId}`;
  if (subject.employee) return sql`${column(row, columnOf(entity, subject.employee))} = any(${who.employeeIds})`;
  if (subject.user) return sql`${column(row, columnOf(entity, subject.user))} = ${who.userId}`;
  if (subject.people) return sql`${column(row, columnOf(entity, subject.people))} @> array[${who.personId}]`;
  return no;
}

function aboutReports(entity: EntityName, row: symbol, needs: Needs): SQL {
  const { subject } = entityPolicies[entity];
  const below = subject.employee ?? subject.person;
  if (!below) return no;
  needs.reports = true;
  const { who = theViewer } = needs;
  return sql`${column(row, columnOf(entity, below))} in (${who.reports(subject.employee ? 'id' : 'person_id')})`;
}

/** Rows about the people below the viewer, in the companies that the rule reaches. */
function aboutReportsIn(entity: EntityName, row: symbol, reach: Reach, needs: Needs): SQL {
  const { company } = entityPolicies[entity];
  const byPerson = company !== null && 'person' in company && reach !== 'every';
  const about = aboutReports(entity, row, needs);
  return byPerson
    ? and([about, inCompanies(entity, row, reach, sql`e.id in (${(needs.who ?? theViewer).reports('id')})`)])
    : and([inCompanies(entity, row, reach), about].filter((part) => part !== yes));
}

/** Rows that the viewer keeps, and shared ones that ask for nothing which is hidden from the viewer. */
function keptFor(entity: EntityName, row: symbol, needs: Needs): SQL {
  const { kept } = entityPolicies[entity];
  if (!kept) return yes;
  const at = (field: string): SQL => column(row, columnOf(entity, field));
  const seen = param((run) => seenEntities(run.viewer), 'text[]');
  const readable = param((run) => readableFields(run.viewer), 'text[]');
  const roles = param((run) => run.viewer.grants.map(({ role }) => role), 'text[]');
  const held = sql`(${at(kept.role)} is null or ${at(kept.role)}::text = any(${roles}))`;
  const open = sql`${held} and ${at(kept.entity)} = any(${seen}) and string_to_array(${at(kept.fields)}, ' ') <@ ${readable}`;
  return or([aboutViewer(entity, row, needs), sql`(${at(kept.shared)} and ${open})`]);
}

/** Rows of what is paid: the pay of people, or all else. Rows that are of neither sort are of both. */
function ofSort(entity: EntityName, row: symbol, rule: 'wages' | 'trade', reach: Reach): SQL {
  const { wages } = entityPolicies[entity];
  const here = inCompanies(entity, row, reach);
  if (!wages) return here;
  const isWages = sql`${column(row, columnOf(entity, wages.column))} = ${constant(wages.value)}`;
  return and([here, rule === 'wages' ? isWages : sql`not (${isWages})`].filter((part) => part !== yes));
}

/** A condition of the policy as a predicate over a row. */
export function predicate(entity: EntityName, row: symbol, condition: Condition, needs: Needs): SQL {
  const parts: SQL[] = [];
  const unscoped = entityPolicies[entity].company === null;
  if (condition.all === 'every' || (unscoped && condition.all.length > 0)) parts.push(yes);
  else {
    if (!nothing(condition.all)) parts.push(inCompanies(entity, row, condition.all));
    if (!nothing(condition.reports)) parts.push(aboutReportsIn(entity, row, condition.reports, needs));
    for (const rule of ['wages', 'trade'] as const)
      if (!nothing(condition[rule])) parts.push(ofSort(entity, row, rule, condition[rule]));
    if (!nothing(condition.self))
      parts.push(
        and([inCompanies(entity, row, condition.self), aboutViewer(entity, row, needs)].filter((part) => part !== yes)),
      );
  }
  const held = and([or(parts), keptFor(entity, row, needs)].filter((part) => part !== yes));
  return condition.notSelf ? and([held, sql`(${aboutViewer(entity, row, needs)}) is not true`]) : held;
}

/** Whether a condition holds on every row, so that nothing has to be asked of the row. */
export const holdsAlways = (entity: EntityName, condition: Condition): boolean =>
  !condition.notSelf &&
  !entityPolicies[entity].kept &&
  (condition.all === 'every' || (entityPolicies[entity].company === null && condition.all.length > 0));

/** Whether a field's condition need not be asked on rows that are visible anyway. */
export const followsFromRow = (entity: EntityName, row: Condition, field: Condition): boolean =>
  holdsAlways(entity, field) || implies(row, field);

/** The field that holds the company of an entity's rows, where there is one. */
const companyField = (entity: EntityName): string | null => {
  const { company } = entityPolicies[entity];
  return company !== null && 'column' in company ? company.column : null;
};

/** A relation as its foreign key has it: from the columns of `holder` to those of `target`. */
export interface Key {
  readonly holder: EntityName;
  readonly from: readonly string[];
  readonly target: EntityName;
  readonly to: readonly string[];
}

/** Whether both ends of a relation are always rows of one company: its key holds the company of both. */
const staysInCompany = ({ holder, from, target, to }: Key): boolean =>
  from.some((field, index) => field === companyField(holder) && to[index] === companyField(target));

/**
 * Whether the row rule at the far end of a relation follows from the one at the near end, and need not be asked of each
 * row: both are in one company, and the far end's rule holds on every row of each company that the near end can be in.
 */
export const followsAcross = (key: Key, near: Condition, far: Condition): boolean =>
  !far.notSelf && staysInCompany(key) && (far.all === 'every' || within(companiesOf(near), far.all));

/** Of the ids of people in a column, those of the people whom a condition reaches. */
export function peopleWithin(value: SQL, condition: Condition, needs: Needs): SQL {
  if (holdsAlways('Person', condition)) return value;
  const person = alias('person');
  return sql`array(select ${column(person, 'id')} from unnest(${value}) with ordinality ${name(person)} (id, place) where ${predicate('Person', person, condition, needs)} order by ${column(person, 'place')})`;
}

/** The table of an entity. */
export const tableOf = (entity: EntityName): SQL => name(models[entity].table);

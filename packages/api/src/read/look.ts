import { type EntityName, fieldOf, models } from '../catalogue.ts';
import { type Condition, decisionsFor, isNever } from '../policy/decide.ts';
import { entityPolicies } from '../policy/index.ts';
import { type Needs, predicate, tableOf, viewerReportsQuery } from '../policy/rows.ts';
import type { Viewer } from '../viewer.ts';
import type { Transaction } from '../write/operation.ts';
import { compilationFor, type Row, rowRule } from './field.ts';
import { asId } from './id.ts';
import { personOf } from './seen.ts';
import { alias, and, column, keyword, list, name, no, param, prepare, type SQL, sql } from './sql.ts';

/** What a command is told of a record before it acts: that this viewer sees it, and what holds on it. */
export interface Look {
  readonly id: string;
  /** Company of the record; null where it has none. */
  readonly companyId: string | null;
  /** Person whom the record is about; null where it is about nobody. */
  readonly personId: string | null;
  readonly version: number | null;
  /** Whether it is in use: true for what cannot be taken out of use. */
  readonly active: boolean;
  /** Whether each of the conditions asked for holds. */
  readonly holds: readonly boolean[];
}

function companyColumn(entity: EntityName, at: symbol): SQL {
  const { company } = entityPolicies[entity];
  return company && 'column' in company ? column(at, fieldOf(entity, company.column).column) : sql`null`;
}

interface Looking {
  readonly conditions?: readonly Condition[];
  readonly lock?: boolean;
}

/**
 * Looks a record up as this viewer, inside a transaction: null for one that this viewer may not see as for one that
 * never was. With `lock` it stays as it is until the transaction ends.
 */
export async function look(
  tx: Transaction,
  viewer: Viewer,
  entity: EntityName,
  id: string,
  looking: Looking = {},
): Promise<Look | null> {
  const [found] = await lookWhere(tx, viewer, entity, (own) => sql`${own} = ${param(() => asId(id), 'uuid')}`, looking);
  return found ?? null;
}

/** Looks several records up in one statement, by their ids; those that this viewer may not see are not among them. */
export async function lookAll(
  tx: Transaction,
  viewer: Viewer,
  entity: EntityName,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Look>> {
  const found = await lookWhere(
    tx,
    viewer,
    entity,
    (own) => sql`${own} = any(${param(() => ids.map(asId), 'uuid[]')})`,
  );
  return new Map(found.map((each) => [each.id, each]));
}

async function lookWhere(
  tx: Transaction,
  viewer: Viewer,
  entity: EntityName,
  wanted: (id: SQL) => SQL,
  { conditions = [], lock = false }: Looking = {},
): Promise<readonly Look[]> {
  const compilation = compilationFor(decisionsFor(viewer), viewer.language);
  const row: Row = { entity, at: alias('record') };
  const version = models[entity].fields['version'] ? column(row.at, 'version') : sql`null::int`;
  const active = models[entity].fields['active'] ? column(row.at, 'active') : sql`true`;
  const held = conditions.map((condition) =>
    isNever(condition) ? no : sql`coalesce(${predicate(entity, row.at, condition, compilation.needs)}, false)`,
  );
  const found = and([wanted(column(row.at, 'id')), rowRule(compilation, row)]);
  const query = sql`select ${column(row.at, 'id')}::text as id, ${companyColumn(entity, row.at)}::text as "companyId", ${personOf(row) ?? sql`null`}::text as "personId", ${version} as version, ${active} as active, array[${list(held)}]::boolean[] as holds from ${tableOf(entity)} ${name(row.at)} where ${found} ${lock ? keyword('for no key update') : sql``}`;
  const { text, params } = prepare(
    compilation.needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query,
  );
  const values = params.map((each) => each({ variables: {}, viewer }));
  return tx.$queryRawUnsafe<Look[]>(text, ...values);
}

/**
 * Which of some records this viewer sees, and whom each is about: one statement, however many they are. Those that they
 * may not see are left out like those that never were.
 */
export async function lookAmong(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  viewer: Viewer,
  entity: EntityName,
  ids: readonly string[],
): Promise<readonly Pick<Look, 'id' | 'personId'>[]> {
  const compilation = compilationFor(decisionsFor(viewer), viewer.language);
  const row: Row = { entity, at: alias('record') };
  const found = and([
    sql`${column(row.at, 'id')} = any(${param(() => [...ids], 'uuid[]')})`,
    rowRule(compilation, row),
  ]);
  const query = sql`select ${column(row.at, 'id')}::text as id, ${personOf(row) ?? sql`null`}::text as "personId" from ${tableOf(entity)} ${name(row.at)} where ${found}`;
  const { text, params } = prepare(
    compilation.needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query,
  );
  const values = params.map((each) => each({ variables: {}, viewer }));
  return tx.$queryRawUnsafe<Pick<Look, 'id' | 'personId'>[]>(text, ...values);
}

/**
 * Whether conditions hold on a record for a user, whether or not this user sees it: for whoever explains the policy, who
 * has looked the record up as themselves before.
 */
export async function holdsFor(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  user: Viewer,
  entity: EntityName,
  id: string,
  conditions: readonly Condition[],
): Promise<readonly boolean[]> {
  const needs: Needs = { reports: false };
  const at = alias('record');
  const held = conditions.map((condition) => sql`coalesce(${predicate(entity, at, condition, needs)}, false)`);
  const query = sql`select array[${list(held)}]::boolean[] as holds from ${tableOf(entity)} ${name(at)} where ${column(at, 'id')} = ${param(() => asId(id), 'uuid')}`;
  const { text, params } = prepare(needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query);
  const values = params.map((each) => each({ variables: {}, viewer: user }));
  const rows = await tx.$queryRawUnsafe<{ holds: boolean[] }[]>(text, ...values);
  return rows[0]?.holds ?? [];
}

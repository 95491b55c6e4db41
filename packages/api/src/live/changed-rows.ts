import { type EntityName, type Field, fieldOf, graphFields, models } from '../catalogue.ts';
import { type Condition, decisionsFor, isNever } from '../policy/decide.ts';
import { entityPolicies } from '../policy/index.ts';
import { holdsAlways, tableOf, viewerReportsQuery } from '../policy/rows.ts';
import { asked, type Compilation, compilationFor, type Row, rowRule } from '../read/field.ts';
import {
  alias,
  and,
  column,
  constant,
  integer,
  list,
  name,
  no,
  or,
  param,
  prepare,
  type SQL,
  type Statement,
  sql,
  yes,
} from '../read/sql.ts';
import type { Viewer } from '../viewer.ts';
import { columnField } from '../write/entity-input.ts';

/** Rows of one entity that are told one by one; of more it is told that the list changed. */
export const rowsAtMost = 100;
/** Parameters of a statement that asks nothing of who the viewer is: the two places. */
export const placeParameters = 2;

const changed = 'changed';
const ofChange = (what: 'id' | 'made' | 'columns' | 'former'): SQL => sql`${name(changed)}.${name(what)}`;

/**
 * What the audit log has of an entity's rows between two links of its chain, row by row: whether the row was made there,
 * which columns were changed, and what stood in them before. What is sealed in the log is left out.
 */
function changedQuery(table: string): SQL {
  const link = alias('link');
  const change = alias('change');
  const of = constant(table);
  const at = (what: string): SQL => column(change, what);
  const seq = column(link, 'seq');
  const between = (key: 'from' | 'to'): SQL => param((run) => run.variables[key], 'bigint');
  return sql`${name(changed)} as (
    select ${at('row_id')} as id, bool_or(${at('kind')} = 'INSERT') as made,
      coalesce(array_agg(distinct each.key) filter (where ${at('kind')} = 'UPDATE' and each.key is not null), '{}') as columns,
      coalesce(jsonb_object_agg(each.key, each.value order by ${at('at')} desc, ${at('id')} desc)
        filter (where each.key is not null), '{}') - coalesce(sealed_columns(${of}), '{}') as former
    from audit_link ${name(link)} join audit_change ${name(change)} on ${at('operation_id')} = ${column(link, 'subject_id')}
    left join lateral jsonb_each(${at('before')}) each on true
    where ${column(link, 'kind')} = 'operation' and ${seq} > ${between('from')} and ${seq} <= ${between('to')}
      and ${at('table_name')} = ${of}
    group by ${at('row_id')}
  )`;
}

/** Whether a reference led to a record that this viewer sees, or leads there now: another is like none. */
function showsTarget(compilation: Compilation, row: Row, field: Field): SQL {
  const target: Row = { entity: field.type as EntityName, at: alias('target') };
  const { row: rule } = compilation.decisions.of(target.entity);
  if (isNever(rule)) return no;
  if (holdsAlways(target.entity, rule)) return yes;
  const held = columnField(row.entity, field.name).column;
  const key = column(target.at, fieldOf(target.entity, field.to?.at(-1) ?? 'id').column);
  const ends = sql`${column(row.at, held)}, (${ofChange('former')} ->> ${constant(held)})::uuid`;
  return sql`exists (select from ${tableOf(target.entity)} ${name(target.at)}
    where ${key} in (${ends}) and ${rowRule(compilation, target)})`;
}

/** Fields whose values stand in a column of the row. People in a list are told of one by one, and not here. */
const ownFields = (entity: EntityName): readonly Field[] =>
  graphFields(entity).filter(
    (field) =>
      (field.kind !== 'relation' || (!field.list && field.from !== undefined && field.from.length > 0)) &&
      entityPolicies[entity].subject.people !== field.name,
  );

/** Whether one of the changed columns holds what this viewer may read on this row, whole. */
function isTold(compilation: Compilation, row: Row): SQL {
  const decision = compilation.decisions.of(row.entity);
  const plain = new Map<Condition, string[]>();
  const told: SQL[] = [];
  for (const field of ownFields(row.entity)) {
    const condition = decision.read(field.name);
    if (isNever(condition)) continue;
    const held = columnField(row.entity, field.name).column;
    const shown = field.kind === 'relation' ? showsTarget(compilation, row, field) : yes;
    if (shown === yes) {
      plain.set(condition, [...(plain.get(condition) ?? []), held]);
      continue;
    }
    const may = asked(compilation, row, condition);
    told.push(and([sql`${constant(held)} = any(${ofChange('columns')})`, ...(may ? [may] : []), shown]));
  }
  for (const [condition, held] of plain) {
    const may = asked(compilation, row, condition);
    const among = sql`${ofChange('columns')} && array[${list(held.map(constant))}]::text[]`;
    told.push(and([among, ...(may ? [may] : [])]));
  }
  return or(told);
}

/** A row that a statement of changes answers. */
export interface ChangedRow {
  readonly id: string;
  readonly kind: 'CREATED' | 'UPDATED' | 'REMOVED';
  readonly version: number | null;
}

/**
 * The statement that says which rows of an entity changed for this viewer between two links of the audit log's chain
 * (`from` and `to` of its variables). Nothing comes of it that reading the rows before and after would not tell:
 *
 * - a row that is seen now and was not before was CREATED, whether it was made or came into sight;
 * - a row that was seen and is not any more was REMOVED, whatever became of it;
 * - a row that is seen both times was UPDATED if a field changed that this viewer may read on it, and else did not change.
 *
 * What was seen before is asked of the row as it stood, under the policy of this moment.
 */
export function changedRows(viewer: Viewer, entity: EntityName): Statement {
  const decisions = decisionsFor(viewer);
  const key = `${entity} ${decisions.key}`;
  const known = kept.get(key) ?? compile(compilationFor(decisions, viewer.language), entity);
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, known);
  return known;
}

const kept = new Map<string, Statement>();
const keptAtMost = 1_000;

function compile(compilation: Compilation, entity: EntityName): Statement {
  const now: Row = { entity, at: alias('now') };
  const before: Row = { entity, at: alias('before') };
  const stored = alias('stored');
  const table = tableOf(entity);
  const id = ofChange('id');
  const version = models[entity].fields['version'] ? column(now.at, 'version') : sql`null::int`;
  const image = sql`coalesce((select to_jsonb(${name(stored)}) from ${table} ${name(stored)}
    where ${column(stored, 'id')} = ${id}), '{}') || ${ofChange('former')}`;
  const query = sql`select ${id}::text as id, seen.version,
      case when seen.told is null then 'REMOVED' when was.seen is null then 'CREATED' else 'UPDATED' end as kind
    from ${name(changed)}
    left join lateral (select coalesce(${isTold(compilation, now)}, false) as told, ${version} as version
      from ${table} ${name(now.at)} where ${column(now.at, 'id')} = ${id} and ${rowRule(compilation, now)}) seen on true
    left join lateral (select true as seen from jsonb_populate_record(null::${table}, ${image}) ${name(before.at)}
      where not ${ofChange('made')} and ${rowRule(compilation, before)}) was on true
    where (seen.told is null) <> (was.seen is null) or seen.told
    limit ${integer(rowsAtMost + 1)}`;
  const queries = [...(compilation.needs.reports ? [viewerReportsQuery] : []), changedQuery(models[entity].table)];
  return prepare(sql`with recursive ${list(queries)} ${query}`);
}

import type { EntityName, Field } from '../catalogue.ts';
import { classOf } from '../policy/index.ts';
import { tableOf } from '../policy/rows.ts';
import type { Arguments } from './argument.ts';
import { filters, hidesInactive } from './connection.ts';
import { type Compilation, collated, decisive, type Row, reachedById, refuseHidden } from './field.ts';
import type { GroupColumns } from './group-columns.ts';
import { type GroupKey, groupedBy, nameOfPath } from './group-keys.ts';
import type { Joined } from './joined.ts';
import { isAboutNobody, isSensitive, noteRelation } from './notes.ts';
import { gathered, seenOf } from './seen.ts';
import { alias, integer, keyword, list, name, type SQL, sql, yes } from './sql.ts';

/** The name of the query of groups. */
export const grouped = sql`grouped`;

export interface Grouping {
  readonly keys: readonly GroupKey[];
  readonly columns: GroupColumns;
  readonly args: Arguments;
}

/** A query of groups, and the people of whom it shows a sensitive class, if it shows any. */
export interface GroupedQuery {
  readonly query: SQL;
  readonly seen: SQL | null;
}

/** A record that rows are told apart by. */
interface Referred {
  readonly target: Row;
  /** Its id in the rows, as this viewer may follow it. */
  readonly held: SQL;
  /** The column of the parts of groups that the id stands in. */
  readonly id: SQL;
  readonly found: SQL;
}

/**
 * Whether records are few beside the rows that refer to them, as accounts and models are: those of a catalogue, which are
 * about nobody and are put out of use rather than deleted.
 */
const isReferredToByMany = (entity: EntityName): boolean => hidesInactive(entity) && isAboutNobody(entity);

/** The relation whose record is looked up once the rows are grouped by its id; null where the rows are joined with it. */
function lateRelation({ path }: GroupKey): Field | null {
  const [relation, leaf] = path.slice(-2);
  if (!relation?.from?.length || !leaf) return null;
  const target = relation.type as EntityName;
  return isReferredToByMany(target) && !isSensitive(classOf(target, leaf.name)) ? relation : null;
}

/** The records that are looked up late, by the path that leads to each. */
function referredBy(compilation: Compilation, joined: Joined, keys: readonly GroupKey[]): Map<string, Referred> {
  const found = new Map<string, Referred>();
  for (const key of keys) {
    const relation = lateRelation(key);
    const path = key.path.slice(0, -1);
    if (!relation || found.has(nameOfPath(path))) continue;
    const from = joined.rowAt(path.slice(0, -1));
    refuseHidden(compilation, from.entity, relation.name);
    noteRelation(compilation, from, relation);
    const target: Row = { entity: relation.type as EntityName, at: alias(relation.name) };
    const { held, recordOf } = reachedById(compilation, from, relation, target);
    const id = keyword(`f${found.size}`);
    found.set(nameOfPath(path), { target, held, id, found: recordOf(id) });
  }
  return found;
}

const numbered = (columns: readonly unknown[]): SQL =>
  columns.length > 0 ? sql` group by ${list(columns.map((_, index) => integer(index + 1)))}` : sql``;

/**
 * The query `grouped` of the rows, with a column for each key and each part of a measure. Where rows are told apart by
 * records that many of them refer to, they are grouped by the ids first, which takes a fraction of comparing names, and
 * what is left is grouped by what the records say.
 */
export function groupedQuery(
  compilation: Compilation,
  joined: Joined,
  { keys, columns, args }: Grouping,
): GroupedQuery {
  const referred = columns.areOfParts ? referredBy(compilation, joined, keys) : new Map<string, Referred>();
  const zone = args.get('timeZone');
  const recordOf = ({ path }: GroupKey): Referred | undefined => referred.get(nameOfPath(path.slice(0, -1)));
  const ofRows = keys.filter((key) => !recordOf(key));
  const inRows = [
    ...[...referred.values()].map(({ held, id }) => sql`${held} as ${id}`),
    ...ofRows.map((key) => sql`${groupedBy(key, joined.valueAt(key.path), zone)} as ${key.name}`),
  ];
  const aggregates = columns.aggregates();
  const where = filters(compilation, joined.row, args, () => yes);
  const tables = joined.tables();
  const shown = seenOf(compilation, joined.row);
  const seen = (of: SQL | null): readonly SQL[] => (of ? [sql`${gathered(of)} as seen`] : []);
  const parts = sql`select ${list([...inRows, aggregates, ...seen(shown)])} from ${tables} where ${where}${numbered(inRows)}`;
  const answer = (groups: SQL): GroupedQuery => ({
    query: sql`${grouped} as materialized (${groups})`,
    seen: shown && sql`(select ${gathered(sql`seen`)} from ${grouped})`,
  });
  if (referred.size === 0) return answer(parts);
  const values = keys.map((key) => {
    const record = recordOf(key);
    const leaf = key.path.at(-1);
    if (!record || !leaf) return key.name;
    const value = collated(compilation, leaf, decisive(compilation, record.target, leaf));
    return sql`${groupedBy(key, value, zone)} as ${key.name}`;
  });
  const records = [...referred.values()].map(
    ({ target, found }) => sql` left join ${tableOf(target.entity)} ${name(target.at)} on ${found}`,
  );
  const wholes = [...values, columns.combined(), ...seen(shown && sql`seen`)];
  return answer(sql`select ${list(wholes)} from (${parts}) parts${list(records, '')}${numbered(keys)}`);
}

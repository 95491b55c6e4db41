import { publishableGroups } from '@kontor/core';
import { type EntityName, fieldOf } from '../catalogue.ts';
import type { Cube } from '../cube.ts';
import { entityNamed } from '../entity.ts';
import { decisionsFor } from '../policy/decide.ts';
import { reachOfCube } from '../policy/reach-of-cube.ts';
import { tableOf, viewerReportsQuery } from '../policy/rows.ts';
import type { Viewer } from '../viewer.ts';
import { type Compilation, compilationFor, guarded, type Row, reached, rowRule } from './field.ts';
import { personOf } from './seen.ts';
import {
  alias,
  and,
  column,
  constant,
  integer,
  list,
  name,
  param,
  prepare,
  type SQL,
  type Statement,
  sql,
} from './sql.ts';

/** One group as the database answers it, whether it may be published or not. */
export interface GroupRow {
  readonly always: readonly string[];
  /** A bit for each dimension, the first dimension the highest: set where the group is not set apart by it. */
  readonly level: number;
  readonly keys: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  /** Rows of the entity. */
  readonly count: number;
  /** People, each counted in one of the finest groups alone. */
  readonly people: number;
  readonly sum: string;
  readonly average: string;
}

/** What a group is set apart by: the id of a record or the name of a choice, and the record's label. */
export interface FigureKey {
  readonly value: string;
  readonly label: string | null;
}

/** A group whose figures are published. */
export interface FigureGroup {
  readonly always: readonly string[];
  /** Names of the dimensions that it is set apart by. */
  readonly groupedBy: readonly string[];
  /** Its key on each of them; null for rows without a value. */
  readonly keys: Readonly<Record<string, FigureKey | null>>;
  readonly count: number;
  readonly sum: string;
  readonly average: string;
}

const averageDecimals = 2;

/** A value of a row; null where the viewer may not read it. */
const value = (compilation: Compilation, row: Row, field: string): SQL =>
  guarded(compilation, row, fieldOf(row.entity, field), column(row.at, fieldOf(row.entity, field).column));

interface Dimension {
  readonly key: SQL;
  readonly label: SQL;
  readonly join: SQL;
}

/** A dimension: a choice is its own key, a record has its id and its label. */
function dimensionOf(compilation: Compilation, row: Row, dimension: string): Dimension {
  const field = fieldOf(row.entity, dimension);
  if (field.kind !== 'relation')
    return { key: sql`${value(compilation, row, dimension)}::text`, label: sql`null`, join: sql`` };
  const target: Row = { entity: field.type as EntityName, at: alias(dimension) };
  const parts = entityNamed(target.entity).label.map((each) => value(compilation, target, each));
  return {
    key: sql`${column(target.at, 'id')}::text`,
    label: sql`concat_ws(' ', ${list(parts)})`,
    join: sql` left join ${tableOf(target.entity)} ${name(target.at)} on ${reached(compilation, row, field, target)}`,
  };
}

/**
 * All groups of a cube in one company, at every division, as one statement out of the compiler's own parts. It is read
 * as somebody who may read each value of it, since what is published must not depend on who asks first.
 */
export function figuresStatement(cube: Cube, viewer: Viewer, companyId: string): Statement {
  const decisions = decisionsFor(viewer);
  const reach = reachOfCube(decisions, cube);
  if (reach !== 'every' && !reach.includes(companyId)) throw new Error(`${cube.name} is read by who may not read it`);
  const compilation = compilationFor(decisions, viewer.language);
  const row: Row = { entity: cube.entity, at: alias('counted') };
  const person = personOf(row);
  if (!person) throw new Error(`${cube.entity} is about nobody, and has no groups of people`);
  const always = cube.always.map((field) => sql`${value(compilation, row, field)}::text`);
  const dimensions = cube.dimensions.map((each) => dimensionOf(compilation, row, each));
  const named = (letter: string, of: readonly unknown[]) => of.map((_, at) => name(`${letter}${at}`));
  const [fixed, keys, labels] = [named('a', always), named('k', dimensions), named('l', dimensions)];
  const as = (values: readonly SQL[], names: readonly SQL[]) =>
    values.map((each, at) => sql`${each} as ${names[at] ?? each}`);
  const measure = value(compilation, row, cube.measure);
  const where = and([
    rowRule(compilation, row),
    sql`${column(row.at, fieldOf(cube.entity, 'companyId').column)} = ${param(() => companyId, 'uuid')}`,
    sql`${measure} is not null`,
    ...Object.entries(cube.where).map(([field, one]) => sql`${value(compilation, row, field)} = ${constant(one)}`),
  ]);
  const counted = sql`
    select ${list([
      ...as(always, fixed),
      ...as(
        dimensions.map(({ key }) => key),
        keys,
      ),
      ...as(
        dimensions.map(({ label }) => label),
        labels,
      ),
    ])},
      ${measure} as measure,
      row_number() over (partition by ${person} order by ${column(row.at, 'id')}) = 1 as first
    from ${tableOf(cube.entity)} ${name(row.at)}${list(
      dimensions.map(({ join }) => join),
      '',
    )}
    where ${where}`;
  const query = sql`
    select array[${list(fixed)}] as always, grouping(${list(keys)}) as level, array[${list(keys)}] as keys,
      array[${list(labels.map((label) => sql`min(${label})`))}]::text[] as labels,
      count(*)::int as count, (count(*) filter (where first))::int as people,
      sum(measure)::text as sum, round(avg(measure), ${integer(averageDecimals)})::text as average
    from (${counted}) counted
    group by ${list(fixed)}, cube (${list(keys)})`;
  return prepare(compilation.needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query);
}

/** Places of the dimensions that a group is set apart by. */
const placesOf = (cube: Cube, { level }: GroupRow): readonly number[] =>
  [...cube.dimensions.keys()].filter((place) => ((level >> (cube.dimensions.length - 1 - place)) & 1) === 0);

const plainKey = ({ keys }: GroupRow, place: number): string => keys[place] ?? '';

function publishedGroup(cube: Cube, row: GroupRow): FigureGroup {
  const keys = placesOf(cube, row).map((place): [string, FigureKey | null] => {
    const key = row.keys[place] ?? null;
    return [cube.dimensions[place] ?? '', key === null ? null : { value: key, label: row.labels[place] ?? null }];
  });
  const { always, count, sum, average } = row;
  return { always, groupedBy: keys.map(([each]) => each), keys: Object.fromEntries(keys), count, sum, average };
}

/** How groups stand below one another: by what all agree on, totals after what they total, then by their labels. */
function inOrder(a: FigureGroup, b: FigureGroup): number {
  const words = ({ keys }: FigureGroup): string =>
    Object.values(keys)
      .map((key) => `${key?.label ?? key?.value ?? '\uffff'} ${key?.value ?? ''}`)
      .join('\n');
  return (
    a.always.join(' ').localeCompare(b.always.join(' '), 'en') ||
    b.groupedBy.length - a.groupedBy.length ||
    a.groupedBy.join(' ').localeCompare(b.groupedBy.join(' '), 'en') ||
    words(a).localeCompare(words(b), 'en')
  );
}

/** Of all groups of a company those that may be published together. Groups that agree on nothing are never added. */
export function published(cube: Cube, rows: readonly GroupRow[]): readonly FigureGroup[] {
  const apart = new Map<string, GroupRow[]>();
  for (const row of rows) {
    const agreed = JSON.stringify(row.always);
    apart.set(agreed, [...(apart.get(agreed) ?? []), row]);
  }
  return [...apart.values()]
    .flatMap((together) => {
      const base = together
        .filter(({ level }) => level === 0)
        .map((row) => ({ keys: cube.dimensions.map((_, place) => plainKey(row, place)), people: row.people }));
      const groups = new Set(publishableGroups(base).map(({ by, keys }) => JSON.stringify([by, keys])));
      return together.filter((row) => {
        const by = placesOf(cube, row);
        return groups.has(JSON.stringify([by, by.map((place) => plainKey(row, place))]));
      });
    })
    .map((row) => publishedGroup(cube, row))
    .toSorted(inOrder);
}

import type { EntityName, Field } from '../catalogue.ts';
import { tableOf } from '../policy/rows.ts';
import { type Compilation, collated, decisive, type Row, reached, refuseHidden } from './field.ts';
import { note } from './notes.ts';
import { noteBeyond } from './seen.ts';
import { alias, column, list, name, type SQL, sql } from './sql.ts';

interface Join {
  readonly from: Row;
  readonly field: Field;
  readonly target: Row;
  readonly path: string;
  readonly reached: (from: Row) => SQL;
}

const pathName = (path: readonly Field[]): string => path.map((field) => field.name).join('.');

/**
 * Rows under an alias, and the records that paths of to-one relations lead to, each joined once. Over many rows a join
 * costs a fraction of a subquery for each; which records a viewer reaches is the same rule.
 */
export class Joined {
  readonly compilation: Compilation;
  readonly row: Row;
  readonly #joins = new Map<string, Join>();

  constructor(compilation: Compilation, row: Row) {
    this.compilation = compilation;
    this.row = row;
  }

  /** The record at the end of a path; no row where this viewer sees none. */
  rowAt(path: readonly Field[]): Row {
    const field = path.at(-1);
    if (!field) return this.row;
    const key = pathName(path);
    const known = this.#joins.get(key);
    if (known) return known.target;
    const from = this.rowAt(path.slice(0, -1));
    refuseHidden(this.compilation, from.entity, field.name);
    const target: Row = { entity: field.type as EntityName, at: alias(field.name) };
    note(this.compilation, target, 'id');
    const follow = (row: Row): SQL => reached(this.compilation, row, field, target);
    this.#joins.set(key, { from, field, target, path: key, reached: follow });
    return target;
  }

  /** The value at the end of a path, as this viewer may read it. A record is told by its id. */
  valueAt(path: readonly Field[]): SQL {
    const field = path.at(-1);
    if (!field) throw new Error('a path has at least one field');
    if (field.kind === 'relation') {
      const target = this.rowAt(path);
      return column(target.at, field.to?.at(-1) ?? 'id');
    }
    return collated(this.compilation, field, decisive(this.compilation, this.rowAt(path.slice(0, -1)), field));
  }

  /** The tables, for `from`. Nothing is joined after it was asked for, and what the joined records show is noted by it. */
  tables(): SQL {
    const joins = [...this.#joins.values()];
    // What lies at the end of a path is noted before what leads to it.
    for (const join of joins.toReversed())
      noteBeyond(this.compilation, join.from, join.field, join.target, {
        as: `joined ${join.path}`,
        reached: join.reached,
      });
    return sql`${tableOf(this.row.entity)} ${name(this.row.at)}${list(
      joins.map(
        ({ from, target, reached: follow }) =>
          sql` left join ${tableOf(target.entity)} ${name(target.at)} on ${follow(from)}`,
      ),
      '',
    )}`;
  }
}

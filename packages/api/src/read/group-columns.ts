import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { isNever } from '../policy/decide.ts';
import type { Argument } from './argument.ts';
import { refuseHidden } from './field.ts';
import type { Joined } from './joined.ts';
import type { Measure } from './measures.ts';
import { currencyOf, isInOneCurrency } from './money.ts';
import { integer, keyword, list, type SQL, sql } from './sql.ts';

/** Decimals that an average is rounded to. */
export const averageDecimals = 6;

/** What the database keeps of each group: measures are made of these. */
type Part = 'count' | 'countDistinct' | 'sum' | 'min' | 'max' | 'currencyLeast' | 'currencyMost';

interface Column {
  readonly name: string;
  readonly part: Part;
  readonly field: string;
  readonly value: SQL;
}

/** How a part of several groups follows from theirs. */
const together: Readonly<Record<Part, SQL | null>> = {
  count: sql`sum`,
  sum: sql`sum`,
  min: sql`min`,
  max: sql`max`,
  currencyLeast: sql`min`,
  currencyMost: sql`max`,
  // A value that is in two groups would be counted twice.
  countDistinct: null,
};

/** Which groups a measure is taken over: one each, or all. */
export type Over = 'group' | 'total';

interface Grouping {
  readonly joined: Joined;
  readonly keys: readonly (readonly Field[])[];
  readonly where: Argument | undefined;
  /** The different values of a field over all rows, counted by a query of their own. */
  readonly distinctOverAll: (path: readonly Field[]) => SQL;
}

/** The columns that are reckoned for each group; each once, whoever asks for it: an answer, a condition or an order. */
export class GroupColumns {
  readonly #grouping: Grouping;
  readonly #columns = new Map<string, Column>();
  readonly #money = new Map<string, Set<Over>>();

  constructor(grouping: Grouping) {
    this.#grouping = grouping;
  }

  get #entity(): EntityName {
    return this.#grouping.joined.row.entity;
  }

  /** Whether this viewer never reads a field. */
  isHidden(field: string): boolean {
    return isNever(this.#grouping.joined.compilation.decisions.of(this.#entity).read(field));
  }

  refuseHidden(field: string): void {
    refuseHidden(this.#grouping.joined.compilation, this.#entity, field);
  }

  /** A measure of a field, over one group or over all of them. */
  measure(name: string, measure: Measure, over: Over): SQL {
    const field = fieldOf(this.#entity, name);
    if (measure === 'countDistinct')
      return over === 'total' ? this.#grouping.distinctOverAll([field]) : this.#part(field, 'countDistinct');
    if (measure !== 'count') this.#watchCurrency(field, over);
    if (measure !== 'avg') return this.#over(field, measure, over);
    const [sum, count] = [this.#over(field, 'sum', over), this.#over(field, 'count', over)];
    return sql`round(${sum} / nullif(${count}, 0), ${integer(averageDecimals)})`;
  }

  /** How many rows there are. */
  rows(over: Over): SQL {
    return over === 'group' ? sql`n` : sql`coalesce(sum(n), 0)`;
  }

  #over(field: Field, part: Part, over: Over): SQL {
    const column = this.#part(field, part);
    if (over === 'group') return column;
    // Over no group at all there is nothing, and nothing counted.
    return part === 'count' ? sql`coalesce(sum(${column}), 0)` : sql`${together[part] ?? sql`max`}(${column})`;
  }

  #part(field: Field, part: Part, value = () => this.#grouping.joined.valueAt([field])): SQL {
    const key = `${field.name} ${part}`;
    const known = this.#columns.get(key);
    const column = known ?? { name: `m${this.#columns.size}`, part, field: field.name, value: value() };
    this.#columns.set(key, column);
    return keyword(column.name);
  }

  /** Amounts are compared and added in one currency alone: where that is not certain beforehand, the rows are asked. */
  #watchCurrency(field: Field, over: Over): void {
    const { joined, keys, where } = this.#grouping;
    const currency = currencyOf(this.#entity, field.name);
    if (!currency) return;
    // Of groups by currency each has one; all of them together have not.
    if (isInOneCurrency(this.#entity, currency, over === 'group' ? keys : [], where)) return;
    this.#money.set(field.name, (this.#money.get(field.name) ?? new Set<Over>()).add(over));
    for (const part of ['currencyLeast', 'currencyMost'] as const)
      this.#part(field, part, () => joined.valueAt(currency));
  }

  /** What is reckoned for each group. */
  aggregates(): SQL {
    const each = [...this.#columns.values()].map(
      (column) => sql`${this.#aggregate(column)} as ${keyword(column.name)}`,
    );
    return list([sql`count(*) as n`, ...each]);
  }

  /** Whether what is reckoned of parts of a group can be put together. */
  get areOfParts(): boolean {
    return [...this.#columns.values()].every(({ part }) => together[part] !== null);
  }

  /** What is reckoned for each group, out of the same columns of its parts. */
  combined(): SQL {
    const each = [...this.#columns.values()].map(({ name, part }) => {
      const whole = sql`${together[part] ?? sql`max`}(${keyword(name)})`;
      return sql`${part === 'count' ? sql`${whole}::bigint` : whole} as ${keyword(name)}`;
    });
    return list([sql`sum(n)::bigint as n`, ...each]);
  }

  #aggregate({ part, field, value }: Column): SQL {
    switch (part) {
      case 'count':
        return sql`count(${value})`;
      case 'countDistinct':
        return sql`count(distinct ${value})`;
      case 'sum':
        return sql`sum(${value})::numeric`;
      case 'min':
        return sql`min(${value})`;
      case 'max':
        return sql`max(${value})`;
      default: {
        // A code that is not known is a currency of its own.
        const code = sql`coalesce(${value}, '') collate "C"`;
        const amount = this.#grouping.joined.valueAt([fieldOf(this.#entity, field)]);
        return sql`${part === 'currencyLeast' ? sql`min` : sql`max`}(${code}) filter (where ${amount} is not null)`;
      }
    }
  }

  /** For each amount that would be added over several currencies, a text: its name, and whether of a group or of all. */
  mixed(groups: SQL): readonly SQL[] {
    return [...this.#money].flatMap(([field, overs]) =>
      [...overs].map((over) => {
        const of = fieldOf(this.#entity, field);
        const [least, most] = [this.#part(of, 'currencyLeast'), this.#part(of, 'currencyMost')];
        const differ = over === 'group' ? sql`bool_or(${least} <> ${most})` : sql`min(${least}) <> max(${most})`;
        return sql`(select case when ${differ} then ${keyword(`'${over}:${field}'`)} end from ${groups})`;
      }),
    );
  }
}

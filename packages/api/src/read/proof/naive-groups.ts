import { type EntityName, type Field, fieldOf, opposite } from '../../catalogue.ts';
import { entityNamed } from '../../entity.ts';
import { averageDecimals } from '../group-columns.ts';
import { countField, type Measure, measureField } from '../measures.ts';
import { type DrawnKey, type GroupQuery, placeInEnum } from './random-groups.ts';
import type { Rows, StoredRow } from './random-world.ts';

/** What a grouping comes to, by going through the rows one after the other. */

type Value = string | number | boolean | null;

const scale = 12;
const unit = 10n ** BigInt(scale);

/** A decimal in units of its twelfth place. */
function units(text: string): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * unit + BigInt(part.padEnd(scale, '0'));
  return text.startsWith('-') ? -size : size;
}

function decimalText(size: bigint): string {
  const digits = (size < 0n ? -size : size).toString().padStart(scale + 1, '0');
  const part = digits.slice(-scale).replace(/0+$/, '');
  return `${size < 0n ? '-' : ''}${digits.slice(0, -scale)}${part ? `.${part}` : ''}`;
}

/** An average to so many decimals, a half away from zero. */
function average(sum: bigint, count: number): string {
  const places = 10n ** BigInt(scale - averageDecimals);
  const divisor = BigInt(count) * places;
  const size = sum < 0n ? -sum : sum;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return decimalText((sum < 0n ? -rounded : rounded) * places);
}

function dayIn(zone: string, instant: string): string {
  const parts = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(instant));
}

function bucketOf(bucket: DrawnKey['bucket'], day: string): string {
  const [year = '', month = ''] = day.split('-');
  if (bucket === 'YEAR') return `${year}-01-01`;
  if (bucket === 'MONTH') return `${year}-${month}-01`;
  if (bucket === 'QUARTER') return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  if (bucket === 'DAY') return day;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

const collator = new Intl.Collator('en');

/** How values of a field stand to each other; null apart. */
function compareValues(field: Field, one: Value, other: Value): number {
  if (field.type === 'Decimal') return Number(units(String(one)) - units(String(other)) > 0n) * 2 - 1;
  if (field.kind === 'enum') return placeInEnum(field, String(one)) - placeInEnum(field, String(other));
  if (typeof one === 'number') return one - Number(other);
  if (typeof one === 'boolean') return Number(one) - Number(other);
  const isText = field.type === 'String' && field.native?.[0] !== 'Uuid';
  const [a, b] = [String(one), String(other)];
  return (isText ? collator.compare(a, b) : 0) || Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const isSame = (field: Field, one: Value, other: Value): boolean =>
  field.type === 'Decimal' ? units(String(one)) === units(String(other)) : one === other;

function inOrder(field: Field, one: Value, other: Value, descending: boolean, nullsFirst: boolean): number {
  if (one === null || other === null) return one === other ? 0 : (one === null) === nullsFirst ? -1 : 1;
  if (isSame(field, one, other)) return 0;
  return compareValues(field, one, other) * (descending ? -1 : 1);
}

type Row = Readonly<Record<string, unknown>>;

interface Group {
  readonly keys: readonly Value[];
  readonly rows: readonly StoredRow[];
}

export interface ExpectedGroups {
  /** Every group that meets the conditions, in order. */
  readonly keys: readonly (readonly Value[])[];
  readonly nodes: readonly Row[];
  readonly total: Row;
  /** Whether amounts of several currencies would have been added. */
  readonly mixesCurrencies: boolean;
}

/** The groups of rows that were found already, by a query that asks for nothing but them. */
export class NaiveGroups {
  readonly #query: GroupQuery;
  readonly #rows: Rows;

  constructor(query: GroupQuery, rows: Rows) {
    this.#query = query;
    this.#rows = rows;
  }

  expected(found: readonly StoredRow[]): ExpectedGroups {
    const { having, order, keys } = this.#query;
    const groups = this.#grouped(found);
    const chosen = groups.filter((group) => !having || this.#meets(group));
    const leaves = keys.map((key) => this.#keyField(key));
    const sorted = chosen.toSorted((one, other) => {
      const asked = order.map((each) => {
        const values = [one, other].map((group) => this.#orderValue(group, each.by)) as [Value, Value];
        return inOrder(this.#orderField(each.by), ...values, each.descending, each.nullsFirst);
      });
      const equal = leaves.map((leaf, index) =>
        inOrder(leaf, one.keys[index] ?? null, other.keys[index] ?? null, false, false),
      );
      return [...asked, ...equal].find((each) => each !== 0) ?? 0;
    });
    const all: Group = { keys: [], rows: found };
    return {
      keys: sorted.map((group) => group.keys),
      nodes: sorted.map((group) => ({ key: this.#keyJson(group), aggregate: this.#figures(group) })),
      total: this.#figures(all),
      mixesCurrencies:
        groups.some((group) => this.#mixes(group)) || (this.#query.total && keys.length > 0 && this.#mixes(all)),
    };
  }

  #grouped(found: readonly StoredRow[]): readonly Group[] {
    const { entity, keys, timeZone } = this.#query;
    if (keys.length === 0) return [{ keys: [], rows: found }];
    const groups = new Map<string, { keys: readonly Value[]; rows: StoredRow[] }>();
    for (const row of found) {
      const values = keys.map((key) => {
        const value = this.#at(entity, row, key.path);
        if (key.bucket === null || value === null) return value;
        const isDay = this.#leaf(key.path).native?.[0] === 'Date';
        return bucketOf(key.bucket, isDay ? String(value) : dayIn(timeZone, String(value)));
      });
      const name = JSON.stringify(
        values.map((value, index) =>
          value !== null && this.#leaf(keys[index]?.path ?? []).type === 'Decimal'
            ? decimalText(units(String(value)))
            : value,
        ),
      );
      const group = groups.get(name) ?? { keys: values, rows: [] };
      group.rows.push(row);
      groups.set(name, group);
    }
    return [...groups.values()];
  }

  #leaf([first = '', ...rest]: readonly string[]): Field {
    return rest.reduce((field, name) => fieldOf(field.type as EntityName, name), fieldOf(this.#query.entity, first));
  }

  #keyField({ path, bucket }: DrawnKey): Field {
    const leaf = this.#leaf(path);
    return bucket === null ? leaf : { ...leaf, native: ['Date', []] };
  }

  #at(entity: EntityName, row: StoredRow, [first = '', ...rest]: readonly string[]): Value {
    const field = fieldOf(entity, first);
    if (field.kind !== 'relation') return (row[first] ?? null) as Value;
    const held = field.from?.length ? field : opposite(entity, field);
    const [key, id] = [held.from?.at(-1) ?? '', held.to?.at(-1) ?? ''];
    const [mine, theirs] = held === field ? [key, id] : [id, key];
    const value = (row[mine] ?? null) as Value;
    if (value === null || (rest.length === 0 && held === field)) return value;
    // Currencies are in every database, and not among the rows.
    if (field.type === 'Currency') return value;
    const target = this.#rows.get(field.type as EntityName)?.find((each) => each[theirs] === value);
    if (!target) return null;
    return rest.length === 0 ? ((target['id'] ?? null) as Value) : this.#at(field.type as EntityName, target, rest);
  }

  #values({ rows }: Group, field: string): readonly Value[] {
    return rows.map((row) => this.#at(this.#query.entity, row, [field])).filter((value) => value !== null);
  }

  #measure(group: Group, name: string, measure: Measure): Value {
    const field = fieldOf(this.#query.entity, name);
    const values = this.#values(group, name);
    if (measure === 'count') return values.length;
    if (measure === 'countDistinct')
      return new Set(values.map((value) => (field.type === 'Decimal' ? units(String(value)) : value))).size;
    if (values.length === 0) return null;
    if (measure === 'sum' || measure === 'avg') {
      const sum = values.reduce((total, value) => total + units(String(value)), 0n);
      return measure === 'sum' ? decimalText(sum) : average(sum, values.length);
    }
    const sorted = values.toSorted((one, other) => inOrder(field, one, other, measure === 'max', false));
    const value = sorted[0] ?? null;
    return field.type === 'Decimal' ? decimalText(units(String(value))) : value;
  }

  #figures(group: Group): Row {
    const measured = this.#query.measured.map(([field, measures]) => [
      field,
      Object.fromEntries(measures.map((measure) => [measure, this.#measure(group, field, measure)])),
    ]);
    return { count: group.rows.length, ...Object.fromEntries(measured) };
  }

  #keyJson({ keys }: Group): Row {
    const json: Record<string, unknown> = {};
    for (const [index, { path }] of this.#query.keys.entries()) {
      let at = json;
      for (const name of path.slice(0, -1)) {
        at[name] ??= {};
        at = at[name] as Record<string, unknown>;
      }
      const value = keys[index] ?? null;
      const isDecimal = value !== null && this.#leaf(path).type === 'Decimal';
      at[path.at(-1) ?? ''] = isDecimal ? decimalText(units(String(value))) : value;
    }
    return json;
  }

  #orderValue(group: Group, by: GroupQuery['order'][number]['by']): Value {
    if (typeof by === 'number') return group.keys[by] ?? null;
    return by === 'count' ? group.rows.length : this.#measure(group, ...by);
  }

  #orderField(by: GroupQuery['order'][number]['by']): Field {
    if (typeof by === 'number') return this.#keyField(this.#query.keys[by] as DrawnKey);
    if (by === 'count') return countField;
    const field = fieldOf(this.#query.entity, by[0]);
    return by[1] === 'min' || by[1] === 'max' ? field : measureField(field, by[1]);
  }

  #meets(group: Group): boolean {
    const having = this.#query.having;
    if (!having) return true;
    const { of, operator, operand, negated } = having;
    const value = of === 'count' ? group.rows.length : this.#measure(group, ...of);
    if (operator === 'isNull') return ((value === null) === operand) !== negated;
    // What is unknown does not hold, nor does its opposite.
    if (value === null) return false;
    const field = of === 'count' ? countField : measureField(fieldOf(this.#query.entity, of[0]), of[1]);
    const compare = (other: unknown): number =>
      isSame(field, value, other as Value) ? 0 : compareValues(field, value, other as Value);
    const holds: Readonly<Record<string, () => boolean>> = {
      eq: () => compare(operand) === 0,
      ne: () => compare(operand) !== 0,
      lt: () => compare(operand) < 0,
      lte: () => compare(operand) <= 0,
      gt: () => compare(operand) > 0,
      gte: () => compare(operand) >= 0,
      in: () => (operand as readonly unknown[]).some((each) => compare(each) === 0),
    };
    return holds[operator]?.() !== negated;
  }

  /** Whether an amount that is added, averaged or compared is in several currencies. */
  #mixes(group: Group): boolean {
    const { entity, measured, having, order } = this.#query;
    const asked = [
      ...measured.flatMap(([field, measures]) => measures.map((measure) => [field, measure] as const)),
      ...(having && having.of !== 'count' ? [having.of] : []),
      ...order.flatMap(({ by }) => (typeof by === 'number' || by === 'count' ? [] : [by])),
    ];
    return asked.some(([field, measure]) => {
      const path = entityNamed(entity).money[field]?.split('.');
      if (!path || measure === 'count' || measure === 'countDistinct') return false;
      const rows = group.rows.filter((row) => (row[field] ?? null) !== null);
      return new Set(rows.map((row) => this.#at(entity, row, path))).size > 1;
    });
  }
}

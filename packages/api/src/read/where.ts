import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { tableOf } from '../policy/rows.ts';
import { type Argument, valuesAtMost } from './argument.ts';
import { type Compilation, decisive, type Row, reached, refuseHidden } from './field.ts';
import { asId } from './id.ts';
import { note } from './notes.ts';
import { noteBeyond } from './seen.ts';
import { alias, and, name, no, or, param, type Run, type SQL, sql, yes } from './sql.ts';

const relationsAtMost = 8;
const nestingAtMost = 24;
const branchesAtMost = 100;

/** The type that a parameter is sent as. */
export function sqlType(field: Field): string {
  if (field.kind === 'enum') return 'text';
  switch (field.type) {
    case 'Int':
      return 'bigint';
    case 'Float':
      return 'float8';
    case 'Decimal':
      return 'numeric';
    case 'Boolean':
      return 'boolean';
    case 'DateTime':
      return field.native?.[0] === 'Date' ? 'date' : 'timestamptz';
    default:
      return field.native?.[0] === 'Uuid' ? 'uuid' : 'text';
  }
}

const likeSpecial = /[\\%_]/g;

const pattern =
  (read: (run: Run) => unknown, before: string) =>
  (run: Run): string =>
    `${before}${String(read(run)).replace(likeSpecial, '\\$&')}%`;

const comparisons: Readonly<Record<string, SQL>> = {
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
};

type Leaf = Extract<Argument, { kind: 'leaf' }>;

/** An id of the wrong form is the id of nothing, here as everywhere. */
const sent =
  (type: string, { read }: Exclude<Argument, { kind: 'object' }>) =>
  (run: Run): unknown => {
    const value = read(run);
    if (type !== 'uuid') return value;
    return Array.isArray(value) ? value.map(asId) : asId(value);
  };

export function operation(field: Field, value: SQL, operator: string, operand: Argument): SQL {
  if (operand.kind === 'object') throw badInput(`${field.name}.${operator} takes a value.`);
  if (operand.value === null) throw badInput(`${field.name}.${operator} takes no null; ask with isNull.`);
  const type = sqlType(field);
  if (operand.kind === 'list') return membership(field, value, operator, operand);
  const given = param(sent(type, operand), type);
  const compared = field.kind === 'enum' ? sql`(${value})::text` : value;
  switch (operator) {
    case 'eq':
      return sql`${compared} = ${given}`;
    case 'ne':
      return sql`${compared} <> ${given}`;
    case 'isNull':
      return (operand as Leaf).value === true ? sql`${value} is null` : sql`${value} is not null`;
    case 'contains':
      return sql`${value} ilike ${param(pattern(operand.read, '%'), 'text')}`;
    case 'startsWith':
      return sql`${value} ilike ${param(pattern(operand.read, ''), 'text')}`;
    case 'has':
      return type === 'uuid' ? sql`${value} @> array[${given}]` : sql`${given} = any((${value})::text[])`;
    default:
      return sql`${compared} ${comparisons[operator] ?? no} ${given}`;
  }
}

function membership(field: Field, value: SQL, operator: string, operand: Extract<Argument, { kind: 'list' }>): SQL {
  if (operand.value.length > valuesAtMost)
    throw limitExceeded(`${field.name}.${operator} takes ${valuesAtMost} values at the most.`);
  const type = sqlType(field);
  const given = param(sent(type, operand), `${type}[]`);
  const compared = field.kind === 'enum' ? sql`(${value})::text` : value;
  if (operator === 'in') return sql`${compared} = any(${given})`;
  // The server takes null for none of an empty list; here it is unknown, as for every other list.
  return sql`(case when ${value} is not null then ${compared} <> all(${given}) end)`;
}

function scalarFilter(compilation: Compilation, row: Row, field: Field, filter: Argument): SQL {
  if (filter.kind !== 'object') throw badInput(`The filter of ${field.name} takes operators.`);
  const value = decisive(compilation, row, field);
  return and([...filter.fields].map(([operator, operand]) => operation(field, value, operator, operand)));
}

/** Whether there is a related row that this viewer sees and that passes a test. */
function related(compilation: Compilation, row: Row, field: Field, test: (target: Row) => SQL): SQL {
  const target: Row = { entity: field.type as EntityName, at: alias(field.name) };
  note(compilation, target, 'id');
  const tested = test(target);
  const followed = (from: Row): SQL => reached(compilation, from, field, target);
  noteBeyond(compilation, row, field, target, { as: target.at, reached: followed });
  const inner = and([followed(row), tested]);
  return sql`exists (select from ${tableOf(target.entity)} ${name(target.at)} where ${inner})`;
}

function relationFilter(compilation: Compilation, row: Row, field: Field, filter: Argument, depth: Depth): SQL {
  if (filter.kind !== 'object') throw badInput(`The filter of ${field.name} takes operators.`);
  refuseHidden(compilation, row.entity, field.name);
  const some = (test: (target: Row) => SQL): SQL => related(compilation, row, field, test);
  return and(
    [...filter.fields].map(([operator, operand]) => {
      if (operand.kind === 'leaf' && operand.value === null)
        throw badInput(`${field.name}.${operator} takes no null; ask with isNull.`);
      const inner = (target: Row): SQL => where(compilation, target, operand, deeper(depth, 1));
      switch (operator) {
        case 'isNull':
          return operand.kind === 'leaf' && operand.value === true ? sql`not ${some(() => yes)}` : some(() => yes);
        case 'isNot':
        case 'none':
          return sql`not ${some(inner)}`;
        case 'every':
          return sql`not ${some((target) => sql`not (${inner(target)})`)}`;
        default:
          return some(inner);
      }
    }),
  );
}

/** How deep a part of a filter stands: through how many relations, and in how many conditions of any sort. */
interface Depth {
  readonly relations: number;
  readonly nesting: number;
}

function deeper(depth: Depth, relations: number): Depth {
  const next = { relations: depth.relations + relations, nesting: depth.nesting + 1 };
  if (next.relations > relationsAtMost)
    throw limitExceeded(`A filter follows ${relationsAtMost} relations at the most.`);
  if (next.nesting > nestingAtMost) throw limitExceeded(`A filter is nested ${nestingAtMost} times at the most.`);
  return next;
}

function branches(compilation: Compilation, row: Row, argument: Argument, depth: Depth): SQL[] {
  const items = argument.kind === 'list' ? argument.items : [];
  if (items.length > branchesAtMost) throw limitExceeded(`A list of conditions has ${branchesAtMost} at the most.`);
  return items.map((item) => where(compilation, row, item, deeper(depth, 0)));
}

const outermost: Depth = { relations: 0, nesting: 0 };

/** A filter as a predicate over a row. Null is SQL's: what is not known to hold does not hold, nor does its opposite. */
export function where(compilation: Compilation, row: Row, filter: Argument, depth = outermost): SQL {
  if (filter.kind !== 'object') throw badInput('A filter is an object of fields.');
  return and(
    [...filter.fields].map(([key, each]) => {
      if (each.kind === 'leaf' && each.value === null) throw badInput(`The filter ${key} takes no null.`);
      if (key === 'and') return and(branches(compilation, row, each, depth));
      if (key === 'or') return or(branches(compilation, row, each, depth));
      if (key === 'not') return sql`not (${where(compilation, row, each, deeper(depth, 0))})`;
      const field = fieldOf(row.entity, key);
      return field.kind === 'relation'
        ? relationFilter(compilation, row, field, each, depth)
        : scalarFilter(compilation, row, field, each);
    }),
  );
}

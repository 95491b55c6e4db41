import { type EntityName, type Field, fieldOf, opposite } from '../catalogue.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { tableOf } from '../policy/rows.ts';
import type { Argument } from './argument.ts';
import { asked, type Compilation, decisive, type Row, refuseHidden, rowRule, joined } from './field.ts';
import { alias, and, name, no, or, param, type Run, type SQL, sql, yes } from './sql.ts';

const depthAtMost = 8;
const valuesAtMost = 1000;

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

const pattern = (read: (run: Run) => unknown, before: string) => (run: Run): string =>
  `${before}${String(read(run)).replace(likeSpecial, '\\$&')}%`;

const comparisons: Readonly<Record<string, SQL>> = {
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
};

type Leaf = Extract<Argument, { kind: 'leaf' }>;

function operation(field: Field, value: SQL, operator: string, operand: Argument): SQL {
  if (operand.kind === 'object') throw badInput(`${field.name}.${operator} takes a value.`);
  if (operand.value === null) throw badInput(`${field.name}.${operator} takes no null; ask with isNull.`);
  const type = sqlType(field);
  if (operand.kind === 'list') return membership(field, value, operator, operand);
  const given = param(operand.read, type);
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
      return sql`${given} = any((${value})::text[])`;
    default:
      return sql`${compared} ${comparisons[operator] ?? no} ${given}`;
  }
}

function membership(field: Field, value: SQL, operator: string, operand: Extract<Argument, { kind: 'list' }>): SQL {
  if (operand.value.length > valuesAtMost)
    throw limitExceeded(`${field.name}.${operator} takes ${valuesAtMost} values at the most.`);
  const given = param(operand.read, `${sqlType(field)}[]`);
  const compared = field.kind === 'enum' ? sql`(${value})::text` : value;
  return operator === 'in' ? sql`${compared} = any(${given})` : sql`${compared} <> all(${given})`;
}

function scalarFilter(compilation: Compilation, row: Row, field: Field, filter: Argument): SQL {
  if (filter.kind !== 'object') throw badInput(`The filter of ${field.name} takes operators.`);
  const value = decisive(compilation, row, field);
  return and([...filter.fields].map(([operator, operand]) => operation(field, value, operator, operand)));
}

/** Whether there is a related row that this viewer sees and that passes a test. */
function related(compilation: Compilation, row: Row, field: Field, test: (target: Row) => SQL): SQL {
  const target: Row = { entity: field.type as EntityName, at: alias(field.name) };
  const visible = asked(compilation, row, compilation.decisions.of(row.entity).read(field.name));
  const inner = [
    joined(row, field, target.at, opposite(row.entity, field)),
    rowRule(compilation, target),
    ...(visible ? [visible] : []),
    test(target),
  ];
  return sql`exists (select from ${tableOf(target.entity)} ${name(target.at)} where ${and(inner)})`;
}

function relationFilter(compilation: Compilation, row: Row, field: Field, filter: Argument, depth: number): SQL {
  if (filter.kind !== 'object') throw badInput(`The filter of ${field.name} takes operators.`);
  refuseHidden(compilation, row.entity, field.name);
  const some = (test: (target: Row) => SQL): SQL => related(compilation, row, field, test);
  return and(
    [...filter.fields].map(([operator, operand]) => {
      if (operand.kind === 'leaf' && operand.value === null)
        throw badInput(`${field.name}.${operator} takes no null; ask with isNull.`);
      const inner = (target: Row): SQL => where(compilation, target, operand, depth + 1);
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

/** A filter as a predicate over a row. Null is SQL's: what is not known to hold does not hold, nor does its opposite. */
export function where(compilation: Compilation, row: Row, filter: Argument, depth = 0): SQL {
  if (depth > depthAtMost) throw limitExceeded(`A filter may be ${depthAtMost} relations deep.`);
  if (filter.kind !== 'object') throw badInput('A filter is an object of fields.');
  return and(
    [...filter.fields].map(([key, each]) => {
      if (each.kind === 'leaf' && each.value === null) throw badInput(`The filter ${key} takes no null.`);
      if (key === 'and' || key === 'or') {
        const items = each.kind === 'list' ? each.items.map((item) => where(compilation, row, item, depth)) : [];
        return key === 'and' ? and(items) : or(items);
      }
      if (key === 'not') return sql`not (${where(compilation, row, each, depth)})`;
      const field = fieldOf(row.entity, key);
      return field.kind === 'relation'
        ? relationFilter(compilation, row, field, each, depth)
        : scalarFilter(compilation, row, field, each);
    }),
  );
}


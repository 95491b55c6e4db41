import { type EntityName, type Field, fieldOf, opposite } from '../catalogue.ts';
import { forbidden } from '../errors.ts';
import { type Condition, type Decisions, isNever } from '../policy/decide.ts';
import { entityPolicies } from '../policy/index.ts';
import { followsAcross, followsFromRow, type Key, type Needs, peopleWithin, predicate } from '../policy/rows.ts';
import { type Notes, note } from './notes.ts';
import { and, column, keyword, type SQL, sql } from './sql.ts';

/** What every part of the compiler shares while one statement is made. */
export interface Compilation {
  readonly decisions: Decisions;
  /** Language whose collation sorts texts. */
  readonly language: string;
  readonly needs: Needs;
  /** Coordinates that were selected in vain, such as `Employee.salary`. */
  readonly redacted: Set<string>;
  /** What is shown of the sensitive classes, for the record of who looked. */
  readonly notes: Notes;
  /** Rows that the statement may return at the most. */
  cost: number;
  /** Whether something was selected that a resolver computes from what the statement returns. */
  computes: boolean;
}

/** A compilation that has not begun. */
export const compilationFor = (decisions: Decisions, language: string): Compilation => ({
  decisions,
  language,
  needs: { reports: false },
  redacted: new Set(),
  notes: new Map(),
  cost: 0,
  computes: false,
});

/** A row of an entity under an alias; its row rule holds wherever the alias stands. */
export interface Row {
  readonly entity: EntityName;
  readonly at: symbol;
}

/** A condition of the policy on a row that is visible: null where nothing has to be asked. */
export function asked(compilation: Compilation, row: Row, condition: Condition): SQL | null {
  const decision = compilation.decisions.of(row.entity);
  return followsFromRow(row.entity, decision.row, condition)
    ? null
    : predicate(row.entity, row.at, condition, compilation.needs);
}

/** The row rule of an entity, as a predicate. */
export const rowRule = (compilation: Compilation, row: Row): SQL =>
  predicate(row.entity, row.at, compilation.decisions.of(row.entity).row, compilation.needs);

/** A guarded value: null where this viewer may not read it. */
export function guarded(compilation: Compilation, row: Row, field: Field, value: SQL): SQL {
  note(compilation, row, field.name);
  const condition = asked(compilation, row, compilation.decisions.of(row.entity).read(field.name));
  return condition ? sql`(case when ${condition} then ${value} end)` : value;
}

/** The value of a field. Of people in a list, those whom this viewer may know of. */
export function valueAsKnown(compilation: Compilation, row: Row, field: Field): SQL {
  const value = column(row.at, field.column);
  if (entityPolicies[row.entity].subject.people !== field.name) return value;
  return peopleWithin(value, compilation.decisions.of(row.entity).read(field.name), compilation.needs);
}

/**
 * A field where its value decides something: a filter, an order, a search, a cursor. A field that this viewer may never
 * read is refused; one that is readable on some rows is null on the others.
 */
export function decisive(compilation: Compilation, row: Row, field: Field): SQL {
  refuseHidden(compilation, row.entity, field.name);
  return guarded(compilation, row, field, valueAsKnown(compilation, row, field));
}

export function refuseHidden(compilation: Compilation, entity: EntityName, field: string): void {
  if (isNever(compilation.decisions.of(entity).read(field)))
    throw forbidden(`${entity}.${field} cannot be used here: you may not read it.`);
}

const collations: Readonly<Record<string, string>> = {
  en: 'en-x-icu',
  sv: 'sv-x-icu',
  de: 'de-x-icu',
  hu: 'hu-x-icu',
  sl: 'sl-x-icu',
};

export const isText = (field: Field): boolean =>
  field.kind === 'scalar' && field.type === 'String' && field.native?.[0] !== 'Uuid';

/** Sort texts the way the viewer's language does: Swedish puts å after z, Hungarian takes cs for one letter. */
export const collated = (compilation: Compilation, field: Field, value: SQL): SQL =>
  isText(field) ? sql`${value} collate ${keyword(`"${collations[compilation.language] ?? 'en-x-icu'}"`)}` : value;

/** The foreign key of a relation, whichever end the relation is asked from. */
function keyOf(from: EntityName, field: Field): Key {
  const target = field.type as EntityName;
  if (field.from?.length) return { holder: from, from: field.from, target, to: field.to ?? [] };
  const back = opposite(from, field);
  return { holder: target, from: back.from ?? [], target: from, to: back.to ?? [] };
}

/** The join of a relation. What a key of several columns has before the last is the company, the same at both ends. */
function joined(from: Row, field: Field, target: symbol): SQL {
  const key = keyOf(from.entity, field);
  const [holder, held] = field.from?.length ? [from.at, target] : [target, from.at];
  const fromField = fieldOf(key.holder, key.from.at(-1) ?? '');
  const toField = fieldOf(key.target, key.to.at(-1) ?? '');
  return sql`${column(holder, fromField.column)} = ${column(held, toField.column)}`;
}

/**
 * The rows that a relation leads to. Who is in the list of a record is told by a field of those rows, the one that points
 * back: where this viewer may not read that field, the row is not in the list.
 */
export function linked(compilation: Compilation, row: Row, field: Field, target: Row): SQL {
  const back = opposite(row.entity, field);
  const told = field.list ? asked(compilation, target, compilation.decisions.of(target.entity).read(back.name)) : null;
  return and([joined(row, field, target.at), ...(told ? [told] : [])]);
}

/** Whether this viewer may follow a relation from a row: null where nothing has to be asked. */
const followed = (compilation: Compilation, row: Row, field: Field): SQL | null =>
  asked(compilation, row, compilation.decisions.of(row.entity).read(field.name));

/** What decides whether this viewer sees the record that a relation leads to; nothing where who sees the row does. */
function seenFrom(compilation: Compilation, row: Row, field: Field, target: Row): readonly SQL[] {
  const near = compilation.decisions.of(row.entity).row;
  const far = compilation.decisions.of(target.entity).row;
  return followsAcross(keyOf(row.entity, field), near, far) ? [] : [rowRule(compilation, target)];
}

/** The rows that this viewer sees at the other end of a relation, where this viewer may follow it. */
export function reached(compilation: Compilation, row: Row, field: Field, target: Row): SQL {
  const follow = followed(compilation, row, field);
  return and([
    linked(compilation, row, field, target),
    ...seenFrom(compilation, row, field, target),
    ...(follow ? [follow] : []),
  ]);
}

/** The same in two steps, for a row that holds the id: the id as this viewer may follow it, then the record that has it. */
export function reachedById(compilation: Compilation, row: Row, field: Field, target: Row) {
  const key = keyOf(row.entity, field);
  const held = column(row.at, fieldOf(row.entity, key.from.at(-1) ?? '').column);
  const follow = followed(compilation, row, field);
  const id = column(target.at, fieldOf(target.entity, key.to.at(-1) ?? '').column);
  return {
    held: follow ? sql`(case when ${follow} then ${held} end)` : held,
    recordOf: (given: SQL): SQL => and([sql`${id} = ${given}`, ...seenFrom(compilation, row, field, target)]),
  };
}

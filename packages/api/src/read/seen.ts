import { type Field, fieldOf } from '../catalogue.ts';
import { entityPolicies } from '../policy/index.ts';
import { tableOf } from '../policy/rows.ts';
import { asked, type Compilation, type Row } from './field.ts';
import { leadsToSamePerson, noteOf, noteRelation, type SensitiveDataClass } from './notes.ts';
import { column, constant, list, name, or, type SQL, sql } from './sql.ts';

/** The person that a row is about, as an expression; null where the entity is about nobody. */
export function personOf(row: Row): SQL | null {
  const { subject } = entityPolicies[row.entity];
  const value = (field: string): SQL => column(row.at, fieldOf(row.entity, field).column);
  if (subject.person) return value(subject.person);
  if (subject.employee) return sql`(select e.person_id from employee e where e.id = ${value(subject.employee)})`;
  if (subject.user) return sql`(select u.person_id from app_user u where u.id = ${value(subject.user)})`;
  return null;
}

const none: ReadonlySet<SensitiveDataClass> = new Set();

/** On which rows a class is shown: null for all that are visible. */
function shownWhere(compilation: Compilation, row: Row, dataClass: SensitiveDataClass): SQL | null {
  const conditions = [...(noteOf(compilation, row.at).shown.get(dataClass) ?? [])].map((each) =>
    asked(compilation, row, each),
  );
  return conditions.includes(null) ? null : or(conditions.filter((each) => each !== null));
}

/** The classes that are shown on every row, and the others with where they are. */
function classesShown(compilation: Compilation, row: Row, without: ReadonlySet<SensitiveDataClass>) {
  const always: SensitiveDataClass[] = [];
  const sometimes: (readonly [SensitiveDataClass, SQL])[] = [];
  for (const dataClass of noteOf(compilation, row.at).shown.keys()) {
    if (without.has(dataClass)) continue;
    const where = shownWhere(compilation, row, dataClass);
    if (where === null) always.push(dataClass);
    else sometimes.push([dataClass, where]);
  }
  return { always, sometimes };
}

/**
 * Whose data of which sensitive classes a row shows, with all that hangs on it, as text: `bank+pay:<person>`, separated by
 * spaces. Null where it shows none, and then the statement is not made longer by a letter.
 */
export function seenOf(compilation: Compilation, row: Row, without = none): SQL | null {
  if (!compilation.notes.has(row.at)) return null;
  const { always, sometimes } = classesShown(compilation, row, without);
  const person = personOf(row);
  if (person === null && always.length + sometimes.length > 0)
    throw new Error(`${row.entity} shows ${[...always, ...sometimes].join()} of nobody in particular`);
  const known = new Set([...without, ...always]);
  const parts = [
    ...(always.length > 0 ? [sql`${constant(`${always.join('+')}:`)} || ${person ?? constant('')}`] : []),
    ...sometimes.map(
      ([dataClass, where]) =>
        sql`case when ${where} then ${constant(`${dataClass}:`)} || ${person ?? constant('')} end`,
    ),
    ...[...noteOf(compilation, row.at).beyond.values()].map(({ samePerson, text }) =>
      text(row, samePerson ? known : none),
    ),
  ];
  return together(parts);
}

/** For what answers without a record of who looked: it shows no sensitive class, now and after the next change of it. */
export function showsNothingSensitive(compilation: Compilation): void {
  for (const { shown } of compilation.notes.values())
    if (shown.size > 0) throw new Error(`${[...shown.keys()].join()} would be shown, and nobody would record it`);
}

/** Several such texts as one; null where there is none. */
export function together(parts: readonly (SQL | null)[]): SQL | null {
  const found = parts.filter((part) => part !== null);
  return found.length > 1 ? sql`concat_ws(' ', ${list(found)})` : (found[0] ?? null);
}

/** Such a text over all rows of a query. */
export const gathered = (text: SQL): SQL => sql`string_agg(${text}, ' ')`;

/** Notes what the row at the other end of a relation shows, once it has been compiled. */
export function noteBeyond(
  compilation: Compilation,
  row: Row,
  field: Field,
  target: Row,
  by: { readonly as: string | symbol; readonly reached: (from: Row) => SQL },
): void {
  noteRelation(compilation, row, field);
  if (!compilation.notes.has(target.at)) return;
  noteOf(compilation, row.at).beyond.set(by.as, {
    samePerson: leadsToSamePerson(row.entity, field),
    text: (from, without) => {
      const seen = seenOf(compilation, target, without);
      return (
        seen &&
        sql`(select ${gathered(seen)} from ${tableOf(target.entity)} ${name(target.at)} where ${by.reached(from)})`
      );
    },
  });
}

/** What rows under one alias were found to show is shown by the same rows under another. */
export function moveNotes(compilation: Compilation, from: Row, to: Row): void {
  const before = compilation.notes.get(from.at);
  if (!before) return;
  const after = noteOf(compilation, to.at);
  for (const [dataClass, conditions] of before.shown)
    after.shown.set(dataClass, new Set([...(after.shown.get(dataClass) ?? []), ...conditions]));
  for (const [key, beyond] of before.beyond) after.beyond.set(key, beyond);
  compilation.notes.delete(from.at);
}

import type { EntityName, Field } from '../catalogue.ts';
import { opposite } from '../catalogue.ts';
import { type DataClass, sensitiveClasses } from '../policy/classes.ts';
import { type Condition, type Decisions, isNever, isOwnAlone } from '../policy/decide.ts';
import { classOf, entityPolicies } from '../policy/index.ts';
import type { Row } from './field.ts';
import type { SQL } from './sql.ts';

export type SensitiveDataClass = keyof typeof sensitiveClasses;

export const isSensitive = (dataClass: DataClass): dataClass is SensitiveDataClass => dataClass in sensitiveClasses;

/** What a statement shows of the sensitive classes on the rows under one alias. */
export interface Note {
  /** Under which conditions of the policy each class is shown: on rows where one of them holds. */
  readonly shown: Map<SensitiveDataClass, Set<Condition>>;
  /** What rows that hang on these show besides, by a key under which the same is not gathered twice. */
  readonly beyond: Map<string | symbol, Beyond>;
}

/** Rows that hang on others: in a record, or under a filter or an order that decides by them. */
export interface Beyond {
  /** Whether they are about the same person, so that a class which is recorded already is recorded. */
  readonly samePerson: boolean;
  /** The people of whom a class is shown, as text, but for the classes given. */
  readonly text: (row: Row, without: ReadonlySet<SensitiveDataClass>) => SQL | null;
}

export type Notes = Map<symbol, Note>;

export interface Noting {
  readonly decisions: Decisions;
  readonly notes: Notes;
}

export function noteOf({ notes }: Noting, at: symbol): Note {
  const note = notes.get(at) ?? { shown: new Map(), beyond: new Map() };
  notes.set(at, note);
  return note;
}

function add(noting: Noting, at: symbol, dataClass: SensitiveDataClass, condition: Condition): void {
  if (isNever(condition) || isOwnAlone(condition)) return;
  const { shown } = noteOf(noting, at);
  shown.set(dataClass, (shown.get(dataClass) ?? new Set<Condition>()).add(condition));
}

/** Notes that a field of a row is shown, or decides which rows are. Reading what is one's own is not noted. */
export function note(noting: Noting, row: Row, field: string, { masked = false } = {}): void {
  const dataClass = classOf(row.entity, field);
  if (!isSensitive(dataClass)) return;
  const decision = noting.decisions.of(row.entity);
  add(noting, row.at, dataClass, decision.read(field));
  if (masked) add(noting, row.at, dataClass, decision.masked(field));
}

const isAbout = (entity: EntityName, key: 'person' | 'employee', column: string): boolean =>
  entityPolicies[entity].subject[key] === column;

/** Whether a relation leads from a row about somebody to rows about the same person. */
export function leadsToSamePerson(entity: EntityName, field: Field): boolean {
  const target = field.type as EntityName;
  const [held, holder, other] = field.from?.length
    ? [field, entity, target]
    : [opposite(entity, field), target, entity];
  const [key, end] = [held.from?.at(-1) ?? '', held.to?.at(-1) ?? ''];
  return (['person', 'employee'] as const).some(
    (each) => isAbout(holder as EntityName, each, key) && isAbout(other as EntityName, each, end),
  );
}

/** Whether the rows of an entity are about nobody, as those of a catalogue: what refers to one tells of itself. */
export const isAboutNobody = (entity: EntityName): boolean => Object.keys(entityPolicies[entity].subject).length === 0;

/** Notes that a relation is followed. Rows about other people are noted where they are shown. */
export function noteRelation(noting: Noting, row: Row, field: Field): void {
  const tellsOfRow = (field.from?.length ?? 0) > 0 && isAboutNobody(field.type as EntityName);
  if (tellsOfRow || leadsToSamePerson(row.entity, field)) note(noting, row, field.name);
}

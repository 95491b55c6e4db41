import { changedInput, type FormField, type FormValues, sameValue, toFormValues, toInputValue } from './form-values.ts';

/** A field that somebody changed while this viewer was editing. */
export interface ConflictRow<Field extends FormField = FormField> {
  readonly field: Field;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who changed it. Only `both` needs a decision; the others are proposed as they are. */
  readonly changedBy: 'me' | 'them' | 'both';
}

export type Choice = 'mine' | 'theirs';

/** Compares three versions of a record: the one that the form started with, the form's, and the stored one. */
export function conflictRows<Field extends FormField>(
  fields: readonly Field[],
  started: FormValues,
  mine: FormValues,
  stored: Readonly<Record<string, unknown>>,
): ConflictRow<Field>[] {
  const theirs = toFormValues(fields, stored);
  return fields.flatMap((field) => {
    const values = [started, mine, theirs].map((version) => toInputValue(field, version[field.inputName]));
    const [before, own, other] = values;
    const byMe = !sameValue(field, before, own);
    const byThem = !sameValue(field, before, other);
    if ((!byMe && !byThem) || sameValue(field, own, other)) return [];
    const changedBy = byMe && byThem ? 'both' : byMe ? 'me' : 'them';
    return [
      {
        field,
        before: started[field.inputName],
        mine: mine[field.inputName],
        theirs: theirs[field.inputName],
        changedBy,
      },
    ];
  });
}

/** What stands chosen at first: nothing where both changed the field. */
export function proposedChoices(rows: readonly ConflictRow[]): Record<string, Choice> {
  const decided = rows.filter((row) => row.changedBy !== 'both');
  return Object.fromEntries(decided.map((row) => [row.field.inputName, row.changedBy === 'me' ? 'mine' : 'theirs']));
}

/** The changes to send against the stored version, once every field is decided. */
export function resolveConflict(
  rows: readonly ConflictRow[],
  choices: Readonly<Record<string, Choice>>,
): Record<string, unknown> {
  const mine = rows.filter((row) => choices[row.field.inputName] === 'mine');
  const fields = mine.map((row) => row.field);
  const before = Object.fromEntries(mine.map((row) => [row.field.inputName, row.theirs]));
  const after = Object.fromEntries(mine.map((row) => [row.field.inputName, row.mine]));
  return changedInput(fields, before, after);
}

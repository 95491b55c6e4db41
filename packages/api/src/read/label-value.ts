import { enums, type Field } from '../catalogue.ts';
import { languages } from '../entity.ts';
import { valueLabel } from '../meta/vocabulary.ts';
import type { Compilation } from './field.ts';
import { isInstant, written } from './json.ts';
import { constant, list, type SQL, sql } from './sql.ts';

/** A value as a part of a record's label: a choice by its word in the reader's language, a moment to the minute. */
export function labelValue({ language }: Compilation, field: Field, value: SQL): SQL {
  if (field.kind === 'enum') {
    const known = languages.find((each) => each === language) ?? 'en';
    const words = (enums[field.type]?.values ?? []).map(
      ({ name }) => sql`when ${constant(name)} then ${constant(valueLabel(field.type, name, known))}`,
    );
    return sql`case (${value})::text ${list(words, ' ')} end`;
  }
  // Nobody knows the reader's clocks here, so it says which clocks are meant.
  if (isInstant(field)) return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')`;
  return written(field, value);
}

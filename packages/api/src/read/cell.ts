import type { Field } from '../catalogue.ts';
import { isNever } from '../policy/decide.ts';
import { hasEnd } from '../policy/meet.ts';
import { asked, type Compilation, type Row, valueAsKnown } from './field.ts';
import { written } from './json.ts';
import { note } from './notes.ts';
import { keyword, type SQL, sql } from './sql.ts';

/** The last characters of a text that is masked. */
export const endOf = (value: SQL): SQL =>
  sql`case when length(${value}) > 4 then '•••• ' || right(${value}, 4) when ${value} is not null then '••••' end`;

function masked(compilation: Compilation, row: Row, field: Field, value: SQL): SQL {
  const decision = compilation.decisions.of(row.entity).masked(field.name);
  if (isNever(decision) || !hasEnd(field)) return keyword('null');
  const condition = asked(compilation, row, decision);
  return condition === null ? endOf(value) : sql`case when ${condition} then ${endOf(value)} end`;
}

/**
 * A value for a cell of a file: as the graph writes it, guarded and masked as in a record, and null where this viewer does
 * not read it. A list is JSON.
 */
export function cellValue(compilation: Compilation, row: Row, field: Field): SQL {
  const read = compilation.decisions.of(row.entity).read(field.name);
  const value = valueAsKnown(compilation, row, field);
  note(compilation, row, field.name, { masked: hasEnd(field) });
  const hidden = masked(compilation, row, field, value);
  if (isNever(read)) return hidden;
  const plain = field.list ? sql`to_json(${value})` : written(field, value);
  const condition = asked(compilation, row, read);
  return condition === null ? plain : sql`case when ${condition} then ${plain} else ${hidden} end`;
}

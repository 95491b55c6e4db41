import { fieldOf } from '../catalogue.ts';
import { entityNamed } from '../entity.ts';
import { badInput } from '../errors.ts';
import { isNever } from '../policy/decide.ts';
import { type Argument, searchAtMost } from './argument.ts';
import { type Compilation, decisive, type Row } from './field.ts';
import { and, or, param, type SQL, sql } from './sql.ts';

const wordsAtMost = 8;

const likeSpecial = /[\\%_]/g;

const wordsOf = (text: unknown): string[] =>
  String(text)
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, wordsAtMost);

/**
 * A search: every word stands in one of the fields that the entity is searched by and this viewer may read. Case and
 * accents do not count. The number of words decides the statement, and is part of the shape that it is kept under.
 */
export function search(compilation: Compilation, row: Row, argument: Argument): SQL {
  if (argument.kind !== 'leaf') throw badInput('A search is a text.');
  if (String(argument.value).length > searchAtMost)
    throw badInput(`A search has ${searchAtMost} characters at the most.`);
  const decision = compilation.decisions.of(row.entity);
  const fields = entityNamed(row.entity)
    .search.map((field) => fieldOf(row.entity, field))
    .filter((field) => !isNever(decision.read(field.name)));
  const word = (index: number): SQL =>
    sql`'%' || search_fold(${param(({ variables, viewer }) => {
      const words = wordsOf(argument.read({ variables, viewer }));
      return (words[index] ?? '').replace(likeSpecial, '\\$&');
    }, 'text')}) || '%'`;
  return and(
    wordsOf(argument.value).map((_, index) =>
      or(fields.map((field) => sql`search_fold(${decisive(compilation, row, field)}) like ${word(index)}`)),
    ),
  );
}

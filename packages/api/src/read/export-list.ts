import type { Rejection } from '@kontor/core';
import type { EntityName, Field } from '../catalogue.ts';
import { viewerReportsQuery } from '../policy/rows.ts';
import type { Arguments } from './argument.ts';
import { cellValue } from './cell.ts';
import { filters } from './connection.ts';
import { cellKindOf, columnPath, type ExportColumn, labelOfPath } from './export-columns.ts';
import { attempt, type Compiled, type Exporting, fault, type ListSource } from './export-request.ts';
import { type Compilation, compilationFor, type Row } from './field.ts';
import { Joined } from './joined.ts';
import { note } from './notes.ts';
import { orderBy, orderKeys } from './order.ts';
import { labelText } from './record.ts';
import { seenOf } from './seen.ts';
import { alias, integer, list, prepare, type SQL, type Statement, sql, yes } from './sql.ts';

const columnsAtMost = 100;
/** Rows are counted so far: more than this no sheet of a workbook holds. */
export const countedAtMost = 1_048_576;

const finished = ({ needs }: Compilation, query: SQL): Statement =>
  prepare(needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query);

/** The value at the end of a path: a record stands by its label. */
function valueAt(joined: Joined, path: readonly Field[]): SQL {
  const end = path.at(-1);
  if (end?.kind === 'relation') return labelText(joined.compilation, joined.rowAt(path));
  if (!end) throw new Error('a path has at least one field');
  return cellValue(joined.compilation, joined.rowAt(path.slice(0, -1)), end);
}

interface ListToRead {
  readonly entity: EntityName;
  readonly args: Arguments;
  readonly paths: readonly (readonly Field[])[];
}

/** All rows of a list in one statement. Records that rows refer to are joined: there are many rows. */
function rowsStatement({ decisions, language }: Exporting, { entity, args, paths }: ListToRead) {
  const compilation = compilationFor(decisions, language);
  const row: Row = { entity, at: alias(entity) };
  note(compilation, row, 'id');
  const joined = new Joined(compilation, row);
  const values = paths.map((path) => valueAt(joined, path));
  const order = orderBy(orderKeys(compilation, entity, args.get('orderBy')), row, false);
  const where = filters(compilation, row, args, () => yes);
  const tables = joined.tables();
  const seen = seenOf(compilation, row);
  const columns = list([...values, ...(seen ? [seen] : [])]);
  const rows = finished(compilation, sql`select ${columns} from ${tables} where ${where} order by ${order}`);
  return { rows, tellsSeen: seen !== null };
}

function countStatement({ decisions, language, entity, args }: Exporting): Statement {
  const compilation = compilationFor(decisions, language);
  const row: Row = { entity: entity.name, at: alias(entity.name) };
  const where = filters(compilation, row, args, () => yes);
  const tables = new Joined(compilation, row).tables();
  return finished(
    compilation,
    sql`select count(*)::int from (select from ${tables} where ${where} limit ${integer(countedAtMost)}) counted`,
  );
}

function columnsOf(exporting: Exporting, rejections: Rejection[]) {
  const { decisions, entity, language, request } = exporting;
  const names = request.columns ?? [];
  if (names.length === 0) rejections.push(fault('COLUMNS_MISSING', 'Choose at least one column.', ['columns']));
  if (names.length > columnsAtMost)
    rejections.push(fault('TOO_MANY_COLUMNS', `An export has ${columnsAtMost} columns at the most.`, ['columns']));
  const paths: (readonly Field[])[] = [];
  const columns: ExportColumn[] = [];
  for (const [index, name] of names.slice(0, columnsAtMost).entries()) {
    const path = columnPath(decisions, entity.name, name);
    if ('code' in path) {
      rejections.push(fault(path.code, path.message, ['columns', index]));
      continue;
    }
    const end = path.at(-1);
    paths.push(path);
    if (end) columns.push({ name, label: labelOfPath(entity, path, language), kind: cellKindOf(end) });
  }
  return { paths, columns };
}

/** A list as an export; what is wrong with it is added to what is known to be. */
export function listExport(exporting: Exporting, known: readonly Rejection[]): Compiled {
  const { entity, args, request } = exporting;
  const rejections = [...known];
  for (const name of ['measures', 'total', 'having', 'timeZone'] as const)
    if (request[name] && !known.some(({ path }) => path[0] === name))
      rejections.push(fault('ARGUMENT_UNKNOWN', `${name} goes with groupBy.`, [name]));
  const { paths, columns } = columnsOf(exporting, rejections);
  for (const [name, each] of args) {
    const alone = { entity: entity.name, args: new Map([[name, each]]), paths: [] };
    rejections.push(...attempt(name, () => rowsStatement(exporting, { ...alone, paths: paths.slice(0, 1) })));
  }
  if (rejections.length > 0) return { ok: false, rejections };
  const statement = rowsStatement(exporting, { entity: entity.name, args, paths });
  const source: ListSource = { kind: 'list', ...statement, count: countStatement(exporting) };
  return { ok: true, value: { columns, source } };
}

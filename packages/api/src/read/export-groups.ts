import { isTimeZone, type Rejection } from '@kontor/core';
import { isObjectType, type OperationDefinitionNode, parse } from 'graphql';
import type { Field } from '../catalogue.ts';
import type { Argument } from './argument.ts';
import { surroundingsOf } from './execute.ts';
import {
  cellKindOf,
  type ExportColumn,
  type ExportMeasure,
  labelOfPath,
  measureColumn,
  measureNamed,
} from './export-columns.ts';
import { attempt, type Compiled, type Exporting, fault } from './export-request.ts';
import { type GroupKey, groupKeys, keyField, nameOfPath } from './group-keys.ts';
import { groupsAtMost } from './groups.ts';
import { below, type Operation, selectedFields } from './selection.ts';
import { type Read, readGroups } from './statement.ts';

const measuresAtMost = 50;

/** A column, the selection that asks for it and where in the answer it then is. */
interface Asked {
  readonly column: ExportColumn;
  readonly selection: string;
  readonly cell: readonly string[];
}

/** The columns of a key. A record is a column of its label and one of its id: for people and for programs. */
function keyColumns({ entity, language }: Exporting, { path, ...key }: GroupKey, index: number): Asked[] {
  const leaf = path.at(-1) as Field;
  const own = (alias: string, name: string, column: ExportColumn): Asked => {
    const before = path.slice(0, -1).map((field, depth) => (depth === 0 ? `${alias}: ${field.name}` : field.name));
    const [open, close] = [before.map((each) => `${each} { `).join(''), ' }'.repeat(before.length)];
    const selection = before.length > 0 ? `${open}${name}${close}` : `${alias}: ${name}`;
    const inner = path.slice(1, -1).map((field) => field.name);
    return { column, selection, cell: before.length > 0 ? ['key', alias, ...inner, name] : ['key', alias] };
  };
  const value = own(`k${index}`, leaf.name, {
    name: nameOfPath(path),
    label: labelOfPath(entity, path, language),
    kind: cellKindOf(keyField({ path, ...key })),
  });
  if (leaf.name !== 'id' || path.length === 1) return [value];
  const record = path.slice(0, -1);
  const label = { name: nameOfPath(record), label: labelOfPath(entity, record, language), kind: 'text' as const };
  return [own(`l${index}`, '_label', label), value];
}

function measuresOf({ schema, decisions, entity, request }: Exporting, rejections: Rejection[]): ExportMeasure[] {
  const names = request.measures ?? ['count'];
  if (names.length === 0 || names.length > measuresAtMost)
    rejections.push(
      fault('MEASURES_MISSING', `Name one measure at least, and ${measuresAtMost} at the most.`, ['measures']),
    );
  const type = schema.getType(`${entity.name}Aggregate`);
  const measured = isObjectType(type) ? type.getFields() : {};
  return names.slice(0, measuresAtMost).flatMap((name, index) => {
    const found = measureNamed(decisions, entity.name, name);
    if (!('code' in found) && (found.field === null || found.field.name in measured)) return [found];
    const message = 'code' in found ? found.message : `There is no measure ${name}. Name one such as count or fte.sum.`;
    rejections.push(fault('MEASURE_UNKNOWN', message, ['measures', index]));
    return [];
  });
}

function measureAsked({ entity, language }: Exporting, measure: ExportMeasure, index: number): Asked {
  const alias = `m${index}`;
  const column = measureColumn(entity, measure, language);
  if (measure.field === null) return { column, selection: `${alias}: count`, cell: [alias] };
  const selection = `${alias}: ${measure.field.name} { ${measure.measure} }`;
  return { column, selection, cell: [alias, measure.measure] };
}

const leaf = (value: unknown): Argument => ({ kind: 'leaf', value, read: () => value });

/** The groups in one statement, all of them: there are 10,000 at the most, and whoever has more is told so. */
function readOf({ schema, decisions, language, entity }: Exporting, selection: string, args: Exporting['args']): Read {
  const [definition] = parse(`{ ${entity.single}Groups { ${selection} } }`).definitions;
  const operation: Operation = { fragments: {}, variables: {} };
  const [root] = selectedFields([(definition as OperationDefinitionNode).selectionSet], operation);
  if (!root) throw new Error('an export selects groups');
  const around = { ...surroundingsOf(schema, operation), pageAtMost: groupsAtMost };
  const all = new Map([...args, ['first', leaf(groupsAtMost)] as const]);
  return readGroups(
    { decisions, language, entity: entity.name, args: all, selections: below(root, operation), around },
    'groups',
  );
}

/** Figures by groups as an export; what is wrong with it is added to what is known to be. */
export function groupedExport(exporting: Exporting, known: readonly Rejection[]): Compiled {
  const { entity, args, request } = exporting;
  const rejections = [...known];
  if (request.columns && request.columns.length > 0)
    rejections.push(fault('ARGUMENT_UNKNOWN', 'columns are of a list; groups have groupBy and measures.', ['columns']));
  const zone = request.timeZone ?? 'UTC';
  if (typeof zone !== 'string' || !isTimeZone(zone))
    rejections.push(
      fault('TIME_ZONE_UNKNOWN', 'Use a name of the time zone database, such as Europe/Stockholm.', ['timeZone']),
    );
  const measures = measuresOf(exporting, rejections);
  const by = args.get('groupBy');
  const keysWrong = attempt('groupBy', () =>
    readOf(exporting, 'nodes { aggregate { count } }', new Map(by ? [['groupBy', by]] : [])),
  );
  if (!rejections.some(({ path }) => path[0] === 'groupBy')) rejections.push(...keysWrong);
  for (const [name, each] of args)
    if (by && name !== 'groupBy' && keysWrong.length === 0) {
      const alone = new Map([
        ['groupBy', by],
        [name, each],
      ]);
      rejections.push(...attempt(name, () => readOf(exporting, 'nodes { aggregate { count } }', alone)));
    }
  if (rejections.length > 0) return { ok: false, rejections };
  const keys = groupKeys(entity.name, by).flatMap((key, index) => keyColumns(exporting, key, index));
  const figures = measures.map((measure, index) => measureAsked(exporting, measure, index));
  const aggregate = `{ ${figures.map(({ selection }) => selection).join(' ')} }`;
  const node = `key { ${keys.map(({ selection }) => selection).join(' ')} } aggregate ${aggregate}`;
  const read = readOf(exporting, `nodes { ${node} }${request.total ? ` total ${aggregate}` : ''}`, args);
  return {
    ok: true,
    value: {
      columns: [...keys, ...figures].map(({ column }) => column),
      source: {
        kind: 'groups',
        read,
        cells: [...keys.map(({ cell }) => cell), ...figures.map(({ cell }) => ['aggregate', ...cell])],
        totals: request.total ? [...keys.map(() => null), ...figures.map(({ cell }) => cell)] : null,
      },
    },
  };
}

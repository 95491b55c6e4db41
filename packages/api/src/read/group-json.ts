import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { tableOf } from '../policy/rows.ts';
import { type Row, rowRule } from './field.ts';
import type { GroupColumns, Over } from './group-columns.ts';
import { type GroupKey, keyField, nameOfPath } from './group-keys.ts';
import { cursorOf } from './group-page.ts';
import { encodingOf, type Json, object, scalar, written } from './json.ts';
import { countField, type Measure, measureField, measureKindOf } from './measures.ts';
import { labelText, type Surroundings } from './record.ts';
import { gathered, seenOf } from './seen.ts';
import { below, type Selected } from './selection.ts';
import { alias, and, column, name, type SQL, sql } from './sql.ts';

/** What the answer about groups is written from. */
export interface Making {
  readonly around: Surroundings;
  readonly entity: EntityName;
  readonly columns: GroupColumns;
  readonly keys: readonly GroupKey[];
  /** What the labels of keys show of the sensitive classes. */
  readonly labels: (SQL | null)[];
}

function measuresJson(
  { entity, columns }: Making,
  selected: Selected,
  selections: readonly Selected[],
  over: Over,
): Json {
  const field = fieldOf(entity, selected.name);
  return object(
    selections.map(({ key, name: measure }) => {
      if (measure === '__typename') return [key, [JSON.stringify(`${measureKindOf(field)}Measures`)]];
      const as = measureField(field, measure as Measure);
      const value = columns.measure(selected.name, measure as Measure, over);
      return [key, scalar(encodingOf(as), written(as, value), true)];
    }),
  );
}

/** The measures of one group, or of all of them. */
export function aggregateJson(making: Making, selections: readonly Selected[], over: Over): Json {
  const { around, entity, columns } = making;
  return object(
    selections.map((selected) => {
      if (selected.name === '__typename') return [selected.key, [JSON.stringify(`${entity}Aggregate`)]];
      if (selected.name === 'count')
        return [selected.key, scalar('bare', written(countField, columns.rows(over)), false)];
      if (columns.isHidden(selected.name)) {
        around.compilation.redacted.add(`${entity}.${selected.name}`);
        return [selected.key, ['null']];
      }
      return [selected.key, measuresJson(making, selected, below(selected, around.operation), over)];
    }),
  );
}

/** The label of a record that groups are told apart by; it is looked up once for each group. */
function keyLabel({ around, keys, labels }: Making, path: readonly Field[]): Json {
  const { compilation } = around;
  const key = keys.find((each) => nameOfPath(each.path) === `${nameOfPath(path)}.id`);
  if (!key) return ['null'];
  const target: Row = { entity: path.at(-1)?.type as EntityName, at: alias('labelled') };
  const found = sql`${tableOf(target.entity)} ${name(target.at)} where ${and([
    sql`${column(target.at, 'id')} = ${key.column}`,
    rowRule(compilation, target),
  ])}`;
  const label = labelText(compilation, target);
  const seen = seenOf(compilation, target);
  if (seen) labels.push(sql`(select ${gathered(seen)} from ${found})`);
  return scalar('escaped', sql`(select ${label} from ${found})`, true);
}

/** The keys of a group, in the shape of the records that they come from. What is no key is null. */
function keyJson(making: Making, entity: EntityName, selections: readonly Selected[], before: readonly Field[]): Json {
  return object(
    selections.map((selected): [string, Json] => {
      if (selected.name === '__typename') return [selected.key, [JSON.stringify(`${entity}GroupKey`)]];
      if (selected.name === '_label') return [selected.key, keyLabel(making, before)];
      const path = [...before, fieldOf(entity, selected.name)];
      const field = path.at(-1) as Field;
      if (field.kind === 'relation') {
        const target = field.type as EntityName;
        return [selected.key, keyJson(making, target, below(selected, making.around.operation), path)];
      }
      const key = making.keys.find((each) => nameOfPath(each.path) === nameOfPath(path));
      if (!key) return [selected.key, ['null']];
      const as = keyField(key);
      return [selected.key, scalar(encodingOf(as), written(as, key.column), true)];
    }),
  );
}

/** A group with its keys and its measures. */
export function groupJson(making: Making, selections: readonly Selected[]): Json {
  const { entity, around } = making;
  return object(
    selections.map((selected): [string, Json] => {
      const inner = below(selected, around.operation);
      if (selected.name === 'key') return [selected.key, keyJson(making, entity, inner, [])];
      if (selected.name === 'aggregate') return [selected.key, aggregateJson(making, inner, 'group')];
      return [selected.key, [JSON.stringify(`${entity}Group`)]];
    }),
  );
}

export function edgeJson(making: Making, selections: readonly Selected[]): Json {
  return object(
    selections.map((selected): [string, Json] => {
      if (selected.name === 'cursor') return [selected.key, ['"', cursorOf(making.keys), '"']];
      if (selected.name === 'node') return [selected.key, groupJson(making, below(selected, making.around.operation))];
      return [selected.key, [JSON.stringify(`${making.entity}GroupEdge`)]];
    }),
  );
}

import { type EntityName, type Field, fieldOf, graphFields, models } from '../catalogue.ts';
import { commandsOf } from '../command.ts';
import { entityNamed } from '../entity.ts';
import { isNever } from '../policy/decide.ts';
import { hasEnd } from '../policy/meet.ts';
import { holdsAlways, predicate, tableOf } from '../policy/rows.ts';
import type { Arguments } from './argument.ts';
import { endOf } from './cell.ts';
import { asked, type Compilation, guarded, linked, type Row, reached, valueAsKnown } from './field.ts';
import { encodingOf, type Json, object, scalar, text, when, written } from './json.ts';
import { labelValue } from './label-value.ts';
import { leadsToSamePerson, note, noteOf, noteRelation, type SensitiveDataClass } from './notes.ts';
import { noteBeyond } from './seen.ts';
import { argumentsOf, below, type Operation, type Selected } from './selection.ts';
import { alias, and, column, constant, list, name, no, or, type SQL, sql, yes } from './sql.ts';

/** Compiles a list inside a record. It is handed in, since lists and records are made of each other. */
export type ListCompiler = (
  around: Surroundings,
  entity: EntityName,
  args: Arguments,
  selections: readonly Selected[],
  of: (row: Row) => SQL,
) => {
  readonly value: SQL;
  /** The people of whom it shows a sensitive class, but for the classes given: see `seen.ts`. */
  readonly seen: (without: ReadonlySet<SensitiveDataClass>) => SQL | null;
};

/** What the compiler asks of the schema around the records that it compiles. */
export interface Surroundings {
  readonly compilation: Compilation;
  readonly list: ListCompiler;
  readonly operation: Operation;
  /** Arguments of a field of the schema. */
  readonly argumentsOf: (type: string, field: string) => Parameters<typeof argumentsOf>[1];
  /** For a field that a resolver computes, the fields of the record that it computes from. */
  readonly computedFrom: (type: string, field: string) => readonly string[] | null;
  /** Length of the longest page, where it is not a caller who asks: an export's are longer. */
  readonly pageAtMost?: number;
}

/** Members that a resolver computes from stand beside those selected, under a name that no response key can have. */
export const computedKey = (field: string): string => `=${field}`;

const nullJson: Json = ['null'];

/** A record as a JSON object. */
export function record(around: Surroundings, row: Row, selections: readonly Selected[]): Json {
  note(around.compilation, row, 'id');
  return object(selections.flatMap((selected) => members(around, row, selected)));
}

function members(around: Surroundings, row: Row, selected: Selected): [string, Json][] {
  const computedFrom = around.computedFrom(row.entity, selected.name);
  if (computedFrom === null) return [[selected.key, member(around, row, selected)]];
  around.compilation.computes = true;
  return computedFrom.map((field) => [
    computedKey(field),
    fieldJson(around.compilation, row, fieldOf(row.entity, field)),
  ]);
}

function member(around: Surroundings, row: Row, selected: Selected): Json {
  if (selected.name === '__typename') return [JSON.stringify(row.entity)];
  if (selected.name === '_label') return label(around.compilation, row);
  if (selected.name === '_can') return can(around, row, below(selected, around.operation));
  const field = fieldOf(row.entity, selected.name);
  if (field.kind !== 'relation') return fieldJson(around.compilation, row, field);
  return field.list ? toMany(around, row, field, selected) : toOne(around, row, field, selected);
}

function fieldJson(compilation: Compilation, row: Row, field: Field): Json {
  const decision = compilation.decisions.of(row.entity);
  const encoding = encodingOf(field);
  const value = valueAsKnown(compilation, row, field);
  const read = decision.read(field.name);
  const masked = decision.masked(field.name);
  if (isNever(read) && (isNever(masked) || !hasEnd(field))) {
    compilation.redacted.add(`${row.entity}.${field.name}`);
    return nullJson;
  }
  note(compilation, row, field.name, { masked: hasEnd(field) });
  if (isNever(read)) return maskedJson(compilation, row, field, value);
  const plain = scalar(encoding, written(field, value), !field.required);
  const condition = asked(compilation, row, read);
  if (condition === null) return plain;
  const otherwise = isNever(masked) ? nullJson : maskedJson(compilation, row, field, value);
  return [sql`case when ${condition} then ${text(plain)} else ${text(otherwise)} end`];
}

/** The last four characters of a text; other values have no end to show and are null. */
function maskedJson(compilation: Compilation, row: Row, field: Field, value: SQL): Json {
  if (!hasEnd(field)) return nullJson;
  const condition = asked(compilation, row, compilation.decisions.of(row.entity).masked(field.name)) ?? yes;
  return when(condition, scalar('escaped', endOf(value), true));
}

/** A related record stands in a subquery of its own: unlike a join it leaves the order of the rows alone. */
function toOne(around: Surroundings, row: Row, field: Field, selected: Selected): Json {
  const { compilation } = around;
  const read = compilation.decisions.of(row.entity).read(field.name);
  if (isNever(read)) {
    compilation.redacted.add(`${row.entity}.${field.name}`);
    return nullJson;
  }
  const target: Row = { entity: field.type as EntityName, at: alias(field.name) };
  const json = text(record(around, target, below(selected, around.operation)));
  const followed = (from: Row): SQL => reached(compilation, from, field, target);
  noteBeyond(compilation, row, field, target, { as: target.at, reached: followed });
  const found = sql`select ${json} from ${tableOf(target.entity)} ${name(target.at)} where ${followed(row)}`;
  return [sql`coalesce((${found}), ${constant('null')})`];
}

function toMany(around: Surroundings, row: Row, field: Field, selected: Selected): Json {
  const { compilation, operation } = around;
  const read = compilation.decisions.of(row.entity).read(field.name);
  if (isNever(read)) {
    compilation.redacted.add(`${row.entity}.${field.name}`);
    return nullJson;
  }
  const visible = asked(compilation, row, read);
  const given = argumentsOf(selected, around.argumentsOf(row.entity, selected.name), operation);
  const of = (target: Row): SQL => linked(compilation, row, field, target);
  const json = around.list(around, field.type as EntityName, given, below(selected, operation), of);
  noteRelation(compilation, row, field);
  noteOf(compilation, row.at).beyond.set(alias(selected.key), {
    samePerson: leadsToSamePerson(row.entity, field),
    text: (_row, without) => {
      const seen = json.seen(without);
      return seen && visible ? sql`case when ${visible} then ${seen} end` : seen;
    },
  });
  return visible ? when(visible, [json.value]) : [json.value];
}

/** The text that tells a record from others, from what this viewer may read of it. */
function label(compilation: Compilation, row: Row): Json {
  return scalar('escaped', labelText(compilation, row), true);
}

export function labelText(compilation: Compilation, row: Row): SQL {
  const parts = entityNamed(row.entity)
    .label.map((path) => labelPart(compilation, row, path.split('.')))
    .filter((part) => part !== null);
  return sql`nullif(concat_ws(' ', ${list(parts.length > 0 ? parts : [constant('')])}), '')`;
}

function labelPart(compilation: Compilation, row: Row, path: readonly string[]): SQL | null {
  const field = fieldOf(row.entity, path[0] ?? '');
  const read = compilation.decisions.of(row.entity).read(field.name);
  if (isNever(read)) return null;
  if (field.kind !== 'relation')
    return guarded(compilation, row, field, labelValue(compilation, field, column(row.at, field.column)));
  const target: Row = { entity: field.type as EntityName, at: alias(field.name) };
  const inner = path.length > 1 ? labelPart(compilation, target, path.slice(1)) : labelText(compilation, target);
  if (inner === null) return null;
  const followed = (from: Row): SQL => reached(compilation, from, field, target);
  noteBeyond(compilation, row, field, target, { as: `label ${path.join('.')}`, reached: followed });
  return sql`(select ${inner} from ${tableOf(target.entity)} ${name(target.at)} where ${followed(row)})`;
}

/** The state that an action depends on. Offering the action tells the state, so it is offered where that may be read. */
function stateOf(compilation: Compilation, row: Row, name: string): SQL {
  const field = fieldOf(row.entity, name);
  return guarded(compilation, row, field, column(row.at, field.column));
}

/** What this viewer may do with this record. */
function can(around: Surroundings, row: Row, selections: readonly Selected[]): Json {
  const { compilation } = around;
  const entity = entityNamed(row.entity);
  const decision = compilation.decisions.of(row.entity);
  const holds = (condition: Parameters<typeof isNever>[0]): SQL =>
    isNever(condition)
      ? no
      : holdsAlways(row.entity, condition)
        ? yes
        : sql`coalesce(${predicate(row.entity, row.at, condition, compilation.needs)}, false)`;
  const names = (entries: readonly (readonly [string, SQL])[]): Json =>
    entries.length === 0
      ? ['[]']
      : [
          sql`to_json(array_remove(array[${list(
            entries.map(([key, held]) => sql`case when ${held} then ${constant(key)} end`),
          )}]::text[], null))`,
        ];
  const parts: Readonly<Record<string, () => Json>> = {
    __typename: () => ['"RecordRights"'],
    update: () => [sql`(${or(entity.write.map((field) => holds(decision.write(field))))})::text`],
    deactivate: () => [
      sql`(${models[row.entity].fields['active'] && entity.kind === 'master' ? holds(decision.create) : no})::text`,
    ],
    updatable: () => names(entity.write.map((field) => [field, holds(decision.write(field))])),
    maskedFields: () =>
      names(
        graphFields(row.entity).flatMap((field): (readonly [string, SQL])[] => {
          const read = decision.read(field.name);
          if (isNever(read)) return isNever(decision.masked(field.name)) || !hasEnd(field) ? [] : [[field.name, yes]];
          const condition = asked(compilation, row, read);
          return condition ? [[field.name, sql`(${condition}) is not true`]] : [];
        }),
      ),
    actions: () =>
      names(
        commandsOf(row.entity).map((command) => [
          command.name,
          and([
            holds(compilation.decisions.command(command.name)),
            ...(command.states
              ? [
                  sql`(${stateOf(compilation, row, command.states.field)})::text = any(array[${list(command.states.in.map(constant))}])`,
                ]
              : []),
          ]),
        ]),
      ),
  };
  return object(selections.map((selected) => [selected.key, parts[selected.name]?.() ?? nullJson]));
}

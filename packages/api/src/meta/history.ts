import { builder } from '../builder.ts';
import { type EntityName, type Field, graphFields, models } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { type Entity, entities, entityNamed, type Language } from '../entity.ts';
import { badInput } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import { forwardPage, PageInfo } from '../graph/types.ts';
import { decisionsFor } from '../policy/decide.ts';
import { classOf } from '../policy/index.ts';
import { asId } from '../read/id.ts';
import { labelsOf } from '../read/labels.ts';
import { look } from '../read/look.ts';
import { isSensitive } from '../read/notes.ts';
import { runStatement } from '../read/run-statement.ts';
import type { Viewer } from '../viewer.ts';
import { columnField } from '../write/entity-input.ts';
import { fieldLabel } from './field-label.ts';
import { languageOf } from './graph.ts';
import { type ChangeRow, changeBy, erased, type OperationRow, operationsOn } from './history-rows.ts';
import { actorLabel, operationLabel } from './operation-label.ts';
import { erasedLabel, valueLabel } from './vocabulary.ts';

interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromLabel: string | null;
  readonly toLabel: string | null;
}

interface HistoryEntry extends Omit<ChangeRow, 'before' | 'after'> {
  readonly commandLabel: string;
  readonly changes: readonly FieldChange[];
}

interface History {
  readonly nodes: readonly HistoryEntry[];
  readonly hasNextPage: boolean;
}

const pageAtMost = 100;

/** What of a record this viewer may read. */
interface Readable {
  /** The fields by their columns. What is masked is not among them. */
  readonly columns: ReadonlyMap<string, Field>;
  /** Person whom the record is about; null where it is about nobody. */
  readonly personId: string | null;
  /** Whether nothing of the record is kept from the viewer; only then may its reasons be read, which tell of any of it. */
  readonly whole: boolean;
}

async function readableOf(context: Context, viewer: Viewer, entity: Entity, id: string): Promise<Readable | null> {
  const fields = graphFields(entity.name).filter((field) => !field.list || field.kind !== 'relation');
  const decision = decisionsFor(viewer).of(entity.name);
  const conditions = fields.map((field) => decision.read(field.name));
  const found = await look(context.app.prisma, viewer, entity.name, id, { conditions });
  if (!found) return null;
  const readable = fields.filter((_, index) => found.holds[index]);
  return {
    personId: found.personId,
    columns: new Map(readable.map((field) => [columnField(entity.name, field.name).column, field])),
    // A masked value keeps something back, and a reason could tell it.
    whole: found.holds.every((held) => held),
  };
}

const written = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

function idsByTarget(rows: readonly ChangeRow[], columns: ReadonlyMap<string, Field>): Map<EntityName, Set<string>> {
  const ids = new Map<EntityName, Set<string>>();
  for (const row of rows)
    for (const side of [row.before, row.after])
      for (const [column, value] of Object.entries(side ?? {})) {
        const field = columns.get(column);
        if (field?.kind !== 'relation' || typeof value !== 'string' || value === erased) continue;
        if (field.type === 'Currency') continue;
        const target = field.type as EntityName;
        ids.set(target, (ids.get(target) ?? new Set()).add(value));
      }
  return ids;
}

type Labels = ReadonlyMap<EntityName, ReadonlyMap<string, string | null>>;

async function labelsFor(
  context: Context,
  viewer: Viewer,
  rows: readonly ChangeRow[],
  columns: ReadonlyMap<string, Field>,
): Promise<Labels> {
  const wanted = [...idsByTarget(rows, columns)].filter(([target]) =>
    entities().some((entity) => entity.name === target),
  );
  return new Map(
    await Promise.all(
      wanted.map(async ([target, ids]) => [target, await labelsOf(context, viewer, target, [...ids])] as const),
    ),
  );
}

/** What a value is called: an enum by its label; another record by its own, and by nothing where it may not be seen. */
function labelOf(field: Field, value: string | null, labels: Labels, language: Language): string | null {
  if (value === null) return null;
  if (value === erased) return erasedLabel(language);
  if (field.kind === 'enum' && !field.list) return valueLabel(field.type, value, language);
  if (field.kind === 'relation' && field.type !== 'Currency')
    return labels.get(field.type as EntityName)?.get(value) ?? null;
  return value;
}

/** A reference to a record that the viewer may not see is as if there were none, as it is in the record itself. */
function shown(field: Field, value: string | null, labels: Labels): string | null {
  if (value === erased) return null;
  if (field.kind !== 'relation' || value === null || field.type === 'Currency') return value;
  return labels.get(field.type as EntityName)?.has(value) ? value : null;
}

function entryOf(
  row: ChangeRow,
  entity: Entity,
  columns: ReadonlyMap<string, Field>,
  labels: Labels,
  language: Language,
): HistoryEntry {
  const names = new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})]);
  const changes = [...columns].flatMap(([column, field]): FieldChange[] => {
    if (!names.has(column)) return [];
    const [before = null, after = null] = [row.before, row.after].map((side) => written(side?.[column]));
    const [from, to] = [shown(field, before, labels), shown(field, after, labels)];
    // Of what the viewer does not see before or after, nothing is told: not even that it changed.
    const isErased = before === erased || after === erased;
    if (!isErased && from === to) return [];
    return [
      {
        field: field.name,
        label: fieldLabel(entity, field.name, language),
        from,
        to,
        fromLabel: labelOf(field, before, labels, language),
        toLabel: labelOf(field, after, labels, language),
      },
    ];
  });
  const { id, at, command, reason, kind } = row;
  const actor = actorLabel(row.actor, language);
  return { id, at, actor, command, reason, kind, commandLabel: operationLabel(command, language), changes };
}

async function history(
  context: Context,
  args: { entity: string; id: string; first: number; after: string | null; language: string | null },
): Promise<History> {
  const viewer = requireViewer(context);
  if (args.first < 1 || args.first > pageAtMost) throw badInput(`Ask for 1 to ${pageAtMost} entries.`);
  if (!entities().some((each) => each.name === args.entity)) throw badInput('There is no such entity.');
  context.meter.charge(args.first);
  const entity = entityNamed(args.entity);
  const language = languageOf(args.language, viewer.language);
  const readable = await readableOf(context, viewer, entity, args.id);
  if (!readable) return { nodes: [], hasNextPage: false };
  const { columns, whole, personId } = readable;
  const after = args.after === null ? null : asId(args.after);
  const { rows } = await runStatement<OperationRow>(context.app.pool, context.signal, {
    text: operationsOn,
    values: [models[entity.name].table, asId(args.id), after, args.first + 1, [...columns.keys()]],
  });
  const page = rows.slice(0, args.first).map(changeBy);
  const labels = await labelsFor(context, viewer, page, columns);
  const told = page.map((row) => (whole ? row : { ...row, reason: null }));
  const nodes = told.map((row) => entryOf(row, entity, columns, labels, language));
  noteLook(context, entity.name, personId, nodes);
  return { nodes, hasNextPage: rows.length > args.first };
}

/** Whoever reads what a salary was has read a salary. That something was changed in a record is of the record's class. */
function noteLook(context: Context, entity: EntityName, personId: string | null, nodes: readonly HistoryEntry[]): void {
  if (personId === null || nodes.length === 0) return;
  const shown = ['id', ...nodes.flatMap((node) => node.changes.map((change) => change.field))];
  for (const field of shown) {
    const dataClass = classOf(entity, field);
    if (isSensitive(dataClass)) context.looks.note(dataClass, personId);
  }
}

const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'How one field of a record changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field in the graph.' }),
    label: t.exposeString('label', { description: 'Label of the field in the language asked for.' }),
    from: t.exposeString('from', { nullable: true, description: 'Value before.' }),
    to: t.exposeString('to', { nullable: true, description: 'Value after.' }),
    fromLabel: t.exposeString('fromLabel', { nullable: true, description: 'What the value before is called.' }),
    toLabel: t.exposeString('toLabel', { nullable: true, description: 'What the value after is called.' }),
  }),
});

const HistoryEntryType = builder.objectRef<HistoryEntry>('HistoryEntry').implement({
  description: 'What one operation changed in a record: who, what and when.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the entry; stands for it in `after`.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: (entry) => entry.at }),
    actor: t.exposeString('actor', { description: 'By whom; what runs by itself is named in the language asked for.' }),
    command: t.exposeString('command', { description: 'By which mutation or job.' }),
    commandLabel: t.exposeString('commandLabel', {
      description: 'What was done, in the language asked for.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, where a reason was asked for and nothing of the record is kept from you.',
    }),
    kind: t.exposeString('kind', { description: 'INSERT, UPDATE or DELETE.' }),
    changes: t.field({
      type: [FieldChangeType],
      description: 'The fields that changed and that the viewer may read.',
      resolve: (entry) => [...entry.changes],
    }),
  }),
});

const HistoryType = builder.objectRef<History>('History').implement({
  description: 'The changes of a record, the latest first, as the viewer may see them.',
  fields: (t) => ({
    nodes: t.field({ type: [HistoryEntryType], description: 'The entries.', resolve: (each) => [...each.nodes] }),
    pageInfo: t.field({
      type: PageInfo,
      description: 'Where the page stands in the list.',
      resolve: forwardPage,
    }),
  }),
});

builder.queryField('history', (t) =>
  t.field({
    type: HistoryType,
    description: 'What happened to a record; empty where there is none that you may see.',
    args: {
      entity: t.arg.string({ required: true, description: 'Entity of the record, such as Employee.' }),
      id: t.arg.id({ required: true, description: 'Id of the record.' }),
      first: t.arg.int({ required: true, defaultValue: 50, description: 'How many entries; 100 at the most.' }),
      after: t.arg.id({ description: 'Only entries before this one.' }),
      language: t.arg.string({ description: 'Language of the labels; the viewer’s own unless told.' }),
    },
    resolve: (_root, { entity, id, first, after, language }, context) =>
      history(context, { entity, id, first, after: after ?? null, language: language ?? null }),
  }),
);

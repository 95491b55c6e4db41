import { builder } from '../builder.ts';
import { type Language, languages } from '../entity.ts';
import { badInput } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import type {
  ConsoleAction,
  ConsoleEntity,
  ConsoleEnum,
  ConsoleField,
  ConsoleInput,
  ConsoleMeta,
  Constraints,
} from './console-meta.ts';
import { consoleMetaFor } from './describe.ts';
import { FiguresType } from './figures-graph.ts';
import { ReadyReportType } from './ready-reports-graph.ts';

/** A language that was asked for, or the viewer's own. */
export function languageOf(asked: string | null | undefined, own: string): Language {
  const language = asked ?? own;
  const found = languages.find((each) => each === language);
  if (found) return found;
  if (asked) throw badInput(`Ask for one of the languages ${languages.join(', ')}.`);
  return 'en';
}

const enumOf = (name: string, description: string, values: Readonly<Record<string, string>>) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(Object.entries(values).map(([value, about]) => [value, { description: about }])),
  });

const Kind = enumOf('ConsoleFieldKind', 'How a value is shown, edited and filtered.', {
  ID: 'An id.',
  TEXT: 'A line of text.',
  LONG_TEXT: 'Text of several lines.',
  EMAIL: 'A mail address.',
  PHONE: 'A telephone number.',
  COUNTRY: 'A country, two letters of ISO 3166-1.',
  LANGUAGE: 'A language of the console.',
  TIME_ZONE: 'A time zone.',
  INTEGER: 'A whole number.',
  DECIMAL: 'An exact decimal number, as a string.',
  MONEY: 'An amount of money, as a string, with its currency in another field.',
  BOOLEAN: 'Yes or no.',
  DATE: 'A day.',
  INSTANT: 'An instant of time.',
  ENUM: 'One of a few values.',
  REFERENCE: 'Another record.',
  LIST: 'Other records.',
  ROWS: 'Rows with inputs of their own; of an action, and only where a page is made for it.',
});

const Extent = enumOf('ConsoleExtent', 'For which records something holds.', {
  ALWAYS: 'For every record that is seen.',
  PER_RECORD: 'For some: the record tells in `_can`.',
  NEVER: 'For none.',
});

const ConstraintsType = builder.objectRef<Constraints>('ConsoleConstraints').implement({
  description: 'Limits of a value, the same that the graph checks.',
  fields: (t) => ({
    maxLength: t.exposeInt('maxLength', { nullable: true, description: 'Characters at the most.' }),
    minimum: t.exposeString('minimum', { nullable: true, description: 'The least number.' }),
    maximum: t.exposeString('maximum', { nullable: true, description: 'The largest number.' }),
    scale: t.exposeInt('scale', { nullable: true, description: 'Digits after the decimal point.' }),
  }),
});

const FieldType = builder.objectRef<ConsoleField>('ConsoleField').implement({
  description: 'A field of an entity that the viewer may read, always or on some records.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name in the graph.' }),
    kind: t.field({ type: Kind, description: 'How it is shown.', resolve: (field) => field.kind }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    required: t.exposeBoolean('required', { description: 'Whether a record always has a value.' }),
    read: t.field({ type: Extent, description: 'For which records it may be read.', resolve: (field) => field.read }),
    create: t.exposeBoolean('create', { description: 'Whether the create mutation takes it.' }),
    update: t.field({
      type: Extent,
      description: 'For which records the update mutation takes it.',
      resolve: (field) => field.update,
    }),
    inputName: t.exposeString('inputName', { description: 'Name in the inputs.' }),
    operators: t.stringList({ description: 'Operators of its filter.', resolve: (field) => [...field.operators] }),
    sortable: t.exposeBoolean('sortable', { description: 'Whether rows can be ordered by it.' }),
    groupable: t.exposeBoolean('groupable', {
      description:
        'Whether rows can be grouped by it: by its value, the days around it, or fields of what it refers to.',
    }),
    measures: t.stringList({
      description: 'What can be reckoned of it over many rows: count, countDistinct, sum, avg, min, max.',
      resolve: (field) => [...field.measures],
    }),
    constraints: t.field({
      type: ConstraintsType,
      description: 'Limits of its value.',
      resolve: (field) => field.constraints,
    }),
    enumName: t.exposeString('enumName', {
      nullable: true,
      description: 'Its enum; of a text, the words for the names that it holds.',
    }),
    target: t.exposeString('target', { nullable: true, description: 'Entity at the other end.' }),
    currencyField: t.exposeString('currencyField', { nullable: true, description: 'Field with its currency code.' }),
    currencyPath: t.exposeString('currencyPath', {
      nullable: true,
      description: 'Path to its currency code, where it is an amount: those of several currencies are never added.',
    }),
    backReference: t.exposeString('backReference', {
      nullable: true,
      description: 'Field of the target that points back.',
    }),
  }),
});

const InputType = builder.objectRef<ConsoleInput>('ConsoleInput').implement({
  description: 'An input of an action.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name in the input.' }),
    kind: t.field({ type: Kind, description: 'How it is edited.', resolve: (input) => input.kind }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    required: t.exposeBoolean('required', { description: 'Whether it must be filled in.' }),
    list: t.exposeBoolean('list', { description: 'Whether it takes several values.' }),
    constraints: t.field({
      type: ConstraintsType,
      description: 'Limits of its value.',
      resolve: (input) => input.constraints,
    }),
    enumName: t.exposeString('enumName', { nullable: true, description: 'Its enum.' }),
    target: t.exposeString('target', { nullable: true, description: 'Entity that it names a record of.' }),
    defaultFrom: t.exposeString('defaultFrom', {
      nullable: true,
      description:
        'Field of the record that the form starts with; after the name of another input, of what is chosen there.',
    }),
    section: t.exposeString('section', { description: 'What it speaks of; a long form has its inputs in sections.' }),
  }),
});

const ActionType = builder.objectRef<ConsoleAction>('ConsoleAction').implement({
  description: 'A mutation drawn as a button.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the mutation.' }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    description: t.exposeString('description', { description: 'What it does.' }),
    confirmation: t.exposeString('confirmation', { nullable: true, description: 'Question to confirm with.' }),
    entity: t.exposeString('entity', { description: 'Entity on whose pages it stands.' }),
    recordInput: t.exposeString('recordInput', {
      nullable: true,
      description: 'Input that takes the id of the record.',
    }),
    payloadField: t.exposeString('payloadField', { description: 'Field of the payload that holds the record.' }),
    inputs: t.field({
      type: [InputType],
      description: 'What it asks for besides.',
      resolve: (action) => [...action.inputs],
    }),
    destructive: t.exposeBoolean('destructive', { description: 'Whether it is hard to take back.' }),
    versioned: t.exposeBoolean('versioned', { description: 'Whether it takes expectedVersion.' }),
    idempotent: t.exposeBoolean('idempotent', { description: 'Whether it takes idempotencyKey.' }),
  }),
});

const EntityType = builder.objectRef<ConsoleEntity>('ConsoleEntity').implement({
  description: 'An entity whose records the viewer may see.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Type in the graph.' }),
    single: t.exposeString('single', { description: 'Root field for one record.' }),
    plural: t.exposeString('plural', { description: 'Root field for the list.' }),
    domain: t.exposeString('domain', { description: 'Domain that it belongs to.' }),
    domainLabel: t.exposeString('domainLabel', { description: 'Label of the domain.' }),
    label: t.exposeString('label', { description: 'Name of one.' }),
    pluralLabel: t.exposeString('pluralLabel', { description: 'Name of many.' }),
    description: t.exposeString('description', { description: 'What it is.' }),
    labelPaths: t.stringList({
      description: 'Fields that tell a record from others.',
      resolve: (entity) => [...entity.labelPaths],
    }),
    columns: t.stringList({
      description: 'Columns that a list shows at first.',
      resolve: (entity) => [...entity.columns],
    }),
    followable: t.exposeBoolean('followable', { description: 'Whether `changed` tells of its records.' }),
    searchable: t.exposeBoolean('searchable', { description: 'Whether the list can be searched.' }),
    deactivates: t.exposeBoolean('deactivates', { description: 'Whether inactive records are hidden from lists.' }),
    create: t.exposeBoolean('create', { description: 'Whether the viewer may make one.' }),
    update: t.field({
      type: Extent,
      description: 'Which records the viewer may change.',
      resolve: (entity) => entity.update,
    }),
    deactivate: t.field({
      type: Extent,
      description: 'Which records the viewer may take out of use.',
      resolve: (entity) => entity.deactivate,
    }),
    statusField: t.exposeString('statusField', { nullable: true, description: 'Field with the state of the record.' }),
    treeField: t.exposeString('treeField', { nullable: true, description: 'Field that makes a tree of the records.' }),
    importable: t.exposeBoolean('importable', { description: 'Whether a file can be imported.' }),
    fields: t.field({ type: [FieldType], description: 'Its fields.', resolve: (entity) => [...entity.fields] }),
  }),
});

const EnumValueType = builder.objectRef<ConsoleEnum['values'][number]>('ConsoleEnumValue').implement({
  description: 'A value of an enum.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The value.' }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
  }),
});

const EnumType = builder.objectRef<ConsoleEnum>('ConsoleEnum').implement({
  description: 'An enum, with its values in order.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the enum.' }),
    values: t.field({ type: [EnumValueType], description: 'Its values.', resolve: (each) => [...each.values] }),
  }),
});

const MetaType = builder.objectRef<ConsoleMeta>('ConsoleMeta').implement({
  description: 'What the viewer may do with the graph, said for a user interface.',
  fields: (t) => ({
    entities: t.field({
      type: [EntityType],
      description: 'Entities whose records the viewer may see.',
      resolve: (meta) => [...meta.entities],
    }),
    actions: t.field({
      type: [ActionType],
      description: 'Commands that the viewer may run.',
      resolve: (meta) => [...meta.actions],
    }),
    figures: t.field({
      type: [FiguresType],
      description: 'Totals that the viewer may ask for.',
      resolve: (meta) => [...meta.figures],
    }),
    enums: t.field({
      type: [EnumType],
      description: 'Enums of those fields and inputs.',
      resolve: (meta) => [...meta.enums],
    }),
    readyReports: t.field({
      type: [ReadyReportType],
      description: 'Reports that are there from the first day, as far as the viewer may read them.',
      resolve: (meta) => [...meta.readyReports],
    }),
    reports: t.stringList({
      description: 'Queries of reports that the viewer may have of some record, such as `costCentreResult`.',
      resolve: (meta) => [...meta.reports],
    }),
    explainsAccess: t.exposeBoolean('explainsAccess', {
      description: 'Whether the viewer may ask what others may do, with `explainAccess` and `whoMayRead`.',
    }),
  }),
});

builder.queryField('consoleMeta', (t) =>
  t.field({
    type: MetaType,
    description: 'What the viewer may do with the graph, said for a user interface.',
    args: { language: t.arg.string({ description: 'Language of the labels; the viewer’s own unless told.' }) },
    resolve: (_root, { language }, context) => {
      const viewer = requireViewer(context);
      return consoleMetaFor(viewer, languageOf(language, viewer.language));
    },
  }),
);

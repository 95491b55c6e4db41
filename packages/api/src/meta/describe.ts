import { type EntityName, enums, type Field, fieldOf, graphFields, models, opposite } from '../catalogue.ts';
import { type Command, commands } from '../command.ts';
import { type Entity, entities, entityNamed, type Language, type NamedValues } from '../entity.ts';
import { fieldOperators, sortable } from '../graph/filters.ts';
import { isMeasured } from '../graph/measures.ts';
import { followed } from '../live/followed.ts';
import { type Condition, type Decisions, decisionsFor, isNever } from '../policy/decide.ts';
import { domainOf, entityPolicies, reportNames } from '../policy/index.ts';
import { decidesBy, mayExplainAccess, meetsEntity, meetsField } from '../policy/meet.ts';
import { followsFromRow } from '../policy/rows.ts';
import { measureKindOf, measureTypes } from '../read/measures.ts';
import type { Viewer } from '../viewer.ts';
import { constraintsOf } from '../write/constraints.ts';
import { columnField, inputName } from '../write/entity-input.ts';
import type { InputField } from '../write/input.ts';
import type {
  ConsoleAction,
  ConsoleEntity,
  ConsoleEnum,
  ConsoleField,
  ConsoleInput,
  ConsoleMeta,
  Extent,
  FieldKind,
  FilterOperator,
} from './console-meta.ts';
import { describeFigures } from './describe-figures.ts';
import { describeReadyReports } from './describe-ready-reports.ts';
import { fieldLabel, inputLabel } from './field-label.ts';
import { fieldHelp, help } from './help.ts';
import { sectionOf } from './input-section.ts';
import { domainLabel, valueLabel } from './vocabulary.ts';

const formatKinds: Readonly<Record<string, FieldKind>> = {
  email: 'EMAIL',
  phone: 'PHONE',
  country: 'COUNTRY',
  language: 'LANGUAGE',
  timeZone: 'TIME_ZONE',
  longText: 'LONG_TEXT',
};

function kindOfField(entity: Entity, field: Field): FieldKind {
  const check = entity.checks[field.name];
  if (field.kind === 'relation') return field.list ? 'LIST' : 'REFERENCE';
  if (field.kind === 'enum') return 'ENUM';
  if (entity.money[field.name] !== undefined) return 'MONEY';
  if (field.type === 'Int') return 'INTEGER';
  if (field.type === 'Decimal' || field.type === 'Float') return 'DECIMAL';
  if (field.type === 'Boolean') return 'BOOLEAN';
  if (field.type === 'DateTime') return field.native?.[0] === 'Date' ? 'DATE' : 'INSTANT';
  if (field.native?.[0] === 'Uuid') return 'ID';
  return formatKinds[check?.format ?? ''] ?? (field.native === null ? 'LONG_TEXT' : 'TEXT');
}

const extentOf = (entity: EntityName, row: Condition, condition: Condition): Extent =>
  isNever(condition) ? 'NEVER' : followsFromRow(entity, row, condition) ? 'ALWAYS' : 'PER_RECORD';

/** Whether it names the company of a new record: whoever may create the record says where. */
function places(entity: EntityName, field: Field): boolean {
  const { company } = entityPolicies[entity];
  return company !== null && 'column' in company && inputName(entity, field.name) === company.column;
}

function describeField(entity: Entity, decisions: Decisions, field: Field, language: Language): ConsoleField[] {
  if (!meetsField(decisions, entity.name, field.name)) return [];
  const decision = decisions.of(entity.name);
  const read = decision.read(field.name);
  const isTarget = field.kind === 'relation';
  const decides = decidesBy(decisions, entity.name, field.name);
  return [
    {
      name: field.name,
      kind: kindOfField(entity, field),
      label: fieldLabel(entity, field.name, language),
      description: fieldHelp(entity, field.name, language),
      required: field.required && !field.list,
      read: extentOf(entity.name, decision.row, read) === 'ALWAYS' ? 'ALWAYS' : 'PER_RECORD',
      create:
        entity.create.includes(field.name) &&
        !isNever(places(entity.name, field) ? decision.create : decision.write(field.name)),
      update: entity.write.includes(field.name)
        ? extentOf(entity.name, decision.row, decision.write(field.name))
        : 'NEVER',
      inputName: field.list ? field.name : inputName(entity.name, field.name),
      operators: decides ? (fieldOperators(field) as FilterOperator[]) : [],
      sortable: decides && sortable(field),
      groupable: decides && sortable(field),
      measures: decides && isMeasured(field) ? Object.keys(measureTypes[measureKindOf(field) ?? 'Value']) : [],
      constraints: isTarget
        ? {}
        : constraintsOf(entity.name, columnField(entity.name, field.name).name, entity.checks[field.name]),
      ...(field.kind === 'enum' && { enumName: field.type }),
      ...(entity.names[field.name] && { enumName: entity.names[field.name]?.name }),
      ...(isTarget && { target: field.type }),
      ...(field.list && isTarget && { backReference: opposite(entity.name, field).name }),
      ...currencyOf(entity.money[field.name]),
    },
  ];
}

/** Where the currency of an amount stands: as a path, and as a field of the same record, if it is one. */
function currencyOf(path: string | undefined): Pick<ConsoleField, 'currencyField' | 'currencyPath'> {
  if (path === undefined) return {};
  return path.includes('.') ? { currencyPath: path } : { currencyField: path, currencyPath: path };
}

function describeEntity(entity: Entity, decisions: Decisions, language: Language): ConsoleEntity {
  const decision = decisions.of(entity.name);
  const fields = graphFields(entity.name)
    .filter((field) => field.name !== 'id' && field.name !== 'version')
    .flatMap((field) => describeField(entity, decisions, field, language));
  const shown = new Set(fields.map((field) => field.name));
  const domain = domainOf(entity.name);
  const canWrite = entity.write.map((name) => extentOf(entity.name, decision.row, decision.write(name)));
  const deactivates = 'active' in models[entity.name].fields;
  return {
    name: entity.name,
    single: entity.single,
    plural: entity.plural,
    domain,
    domainLabel: domainLabel(domain, language),
    label: entity.title[language][0],
    pluralLabel: entity.title[language][1],
    description: help(models[entity.name].documentation, language),
    labelPaths: entity.label.filter((path) => shown.has(path.split('.')[0] ?? '')),
    columns: entity.columns.filter((name) => shown.has(name)),
    searchable: entity.search.some((name) => shown.has(name)),
    followable: followed(entity.name).length > 0,
    deactivates,
    create: entity.create.length > 0 && !isNever(decision.create),
    update: canWrite.includes('ALWAYS') ? 'ALWAYS' : canWrite.includes('PER_RECORD') ? 'PER_RECORD' : 'NEVER',
    deactivate:
      deactivates && entity.kind === 'master' ? extentOf(entity.name, decision.row, decision.create) : 'NEVER',
    statusField: shown.has('status') && fieldOf(entity.name, 'status').kind === 'enum' ? 'status' : undefined,
    treeField: entity.tree !== null && shown.has(entity.tree) ? entity.tree : undefined,
    importable: entity.importable && !isNever(decision.create),
    fields,
  };
}

const inputKinds: Readonly<Record<InputField['kind'], FieldKind>> = {
  text: 'TEXT',
  id: 'REFERENCE',
  integer: 'INTEGER',
  decimal: 'DECIMAL',
  boolean: 'BOOLEAN',
  date: 'DATE',
  instant: 'INSTANT',
  enum: 'ENUM',
  rows: 'ROWS',
  json: 'ROWS',
};

function describeInput(command: Command, name: string, field: InputField, language: Language): ConsoleInput {
  const kind = field.currency !== undefined ? 'MONEY' : (formatKinds[field.format ?? ''] ?? inputKinds[field.kind]);
  return {
    name,
    kind,
    label: inputLabel(command, name, field, language),
    description: help(field.description, language),
    required: field.required,
    list: field.list,
    constraints: {
      ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
      ...(field.minimum !== undefined && { minimum: field.minimum }),
      ...(field.maximum !== undefined && { maximum: field.maximum }),
      ...(field.scale !== undefined && { scale: field.scale }),
    },
    ...(field.enumName !== undefined && { enumName: field.enumName }),
    ...(field.entity !== undefined && { target: field.entity }),
    ...(field.defaultFrom !== undefined && { defaultFrom: field.defaultFrom }),
    section: sectionOf(command, name),
  };
}

const describeCommand = (command: Command, language: Language): ConsoleAction => ({
  name: command.name,
  label: command.title[language],
  description: help(command.description, language),
  confirmation: command.confirmation?.[language],
  entity: command.entity,
  recordInput: command.record ?? undefined,
  payloadField: entityNamed(command.entity).single,
  inputs: Object.entries(command.input)
    .filter(([name]) => name !== command.record)
    .map(([name, field]) => describeInput(command, name, field, language)),
  destructive: command.destructive,
  versioned: command.versioned,
  idempotent: command.idempotent,
});

const describeEnum = (name: string, language: Language): ConsoleEnum => ({
  name,
  values: (enums[name]?.values ?? []).map((value) => ({
    name: value.name,
    label: valueLabel(name, value.name, language),
    description: help(value.documentation, language),
  })),
});

const describeNames = ({ name, values }: NamedValues, language: Language): ConsoleEnum => ({
  name,
  values: values(language).map((value) => ({ ...value, description: '' })),
});

const domainOrder = ['people', 'absence', 'devices', 'ledger', 'payment', 'organisation', 'system'];

/** Where an entity stands in menus: by domain; what people look for first, then what is kept by itself, then the rest. */
function placeOf(entity: Entity): number {
  const domain = domainOrder.indexOf(domainOf(entity.name));
  const rank = entity.prominent ? 0 : entity.kind === 'master' || entity.kind === 'document' ? 1 : 2;
  return (domain < 0 ? domainOrder.length : domain) * 10 + rank;
}

/** What a viewer may do with the graph, in one language. */
export function consoleMetaFor(viewer: Viewer, language: Language): ConsoleMeta {
  const decisions = decisionsFor(viewer);
  const seen = entities()
    .filter((entity) => meetsEntity(decisions, entity.name))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const described = seen.map((entity) => describeEntity(entity, decisions, language));
  const actions = commands()
    .filter((command) => !isNever(decisions.command(command.name)))
    .map((command) => describeCommand(command, language));
  const figures = describeFigures(decisions, language);
  const used = new Set(
    [
      ...described.flatMap((entity) => entity.fields),
      ...actions.flatMap((action) => action.inputs),
      ...figures.flatMap(({ always, dimensions }) => [...always, ...dimensions]),
    ].flatMap((each) => each.enumName ?? []),
  );
  const named = new Map(seen.flatMap(({ names }) => Object.values(names).map((each) => [each.name, each])));
  return {
    entities: described,
    actions,
    figures,
    enums: [...used].sort().map((name) => {
      const names = named.get(name);
      return names ? describeNames(names, language) : describeEnum(name, language);
    }),
    readyReports: describeReadyReports(viewer, language),
    reports: reportNames.filter((name) => !isNever(decisions.report(name))),
    explainsAccess: mayExplainAccess(decisions),
  };
}

import {
  coerceInputValue,
  type GraphQLArgument,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { type EntityName, type Field, fieldOf, graphFields, isStructural, models } from '../catalogue.ts';
import { type Entity, entities, type Language } from '../entity.ts';
import { badInput, forbidden, KontorError, limitExceeded } from '../errors.ts';
import { fieldLabel } from '../meta/field-label.ts';
import { type Decisions, decisionsFor, isNever } from '../policy/decide.ts';
import type { Viewer } from '../viewer.ts';
import { surroundingsOf } from './execute.ts';
import { argumentsOf, below, type Operation, selectedFields } from './selection.ts';
import { isVisible, type Read, readList } from './statement.ts';

/** A list to be written out whole: what `employees(…)` takes, and the columns to write of each row. */
export interface ExportRequest {
  readonly entity: string;
  /** Fields, or fields of a record that a row refers to: `lastName`, `department`, `department.name`. */
  readonly columns: readonly string[];
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: unknown;
  readonly includeInactive?: unknown;
  /** Language of the header and of the order; the viewer's own unless told. */
  readonly language?: Language | undefined;
}

/** A column of an export. */
export interface ExportColumn {
  readonly path: readonly string[];
  readonly label: string;
  /** Whether its values are text that somebody has typed, and not a number, a date or a code of the program's own. */
  readonly isTyped: boolean;
}

/** An export that is ready to run, page by page. */
export interface Export {
  readonly entity: Entity;
  readonly language: Language;
  readonly columns: readonly ExportColumn[];
  readonly firstPage: Read;
  readonly laterPage: Read;
  /** The variables of a page; `after` is the cursor of the last row of the one before. */
  readonly variables: (after: string | null) => Readonly<Record<string, unknown>>;
}

/** Rows that are read at once: enough that the round trip does not count, few enough to hold in memory. */
const rowsPerPage = 1000;
const columnsAtMost = 100;

const badArgument = (message: string, path: readonly (string | number)[]): KontorError =>
  new KontorError('BAD_INPUT', message, { extensions: { path } });

function entityOf(name: string): Entity {
  const found = entities().find((each) => each.name === name || each.plural === name);
  if (!found) throw badArgument('There is no such entity.', ['entity']);
  return found;
}

const isColumn = (entity: EntityName, name: string): boolean =>
  (isStructural(name) && name in models[entity].fields) || graphFields(entity).some((field) => field.name === name);

function columnField(
  decisions: Decisions,
  entity: EntityName,
  name: string,
  path: readonly (string | number)[],
): Field {
  if (!isColumn(entity, name)) throw badArgument(`${entity} has no field ${name}.`, path);
  const field = fieldOf(entity, name);
  if (field.kind === 'relation' && field.list) throw badArgument(`${entity}.${name} is a list and no column.`, path);
  const decision = decisions.of(entity);
  const hidden = isNever(decision.read(name)) && isNever(decision.masked(name));
  if (hidden || (field.kind === 'relation' && !isVisible(decisions, field.type as EntityName)))
    throw forbidden(`${entity}.${name} cannot be exported: you may not read it.`);
  return field;
}

const isTyped = (field: Field): boolean =>
  field.kind === 'relation' || field.list || (field.type === 'String' && field.native?.[0] !== 'Uuid');

function columnOf(decisions: Decisions, entity: Entity, text: string, index: number, language: Language): ExportColumn {
  const names = text.split('.');
  const at = ['columns', index];
  const [first = '', second] = names;
  if (names.length > 2) throw badArgument('A column is a field, or a field of the record that a row refers to.', at);
  const field = columnField(decisions, entity.name, first, at);
  const label = fieldLabel(entity, first, language);
  if (second === undefined) return { path: names, label, isTyped: isTyped(field) };
  if (field.kind !== 'relation') throw badArgument(`${entity.name}.${first} refers to no record.`, at);
  const target = entityOf(field.type);
  const end = columnField(decisions, target.name, second, at);
  return { path: names, label: `${label}: ${fieldLabel(target, second, language)}`, isTyped: isTyped(end) };
}

/** The selection of a column, under a name of its own: a record stands by its label. */
function selectionOf(entity: EntityName, [name = '', ...rest]: readonly string[]): string {
  const field = fieldOf(entity, name);
  if (field.kind !== 'relation') return name;
  return `${name} { ${rest.length > 0 ? `end: ${selectionOf(field.type as EntityName, rest)}` : 'end: _label'} }`;
}

/** The arguments of a list as the graph would take them; every fault names its place. */
function coerce(definitions: readonly GraphQLArgument[], request: ExportRequest): Record<string, unknown> {
  const { where, orderBy, search, includeInactive } = request;
  const coerced: Record<string, unknown> = {};
  for (const [name, value] of Object.entries({ where, orderBy, search, includeInactive })) {
    if (value === undefined || value === null) continue;
    const definition = definitions.find((each) => each.name === name);
    if (!definition) throw badArgument(`This list takes no ${name}.`, [name]);
    coerced[name] = coerceInputValue(value, definition.type, (path, _invalid, error) => {
      throw badArgument(error.message, [name, ...path]);
    });
  }
  return coerced;
}

/** Compiles an export under the viewer's policy, on the same way as every list. */
export function compileExport(schema: GraphQLSchema, viewer: Viewer, request: ExportRequest): Export {
  const decisions = decisionsFor(viewer);
  const entity = entityOf(request.entity);
  if (!isVisible(decisions, entity.name)) throw forbidden(`${entity.name} cannot be exported: you may not read it.`);
  if (request.columns.length === 0) throw badArgument('Choose at least one column.', ['columns']);
  if (request.columns.length > columnsAtMost)
    throw limitExceeded(`An export has ${columnsAtMost} columns at the most.`);
  const language = request.language ?? (viewer.language as Language);
  const columns = request.columns.map((text, index) => columnOf(decisions, entity, text, index, language));
  const definitions = schema.getQueryType()?.getFields()[entity.plural]?.args ?? [];
  const given = coerce(definitions, request);
  const variables = (after: string | null) => ({ ...given, first: rowsPerPage, ...(after !== null && { after }) });
  const selection = columns.map(({ path }, index) => `c${index}: ${selectionOf(entity.name, path)}`).join(' ');
  const page = (after: string | null): Read => {
    const names = Object.keys(variables(after));
    const list = `${entity.plural}(${names.map((name) => `${name}: $${name}`).join(', ')})`;
    const [definition] = parse(`{ ${list} { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`).definitions;
    const operation: Operation = { fragments: {}, variables: variables(after) };
    const [root] = selectedFields([(definition as OperationDefinitionNode).selectionSet], operation);
    if (!root) throw new Error('an export selects a list');
    return readList({
      decisions,
      language,
      entity: entity.name,
      args: argumentsOf(root, definitions, operation),
      selections: below(root, operation),
      around: { ...surroundingsOf(schema, operation), pageAtMost: rowsPerPage },
    });
  };
  const firstPage = page(null);
  if (firstPage.computes) throw badInput('Some of these columns are computed and cannot be exported.');
  return { entity, language, columns, variables, firstPage, laterPage: page('any') };
}

type Value = string | number | boolean | null;

interface PageOfRows {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const cellValue = (cell: unknown): Value => {
  const value = cell !== null && typeof cell === 'object' && 'end' in cell ? cellValue(cell.end) : cell;
  return Array.isArray(value) ? value.join(', ') : (value as Value);
};

/**
 * The rows of an export, one page in memory at a time. `query` runs a read; that all pages show one state is its
 * caller's to see to, with one snapshot.
 */
export async function* exportRows(
  exported: Export,
  viewer: Viewer,
  query: (read: Read, values: readonly unknown[]) => Promise<string>,
): AsyncGenerator<readonly Value[]> {
  for (let after: string | null = null, more = true; more; ) {
    const read = after === null ? exported.firstPage : exported.laterPage;
    const run = { variables: exported.variables(after), viewer };
    const page: PageOfRows = JSON.parse(
      await query(
        read,
        read.statement.params.map((param) => param(run)),
      ),
    );
    for (const row of page.nodes) yield exported.columns.map((_, index) => cellValue(row[`c${index}`]));
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
}

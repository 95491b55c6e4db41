import { type EntityName, graphFields } from '../../catalogue.ts';
import { commandsOf } from '../../command.ts';
import { entities, entityNamed } from '../../entity.ts';
import { isGroupable } from '../../graph/group-keys.ts';
import { isMeasured } from '../../graph/measures.ts';
import { hidesInactive } from '../../read/connection.ts';
import { operationOf } from '../../read/proof/graph-text.ts';
import {
  type Drawing,
  drawOrder,
  drawQuery,
  drawWhere,
  type ListQuery,
  scalarsOf,
} from '../../read/proof/random-query.ts';
import { fieldOfInput, updateInputs } from '../../write/entity-input.ts';
import { type Asked, one, toGraph } from './asked.ts';
import type { Expectation } from './expectation.ts';
import { groups, groupsAfter } from './random-groups.ts';

const noVersion = 1_000_000;

const anyId = (drawing: Drawing, entity: EntityName): string =>
  String(one(drawing, drawing.rows.get(entity) ?? [{ id: 'none' }])['id']);

/** What everything tells of a record beside its fields. */
const about = '_label _can { update deactivate updatable maskedFields actions }';

function list(drawing: Drawing, among: readonly EntityName[]): Asked {
  const drawn = drawQuery(drawing, among);
  const { where: _where, ...unfiltered } = drawn.args;
  // Behind a cursor a filter mostly leaves nothing.
  const query: ListQuery = drawn.cursor !== null && drawing.draw(2) === 0 ? { ...drawn, args: unfiltered } : drawn;
  const pointer = query.args.last === undefined ? 'after' : 'before';
  const args = { ...query.args, ...(query.cursor !== null && { [pointer]: anyId(drawing, query.entity) }) };
  const { query: text, variables } = operationOf(query, args, drawing.draw(2) === 1);
  return toGraph(
    { query: text.replaceAll('nodes { id', `nodes { id ${about}`), variables },
    'selection',
    ...(query.args.where ? (['filter'] as const) : []),
    ...(query.args.orderBy ? (['order'] as const) : []),
    ...(query.cursor === null ? [] : (['cursor'] as const)),
    ...(Object.keys(query.record.many).length > 0 ? (['nested list'] as const) : []),
  );
}

function lookUp(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const fields = graphFields(entity)
    .filter((field) => (field.kind !== 'relation' || !field.list) && drawing.draw(2) === 1)
    .map((field) => (field.kind === 'relation' ? `${field.name} { id ${about} }` : field.name));
  const query = `query ($id: ID!) { one: ${entityNamed(entity).single}(id: $id) { id ${about} ${fields.join(' ')} } }`;
  return toGraph({ query, variables: { id: anyId(drawing, entity) } }, 'look-up');
}

/** A part of a text that some row has, seen or not. */
function wordOf(drawing: Drawing, entity: EntityName): string {
  const row = one(drawing, drawing.rows.get(entity) ?? [{}]);
  const texts = graphFields(entity).filter((field) => field.type === 'String');
  const text = String(row[one(drawing, texts).name] ?? 'an');
  return [...text].slice(0, 2 + drawing.draw(5)).join('');
}

const searchedOf = (among: readonly EntityName[]) =>
  entities().filter((entity) => entity.search.length > 0 && among.includes(entity.name));

function search(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, searchedOf(among));
  const inactive = hidesInactive(entity.name) ? ', includeInactive: true' : '';
  const query = `query ($search: String) { list: ${entity.plural}(search: $search${inactive}) { totalCount nodes { id ${about} } } }`;
  return toGraph({ query, variables: { search: wordOf(drawing, entity.name) } }, 'search');
}

function find(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, searchedOf(among));
  const query = 'query ($search: String!) { find(search: $search, first: 50) { entity entityLabel id label } }';
  return toGraph({ query, variables: { search: wordOf(drawing, entity.name) } }, 'find');
}

function orgChart(drawing: Drawing): Asked {
  const query =
    'query ($companyId: ID) { orgChart(companyId: $companyId) { employeeId managerId name positionTitle departmentName } }';
  return toGraph(
    { query, variables: drawing.draw(2) === 0 ? {} : { companyId: anyId(drawing, 'Company') } },
    'org chart',
  );
}

function history(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const query = `query ($entity: String!, $id: ID!) { history(entity: $entity, id: $id, first: 20) {
    nodes { id at actor command commandLabel reason kind changes { field label from to fromLabel toLabel } } pageInfo { hasNextPage } } }`;
  return toGraph({ query, variables: { entity, id: anyId(drawing, entity) } }, 'history');
}

/** What others may do, and who may read a field: mostly refused, and told to whoever reads the grants of others. */
function access(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const id = anyId(drawing, entity);
  const reasons = 'reasons { role companyId rule holds }';
  if (drawing.draw(2) === 0) {
    const query = `query ($userId: ID!, $entity: String!, $id: ID) { explainAccess(userId: $userId, entity: $entity, id: $id) {
      userName active own grants { id role companyId fromAt untilAt } companies { id label } row { extent ${reasons} }
      fields { name label dataClass read { extent ${reasons} } end { extent ${reasons} } change { extent ${reasons} } }
      commands { name label barsOwnCase run { extent ${reasons} } } } }`;
    const variables = { userId: anyId(drawing, 'User'), entity, ...(drawing.draw(4) > 0 && { id }) };
    return toGraph({ query, variables }, 'access');
  }
  const query = `query ($entity: String!, $id: ID!, $field: String!) { whoMayRead(entity: $entity, id: $id, field: $field) {
    nodes { id name endOnly ${reasons} } untold { role companyId rule } companies { id label } pageInfo { hasNextPage } } }`;
  return toGraph({ query, variables: { entity, id, field: one(drawing, graphFields(entity)).name } }, 'access');
}

/** A list as a file, by fields and by fields of what a row refers to. */
function exported(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const toOne = graphFields(entity).filter((field) => field.kind === 'relation' && !field.list);
  const allowed = (field: (typeof toOne)[number]): boolean => drawing.among?.(entity, field) ?? true;
  const columns = [
    'id',
    ...scalarsOf(entity).filter((field) => allowed(field) && drawing.draw(2) === 1),
    ...toOne.filter((field) => allowed(field) && drawing.draw(2) === 1),
  ].map((field) => (typeof field === 'string' ? field : field.name));
  const orderBy = drawOrder(drawing, entity);
  const body = {
    entity,
    columns,
    ...(drawing.draw(2) === 1 && { where: drawWhere(drawing, entity) }),
    ...(orderBy && { orderBy }),
  };
  return { doors: ['export'], by: 'export', body };
}

/** Figures by groups as a file. */
function exportedFigures(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const allowed = scalarsOf(entity).filter((field) => drawing.among?.(entity, field) ?? true);
  const key = one(drawing, allowed.filter(isGroupable));
  const measured = allowed.filter((field) => isMeasured(field) && drawing.draw(4) === 0);
  const body = {
    entity,
    groupBy: [{ [key?.name ?? 'id']: key?.type === 'DateTime' ? 'MONTH' : 'VALUE' }],
    measures: ['count', ...measured.map(({ name }) => `${name}.countDistinct`)],
    total: drawing.draw(2) === 1,
    ...(drawing.draw(2) === 1 && { where: drawWhere(drawing, entity) }),
  };
  return { doors: ['export of figures'], by: 'export', body };
}

function metadata(drawing: Drawing): Asked {
  const query = `{ consoleMeta { entities { name label description labelPaths columns create update deactivate
    fields { name kind label description required read create update operators sortable target backReference } }
    actions { name label inputs { name kind label } } enums { name values { name label } } } }`;
  const schema = '{ __schema { types { name fields { name } inputFields { name } enumValues { name } } } }';
  return drawing.draw(2) === 0
    ? toGraph({ query, variables: {} }, 'metadata')
    : toGraph({ query: schema, variables: {} }, 'introspection');
}

/** A mutation that cannot succeed: what it is refused for must not tell what it would have met. */
function mutation(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const id = anyId(drawing, entity);
  const payload = (name: string): string =>
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { done: ${name}(input: $input) { ${entityNamed(entity).single} { id ${about} } userErrors { __typename code message path } } }`;
  const commands = commandsOf(entity).filter((command) => command.versioned);
  const inputs = Object.keys(updateInputs(entity));
  if (commands.length > 0 && (inputs.length === 0 || drawing.draw(2) === 1)) {
    const command = one(drawing, commands);
    const required = Object.entries(command.input).flatMap(([name, field]) =>
      field.required && field.kind === 'text'
        ? [[name, 'x']]
        : field.required && field.kind === 'date'
          ? [[name, '2026-01-01']]
          : [],
    );
    const asked = { ...Object.fromEntries(required), [command.record ?? 'id']: id, expectedVersion: noVersion };
    return toGraph({ query: payload(command.name), variables: { input: asked } }, 'mutation');
  }
  const input = inputs.length === 0 ? null : one(drawing, inputs);
  if (input === null) return lookUp(drawing, among);
  const asked = { id, expectedVersion: noVersion, [input]: null };
  return toGraph({ query: payload(`update${entity}`), variables: { input: asked } }, 'mutation');
}

const kinds = [
  list,
  list,
  list,
  list,
  groups,
  groups,
  groupsAfter,
  groupsAfter,
  lookUp,
  search,
  find,
  orgChart,
  history,
  history,
  access,
  mutation,
  metadata,
];

export type DrawAsked = (drawing: Drawing, among: readonly EntityName[], expected: Expectation) => Asked;

/** An operation at random that changes nothing: a read through one of the doors, or a mutation that is refused. */
export const drawOperation: DrawAsked = (drawing, among) => one(drawing, kinds)(drawing, among);

/** Texts are stored without the space around them; one that has some would change after all. */
const staysAsIs = (value: unknown): boolean => value !== null && String(value).trim() === String(value) && value !== '';

/** A change to what is there already: it succeeds, and its answer shows the record as this viewer sees it. */
function unchanged(drawing: Drawing, among: readonly EntityName[], expected: Expectation): Asked | null {
  const choices = among.flatMap((entity) =>
    Object.keys(updateInputs(entity)).flatMap((input) =>
      expected
        .visible(entity)
        .filter((row) => staysAsIs(row[input]) && expected.may(entity, row, fieldOfInput(entity, input), 'write'))
        .map((row) => ({ entity, input, row })),
    ),
  );
  if (choices.length === 0) return null;
  const { entity, input, row } = one(drawing, choices);
  const fields = graphFields(entity)
    .filter((field) => field.kind !== 'relation' || !field.list)
    .map((field) => (field.kind === 'relation' ? `${field.name} { id ${about} }` : field.name));
  const query = `mutation ($input: Update${entity}Input!) { update${entity}(input: $input) {
    ${entityNamed(entity).single} { id ${about} ${fields.join(' ')} } userErrors { code message path } } }`;
  const asked = { id: row['id'], expectedVersion: row['version'], [input]: row[input] };
  return toGraph({ query, variables: { input: asked } }, 'mutation');
}

/** What leaves a trace in the audit log is asked for when nothing else is: the traces are not the same twice. */
export const drawTraced: DrawAsked = (drawing, among, expected) => {
  const silent = among.filter((entity) => entity !== 'AuditOperation' && entity !== 'DataExport');
  return (
    (drawing.draw(2) === 0 ? unchanged(drawing, silent, expected) : null) ??
    (drawing.draw(2) === 0 ? exported : exportedFigures)(drawing, silent)
  );
};

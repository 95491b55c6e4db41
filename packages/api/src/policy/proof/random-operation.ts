import { type EntityName, graphFields } from '../../catalogue.ts';
import { commandsOf } from '../../command.ts';
import { entities, entityNamed } from '../../entity.ts';
import { hidesInactive } from '../../read/connection.ts';
import { type Operation, operationOf } from '../../read/proof/graph-text.ts';
import { type Drawing, drawQuery } from '../../read/proof/random-query.ts';
import { updateInputs } from '../../write/entity-input.ts';

const noVersion = 1_000_000;

const one = <T>(drawing: Drawing, items: readonly T[]): T => items[drawing.draw(items.length)] as T;
const anyId = (drawing: Drawing, entity: EntityName): string =>
  String(one(drawing, drawing.rows.get(entity) ?? [{ id: 'none' }])['id']);

/** What everything tells of a record beside its fields. */
const about = '_label _can { update deactivate updatable maskedFields actions }';

function list(drawing: Drawing, among: readonly EntityName[]): Operation {
  const query = drawQuery(drawing, among);
  const pointer = query.args.last === undefined ? 'after' : 'before';
  const args = { ...query.args, ...(query.cursor !== null && { [pointer]: anyId(drawing, query.entity) }) };
  const { query: text, variables } = operationOf(query, args, drawing.draw(2) === 1);
  return { query: text.replaceAll('nodes { id', `nodes { id ${about}`), variables };
}

function lookUp(drawing: Drawing, among: readonly EntityName[]): Operation {
  const entity = one(drawing, among);
  const fields = graphFields(entity)
    .filter((field) => (field.kind !== 'relation' || !field.list) && drawing.draw(2) === 1)
    .map((field) => (field.kind === 'relation' ? `${field.name} { id ${about} }` : field.name));
  const query = `query ($id: ID!) { one: ${entityNamed(entity).single}(id: $id) { id ${about} ${fields.join(' ')} } }`;
  return { query, variables: { id: anyId(drawing, entity) } };
}

/** Looks for a part of a text that some row has, seen or not. */
function search(drawing: Drawing, among: readonly EntityName[]): Operation {
  const searched = entities().filter((entity) => entity.search.length > 0 && among.includes(entity.name));
  const entity = one(drawing, searched);
  const row = one(drawing, drawing.rows.get(entity.name) ?? [{}]);
  const text = String(
    row[
      one(
        drawing,
        graphFields(entity.name).filter((field) => field.type === 'String'),
      ).name
    ] ?? 'a',
  );
  const inactive = hidesInactive(entity.name) ? ', includeInactive: true' : '';
  const query = `query ($search: String) { list: ${entity.plural}(search: $search${inactive}) { totalCount nodes { id ${about} } } }`;
  return { query, variables: { search: [...text].slice(0, 1 + drawing.draw(5)).join('') } };
}

/** A mutation that cannot succeed: what it is refused for must not tell what it would have met. */
function mutation(drawing: Drawing, among: readonly EntityName[]): Operation {
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
    return {
      query: payload(command.name),
      variables: {
        input: { ...Object.fromEntries(required), [command.record ?? 'id']: id, expectedVersion: noVersion },
      },
    };
  }
  const input = inputs.length === 0 ? null : one(drawing, inputs);
  if (input === null) return lookUp(drawing, among);
  return { query: payload(`update${entity}`), variables: { input: { id, expectedVersion: noVersion, [input]: null } } };
}

/** An operation at random that changes nothing: a list, a look-up, a search, or a mutation that is refused. */
export function drawOperation(drawing: Drawing, among: readonly EntityName[]): Operation {
  const kind = one(drawing, [list, list, list, list, lookUp, search, mutation]);
  drawing.tally.count(kind.name);
  return kind(drawing, among);
}

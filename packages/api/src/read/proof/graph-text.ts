import { astFromValue, type GraphQLInputType, print } from 'graphql';
import { type EntityName, fieldOf } from '../../catalogue.ts';
import { entityNamed } from '../../entity.ts';
import { schema } from '../../schema.ts';
import type { ListArguments, ListQuery, ListSelection, Selection } from './random-query.ts';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const typesOf = (entity: EntityName): Readonly<Record<string, string>> => ({
  where: `${entity}Where`,
  orderBy: `[${entity}Order!]`,
  includeInactive: 'Boolean!',
  first: 'Int',
  last: 'Int',
  offset: 'Int',
  after: 'ID',
  before: 'ID',
});

const fieldType = (entity: EntityName, argument: string): GraphQLInputType => {
  const field = schema.getQueryType()?.getFields()[entityNamed(entity).plural];
  const found = field?.args.find((each) => each.name === argument);
  if (!found) throw new Error(`${entity} has no argument ${argument}`);
  return found.type;
};

const literal = (entity: EntityName, argument: string, value: unknown): string => {
  const node = astFromValue(value, fieldType(entity, argument));
  if (!node) throw new Error(`${argument} cannot be written`);
  return print(node);
};

/** Arguments of a list, written out. */
export function argumentText(entity: EntityName, args: ListArguments): string {
  const parts = Object.entries(args).map(([name, value]) => `${name}: ${literal(entity, name, value)}`);
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function pageText(parts: ListSelection['parts'], record: string): string {
  const texts: Readonly<Record<(typeof parts)[number], string>> = {
    nodes: `nodes ${record}`,
    edges: 'edges { cursor node { id } }',
    pageInfo: 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
    totalCount: 'totalCount',
  };
  return `{ ${parts.map((part) => texts[part]).join(' ')} }`;
}

function recordText(entity: EntityName, selection: Selection): string {
  const targetOf = (field: string): EntityName => fieldOf(entity, field).type as EntityName;
  const one = Object.entries(selection.one).map(([field, inner]) => `${field} ${recordText(targetOf(field), inner)}`);
  const many = Object.entries(selection.many).map(
    ([field, inner]: [string, ListSelection]) =>
      `${field}${argumentText(targetOf(field), inner.args)} ${pageText(inner.parts, recordText(targetOf(field), inner.record))}`,
  );
  return `{ ${[...selection.scalars, ...one, ...many].join(' ')} }`;
}

/** The operation of a query: with its arguments written out, or as variables. */
export function operationOf(query: ListQuery, args: ListArguments, asVariables: boolean): Operation {
  const { entity, record } = query;
  const { plural } = entityNamed(entity);
  const page = pageText(query.parts, recordText(entity, record));
  if (!asVariables) return { query: `{ list: ${plural}${argumentText(entity, args)} ${page} }`, variables: {} };
  const names = Object.keys(args);
  if (names.length === 0) return { query: `{ list: ${plural} ${page} }`, variables: {} };
  const declared = names.map((name) => `$${name}: ${typesOf(entity)[name]}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  return {
    query: `query (${declared}) { list: ${plural}(${passed}) ${page} }`,
    variables: args as Record<string, unknown>,
  };
}

import { astFromValue, print } from 'graphql';
import { entityNamed } from '../../entity.ts';
import { schema } from '../../schema.ts';
import type { Operation } from './graph-text.ts';
import type { DrawnKey, GroupQuery } from './random-groups.ts';

type Json = Readonly<Record<string, unknown>>;

const nested = (path: readonly string[], leaf: unknown): Json =>
  path.toReversed().reduce<unknown>((inner, name) => ({ [name]: inner }), leaf) as Json;

const keyInput = ({ path, bucket }: DrawnKey): Json => nested(path, bucket ?? 'VALUE');

function orderInput({ keys }: GroupQuery, { by, descending, nullsFirst }: GroupQuery['order'][number]): Json {
  const sort = { direction: descending ? 'DESC' : 'ASC', nulls: nullsFirst ? 'FIRST' : 'LAST' };
  if (by === 'count') return { count: sort };
  if (typeof by === 'number') return { key: nested(keys[by]?.path ?? [], sort) };
  return { measure: { [by[0]]: { [by[1]]: sort } } };
}

function havingInput({ of, operator, operand, negated }: NonNullable<GroupQuery['having']>): Json {
  const condition = { [operator]: operand };
  const one = of === 'count' ? { count: condition } : { [of[0]]: { [of[1]]: condition } };
  return negated ? { not: one } : one;
}

function keySelection(keys: readonly DrawnKey[]): string {
  const tree = (paths: readonly (readonly string[])[]): string => {
    const heads = [...new Set(paths.map(([head = '']) => head))];
    const parts = heads.map((head) => {
      const below = paths.filter((path) => path[0] === head && path.length > 1).map((path) => path.slice(1));
      return below.length > 0 ? `${head} ${tree(below)}` : head;
    });
    return `{ ${parts.join(' ')} }`;
  };
  return tree(keys.map(({ path }) => path));
}

/** The operation of a grouping: with its arguments written out, or as variables. */
export function groupsOperation(query: GroupQuery, after: string | null, asVariables: boolean): Operation {
  const { entity, keys, where, having, order, first, includeInactive, timeZone, measured, total } = query;
  const grouped = keys.length > 0;
  const field = `${entityNamed(entity).single}${grouped ? 'Groups' : 'Aggregate'}`;
  const given: Json = {
    ...(where && { where }),
    ...(includeInactive && { includeInactive }),
    ...(grouped && { groupBy: keys.map(keyInput), timeZone }),
    ...(having && { having: havingInput(having) }),
    ...(order.length > 0 && { orderBy: order.map((each) => orderInput(query, each)) }),
    ...(first !== null && { first }),
    ...(after !== null && { after }),
  };
  const figures = `{ count ${measured.map(([name, measures]) => `${name} { ${measures.join(' ')} }`).join(' ')} }`;
  const page = `nodes { key ${keySelection(keys)} aggregate ${figures} } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage }`;
  const selection = grouped ? `{ ${page} ${total ? `total ${figures}` : ''} }` : figures;
  const types = schema.getQueryType()?.getFields()[field]?.args ?? [];
  const typeOf = (name: string) => {
    const found = types.find((each) => each.name === name);
    if (!found) throw new Error(`${field} has no argument ${name}`);
    return found.type;
  };
  const names = Object.keys(given);
  if (names.length === 0) return { query: `{ list: ${field} ${selection} }`, variables: {} };
  if (asVariables) {
    const declared = names.map((name) => `$${name}: ${String(typeOf(name))}`).join(', ');
    const passed = names.map((name) => `${name}: $${name}`).join(', ');
    return { query: `query (${declared}) { list: ${field}(${passed}) ${selection} }`, variables: given };
  }
  const written = names.map((name) => {
    const node = astFromValue(given[name], typeOf(name));
    if (!node) throw new Error(`${name} cannot be written`);
    return `${name}: ${print(node)}`;
  });
  return { query: `{ list: ${field}(${written.join(', ')}) ${selection} }`, variables: {} };
}

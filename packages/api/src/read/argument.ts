import { type GraphQLInputType, isInputObjectType, isListType, isNonNullType, type ValueNode } from 'graphql';
import type { Run } from './sql.ts';

/**
 * An argument as the compiler sees it: its value of this time, and how to read the value of another time from the
 * variables, so that a compiled statement serves every operation of the same shape.
 */
export type Argument =
  | { readonly kind: 'leaf'; readonly value: unknown; readonly read: (run: Run) => unknown }
  | {
      readonly kind: 'list';
      readonly items: readonly Argument[];
      readonly value: readonly unknown[];
      readonly read: (run: Run) => unknown;
    }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Argument> };

export type Arguments = ReadonlyMap<string, Argument>;

type Variables = Readonly<Record<string, unknown>>;

const nullable = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? nullable(type.ofType) : type);

/** An argument from a value that the variables hold; `read` finds it there again. */
export function fromValue(type: GraphQLInputType, value: unknown, read: (run: Run) => unknown): Argument {
  const bare = nullable(type);
  if (value !== null && isInputObjectType(bare)) {
    const source = value as Readonly<Record<string, unknown>>;
    const definitions = bare.getFields();
    const fields = new Map<string, Argument>();
    for (const [key, each] of Object.entries(source)) {
      const definition = definitions[key];
      if (definition && each !== undefined)
        fields.set(
          key,
          fromValue(definition.type, each, (run) => (read(run) as Record<string, unknown>)[key]),
        );
    }
    return { kind: 'object', fields };
  }
  if (value !== null && isListType(bare)) {
    const items = value as readonly unknown[];
    return {
      kind: 'list',
      value: items,
      read,
      items: items.map((each, index) => fromValue(bare.ofType, each, (run) => (read(run) as unknown[])[index])),
    };
  }
  return { kind: 'leaf', value, read };
}

const plain = (argument: Argument): unknown =>
  argument.kind === 'object'
    ? Object.fromEntries([...argument.fields].map(([key, each]) => [key, plain(each)]))
    : argument.value;

const again = (argument: Argument, run: Run): unknown =>
  argument.kind === 'object'
    ? Object.fromEntries([...argument.fields].map(([key, each]) => [key, again(each, run)]))
    : argument.read(run);

/** An argument from the document; undefined where its variable was not given. */
export function fromNode(type: GraphQLInputType, node: ValueNode, variables: Variables): Argument | undefined {
  if (node.kind === 'Variable') {
    const key = node.name.value;
    const value = variables[key];
    return value === undefined ? undefined : fromValue(type, value, (run) => run.variables[key]);
  }
  if (node.kind === 'NullValue') return { kind: 'leaf', value: null, read: () => null };
  const bare = nullable(type);
  if (isInputObjectType(bare) && node.kind === 'ObjectValue') return objectFromNode(bare, node, variables);
  if (isListType(bare)) {
    const nodes = node.kind === 'ListValue' ? node.values : [node];
    const items = nodes.flatMap((each) => fromNode(bare.ofType, each, variables) ?? []);
    return { kind: 'list', items, value: items.map(plain), read: (run) => items.map((each) => again(each, run)) };
  }
  if (!('parseLiteral' in bare)) throw new Error(`${String(type)} is no input type`);
  const value: unknown = bare.parseLiteral(node, variables);
  return { kind: 'leaf', value, read: () => value };
}

function objectFromNode(
  type: Extract<GraphQLInputType, { getFields: unknown }>,
  node: Extract<ValueNode, { kind: 'ObjectValue' }>,
  variables: Variables,
): Argument {
  const definitions = type.getFields();
  const fields = new Map<string, Argument>();
  for (const each of node.fields) {
    const definition = definitions[each.name.value];
    const argument = definition && fromNode(definition.type, each.value, variables);
    if (argument) fields.set(each.name.value, argument);
  }
  return { kind: 'object', fields };
}

/** Values that `in` and `notIn` take at the most, and characters that a search has at the most. */
export const valuesAtMost = 1000;
export const searchAtMost = 200;

const wordsIn = (text: string): number => {
  const trimmed = text.trim();
  return trimmed === '' ? 0 : trimmed.split(/\s+/, 9).length;
};

/**
 * The shape of the variables: what of them decides the statement. Texts are parameters and do not; whether something is
 * null, which way an order goes, which keys a filter has, how many words a search has and whether a limit is exceeded
 * does. Short words that could be values of an enum are taken in, since an enum may decide the statement.
 */
export function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const structured = value.some((each) => typeof each === 'object');
    if (structured) return `[${value.map(shapeOf).join()}]`;
    return value.length === 0 ? '[]' : value.length > valuesAtMost ? '[+]' : '[.]';
  }
  if (typeof value === 'object')
    return `{${Object.entries(value as object)
      .map(([key, each]) => `${key}:${shapeOf(each)}`)
      .join()}}`;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '.';
  return /^[A-Z][A-Z_]{1,40}$/.test(value) ? value : `.${wordsIn(value)}${value.length > searchAtMost ? '+' : ''}`;
}

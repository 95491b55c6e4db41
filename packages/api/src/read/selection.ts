import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Arguments, fromNode, fromValue } from './argument.ts';

/** What an operation brings to its selections. */
export interface Operation {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One selected field, with every selection of the same response key merged into it. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

const included = (node: SelectionNode, { variables }: Operation): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;

/**
 * The fields that selection sets select, fragments spread and `@skip` and `@include` applied. No type of the graph that
 * is read from the database is an interface or a union, so a fragment always applies.
 */
export function selectedFields(sets: readonly SelectionSetNode[], operation: Operation): Selected[] {
  const byKey = new Map<string, { key: string; name: string; nodes: FieldNode[] }>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!included(node, operation)) continue;
      if (node.kind === 'InlineFragment') collect(node.selectionSet);
      else if (node.kind === 'FragmentSpread') {
        const fragment = operation.fragments[node.name.value];
        if (fragment) collect(fragment.selectionSet);
      } else {
        const key = node.alias?.value ?? node.name.value;
        const known = byKey.get(key);
        if (known) known.nodes.push(node);
        else byKey.set(key, { key, name: node.name.value, nodes: [node] });
      }
    }
  };
  for (const set of sets) collect(set);
  return [...byKey.values()];
}

/** The fields selected below a field. */
export const below = (selected: Selected, operation: Operation): Selected[] =>
  selectedFields(
    selected.nodes.flatMap((node) => node.selectionSet ?? []),
    operation,
  );

/** The arguments of a field, with the defaults of the schema. */
export function argumentsOf(
  selected: Selected,
  definitions: readonly GraphQLArgument[],
  operation: Operation,
): Arguments {
  const result = new Map();
  const node = selected.nodes[0];
  for (const definition of definitions) {
    const given = node?.arguments?.find((each) => each.name.value === definition.name);
    const argument = given && fromNode(definition.type, given.value, operation.variables);
    if (argument) result.set(definition.name, argument);
    else if (definition.defaultValue !== undefined) {
      const value = definition.defaultValue;
      result.set(
        definition.name,
        fromValue(definition.type, value, () => value),
      );
    }
  }
  return result;
}

import { type FragmentDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import type { EntityName } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { decisionsFor } from '../policy/decide.ts';
import type { Viewer } from '../viewer.ts';
import type { Argument } from './argument.ts';
import { runRead } from './execute.ts';
import { selectedFields } from './selection.ts';
import { isVisible, readList } from './statement.ts';

/** A record by its id and the text that tells it from others, as one viewer may see it. */
export interface Labelled {
  readonly id: string;
  readonly _label: string | null;
}

const selectionOf = (text: string): SelectionSetNode => {
  const definition = parse(text).definitions[0];
  if (definition?.kind !== 'OperationDefinition') throw new Error('a selection is expected');
  return definition.selectionSet;
};

const nodes = selectionOf('{ nodes { id _label } }');

const leaf = (value: unknown): Argument => ({ kind: 'leaf', value, read: () => value });
const listOf = (values: readonly string[]): Argument => ({
  kind: 'list',
  value: values,
  read: () => values,
  items: values.map(leaf),
});
const object = (fields: Record<string, Argument>): Argument => ({
  kind: 'object',
  fields: new Map(Object.entries(fields)),
});

async function read(
  context: Context,
  viewer: Viewer,
  entity: EntityName,
  args: Record<string, Argument>,
): Promise<readonly Labelled[]> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  const operation = { fragments, variables: {} };
  const decisions = decisionsFor(viewer);
  if (!isVisible(decisions, entity)) return [];
  const list = readList({
    decisions,
    language: viewer.language,
    entity,
    args: new Map(Object.entries(args)),
    selections: selectedFields([nodes], operation),
    around: { operation, argumentsOf: () => [], computedFrom: () => null },
  });
  const json = await runRead(context, list, { variables: {}, viewer }, null);
  return (JSON.parse(json) as { nodes: Labelled[] }).nodes;
}

const atOnce = 100;

/** Labels of records by their ids; those that the viewer may not see are not in it. */
export async function labelsOf(
  context: Context,
  viewer: Viewer,
  entity: EntityName,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const labels = new Map<string, string | null>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const where = object({ id: object({ in: listOf(ids.slice(from, from + atOnce)) }) });
    const found = await read(context, viewer, entity, { where, first: leaf(atOnce), includeInactive: leaf(true) });
    for (const each of found) labels.set(each.id, each._label);
  }
  return labels;
}

/** Records in which every word is found. */
export const foundBy = (
  context: Context,
  viewer: Viewer,
  entity: EntityName,
  words: string,
  first: number,
): Promise<readonly Labelled[]> => read(context, viewer, entity, { search: leaf(words), first: leaf(first) });

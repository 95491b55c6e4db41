import type { Operation } from '../../read/proof/graph-text.ts';
import type { Drawing } from '../../read/proof/random-query.ts';

/** The doors through which an answer comes. One operation may go through several. */
export const doors = [
  'selection',
  'filter',
  'order',
  'cursor',
  'nested list',
  'groups',
  'aggregate',
  'having',
  'group cursor',
  'look-up',
  'search',
  'find',
  'org chart',
  'history',
  'access',
  'mutation',
  'export',
  'export of figures',
  'metadata',
  'introspection',
  'changes',
  'missed changes',
] as const;
export type Door = (typeof doors)[number];

/** What is sent, and through which doors its answer comes. */
export interface Asked {
  readonly doors: readonly Door[];
  /** To the graph, as an export that is made and fetched, or of a stream while something is written. */
  readonly by: 'graph' | 'export' | 'stream';
  readonly body: object;
}

/** An operation that is sent to the graph. */
export const toGraph = (operation: Operation, ...through: readonly Door[]): Asked => ({
  doors: through,
  by: 'graph',
  body: operation,
});

export const one = <T>(drawing: Drawing, items: readonly T[]): T => items[drawing.draw(items.length)] as T;

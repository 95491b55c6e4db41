import { expect, it } from 'vitest';
import { above, allNodes, buildTree, visibleNodes } from './tree.ts';

const person = (id: string, managerId: string | null) => ({
  id,
  managerId,
  name: id,
  position: null,
  department: null,
});
const ids = (nodes: readonly { id: string; level: number }[]) => nodes.map(({ id, level }) => `${id}${level}`);

it('puts whoever has no visible manager at the top', () => {
  const tree = buildTree([person('b', 'a'), person('a', 'hidden'), person('c', 'b')]);
  expect(ids(allNodes(tree))).toEqual(['a1', 'b2', 'c3']);
});

it('cuts a ring of managers instead of following it', () => {
  const tree = buildTree([person('a', 'b'), person('b', 'a'), person('c', 'c')]);
  expect(
    allNodes(tree)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['a', 'b', 'c']);
});

it('shows what is open', () => {
  const tree = buildTree([person('a', null), person('b', 'a'), person('c', 'b')]);
  expect(ids(visibleNodes(tree, new Set(['a'])))).toEqual(['a1', 'b2']);
});

it('finds the way to a person', () => {
  const people = [person('a', null), person('b', 'a'), person('c', 'b')];
  expect(above(people, 'c')).toEqual(['b', 'a']);
  expect(above([person('x', 'y'), person('y', 'x')], 'x')).toEqual(['y', 'x']);
});

import { expect, it } from 'vitest';
import { compile } from './compile.ts';
import { defineResource } from './define-resource.ts';
import { nextSort, sortOf } from './order.ts';
import { sampleMeta } from './sample-meta.ts';

const definitionOf = (patches: Parameters<typeof compile>[1]) => {
  const [employee] = compile(sampleMeta, patches);
  if (!employee) throw new Error('The sample has employees.');
  return employee;
};
const plain = definitionOf([]);
const log = definitionOf([defineResource('Employee', (r) => r.newestFirst('createdAt'))]);
const [ascending, descending] = [
  { field: 'createdAt', direction: 'ASC' },
  { field: 'createdAt', direction: 'DESC' },
] as const;

it('opens a log with what came last, and any list with what is asked for', () => {
  expect(sortOf(plain, [])).toEqual([]);
  expect(sortOf(log, [])).toEqual([descending]);
  expect(sortOf(log, [{ field: 'lastName', direction: 'ASC' }])).toEqual([{ field: 'lastName', direction: 'ASC' }]);
});

it.each([
  ['a list', plain, [], [ascending]],
  ['what ascends', plain, [ascending], [descending]],
  ['what descends', plain, [descending], []],
  ['a log that has just opened', log, [], [ascending]],
  ['a log turned round', log, [ascending], [descending]],
])('a click on the head of a column of %s asks for the next order', (_what, resource, asked, next) => {
  expect(nextSort(resource, asked, 'createdAt', false)).toEqual(next);
});

it('adds columns up with the shift key', () => {
  const asked = [{ field: 'lastName', direction: 'ASC' }] as const;
  expect(nextSort(plain, asked, 'createdAt', true)).toEqual([...asked, ascending]);
});

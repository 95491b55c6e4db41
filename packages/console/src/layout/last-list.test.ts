import { expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta } from '../generator/sample-meta.ts';
import { lastList, rememberList } from './last-list.ts';

it('leads back to a list as it was left, and to each list its own', () => {
  const [first, second] = catalogueOf(sampleMeta, []).resources;
  if (!first || !second) throw new Error('The sample has two entities.');
  expect(lastList(first)).toBe(`/${first.path}`);
  rememberList(first, 'search=berg&page=2');
  expect(lastList(first)).toBe(`/${first.path}?search=berg&page=2`);
  expect(lastList(second)).toBe(`/${second.path}`);
  rememberList(first, '');
  expect(lastList(first)).toBe(`/${first.path}`);
});

import { expect, it } from 'vitest';
import { companyOf } from './company-choice.ts';

const companies = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

it.each([
  ['the one in the address', companies, 'b', 'c', 'b'],
  ['the last one, where the address has none', companies, null, 'c', 'c'],
  ['the first, where there was none before', companies, null, null, 'a'],
  ['the first, where the last one is gone', companies, null, 'gone', 'a'],
  ['no other one, where the address has one that is gone', companies, 'gone', 'c', undefined],
  ['none before they are known', undefined, 'b', 'c', undefined],
  ['none where there are none', [], null, 'c', undefined],
])('a page is about %s', (_title, known, chosen, last, id) => {
  expect(companyOf(known, chosen, last)?.id).toBe(id);
});

import { expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta } from '../generator/sample-meta.ts';
import { sourceEntity } from './source-link.tsx';
import { wordOf } from './word-of.ts';

const catalogue = catalogueOf(sampleMeta, []);

it('says a value by its word, and by itself where it has none', () => {
  expect(wordOf(catalogue, 'DeviceStatus', 'IN_USE')).toBe('In use');
  expect(wordOf(catalogue, 'DeviceStatus', 'EATEN')).toBe('EATEN');
  expect(wordOf(catalogue, undefined, 'IN_USE')).toBe('IN_USE');
});

it('finds the entity that a source names, where this viewer sees it', () => {
  expect(sourceEntity('DEVICE', catalogue)?.label).toBe('Device');
  expect(sourceEntity('PAY_RUN', catalogue)).toBeUndefined();
});

import { expect, it } from 'vitest';
import { chartOf, monthsOf, yearEnd } from './set-up-query.ts';

it('proposes the chart of the country', () => {
  expect(['SE', 'DE', 'AT', 'HU'].map(chartOf)).toEqual(['SE_BAS', 'DE_SKR04', 'DE_SKR04', 'INTERNATIONAL']);
});

it('ends a year twelve months on, and divides it by months', () => {
  expect([yearEnd('2026-01-01'), yearEnd('2025-07-01')]).toEqual(['2026-12-31', '2026-06-30']);
  expect(monthsOf('2025-11-15', '2026-02-28')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsOf('2026-01-01', yearEnd('2026-01-01'))).toHaveLength(12);
  expect([monthsOf('', '2026-01-01'), monthsOf('2026-02-01', '2026-01-01')]).toEqual([[], []]);
});

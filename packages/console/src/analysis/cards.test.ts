import { expect, it } from 'vitest';
import { GraphError } from '../data/graph-error.ts';
import type { SavedView } from '../data/saved-views.ts';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta } from '../generator/sample-meta.ts';
import { askParts, cardsOf } from './cards.ts';
import type { QueryPart } from './report-query.ts';

const ready = (name: string, resource: string, ...roles: string[]) => ({
  name,
  title: name,
  definition: 'What it counts.',
  resource,
  state: 'by=status&show=count&chart=bar',
  roles,
});
const readyReports = [
  ready('people', 'Employee', 'HR'),
  ready('devices', 'Device', 'IT'),
  ready('gone', 'Vehicle', 'HR'),
];
const catalogue = catalogueOf({ ...sampleMeta, readyReports }, []);
const viewer = {
  user: { id: 'u', name: 'Anna', email: 'a@b.example', language: 'en' },
  roles: [{ role: 'HR', companyId: null }],
  personId: null,
  employeeIds: [],
  secondFactorMissing: false,
};
const kept = (name: string, changes: Partial<SavedView> = {}): SavedView => ({
  ...{ id: name, kind: 'REPORT', name, resource: 'Employee', state: 'by=department&show=count' },
  ...{ shared: false, sharedWithRole: null, pinned: true, isDefault: false, owner: null },
  _can: { actions: ['changeView'] },
  ...changes,
});
const titles = (views: readonly SavedView[]) =>
  cardsOf(viewer, catalogue, views, { zone: 'UTC', today: new Date('2026-11-22') }).map(({ title }) => title);

it('a home page shows what its owner pinned, then what belongs to their roles', () => {
  expect(
    titles([kept('Mine'), kept('Not pinned', { pinned: false }), kept('Not mine', { _can: { actions: [] } })]),
  ).toEqual(['Mine', 'people']);
  expect(titles(Array.from({ length: 12 }, (_, index) => kept(`Report ${index}`)))).toHaveLength(8);
});

const part = (name: string): QueryPart => ({ declared: [], fields: [name], variables: {} });

it('asks for all at once, and for each by itself where one of them is refused', async () => {
  const asked: string[] = [];
  const ask = async ({ query }: { query: string }): Promise<Record<string, unknown>> => {
    asked.push(query);
    if (query.includes('mixed'))
      throw new GraphError('BAD_INPUT', 'Amounts of several currencies', 200, 'CURRENCIES_MIXED');
    return Object.fromEntries(['a', 'b'].filter((name) => query.includes(` ${name} `)).map((name) => [name, {}]));
  };
  expect(await askParts([part('a'), part('b')], ask)).toEqual({ a: {}, b: {} });
  expect(asked).toHaveLength(1);
  expect(await askParts([part('a'), part('mixed'), part('b')], ask)).toEqual({ a: {}, b: {} });
  const unreachable = async () => {
    throw new GraphError('UNREACHABLE', 'Nobody answers', 0);
  };
  await expect(askParts([part('a')], unreachable)).rejects.toThrow('Nobody answers');
});

import { describe, expect, it } from 'vitest';
import { catalogueOf } from './compile.ts';
import { defineResource } from './define-resource.ts';
import {
  type Condition,
  choiceAt,
  conditionOn,
  countConditions,
  type FilterGroup,
  pathChoices,
  toWhere,
} from './filter-tree.ts';
import { decodeFilter, encodeFilter } from './filter-url.ts';
import { changeListState, emptyListState, openingState, readListState, writeListState } from './list-state.ts';
import type { Catalogue } from './resource-definition.ts';
import { sampleMeta, without } from './sample-meta.ts';

const catalogue = catalogueOf(sampleMeta, []);
const resourceOf = (from: Catalogue, name: string) => {
  const found = from.byName.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const employee = resourceOf(catalogue, 'Employee');
const condition = (
  path: string,
  operator: Condition['operator'],
  value: Condition['value'],
  quantifier?: Condition['quantifier'],
): Condition =>
  quantifier ? { path: path.split('.'), operator, value, quantifier } : { path: path.split('.'), operator, value };
const and = (...items: FilterGroup['items']): FilterGroup => ({ join: 'and', items });
const or = (...items: FilterGroup['items']): FilterGroup => ({ join: 'or', items });

describe('a filter as the graph takes it', () => {
  const rows: [string, FilterGroup, unknown][] = [
    ['nothing', and(), undefined],
    ['a value', and(condition('salary', 'gte', '1000')), { salary: { gte: '1000' } }],
    [
      'all of several',
      and(condition('salary', 'gte', '1'), condition('status', 'in', ['ACTIVE'])),
      { and: [{ salary: { gte: '1' } }, { status: { in: ['ACTIVE'] } }] },
    ],
    [
      'one of several',
      or(condition('firstName', 'eq', 'A'), condition('lastName', 'eq', 'B')),
      { or: [{ firstName: { eq: 'A' } }, { lastName: { eq: 'B' } }] },
    ],
    ['a chosen record', and(condition('department', 'eq', 'd1')), { department: { is: { id: { eq: 'd1' } } } }],
    [
      'one of chosen records',
      and(condition('department', 'in', ['d1', 'd2'])),
      { department: { is: { id: { in: ['d1', 'd2'] } } } },
    ],
    ['not a chosen record', and(condition('department', 'ne', 'd1')), { department: { isNot: { id: { eq: 'd1' } } } }],
    ['no record', and(condition('department', 'isNull', true)), { department: { isNull: true } }],
    [
      'a field of another record',
      and(condition('department.code', 'eq', 'FIN')),
      { department: { is: { code: { eq: 'FIN' } } } },
    ],
    ['any related record', and(condition('devices', 'some', null)), { devices: { some: {} } }],
    [
      'a field of related records',
      and(condition('devices.status', 'eq', 'IN_USE', 'none')),
      { devices: { none: { status: { eq: 'IN_USE' } } } },
    ],
    ['what is still being typed', and(condition('salary', 'gte', null), condition('firstName', 'eq', '')), undefined],
    ['an empty group inside', and(or(), condition('firstName', 'eq', 'A')), { firstName: { eq: 'A' } }],
  ];
  it.each(rows)('%s', (_name, group, where) => {
    expect(toWhere(employee, group, catalogue)).toEqual(where);
  });

  it('leads through one record after the other', () => {
    const through = (path: string, operator: Condition['operator'], value: Condition['value']) =>
      toWhere(resourceOf(catalogue, 'Device'), and(condition(path, operator, value)), catalogue);
    const department = (inner: unknown) => ({ holder: { is: { department: inner } } });
    expect(through('holder.department.code', 'eq', 'FIN')).toEqual(department({ is: { code: { eq: 'FIN' } } }));
    expect(through('holder.department', 'eq', 'd1')).toEqual(department({ is: { id: { eq: 'd1' } } }));
    expect(through('holder.department', 'isNull', true)).toEqual(department({ isNull: true }));
    expect(toWhere(employee, and(condition('devices.holder', 'eq', 'e1', 'none')), catalogue)).toEqual({
      devices: { none: { holder: { is: { id: { eq: 'e1' } } } } },
    });
    // The graph follows a list only where a comparison begins.
    expect(through('holder.devices.assetTag', 'eq', 'A')).toBeUndefined();
  });
});

describe('a filter in an address', () => {
  const group = and(
    condition('salary', 'gte', '1000'),
    or(condition('department.code', 'eq', 'FIN'), condition('devices.status', 'eq', 'IN_USE', 'none')),
  );

  it('comes back as it was', () => {
    expect(decodeFilter(encodeFilter(group), employee, catalogue)).toEqual({ group, dropped: 0 });
  });

  it('leaves out what this viewer cannot ask, and says so', () => {
    const blind = catalogueOf(without(sampleMeta, 'Employee', 'salary'), []);
    const decoded = decodeFilter(encodeFilter(group), resourceOf(blind, 'Employee'), blind);
    expect(decoded.dropped).toBe(1);
    expect(countConditions(decoded.group)).toBe(2);
  });

  it.each([
    ['not json'],
    ['{"a":1}'],
    ['["salary"]'],
    ['["salary","drop",1]'],
    ['["salary","eq",{"a":1}]'],
    ['[1,2,3]'],
  ])('survives %s', (text) => {
    expect(countConditions(decodeFilter(text, employee, catalogue).group)).toBe(0);
  });

  it('counts what is asked, and not what is still being typed', () => {
    const typing = and(condition('salary', 'gte', null), or(condition('firstName', 'eq', '')));
    expect([countConditions(typing), countConditions(and(typing, condition('department', 'isNull', true)))]).toEqual([
      0, 1,
    ]);
  });

  it('stops at a depth that the graph would refuse', () => {
    const deep = `${'["and",'.repeat(40)}["salary","eq","1"]${']'.repeat(40)}`;
    expect(countConditions(decodeFilter(deep, employee, catalogue).group)).toBe(0);
  });
});

describe('what the builder offers', () => {
  it('leads through relations', () => {
    const choices = pathChoices(employee, catalogue).map(({ path }) => path.join('.'));
    expect(choices).toContain('department.code');
    expect(choices).toContain('devices.status');
    expect(choices).toContain('salary');
  });

  it('says of a longer path through what it leads', () => {
    const found = choiceAt(resourceOf(catalogue, 'Device'), ['holder', 'department', 'code'], catalogue);
    expect([found?.through, found?.label]).toEqual(['holder › department', 'code']);
  });

  it('begins with a whole name where names have words, and with a part of any other text', () => {
    const [text] = pathChoices(employee, catalogue).filter(({ path }) => path.join() === 'firstName');
    if (!text) throw new Error('The sample lost its names.');
    const named = { ...text, field: { ...text.field, enumName: 'OperationName' } };
    expect([conditionOn(text).operator, conditionOn(named).operator]).toEqual(['contains', 'eq']);
  });

  it('compares a reference by choosing records', () => {
    expect(pathChoices(employee, catalogue).find(({ path }) => path.join('.') === 'department')?.operators).toEqual([
      'eq',
      'ne',
      'in',
      'isNull',
    ]);
  });
});

describe('a list in an address', () => {
  const read = (query: string) => readListState(new URLSearchParams(query), employee, catalogue);

  it('comes back as it was', () => {
    const query =
      'search=anna&filter=%5B%22and%22%2C%5B%22salary%22%2C%22gte%22%2C%221%22%5D%5D&sort=-salary%2ClastName&columns=lastName%2Csalary&page=3&size=50&inactive=1';
    expect(writeListState(read(query)).toString()).toBe(query);
  });

  it('is empty where everything is as usual', () => {
    expect(writeListState(emptyListState()).toString()).toBe('');
  });

  it('begins with what its patch wants, for whoever may compare by that', () => {
    const patch = defineResource('Employee', (r) => r.opensWith('salary', 'gte', '1'));
    const opening = (meta: typeof sampleMeta) => openingState(resourceOf(catalogueOf(meta, [patch]), 'Employee'));
    expect(read(opening(sampleMeta) ?? '').filter).toEqual(and(condition('salary', 'gte', '1')));
    expect(opening(without(sampleMeta, 'Employee', 'salary'))).toBeUndefined();
    expect(openingState(employee)).toBeUndefined();
  });

  it('keeps to page sizes and fields that there are', () => {
    const state = read('size=7&page=-3&columns=nope,salary&sort=nope');
    expect([state.perPage, state.page, state.columns, state.sort]).toEqual([25, 1, ['salary'], []]);
  });

  it('goes back to the first page when something else is asked', () => {
    const third = { ...emptyListState(), page: 3, after: 'x' };
    expect(changeListState(third, { search: 'anna' })).toMatchObject({ page: 1, after: null });
    expect(changeListState(third, { page: 4 })).toMatchObject({ page: 4 });
  });
});

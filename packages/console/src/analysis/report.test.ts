import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { toWhere } from '../generator/filter-tree.ts';
import { decodeFilter } from '../generator/filter-url.ts';
import { sampleMeta, without } from '../generator/sample-meta.ts';
import { axisOf, chartsOf } from './chart-data.ts';
import { keyChoices, keyChoicesAt, measureChoices, reckonable } from './choices.ts';
import { COMPANY_FIGURES, companyPart } from './company-figures.ts';
import { asClientCode, asCurl } from './copy-query.ts';
import { lastDay, listBehind } from './drill-down.ts';
import { operation, partOfMany, planReport, reportQuery } from './report-query.ts';
import { readReport, withDays, writeReport } from './report-state.ts';
import { tableOf } from './report-table.ts';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));
const problems = (query: string) => validate(schema, parse(query)).map(({ message }) => message);

const catalogue = catalogueOf(sampleMeta, []);
const resourceOf = (name: string, from = catalogue) => {
  const found = from.byName.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const employee = resourceOf('Employee');

const read = (text: string, from = catalogue) =>
  readReport(new URLSearchParams(text), resourceOf('Employee', from), from, 'Europe/Stockholm');
const planned = (text: string) => planReport(employee, read(text), catalogue);

/** A value as it stands in a query. */
const inWords = (value: unknown): string => JSON.stringify(value).replaceAll(/"(\w+)":/g, '$1: ');

describe('the address of a report', () => {
  const all =
    'by=department,createdAt:MONTH&show=count,salary.sum&filter=["and",["status","eq","ACTIVE"]]&having=[["count","gte","5"]]&order=-salary.sum&top=20&zone=Europe/Budapest&chart=stacked';

  it('says all of it, and is read as it was written', () => {
    const state = read(all);
    expect(state.dropped).toEqual([]);
    expect(read(writeReport(state).toString())).toEqual(state);
    expect(new URLSearchParams(all).toString()).toBe(writeReport(state).toString());
  });

  it.each([
    ['by=shoeSize', 'shoeSize'],
    ['by=lastName:MONTH', 'lastName:MONTH'],
    ['by=createdAt', 'createdAt'],
    ['by=createdAt:DECADE', 'createdAt:DECADE'],
    ['by=devices', 'devices'],
    ['show=count,department.sum', 'department.sum'],
    ['having=[["count","about","5"]]', 'having'],
    ['having=nonsense', 'having'],
    ['filter=["shoeSize","eq","44"]', 'filter'],
  ])('tells what this viewer cannot ask: %s', (text, dropped) => {
    expect(read(text).dropped).toEqual([dropped]);
  });

  it('leaves out what somebody else may read', () => {
    const blind = catalogueOf(without(sampleMeta, 'Employee', 'salary', 'salaryCurrencyCode'), []);
    const state = read('by=department&show=count,salary.sum&order=-salary.sum', blind);
    expect([state.dropped, state.show.length, state.order]).toEqual([['salary.sum'], 1, null]);
  });

  it('of a ready-made report has days in place of their names', () => {
    const state = withDays(
      'filter=["and",["a","gte","@today"],["a","lte","@today%2B90"],["b","gte","@today-365"]]',
      new Date('2026-11-22T12:00:00Z'),
    );
    expect(new URLSearchParams(state).get('filter')).toBe(
      '["and",["a","gte","2026-11-22"],["a","lte","2027-02-20"],["b","gte","2025-11-22"]]',
    );
  });
});

describe('the query of a report', () => {
  it.each([
    'show=count',
    'by=department&show=count&chart=figure',
    'by=department,createdAt:WEEK&show=count,salary.sum,salary.avg&order=-count',
    'by=status&show=count,lastName.max&order=status&filter=["and",["salary","gte","1000"]]',
    'by=department.name&show=salary.max&having=[["salary.max","gt","10.5"],["count","gte","2"]]&search=a',
  ])('is one of the graph: %s', (text) => {
    expect(problems(reportQuery(planned(text)).query)).toEqual([]);
  });

  it('is one of the graph for several at once, with figures of a company beside them', () => {
    const parts = [
      partOfMany(planned('by=department&show=count,salary.sum'), 0),
      partOfMany(planned('by=status&show=count'), 1),
      ...COMPANY_FIGURES.map((each) => companyPart(each, 'c', new Date('2026-11-22'))),
    ];
    const { query, variables } = operation('HomeReports', parts);
    expect(problems(query)).toEqual([]);
    expect(variables).toMatchObject({ workforceByMonth_startsOn: '2025-12-31', workforceByMonth_endsOn: '2026-11-30' });
  });

  it('groups amounts by their currency, once', () => {
    const keys = (text: string) => planned(text).keys.map(({ path }) => path.join('.'));
    expect(keys('by=department&show=salary.sum')).toEqual(['department', 'salaryCurrencyCode']);
    expect(keys('by=salaryCurrencyCode&show=salary.sum,salary.avg')).toEqual(['salaryCurrencyCode']);
    expect(keys('by=department&show=salary.count')).toEqual(['department']);
  });

  it('stands in a shell and in a program as it is sent', () => {
    const asked = reportQuery(planned('by=department&show=count'));
    const body = asCurl(asked, 'https://kontor.example').split('\n').at(-2) ?? '';
    expect(JSON.parse(body)).toEqual(asked);
    expect(asClientCode(asked, 'https://kontor.example')).toContain(JSON.stringify(asked.query));
  });
});

const of = (id: string, label: string, currency: string, count: number, sum: string) => ({
  key: { department: { id, _label: label }, salaryCurrencyCode: currency },
  aggregate: { count, salary: { sum } },
});

describe('the table and the charts of a report', () => {
  const report = planned('by=department&show=count,salary.sum');
  const answer = {
    groups: {
      totalCount: 4,
      nodes: [
        of('1', 'Sales', 'SEK', 2, '70000.50'),
        of('2', 'Finance', 'SEK', 1, '30000'),
        of('3', 'Finance', 'HUF', 1, '900000'),
        { key: { department: null, salaryCurrencyCode: null }, aggregate: { count: 1, salary: { sum: null } } },
      ],
    },
    totals: { nodes: [of('', '', 'SEK', 3, '100000.50')] },
  };
  const table = tableOf(report, answer);
  const words = {
    key: (row: number, key: number) => table.rows[row]?.keys[key]?.label ?? 'none',
    measure: ({ measure }: { measure: string }) => measure,
  };

  it('has groups in the order of their labels, each with its currency, and nobody’s last', () => {
    expect(table.rows.map(({ keys, values, currency }) => [keys[0]?.label, ...values, currency])).toEqual([
      ['Finance', 1, '900000', 'HUF'],
      ['Finance', 1, '30000', 'SEK'],
      ['Sales', 2, '70000.50', 'SEK'],
      [null, 1, null, null],
    ]);
    expect(table.keys.map(({ path }) => path.join('.'))).toEqual(['department']);
    expect(table.totals.map(({ values, currency }) => [...values, currency])).toEqual([[3, '100000.50', 'SEK']]);
  });

  it('draws amounts of each currency by themselves, and says what it leaves to the table', () => {
    const charts = chartsOf(report, table, words);
    expect(charts.map(({ currency }) => currency)).toEqual(['HUF', 'SEK', null]);
    expect(charts[1]?.points).toEqual([
      { category: 'Finance', values: [30000] },
      { category: 'Sales', values: [70000.5] },
    ]);
    expect([...(charts[0]?.leftOut ?? [])]).toEqual(['measures']);
  });

  it('leads from a group to the list of its rows', () => {
    const address = (row: number) => {
      const found = table.rows[row];
      return found && new URL(listBehind(report, table.keys, found) ?? '', 'http://x').searchParams.get('filter');
    };
    expect(address(1)).toBe('["and",["department","eq","2"],["salaryCurrencyCode","eq","SEK"]]');
    expect(address(3)).toBe('["and",["department","isNull",true]]');
  });

  it('leads to rows by what stands on a record that they refer to, whatever is missing on the way', () => {
    const device = resourceOf('Device');
    const state = readReport(new URLSearchParams('by=holder.department,holder.department.code'), device, catalogue, '');
    const far = planReport(device, state, catalogue);
    const group = (id: string | null, code: string | null) => ({
      key: { holder: { department: id === null ? null : { id, _label: '', code } } },
      aggregate: { count: 1 },
    });
    const { rows, keys } = tableOf(far, { groups: { totalCount: 3, nodes: [group('1', 'FIN'), group(null, null)] } });
    const filters = rows.map((row) => new URL(listBehind(far, keys, row) ?? '', 'http://x').searchParams.get('filter'));
    expect(filters).toEqual([
      '["and",["holder.department","eq","1"],["holder.department.code","eq","FIN"]]',
      '["and",["or",["holder","isNull",true],["holder.department","isNull",true]],["or",["holder","isNull",true],["holder.department","isNull",true],["holder.department.code","isNull",true]]]',
    ]);
    const where = filters.map((filter) => toWhere(device, decodeFilter(filter, device, catalogue).group, catalogue));
    for (const each of where) expect(problems(`{ devices(where: ${inWords(each)}) { totalCount } }`)).toEqual([]);
  });

  it('leads to the rows of a span of days by the clocks of the report', () => {
    const report = planned('by=createdAt:MONTH&zone=Europe/Budapest');
    const nodes = ['2026-03-01', null].map((createdAt) => ({ key: { createdAt }, aggregate: { count: 1 } }));
    const { rows, keys } = tableOf(report, { groups: { totalCount: 2, nodes } });
    const filters = rows.map((row) =>
      new URL(listBehind(report, keys, row) ?? '', 'http://x').searchParams.get('filter'),
    );
    expect(filters).toEqual([
      '["and",["createdAt","gte","2026-02-28T23:00:00.000Z"],["createdAt","lt","2026-03-31T22:00:00.000Z"]]',
      '["and",["createdAt","isNull",true]]',
    ]);
    const where = filters.map((filter) =>
      toWhere(employee, decodeFilter(filter, employee, catalogue).group, catalogue),
    );
    for (const each of where) expect(problems(`{ employees(where: ${inWords(each)}) { totalCount } }`)).toEqual([]);
  });

  it.each([
    ['2026-02-01', 'MONTH', '2026-02-28'],
    ['2024-02-01', 'MONTH', '2024-02-29'],
    ['2026-10-01', 'QUARTER', '2026-12-31'],
    ['2026-01-01', 'YEAR', '2026-12-31'],
    ['2025-12-29', 'WEEK', '2026-01-04'],
    ['2026-11-22', 'DAY', '2026-11-22'],
  ] as const)('a span from %s by %s ends on %s', (first, bucket, last) => {
    expect(lastDay(first, bucket)).toBe(last);
  });
});

it('what can be chosen is what the graph offers', () => {
  expect(reckonable(catalogue).map(({ name }) => name)).toEqual(['Employee', 'Department', 'Device']);
  const keys = keyChoices(employee, catalogue).map(({ path }) => path.join('.'));
  expect(keys).toEqual(expect.arrayContaining(['department', 'department.name', 'createdAt']));
  expect(keys).not.toContain('devices');
  const device = resourceOf('Device');
  const further = keyChoicesAt(device, ['holder', 'department'], catalogue);
  expect(further.map(({ path, through }) => [path.join('.'), through])).toContainEqual([
    'holder.department.code',
    'holder › department',
  ]);
  // The graph takes six fields in a key, and a record is told by its id.
  const around = ['holder', 'department', 'x', 'x', 'x'];
  expect(keyChoicesAt(device, around, catalogue)).toEqual([]);
  expect(measureChoices(employee).slice(0, 2)).toEqual([
    { field: null, measure: 'count' },
    { field: 'salary', measure: 'sum' },
  ]);
});

describe('the axis of a chart', () => {
  const drawn = (...values: readonly (number | undefined)[]) =>
    axisOf({
      currency: 'SEK',
      series: ['Open'],
      points: values.map((value) => ({ category: '', values: [value] })),
      leftOut: new Set(),
    });

  it.each([
    ['debts alone', [-7_500, -8_700], ['auto', 0]],
    ['claims alone', [50, undefined, 87], [0, 'auto']],
    ['both', [-5, 12], ['auto', 'auto']],
    ['nothing', [0], [0, 'auto']],
  ])('of %s has zero on it', (_what, values, axis) => {
    expect(drawn(...values)).toEqual(axis);
  });
});

/** Lists and figures as files, read back by other means, and everything that is refused. */
import { operate } from '@kontor/api';
import { exported, type Member, type World } from '@kontor/testkit';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byHand, first, rowsInAll, startExportWorld } from './export-world.ts';

let world: World;
let hr: Member;
let colleague: Member;
beforeAll(async () => {
  ({ world, hr, colleague } = await startExportWorld());
});
afterAll(() => world.stop());

const number = { employeeNumber: { direction: 'ASC' } };
const columns = [
  'firstName',
  'workPhone',
  'department.name',
  'department',
  'fte',
  'salary',
  'startOn',
  'version',
  'manager.lastName',
];

describe('as CSV', () => {
  test('the whole list comes, in order, with its titles', async () => {
    const { bytes, url, rowCount } = await exported(world, hr, {
      entity: 'Employee',
      columns: ['employeeNumber', 'lastName'],
      orderBy: [number],
    });
    const { headers } = await fetch(url, { method: 'HEAD' });
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="employee-\d{4}-\d\d-\d\d\.csv"$/);
    expect(Number(headers.get('content-length'))).toBe(bytes.length);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
    expect(rows[0]).toEqual(['Employee number', 'Last name']);
    expect(rows.slice(1).map(([each]) => each)).toEqual(
      Array.from({ length: rowsInAll }, (_, n) => String(n).padStart(5, '0')),
    );
    expect(rowCount).toBe(rowsInAll);
  });

  test('text that a spreadsheet would run is disarmed, and numbers stay numbers', async () => {
    const { bytes } = await exported(world, hr, { entity: 'employees', columns, where: first, language: 'sv' });
    const [titles, row]: string[][] = parse(bytes, { bom: true });
    expect(titles).toEqual([
      'Förnamn',
      titles?.[1],
      'Avdelning: Namn',
      'Avdelning',
      'Sysselsättningsgrad',
      'Lön',
      'Första dag',
      'Version',
      'Chef: Efternamn',
    ]);
    expect(row).toEqual([
      "'@SUM(1)",
      "'+4681234567",
      `'=HYPERLINK("x")`,
      row?.[3],
      '0.8',
      '1234567890123456.89',
      '2020-01-01',
      '1',
      '',
    ]);
    expect(row?.[3]).toMatch(/^'=HYPERLINK/);
  });

  test('a filter, a search and nobody at all are those of the list', async () => {
    const file = async (request: object) =>
      (await exported(world, hr, { entity: 'Employee', columns: ['lastName'], ...request })).text.slice(1);
    expect(await file({ search: 'oberg 1234' })).toBe('Last name\r\nÖberg 1234\r\n');
    expect(await file({ where: { lastName: { eq: 'Nobody' } } })).toBe('Last name\r\n');
  });
});

test('as JSON lines, with values as the graph writes them', async () => {
  const request = {
    entity: 'Employee',
    columns: ['firstName', 'fte', 'version', 'department.code', 'manager'],
    where: first,
  };
  const { text } = await exported(world, hr, request, 'JSONL');
  expect(text.split('\n')).toEqual([
    '{"firstName":"@SUM(1)","fte":"0.8","version":1,"department.code":"FIN","manager":null}',
    '',
  ]);
  const all = await exported(world, hr, { entity: 'Employee', columns: ['id'] }, 'JSONL');
  const ids = all.text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(new Set(ids).size).toBe(rowsInAll);
});

test('as a workbook: days are days, what is exact is a number, and nothing is a formula', async () => {
  const request = { entity: 'Employee', columns: [...columns, 'updatedAt'], orderBy: [number], language: 'de' };
  const { bytes } = await exported(world, hr, request, 'XLSX');
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.name).toBe('Mitarbeiter');
  expect(sheet?.rows).toHaveLength(rowsInAll + 1);
  expect(sheet?.rows[0]?.slice(0, 4)).toEqual(['Vorname', sheet?.rows[0]?.[1], 'Abteilung: Name', 'Abteilung']);
  expect(sheet?.rows[1]?.slice(0, 3)).toEqual(['@SUM(1)', '+4681234567', '=HYPERLINK("x")']);
  expect(sheet?.rows[1]?.slice(4, 9)).toEqual([0.8, '1234567890123456.89', new Date('2020-01-01'), 1, null]);
  expect(sheet?.rows[2]?.[5]).toBe(36000.5);
  expect(sheet?.rows[2]?.[9]).toBeInstanceOf(Date);
  expect(sheet?.freezePane).toMatchObject({ rows: 1 });
  expect(bytes.includes('<f>')).toBe(false);
});

describe('figures by groups', () => {
  const groupBy = [{ department: { id: 'VALUE' } }, { status: 'VALUE' }, { startOn: 'YEAR' }];
  const measures = ['count', 'fte.sum', 'salary.avg'];

  test('with all of them together in a last row', async () => {
    const request = {
      entity: 'Employee',
      groupBy,
      measures: ['count', 'fte.sum'],
      total: true,
      orderBy: [{ count: { direction: 'ASC' } }],
    };
    const { text } = await exported(world, hr, request);
    const [titles, ...rows]: string[][] = parse(text, { bom: true });
    expect(titles).toEqual(['Department', titles?.[1], 'Status', 'First day', 'Count', 'FTE: sum']);
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['PRE_HIRE', '2020-01-01', '1500', '1200'],
      ['ACTIVE', '2020-01-01', '3000', '2400'],
      ['', '', '4500', '3600'],
    ]);
    expect(rows[2]?.[0]).toBe('Total');
  });

  test('as JSON lines, and only those that meet a condition', async () => {
    const request = {
      entity: 'Employee',
      groupBy,
      measures,
      having: { count: { gt: 2000 } },
      where: { employeeNumber: { ne: '00000' } },
    };
    const { text } = await exported(world, hr, request, 'JSONL');
    expect(JSON.parse(text)).toMatchObject({
      status: 'ACTIVE',
      startOn: '2020-01-01',
      count: 3000,
      'fte.sum': '2400',
      'salary.avg': '36000.5',
    });
  });
});

describe('everything that is wrong with a request is said at once, each under its place', () => {
  const groups = { entity: 'Employee', groupBy: [{ status: 'VALUE' }] };
  test.each<[string, object, readonly string[]]>([
    ['an unknown entity', { entity: 'Shoe', columns: ['id'] }, ['ENTITY_UNKNOWN entity']],
    ['no columns', { entity: 'Employee' }, ['COLUMNS_MISSING columns']],
    [
      'columns and a filter',
      {
        entity: 'Employee',
        columns: ['id', 'shoeSize', 'reports', 'department.shoes'],
        where: { startOn: { eq: 'soon' } },
      },
      [
        'INPUT_INVALID where.startOn.eq',
        'COLUMN_UNKNOWN columns.1',
        'COLUMN_IS_LIST columns.2',
        'COLUMN_UNKNOWN columns.3',
      ],
    ],
    [
      'two fields in one order',
      { entity: 'Employee', columns: ['id'], orderBy: [{ lastName: {}, firstName: {} }] },
      ['INPUT_INVALID orderBy.0'],
    ],
    [
      'a language that we do not write',
      { entity: 'Employee', columns: ['id'], language: 'fr' },
      ['LANGUAGE_UNKNOWN language'],
    ],
    ['an unknown time zone', { ...groups, timeZone: 'Mars/Base' }, ['TIME_ZONE_UNKNOWN timeZone']],
    [
      'a bucket on text',
      { entity: 'Employee', groupBy: [{ lastName: 'MONTH' }] },
      ['INPUT_INVALID groupBy.0.lastName'],
    ],
    [
      'measures that are none',
      { ...groups, measures: ['count', 'lastName.sum', 'shoes.max'] },
      ['MEASURE_UNKNOWN measures.1', 'MEASURE_UNKNOWN measures.2'],
    ],
    ['an order by what is no key', { ...groups, orderBy: [{ key: { lastName: {} } }] }, ['BAD_INPUT orderBy']],
    ['columns of groups', { ...groups, columns: ['id'] }, ['ARGUMENT_UNKNOWN columns']],
    ['measures of a list', { entity: 'Employee', columns: ['id'], measures: ['count'] }, ['ARGUMENT_UNKNOWN measures']],
  ])('%s', async (_, request, errors) => {
    expect((await exported(world, hr, request)).errors).toEqual(errors);
  });

  test('what a viewer may never read is refused in the words for what is not there', async () => {
    const ask = async (column: string) => {
      const mutation = `mutation ($input: RequestExportInput!) { requestExport(input: $input) { userErrors { code message path } } }`;
      const answer = await colleague.client.request(mutation, {
        input: { entity: 'Position', format: 'CSV', columns: [column] },
      });
      return JSON.stringify(answer).replaceAll(column, '…');
    };
    expect(await ask('payMaximum')).toBe(await ask('shoeSize'));
    expect((await exported(world, colleague, { entity: 'ImportBatch', columns: ['fileName'] })).errors).toEqual([
      'ENTITY_UNKNOWN entity',
    ]);
    const where = { payMaximum: { gt: '1' } };
    expect((await exported(world, colleague, { entity: 'Position', columns: ['code'], where })).errors).toEqual([
      'FORBIDDEN where',
    ]);
  });
});

test('figures that have no answer fail with the reason', async () => {
  await operate(world.server.app, byHand, ({ tx }) =>
    tx.employee.updateMany({ where: { employeeNumber: '00001' }, data: { salaryCurrencyCode: 'EUR' } }),
  );
  const request = { entity: 'Employee', groupBy: [{ contractType: 'VALUE' }], measures: ['salary.sum'] };
  expect(await exported(world, hr, request)).toMatchObject({
    status: 'FAILED',
    failure: 'NOT_ANSWERABLE',
    failureText: expect.stringContaining('several currencies'),
  });
});

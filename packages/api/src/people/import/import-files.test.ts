import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportRequest } from './import-request.ts';
import { readFile } from './read-file.ts';
import { readSheet } from './sheet.ts';
import { type ImportWorld, startImportWorld } from './testing.ts';

const nothingTold: Omit<ImportRequest, 'bytes'> = {
  companyId: '',
  fileName: 'x.csv',
  encoding: null,
  separator: null,
  dateFormat: null,
  decimalMark: null,
  mapping: new Map(),
  payPeriod: null,
  createMissing: false,
  onError: 'REJECT_ALL',
};
const read = (file: string | Buffer, told: Partial<ImportRequest> = {}) =>
  readFile({ ...nothingTold, bytes: Buffer.from(file), ...told });
const faultsOf = (file: string | Buffer, told: Partial<ImportRequest> = {}) =>
  read(file, told).faults.map(({ line, column, code }) => [line, column, code]);

const head = 'employeeNumber,firstName,lastName,startOn';

describe('rows', () => {
  test.each([
    [',', `${head}\n1,A,B,2020-01-01`],
    [';', 'Anst.nr;Förnamn;Efternamn;Startdatum\n1;A, B;B;2020-01-01'],
    ['\t', 'Employee ID\tFirst name\tLast name\tStart date\n1\tA\tB\t2020-01-01'],
    ['|', 'Employee ID|First name|Last name|Start date\n1|A;B|B|2020-01-01'],
    [';', 'sep=;\nNr;"First name";Surname;Start\n1;A;B;2020-01-01'],
  ])('separated by %j', (separator, text) => {
    const sheet = readSheet(text, null);
    expect([sheet.separator, sheet.faults, sheet.rows.at(-1)?.cells.length]).toEqual([separator, [], 4]);
  });

  test.each(['\n', '\r\n', '\r'])('have the lines on which they begin, whatever ends them: %j', (end) => {
    const lines = [head, '', '1,"A', 'and a half",B,2020-01-01', '', ',,,', '2,C,D,2020-01-01'];
    expect(read(lines.join(end)).rows.map(({ line }) => line)).toEqual([3, 7]);
  });

  test('quotation marks within a cell are doubled, and an apostrophe of an export is no part of a value', () => {
    const { rows } = readSheet(`a,b\n"say ""hi"", she said",'+46 8\n'@x,O'Neill`, ',');
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      ['say "hi", she said', '+46 8'],
      ['@x', "O'Neill"],
    ]);
  });
});

describe('a file that cannot be read says why, and where', () => {
  test.each([
    ['nothing', '', [[1, null, 'FILE_EMPTY']]],
    ['blanks', '\r\n \n\t', [[1, null, 'FILE_EMPTY']]],
    ['only a mark', '\ufeff', [[1, null, 'FILE_EMPTY']]],
    ['a header alone', `Title\n${head}\n`, [[2, null, 'FILE_HAS_NO_ROWS']]],
    [
      'a quotation mark that is not closed',
      `${head}\n1,"A,B,2020-01-01\n2,C,D,2020-01-01`,
      [[2, null, 'QUOTE_NOT_CLOSED']],
    ],
    ['text after a quotation mark', `${head}\n1,A,B,2020-01-01\n2,"C"c,D,2020-01-01`, [[3, null, 'QUOTE_MISPLACED']]],
    ['a quotation mark within a cell', `${head}\n1,A 2" B,B,2020-01-01`, [[2, null, 'QUOTE_MISPLACED']]],
    ['a line of a megabyte', `${head}\n1,A,B,2020-01-01\n${'x'.repeat(1_000_000)}`, [[3, null, 'ROW_TOO_LARGE']]],
    ['a spreadsheet', 'PK\u0003\u0004\u0014\u0000', [[1, null, 'FILE_IS_NOT_TEXT']]],
    ['a PDF', '%PDF-1.7', [[1, null, 'FILE_IS_NOT_TEXT']]],
    [
      'a column twice',
      'employeeNumber,firstName,lastName,startOn,Surname\n1,A,B,2020-01-01,C',
      [[1, 'Surname', 'FIELD_MAPPED_TWICE']],
    ],
    ['a column too few', 'employeeNumber,firstName,lastName\n1,A,B', [[1, null, 'REQUIRED_FIELD_UNMAPPED']]],
    ['no header at all', '1,A,B,2020-01-01\n2,C,D,2020-01-01', Array(4).fill([1, null, 'REQUIRED_FIELD_UNMAPPED'])],
  ])('%s', (_, text, faults) => expect(faultsOf(text)).toEqual(faults));

  test('a choice that does not fit', () => {
    expect(faultsOf(`${head}\n1,A,B,2020-01-01`, { mapping: new Map([[9, 'iban']]) })).toEqual([
      [1, null, 'COLUMN_UNKNOWN'],
    ]);
    expect(
      faultsOf(Buffer.from([...Buffer.from(`${head}\n1,`), 0xe5, ...Buffer.from(',B,2020-01-01')]), {
        encoding: 'utf-8',
      }),
    ).toEqual([[1, null, 'ENCODING_WRONG']]);
  });

  test('columns that nobody knows can be mapped', () => {
    const mapping = new Map([
      [0, 'employeeNumber'],
      [1, 'firstName'],
      [2, 'lastName'],
      [3, 'startOn'],
    ] as const);
    const file = read('a,b,c,d\n1,A,B,2020-01-01', { mapping });
    expect([file.faults, file.columns.map(({ field }) => field), file.rows.length]).toEqual([
      [],
      ['employeeNumber', 'firstName', 'lastName', 'startOn'],
      1,
    ]);
  });

  test('whatever the bytes, nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 500 }),
          fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          expect(read(Buffer.from(bytes)).faults.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('encodings', () => {
  const names = ['Åsa Öberg', 'Jörg Groß', 'Győző Szűcs', 'Žiga Čuček'] as const;
  test.each([
    ['utf-8', names.join('\n')],
    ['utf-16le', names.join('\n')],
    ['utf-16be', names.join('\n')],
    ['windows-1252', 'Förnamn\nÅsa Öberg\nJörg Groß'],
    ['windows-1250', 'Žiga Čuček\nŠpela Žnidaršič'],
    ['iso-8859-2', 'Žiga Čuček\nŠpela Žnidaršič'],
    ['cp850', 'Förnamn\nÅsa Öberg\nJörg Groß'],
    ['cp852', 'Győző Szűcs\nŽiga Čuček'],
  ] as const)('%s is found', (encoding, text) => expect(read(iconv.encode(text, encoding)).encoding).toBe(encoding));

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('the mark of %s is no part of the header', (encoding) => {
    expect(read(iconv.encode(`${head}\n1,A,B,2020-01-01`, encoding, { addBOM: true })).faults).toEqual([]);
  });
});

describe('at the door', () => {
  let all: ImportWorld;
  let companyId: string;
  beforeAll(async () => {
    all = await startImportWorld();
    companyId = await all.company();
  });
  afterAll(() => all.world.stop());

  test('NUL bytes are faults of their cells', async () => {
    const { faults } = await all.run('check', companyId, `${head}\n1\u0000,A\u0000,B,2020\u0000`);
    expect(faults.map(({ column, code }) => [column, code])).toEqual([
      ['employeeNumber', 'VALUE_HAS_CONTROL_CHARACTER'],
      ['firstName', 'NAME_HAS_CONTROL_CHARACTER'],
      ['startOn', 'DATE_MALFORMED'],
    ]);
  });

  test('rubbish is answered with faults, and nothing is written', async () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 251);
    const answer = await all.run('commit', companyId, bytes);
    expect([answer.batchId, answer.created, answer.faults.length > 0]).toEqual([null, 0, true]);
  });

  test.each([
    ['a parameter that is not known', { colour: 'red' }, ['colour']],
    ['an encoding that is not known', { encoding: 'ebcdic' }, ['encoding']],
    ['a separator that is none', { separator: 'x' }, ['separator']],
    ['a mapping that is no JSON', { mapping: '{' }, ['mapping']],
    ['a mapping to no field', { mapping: '{"0":"shoeSize"}' }, ['mapping']],
    ['a date format that is none', { dateFormat: 'DD' }, ['dateFormat']],
  ])('%s is refused by name', async (_, options, path) => {
    const response = await all.post('check', companyId, head, options as unknown as Record<string, string>);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect([response.status, errors[0]?.extensions]).toEqual([400, { code: 'BAD_INPUT', path }]);
  });

  test('too much, another type, another method and another door are refused', async () => {
    const url = `${all.world.url}/imports/employees/check?companyId=${companyId}`;
    const headers = { 'content-type': 'text/csv', authorization: `Bearer ${all.hr.token}` };
    expect(
      (
        await fetch(url, { method: 'POST', headers, body: new Uint8Array(20 * 1024 * 1024 + 1) }).catch(() => ({
          status: 413,
        }))
      ).status,
    ).toBe(413);
    expect(
      (await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(415);
    expect((await fetch(url, { headers })).status).toBe(405);
    expect((await fetch(url.replace('check', 'guess'), { method: 'POST', headers, body: head })).status).toBe(404);
  });
});

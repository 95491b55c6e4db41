import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { type Rejection, type Result, rejectionsOf } from '../result.ts';
import { checkEmployeeFile } from './check-file.ts';
import { parseImportDate, provenSlashes } from './date-format.ts';
import { parseImportDecimal, provenMark } from './decimal-format.ts';
import { EMPLOYEE_IMPORT_FIELDS } from './field.ts';
import { checkColumns, chooseColumns, comparable, detectHeader, fieldOfHeader, mapHeader } from './header.ts';
import { HEADER_SYNONYMS } from './header-synonym.ts';
import type { ImportOptions } from './imported-employee.ts';

function outcome<Value>(result: Result<Value, Rejection>): Value | string {
  return result.ok
    ? result.value
    : rejectionsOf(result)
        .map(({ code }) => code)
        .join(' ');
}

describe('headers', () => {
  test.each([
    ['Employee No.', 'employeeNumber'],
    ['FÖRNAMN', 'firstName'],
    ['Fo\u0308rnamn', 'firstName'],
    ['Familienname', 'lastName'],
    ['E-mail cím', 'workEmail'],
    ['Straße', 'street'],
    ['STRASSE', 'street'],
    ['Irányítószám', 'postalCode'],
    ['Datum rojstva', 'birthOn'],
    ['employee_number', 'employeeNumber'],
    ['startOn', 'startOn'],
    ['Name', null],
    ['', null],
  ])('%j is %s', (header, field) => expect(fieldOfHeader(header)).toBe(field));

  test('no synonym stands for two fields', () => {
    const fields = new Map<string, string>();
    for (const field of EMPLOYEE_IMPORT_FIELDS) {
      for (const synonym of HEADER_SYNONYMS[field]) {
        expect([synonym, fields.get(comparable(synonym)) ?? field]).toEqual([synonym, field]);
        fields.set(comparable(synonym), field);
      }
    }
  });

  test('the header is found below a title', () => {
    const rows = [
      ['Personal 2026', '', ''],
      [],
      ['Anst.nr', 'Förnamn', 'Efternamn', 'Skostorlek'],
      ['1', 'Anna', 'Berg'],
    ];
    expect(detectHeader(rows)).toMatchObject({
      value: { rowIndex: 2, columns: [{ field: 'employeeNumber' }, { field: 'firstName' }, {}, { field: null }] },
    });
    expect(outcome(detectHeader([['a', 'b'], ['c']]))).toBe('HEADER_NOT_FOUND');
    expect(outcome(detectHeader([]))).toBe('HEADER_NOT_FOUND');
  });

  test('columns may be chosen, once for each field, and every required one', () => {
    const columns = mapHeader(['Nr', 'First name', 'Surname', 'Start']);
    expect(outcome(checkColumns(columns))).toBe('REQUIRED_FIELD_UNMAPPED');
    const chosen = chooseColumns(columns, new Map([[0, 'employeeNumber']]));
    expect(chosen.ok && checkColumns(chosen.value).ok).toBe(true);
    expect(outcome(chooseColumns(columns, new Map([[9, 'iban']])))).toBe('COLUMN_UNKNOWN');
    expect(
      outcome(checkColumns(mapHeader(['Nr', 'Employee ID', 'Staff number', 'Förnamn', 'Efternamn', 'Start']))),
    ).toBe('FIELD_MAPPED_TWICE');
  });
});

test.each([
  ['2026-03-31', null, '2026-03-31'],
  ['31.3.2026', null, '2026-03-31'],
  ['31. 03. 2026', null, '2026-03-31'],
  ['2026. 03. 31.', null, '2026-03-31'],
  ['2026.03.31', null, '2026-03-31'],
  ['31/03/2026', null, '2026-03-31'],
  ['03/31/2026', null, '2026-03-31'],
  ['04/04/2026', null, '2026-04-04'],
  ['03/04/2026', null, 'DATE_AMBIGUOUS'],
  ['03/04/2026', 'DD/MM/YYYY', '2026-04-03'],
  ['03/04/2026', 'MM/DD/YYYY', '2026-03-04'],
  ['31/03/2026', 'MM/DD/YYYY', 'DATE_NOT_IN_CALENDAR'],
  ['2026-03-31 00:00:00', null, '2026-03-31'],
  ['2026-02-30', null, 'DATE_NOT_IN_CALENDAR'],
  ['30.02.2026', null, 'DATE_NOT_IN_CALENDAR'],
  ['01.01.1026', null, 'DATE_OUT_OF_RANGE'],
  ['46112', null, 'DATE_MALFORMED'],
  ['31 March 2026', null, 'DATE_MALFORMED'],
  ['1/2/26', null, 'DATE_MALFORMED'],
] as const)('the date %j (%s) reads as %s', (text, slashes, expected) => {
  expect(outcome(parseImportDate(text, slashes))).toBe(expected);
});

test('a column proves the order of its dates, unless it contradicts itself', () => {
  expect(provenSlashes(['01/02/2026', '31/01/2026'])).toBe('DD/MM/YYYY');
  expect(provenSlashes(['01/02/2026', '01/31/2026', 'rubbish'])).toBe('MM/DD/YYYY');
  expect(provenSlashes(['01/02/2026', '31/01/2026', '01/31/2026'])).toBeNull();
  expect(provenMark(['1.234', '12,5'])).toBe(',');
  expect(provenMark(['1.234', '1000'])).toBeNull();
  expect(provenMark(['12.5', '12,5'])).toBeNull();
});

test.each([
  ['1250.50', null, '1250.50'],
  ['1250,50', null, '1250.50'],
  ['1.250,50', null, '1250.50'],
  ['1,250.50', null, '1250.50'],
  ['1\u00a0250,50', null, '1250.50'],
  ['1\u202f234\u202f567', null, '1234567'],
  ["1'234'567.89", null, '1234567.89'],
  ['1.234.567', null, '1234567'],
  ['0,750', null, '0.750'],
  ['0012', null, '12'],
  ['−5', null, '-5'],
  ['45.000', null, 'DECIMAL_AMBIGUOUS'],
  ['45.000', ',', '45000'],
  ['45.000', '.', '45.000'],
  ['45,000', '.', '45000'],
  ['1.25,5', '.', 'DECIMAL_MALFORMED'],
  ['12.34.567', ',', 'DECIMAL_MALFORMED'],
  ['1 2', null, 'DECIMAL_MALFORMED'],
  ['1,', null, 'DECIMAL_MALFORMED'],
  ['1e5', null, 'DECIMAL_MALFORMED'],
  ['36 000 kr', null, 'DECIMAL_MALFORMED'],
  ['1'.repeat(65), null, 'DECIMAL_TOO_LONG'],
] as const)('the number %j (%s) reads as %s', (text, mark, expected) => {
  expect(outcome(parseImportDecimal(text, mark))).toBe(expected);
});

const options: ImportOptions = {
  today: day('2026-03-10'),
  country: 'SE',
  callingCode: '46',
  currencyCode: null,
  minorUnitOf: (code) => ({ SEK: 2, EUR: 2, JPY: 0 })[code] ?? null,
  slashes: null,
  decimalMark: null,
};

/** Checks lines of cells parted by bars, the first being the header; lines count from 1. */
function check(lines: readonly string[], other: Partial<ImportOptions> = {}) {
  const [header = [], ...rows] = lines.map((line) => line.split('|'));
  const numbered = rows.map((cells, index) => ({ line: index + 2, cells }));
  return checkEmployeeFile(mapHeader(header), numbered, { ...options, ...other });
}

describe('a file', () => {
  test('reads as employees, with what it does not tell as null', () => {
    const { employees, faults, rowCount } = check([
      'Anst.nr|Förnamn|Efternamn|E-post|Telefon|Startdatum|Anställningsform|Sysselsättningsgrad|Lön|Valuta|Land|Postnr|Personnummer|Födelsedatum',
      '007|Åsa|Öberg|asa@Example.com|08-123 45 67|2026-04-01|Tillsvidare|80 %|36 000,50|sek|Sverige|11120|811228-9874|1981-12-28',
      '||||||||||||| ',
    ]);
    expect(faults).toEqual([]);
    expect(rowCount).toBe(1);
    expect(employees).toEqual([
      {
        line: 2,
        employeeNumber: '007',
        firstName: 'Åsa',
        lastName: 'Öberg',
        workEmail: 'asa@example.com',
        workPhone: '+4681234567',
        departmentCode: null,
        departmentName: null,
        positionCode: null,
        positionTitle: null,
        managerNumber: null,
        managerEmail: null,
        startOn: '2026-04-01',
        endOn: null,
        contractType: 'PERMANENT',
        fte: '0.8',
        salary: '36000.50',
        salaryCurrencyCode: 'SEK',
        nationalId: '198112289874',
        birthOn: '1981-12-28',
        street: null,
        postalCode: '111 20',
        city: null,
        country: 'SE',
        iban: null,
        bic: null,
      },
    ]);
  });

  test('is told every fault at once, by line and column', () => {
    const { employees, faults } = check([
      'Nr.|First name|Surname|Email|Start|IBAN|Employee number',
      'x|Anna||anna|2026-02-30|SE1|1',
      'x|Bert|Berg|bert@example.com|2026-02-01||2',
    ]);
    expect(employees.map(({ line }) => line)).toEqual([3]);
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'Surname', 'VALUE_MISSING'],
      [2, 'Email', 'EMAIL_MALFORMED'],
      [2, 'Start', 'DATE_NOT_IN_CALENDAR'],
      [2, 'IBAN', 'IBAN_MALFORMED'],
    ]);
  });

  test('settles dates and numbers by what a column proves, or asks for a choice', () => {
    const lines = ['Emp no|First name|Last name|Start|Salary|Currency', '1|A|B|03/04/2026|45.000|EUR'];
    expect(check(lines).faults.map(({ code }) => code)).toEqual(['DATE_AMBIGUOUS', 'DECIMAL_AMBIGUOUS']);
    const proved = check([...lines, '2|C|D|31/12/2026|50.000,50|EUR']);
    expect(proved.employees[0]).toMatchObject({ startOn: '2026-04-03', salary: '45000' });
    const chosen = check(lines, { slashes: 'MM/DD/YYYY', decimalMark: ',' });
    expect(chosen.employees[0]).toMatchObject({ startOn: '2026-03-04', salary: '45000' });
  });

  const head = 'employeeNumber|firstName|lastName|startOn';
  test.each([
    ['ROW_TOO_LONG', head, '1|A|B|2026-01-01|more'],
    ['END_BEFORE_START', `${head}|endOn`, '1|A|B|2026-01-02|2026-01-01'],
    ['SALARY_CURRENCY_MISSING', `${head}|salary`, '1|A|B|2026-01-01|100'],
    ['SALARY_NOT_POSITIVE', `${head}|salary|salaryCurrencyCode`, '1|A|B|2026-01-01|0|SEK'],
    ['MINOR_UNIT_EXCEEDED', `${head}|salary|salaryCurrencyCode`, '1|A|B|2026-01-01|100.5|JPY'],
    ['CURRENCY_UNUSABLE', `${head}|salaryCurrencyCode`, '1|A|B|2026-01-01|XYZ'],
    ['BIRTH_DATE_DIFFERS', `${head}|nationalId|birthOn`, '1|A|B|2026-01-01|811228-9874|1981-12-27'],
    ['BIRTH_DATE_AHEAD', `${head}|birthOn`, '1|A|B|2026-01-01|2026-03-11'],
    ['MANAGER_IS_SELF', `${head}|managerNumber`, '1|A|B|2026-01-01|1'],
    ['MANAGER_IS_SELF', `${head}|workEmail|managerEmail`, '1|A|B|2026-01-01|a@b.se|A@b.se'],
    ['CONTRACT_TYPE_UNKNOWN', `${head}|contractType`, '1|A|B|2026-01-01|forever'],
    ['COUNTRY_UNKNOWN', `${head}|country`, '1|A|B|2026-01-01|Atlantis'],
    ['FTE_OUT_OF_RANGE', `${head}|fte`, '1|A|B|2026-01-01|100'],
    ['VALUE_TOO_LONG', head, `${'1'.repeat(21)}|A|B|2026-01-01`],
    ['VALUE_HAS_CONTROL_CHARACTER', head, '1\u00002|A|B|2026-01-01'],
    ['VALUE_IS_SPREADSHEET_ERROR', head, '1|#N/A|B|2026-01-01'],
    ['VALUE_MISSING', head, '1|A|B| '],
    ['NATIONAL_ID_CHECKSUM_WRONG', `${head}|nationalId`, '1|A|B|2026-01-01|811228-9875'],
    ['POSTAL_CODE_MALFORMED', `${head}|postalCode|country`, '1|A|B|2026-01-01|123|HU'],
  ])('is refused: %s', (code, header, row) => {
    expect(check([header, row]).faults.map((fault) => fault.code)).toEqual([code]);
  });

  test('may not hold anybody twice, nor managers who lead back to themselves', () => {
    const { faults } = check([
      `${head}|workEmail|managerNumber`,
      '1|A|A|2026-01-01|a@example.com|3',
      '2|B|B|2026-01-01|A@example.com|1',
      '3|C|C|2026-01-01|c@example.com|2',
      '1|D|D|2026-01-01|d@example.com|',
    ]);
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'managerNumber', 'MANAGER_CYCLE'],
      [3, 'workEmail', 'DUPLICATE_IN_FILE'],
      [3, 'managerNumber', 'MANAGER_CYCLE'],
      [4, 'managerNumber', 'MANAGER_CYCLE'],
      [5, 'employeeNumber', 'DUPLICATE_IN_FILE'],
    ]);
    expect(faults[1]?.message).toBe('Remove one of the two rows: line 2 has the same.');
  });

  test('never throws, whatever its cells hold, and tells each row good or faulty', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('2026-01-01', '1,5', 'SE', '٣', '#REF!'),
    );
    const cells = fc.array(cell, { maxLength: EMPLOYEE_IMPORT_FIELDS.length + 3 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 8 }), (rows) => {
        const numbered = rows.map((row, index) => ({ line: index + 2, cells: row }));
        const { employees, faults, rowCount } = checkEmployeeFile(
          mapHeader([...EMPLOYEE_IMPORT_FIELDS]),
          numbered,
          options,
        );
        expect(employees.length + new Set(faults.map(({ line }) => line)).size).toBe(rowCount);
        detectHeader(rows);
      }),
    );
  });
});

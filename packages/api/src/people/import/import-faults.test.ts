import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counts, faultsOf, type ImportWorld, startImportWorld } from './testing.ts';

let all: ImportWorld;
let companyId: string;

const head = 'employeeNumber,firstName,lastName,startOn';
const columns = `${head},endOn,contractType,departmentCode,positionCode,managerNumber,managerEmail,fte,salary,salaryCurrencyCode,workEmail,nationalId`;

/** A row of the columns above, by what it has to say. */
function row(given: Readonly<Record<string, string>>): string {
  const values: Record<string, string> = { firstName: 'Some', lastName: 'Body', startOn: '2020-01-01', ...given };
  return columns
    .split(',')
    .map((column) => values[column] ?? '')
    .join(',');
}

beforeAll(async () => {
  all = await startImportWorld();
  companyId = await all.company();
  const rows = [
    row({
      employeeNumber: '1',
      firstName: 'Anna',
      lastName: 'Berg',
      positionCode: 'CFO',
      salary: '50000',
      workEmail: 'anna@example.com',
      nationalId: '811228-9874',
    }),
    row({
      employeeNumber: '2',
      firstName: 'Bo',
      lastName: 'Ek',
      positionCode: 'REP',
      managerNumber: '1',
      workEmail: 'bo@example.com',
    }),
    row({ employeeNumber: '3', firstName: 'Cia', lastName: 'Dahl', endOn: '2021-01-31', contractType: 'PERMANENT' }),
    row({ employeeNumber: '4', firstName: 'Dan', lastName: 'Fors', endOn: '2040-01-31', contractType: 'FIXED_TERM' }),
  ];
  const written = await all.run('commit', companyId, [columns, ...rows].join('\n'));
  expect(faultsOf(written)).toEqual([]);
  const other = await all.company();
  await all.run('commit', other, [columns, row({ employeeNumber: '1', workEmail: 'other@example.com' })].join('\n'));
});
afterAll(() => all.world.stop());

/** Faults that only the database shows: the code, the column, and the row. */
const cases: readonly (readonly [code: string, column: string | null, given: Readonly<Record<string, string>>])[] = [
  ['DEPARTMENT_UNKNOWN', 'departmentCode', { employeeNumber: '9', departmentCode: 'GONE', positionCode: 'REP' }],
  ['DEPARTMENT_INACTIVE', 'departmentCode', { employeeNumber: '9', departmentCode: 'OLD', positionCode: 'REP' }],
  ['POSITION_UNKNOWN', 'positionCode', { employeeNumber: '9', positionCode: 'GONE' }],
  ['POSITION_NOT_OPEN', 'positionCode', { employeeNumber: '9', positionCode: 'NEW' }],
  ['POSITION_MISSING', null, { employeeNumber: '9', departmentCode: 'FIN' }],
  ['SEAT_TAKEN', 'positionCode', { employeeNumber: '9', positionCode: 'CFO' }],
  ['MANAGER_UNKNOWN', 'managerNumber', { employeeNumber: '9', positionCode: 'REP', managerNumber: '77' }],
  ['MANAGER_UNKNOWN', 'managerEmail', { employeeNumber: '9', positionCode: 'REP', managerEmail: 'nobody@example.com' }],
  [
    'MANAGER_OF_OTHER_COMPANY',
    'managerEmail',
    { employeeNumber: '9', positionCode: 'REP', managerEmail: 'Other@example.com' },
  ],
  ['MANAGER_GONE', 'managerNumber', { employeeNumber: '9', positionCode: 'REP', managerNumber: '3' }],
  ['MANAGER_CYCLE', 'managerNumber', { employeeNumber: '1', firstName: 'Anna', lastName: 'Berg', managerNumber: '2' }],
  ['EMAIL_TAKEN', 'workEmail', { employeeNumber: '9', workEmail: 'BO@example.com' }],
  ['EMPLOYEE_NUMBER_TAKEN', 'employeeNumber', { employeeNumber: '2', firstName: 'Eva', lastName: 'Falk' }],
  [
    'NATIONAL_ID_TAKEN',
    'nationalId',
    { employeeNumber: '2', firstName: 'Bo', lastName: 'Ek', nationalId: '811228-9874' },
  ],
  ['PERSON_ALREADY_EMPLOYED', 'nationalId', { employeeNumber: '9', nationalId: '811228-9874' }],
  ['START_DIFFERS', 'startOn', { employeeNumber: '2', firstName: 'Bo', lastName: 'Ek', startOn: '2020-01-02' }],
  ['START_TOO_LATE', 'startOn', { employeeNumber: '9', startOn: '2150-01-01' }],
  ['END_DIFFERS', 'endOn', { employeeNumber: '2', firstName: 'Bo', lastName: 'Ek', endOn: '2031-01-01' }],
  ['END_DATE_MISSING', null, { employeeNumber: '9', contractType: 'FIXED_TERM' }],
  [
    'END_DATE_MISSING',
    'contractType',
    { employeeNumber: '2', firstName: 'Bo', lastName: 'Ek', contractType: 'FIXED_TERM' },
  ],
  [
    'END_DATE_NOT_EXPECTED',
    'contractType',
    { employeeNumber: '4', firstName: 'Dan', lastName: 'Fors', contractType: 'PERMANENT' },
  ],
  ['EMPLOYMENT_ENDED', null, { employeeNumber: '3', firstName: 'Cia', lastName: 'Dahl', positionCode: 'REP' }],
  ['PAY_BELOW_RANGE', 'salary', { employeeNumber: '9', positionCode: 'ACC', salary: '29999' }],
  ['PAY_ABOVE_RANGE', 'salary', { employeeNumber: '9', positionCode: 'ACC', salary: '45001' }],
  [
    'PAY_CURRENCY_DIFFERS',
    'salaryCurrencyCode',
    { employeeNumber: '9', positionCode: 'ACC', salary: '35000', salaryCurrencyCode: 'EUR' },
  ],
  // Faults of the file itself stand beside them.
  ['DATE_NOT_IN_CALENDAR', 'startOn', { employeeNumber: '9', startOn: '2020-02-30' }],
  ['FTE_OUT_OF_RANGE', 'fte', { employeeNumber: '9', positionCode: 'REP', fte: '7' }],
  ['VALUE_MISSING', 'lastName', { employeeNumber: '9', lastName: '' }],
];

test.each(cases)('%s stands at %s', async (code, column, given) => {
  expect(faultsOf(await all.run('check', companyId, [columns, row(given)].join('\n')))).toEqual([[2, column, code]]);
});

test('every faulty row is told at once, and one fault keeps all from being written', async () => {
  const rows = cases.map(([, , given], index) =>
    row({ ...given, ...(given['employeeNumber'] === '9' && { employeeNumber: `9${index}` }) }),
  );
  // Numbers, mail addresses and identity numbers that stand in several of these rows are faults between them.
  const withoutDoubles = rows.filter(
    (_, index) => cases[index]?.[2]['employeeNumber'] === '9' && !cases[index]?.[2]['nationalId'],
  );
  const file = [columns, ...withoutDoubles, row({ employeeNumber: '100' })].join('\r\n');
  const checked = await all.run('check', companyId, file);
  expect(new Set(checked.faults.map(({ line }) => line)).size).toBe(withoutDoubles.length);
  expect(counts(checked)).toEqual([withoutDoubles.length + 1, 1, 0, 0]);
  const refused = await all.run('commit', companyId, file);
  expect([refused.batchId, refused.faults]).toEqual([null, checked.faults]);
  expect(await all.people(companyId, 'id')).toHaveLength(4);
});

test('rows without a fault can be written alone, but for those below a manager who is not', async () => {
  const own = await all.company();
  const rows = [
    row({ employeeNumber: '1', positionCode: 'GONE' }),
    row({ employeeNumber: '2', positionCode: 'REP', managerNumber: '1' }),
    row({ employeeNumber: '3', positionCode: 'REP', managerNumber: '2' }),
    row({ employeeNumber: '4', startOn: 'soon' }),
    row({ employeeNumber: '5', positionCode: 'REP', managerNumber: '4' }),
    row({ employeeNumber: '6', positionCode: 'REP' }),
  ];
  const answer = await all.run('commit', own, [columns, ...rows].join('\n'), { onError: 'REJECT_ROW' });
  expect(faultsOf(answer)).toEqual([
    [2, 'positionCode', 'POSITION_UNKNOWN'],
    [3, 'managerNumber', 'MANAGER_REJECTED'],
    [4, 'managerNumber', 'MANAGER_REJECTED'],
    [5, 'startOn', 'DATE_MALFORMED'],
    [6, 'managerNumber', 'MANAGER_REJECTED'],
  ]);
  expect([counts(answer), answer.batchId === null]).toEqual([[6, 1, 0, 0], false]);
  expect(await all.people(own, 'employeeNumber')).toEqual([{ employeeNumber: '6' }]);
});

test('seats fill up row by row, and two may change mail addresses with each other', async () => {
  const own = await all.company();
  const two = [
    row({ employeeNumber: '1', positionCode: 'CFO', fte: '0.6' }),
    row({ employeeNumber: '2', positionCode: 'CFO', fte: '0.6' }),
  ];
  expect(faultsOf(await all.run('check', own, [columns, ...two].join('\n')))).toEqual([
    [3, 'positionCode', 'SEAT_TAKEN'],
  ]);
  await all.run(
    'commit',
    own,
    [
      columns,
      row({ employeeNumber: '1', workEmail: 'a@example.com' }),
      row({ employeeNumber: '2', workEmail: 'b@example.com' }),
    ].join('\n'),
  );
  const swapped = await all.run(
    'commit',
    own,
    [
      columns,
      row({ employeeNumber: '1', workEmail: 'b@example.com' }),
      row({ employeeNumber: '2', workEmail: 'a@example.com' }),
    ].join('\n'),
  );
  expect([faultsOf(swapped), counts(swapped)]).toEqual([[], [2, 0, 2, 0]]);
});

describe('who may', () => {
  const file = `${head}\n1,A,B,2020-01-01`;

  test('import at all', async () => {
    const own = await all.company();
    const other = await all.company();
    const here = await all.world.member('here', [{ role: 'HR', companyId: own }]);
    expect((await all.post('check', own, file, {}, here)).status).toBe(200);
    expect((await all.post('check', other, file, {}, here)).status).toBe(404);
    const payroll = await all.world.member('payroll', [{ role: 'PAYROLL' }]);
    expect((await all.post('commit', own, file, {}, payroll)).status).toBe(403);
    expect((await all.post('check', 'nothing', file)).status).toBe(404);
    const url = `${all.world.url}/imports/employees/check?companyId=${own}`;
    expect((await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file })).status).toBe(
      401,
    );
  });

  test('write accounts of a bank: not HR, and the column is named before any row', async () => {
    const withBank = `${head},IBAN\n1,A,B,2020-01-01,SE4550000000058398257466\n2,C,D,bad,`;
    const answer = await all.run('commit', await all.company(), withBank, { onError: 'REJECT_ROW' });
    expect(faultsOf(answer)).toEqual([
      [1, 'IBAN', 'COLUMN_FORBIDDEN'],
      [3, 'startOn', 'DATE_MALFORMED'],
    ]);
    expect(answer.batchId).toBeNull();
    const empty = `${head},IBAN\n1,A,B,2020-01-01,`;
    expect(faultsOf(await all.run('check', companyId, empty.replace('\n1,', '\n50,')))).toEqual([]);
    const passedOver = await all.run('check', companyId, withBank.replace('\n2,C,D,bad,', ''), {
      mapping: '{"4":null}',
    });
    expect(faultsOf(passedOver)).toEqual([[2, 'employeeNumber', 'EMPLOYEE_NUMBER_TAKEN']]);
  });

  test('read the identity of people elsewhere: an unseen person is no match', async () => {
    const elsewhere = await all.company();
    await all.run('commit', elsewhere, `${head},nationalId\n1,Hidden,Person,2020-01-01,640823-3234`);
    const own = await all.company();
    const here = await all.world.member('locally', [{ role: 'HR', companyId: own }]);
    await all.run('commit', own, `${head},nationalId\n1,Seen,Person,2020-01-01,640823-3234`, {}, here);
    expect(await all.people(elsewhere, 'firstName')).toEqual([{ firstName: 'Hidden' }]);
    expect(await all.people(own, 'firstName')).toEqual([{ firstName: 'Seen' }]);
  });
});

import {
  dayFromNow,
  type Member,
  newKey,
  type Office,
  openOffice,
  perform,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';

let world: World;
let office: Office;
let other: Office;
let chief: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  other = await openOffice(world, 'HU');
  chief = await world.member('chief', [{ role: 'HR' }]);
});
afterAll(() => world.stop());

/** How many rows there are of everything that a hire writes. */
const count = (): Promise<unknown> =>
  withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query(`
      select (select count(*) from person) as people, (select count(*) from employee) as employees,
        (select count(*) from assignment) as assignments, (select count(*) from compensation) as pay,
        (select count(*) from position where status = 'FILLED') as filled, (select count(*) from idempotency_key) as keys,
        (select count(*) from audit_operation) as operations`);
    return rows[0];
  });

const anna = (change: object = {}) => ({
  companyId: office.companyId,
  firstName: 'Anna',
  lastName: 'Berg',
  startOn: dayFromNow(-30),
  contractType: 'PERMANENT',
  fte: '1',
  salary: '40000',
  currencyCode: 'SEK',
  payPeriod: 'MONTH',
  idempotencyKey: newKey(),
  ...change,
});

const everything = `employee {
  id employeeNumber firstName lastName status startOn endOn contractType fte salary salaryCurrencyCode salaryPeriod taxCode workEmail
  person { id nationalId birthOn homePostalCode }
  position { status } department { name } manager { id }
  assignments { nodes { startOn endOn fte position { title } department { name } } }
  compensations { nodes { status amount currencyCode payPeriod startOn endOn decidedAt decidedBy { name } } }
}`;

test('a hire makes person, employment, assignment and pay, and fills the seat', async () => {
  const positionId = await office.position('Controller');
  const { record, errors } = await perform<Record<string, unknown>>(
    office.hr,
    'hireEmployee',
    anna({
      positionId,
      nationalId: '811228-9874',
      homePostalCode: '11120',
      taxCode: '33',
      workEmail: 'Anna.Berg@kontor.example',
      departmentId: office.sales,
      employeeNumber: '0041',
    }),
    everything,
  );
  expect(errors).toEqual([]);
  expect(record).toEqual({
    id: expect.any(String),
    employeeNumber: '0041',
    firstName: 'Anna',
    lastName: 'Berg',
    status: 'ACTIVE',
    startOn: dayFromNow(-30),
    endOn: null,
    contractType: 'PERMANENT',
    fte: '1',
    salary: '40000',
    salaryCurrencyCode: 'SEK',
    salaryPeriod: 'MONTH',
    taxCode: '33',
    workEmail: 'Anna.Berg@kontor.example',
    person: { id: expect.any(String), nationalId: '198112289874', birthOn: '1981-12-28', homePostalCode: '111 20' },
    position: { status: 'FILLED' },
    department: { name: 'Sales' },
    manager: null,
    assignments: {
      nodes: [
        {
          startOn: dayFromNow(-30),
          endOn: null,
          fte: '1',
          position: { title: 'Controller' },
          department: { name: 'Sales' },
        },
      ],
    },
    compensations: {
      nodes: [
        {
          status: 'APPROVED',
          amount: '40000',
          currencyCode: 'SEK',
          payPeriod: 'MONTH',
          startOn: dayFromNow(-30),
          endOn: null,
          decidedAt: expect.any(String),
          decidedBy: { name: 'hr-SE' },
        },
      ],
    },
  });
});

test('a seat of one and a half takes one and then half, and is filled by the second', async () => {
  const positionId = await office.position('Accountant', { budgetedFte: '1.5' });
  const first = await performed<{ position: { status: string } }>(
    office.hr,
    'hireEmployee',
    anna({ positionId }),
    everything,
  );
  const second = await performed<{ position: { status: string } }>(
    office.hr,
    'hireEmployee',
    anna({ positionId, fte: '0.5' }),
    everything,
  );
  expect([first.position.status, second.position.status]).toEqual(['OPEN', 'FILLED']);
});

test('who starts later is hired and not yet at work, and shows what the first day will bring', async () => {
  const { employeeId: managerId } = await office.hire('Chief');
  const positionId = await office.position('Clerk');
  const input = anna({ positionId, managerId, startOn: dayFromNow(40), fte: '0.8' });
  expect(await performed(office.hr, 'hireEmployee', input, everything)).toMatchObject({
    status: 'PRE_HIRE',
    fte: '0.8',
    salary: '40000',
    department: { name: 'Finance' },
    manager: { id: managerId },
  });
});

test('a successor is hired into a filled seat for the days after the holder has left', async () => {
  const positionId = await office.position('Auditor');
  const { employeeId } = await office.hire('Leaver', { positionId });
  await performed(
    office.hr,
    'endEmployment',
    { employeeId, endOn: dayFromNow(10), reason: 'Resigned' },
    'employee { id }',
  );
  expect(
    (await perform(office.hr, 'hireEmployee', anna({ positionId, startOn: dayFromNow(10) }), everything)).errors,
  ).toEqual(['SEAT_TAKEN positionId']);
  expect(
    (await perform(office.hr, 'hireEmployee', anna({ positionId, startOn: dayFromNow(11) }), everything)).errors,
  ).toEqual([]);
});

test('numbers follow the highest of the company, also when many are hired at once', async () => {
  const seats = await Promise.all([1, 2, 3, 4].map((n) => office.position(`Runner ${n}`)));
  await performed(
    office.hr,
    'hireEmployee',
    anna({ positionId: await office.position('Anchor'), employeeNumber: '0997' }),
    everything,
  );
  const made = await Promise.all(
    seats.map((positionId) =>
      performed<{ employeeNumber: string }>(office.hr, 'hireEmployee', anna({ positionId }), everything),
    ),
  );
  expect(made.map(({ employeeNumber }) => employeeNumber).sort()).toEqual(['0998', '0999', '1000', '1001']);
});

test('a person who is known is hired again, and a second time only where that is meant', async () => {
  const { personId, employeeId } = await office.hire('Returner');
  const again = async (change: object) => {
    const known = {
      ...anna({ positionId: await office.position('Second seat'), ...change }),
      personId,
      firstName: null,
      lastName: null,
    };
    return (await perform(office.hr, 'hireEmployee', known, everything)).errors;
  };
  expect(await again({})).toEqual(['PERSON_ALREADY_EMPLOYED isConcurrent']);
  expect(await again({ isConcurrent: true })).toEqual([]);
  expect(await again({ isConcurrent: true, nationalId: '811228-9874' })).toEqual(['PERSON_KNOWN nationalId']);
  await performed(
    office.hr,
    'endEmployment',
    { employeeId, endOn: dayFromNow(-31), reason: 'Moved' },
    'employee { id }',
  );
});

test('one key hires once, however often and however fast it is sent', async () => {
  const before = (await count()) as { employees: string };
  const input = anna({ positionId: await office.position('Only one') });
  const answers = await Promise.all(
    [1, 2, 3].map(() => performed(office.hr, 'hireEmployee', input, 'employee { id }')),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(((await count()) as { employees: string }).employees).toBe(String(Number(before.employees) + 1));
  const otherInput = { ...input, firstName: 'Beata' };
  expect((await perform(office.hr, 'hireEmployee', otherInput, 'employee { id }')).errors).toEqual(['BAD_INPUT']);
});

test('two hires into the last seat: one wins, and the other is told', async () => {
  const positionId = await office.position('Last seat');
  const answers = await Promise.all(
    [1, 2].map(() => perform(office.hr, 'hireEmployee', anna({ positionId }), 'employee { id }')),
  );
  expect(answers.flatMap(({ errors }) => errors)).toEqual(['SEAT_TAKEN positionId']);
});

describe('a hire is refused, and nothing is left of it', () => {
  const seat = async () => ({ positionId: await office.position('Seat') });
  const rows: readonly (readonly [errors: string[], change: () => Promise<object>])[] = [
    [['SEAT_TAKEN positionId'], async () => ({ positionId: await office.position('Half', { budgetedFte: '0.5' }) })],
    [['PAY_ABOVE_RANGE salary'], async () => ({ ...(await seat()), salary: '50000.01' })],
    [['PAY_BELOW_RANGE salary'], async () => ({ ...(await seat()), salary: '29999.99' })],
    [['PAY_CURRENCY_DIFFERS currencyCode'], async () => ({ ...(await seat()), currencyCode: 'EUR' })],
    [['PAY_PERIOD_DIFFERS payPeriod'], async () => ({ ...(await seat()), payPeriod: 'YEAR' })],
    [['CURRENCY_NOT_MONEY currencyCode'], async () => ({ ...(await seat()), currencyCode: 'XAU' })],
    [['CURRENCY_NOT_MONEY currencyCode'], async () => ({ ...(await seat()), currencyCode: 'XTS' })],
    [['CURRENCY_UNKNOWN currencyCode'], async () => ({ ...(await seat()), currencyCode: 'XYZ' })],
    [['MINOR_UNIT_EXCEEDED salary'], async () => ({ ...(await seat()), salary: '40000.005' })],
    [['FTE_OUT_OF_RANGE fte'], async () => ({ ...(await seat()), fte: '-1' })],
    [['FTE_OUT_OF_RANGE fte'], async () => ({ ...(await seat()), fte: '0' })],
    [['FTE_OUT_OF_RANGE fte', 'SEAT_TAKEN positionId'], async () => ({ ...(await seat()), fte: '1.501' })],
    [['DECIMAL_TOO_PRECISE fte'], async () => ({ ...(await seat()), fte: '0.3333' })],
    [['START_TOO_EARLY startOn'], async () => ({ ...(await seat()), startOn: dayFromNow(-400) })],
    [['START_TOO_LATE startOn'], async () => ({ ...(await seat()), startOn: dayFromNow(800) })],
    [['BAD_INPUT'], async () => ({ ...(await seat()), startOn: '0026-03-01' })],
    [['END_DATE_MISSING endOn'], async () => ({ ...(await seat()), contractType: 'FIXED_TERM' })],
    [['END_DATE_NOT_EXPECTED endOn'], async () => ({ ...(await seat()), endOn: dayFromNow(9) })],
    [['END_BEFORE_START endOn'], async () => ({ ...(await seat()), contractType: 'INTERN', endOn: dayFromNow(-31) })],
    [['PERSON_MISSING personId'], async () => ({ ...(await seat()), firstName: ' ', lastName: null })],
    [['NAME_EMPTY lastName'], async () => ({ ...(await seat()), lastName: null })],
    [['NATIONAL_ID_CHECKSUM_WRONG nationalId'], async () => ({ ...(await seat()), nationalId: '811228-9875' })],
    [
      ['BIRTH_DATE_DIFFERS birthOn'],
      async () => ({ ...(await seat()), nationalId: '670919-9530', birthOn: '1967-09-20' }),
    ],
    [['PERSON_EXISTS nationalId'], async () => ({ ...(await seat()), nationalId: '811228-9874' })],
    [['BIRTH_DATE_AHEAD birthOn'], async () => ({ ...(await seat()), birthOn: dayFromNow(1) })],
    [['POSTAL_CODE_MALFORMED homePostalCode'], async () => ({ ...(await seat()), homePostalCode: '1' })],
    [['EMAIL_MALFORMED workEmail'], async () => ({ ...(await seat()), workEmail: 'nobody' })],
    [['ALREADY_EXISTS employeeNumber'], async () => ({ ...(await seat()), employeeNumber: '0041' })],
    [
      ['POSITION_NOT_OPEN positionId'],
      async () => {
        const { positionId } = await seat();
        await performed(office.hr, 'freezePosition', { positionId, reason: 'Budget' }, 'position { id }');
        return { positionId };
      },
    ],
    [
      ['MANAGER_GONE managerId'],
      async () => {
        const { employeeId } = await office.hire('Gone');
        await performed(
          office.hr,
          'endEmployment',
          { employeeId, endOn: dayFromNow(-31), reason: 'Left' },
          'employee { id }',
        );
        return { ...(await seat()), managerId: employeeId };
      },
    ],
    // What stands in another company is not there for who works in this one alone.
    [['NOT_FOUND positionId'], async () => ({ positionId: await other.position('Elsewhere') })],
    [
      ['NOT_FOUND managerId'],
      async () => ({ ...(await seat()), managerId: (await other.hire('Elsewhere')).employeeId }),
    ],
    [['NOT_FOUND personId'], async () => ({ ...(await seat()), personId: (await other.hire('Elsewhere')).personId })],
    [['NOT_FOUND departmentId'], async () => ({ ...(await seat()), departmentId: other.finance })],
  ];
  test.each(rows)('%j', async (errors, change) => {
    const input = anna(await change());
    const before = await count();
    expect((await perform(office.hr, 'hireEmployee', input, 'employee { id }')).errors).toEqual(errors);
    expect(await count()).toEqual(before);
  });

  test('with what belongs to another company, for who sees both', async () => {
    const input = anna({
      positionId: await other.position('Elsewhere'),
      managerId: (await other.hire('Boss')).employeeId,
      departmentId: other.sales,
    });
    const before = await count();
    expect((await perform(chief, 'hireEmployee', input, 'employee { id }')).errors).toEqual([
      'WRONG_COMPANY positionId',
      'WRONG_COMPANY departmentId',
      'WRONG_COMPANY managerId',
    ]);
    expect(await count()).toEqual(before);
  });

  test('by who may not', async () => {
    const positionId = await office.position('Seat');
    const before = await count();
    expect((await perform(other.hr, 'hireEmployee', anna({ positionId }), 'employee { id }')).errors).toEqual([
      'FORBIDDEN',
    ]);
    expect((await perform(office.admin, 'hireEmployee', anna({ positionId }), 'employee { id }')).errors).toEqual([
      'FORBIDDEN',
    ]);
    expect(await count()).toEqual(before);
  });
});

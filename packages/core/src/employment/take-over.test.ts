import { expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { type TakeOverFacts, type TakeOverRequest, takeOver } from './take-over.ts';

const facts: TakeOverFacts = {
  today: day('2026-03-10'),
  actor: { userId: 'hr', personId: 'hr-person' },
  person: { id: 'anna', active: true, employments: [] },
  company: { id: 'company', active: true },
  position: {
    id: 'seat',
    companyId: 'company',
    departmentId: 'department',
    status: 'OPEN',
    budgetedFte: decimal('1'),
    payRange: { minimum: decimal('30000'), maximum: decimal('45000'), currencyCode: 'SEK', payPeriod: 'MONTH' },
    shares: [],
  },
  manager: { companyId: 'company', endOn: null },
  minorUnit: 2,
};

const request: TakeOverRequest = {
  startOn: day('1998-08-01'),
  endOn: null,
  contractType: 'PERMANENT',
  fte: decimal('1'),
  managerId: 'manager',
  departmentId: null,
  salary: { amount: decimal('36000'), currencyCode: 'SEK', payPeriod: 'MONTH' },
};

const codesOf = (other: Partial<TakeOverFacts>, asked: Partial<TakeOverRequest>) => {
  const result = takeOver({ ...facts, ...other }, { ...request, ...asked });
  return result.ok ? [] : result.rejections.map(({ code, path }) => [code, path.join('.')]);
};

test('an employment of long ago is entered as it is', () => {
  expect(takeOver(facts, { ...request, departmentId: 'another' })).toMatchObject({
    value: {
      employment: { status: 'ACTIVE', endIsDecided: false, startOn: '1998-08-01' },
      assignment: { positionId: 'seat', departmentId: 'another', fte: '1', startOn: '1998-08-01', endOn: null },
      compensation: { amount: '36000', status: 'APPROVED' },
    },
  });
});

test('neither seat nor pay need be known', () => {
  expect(takeOver({ ...facts, position: null }, { ...request, salary: null })).toMatchObject({
    value: { assignment: null, compensation: null, employment: { status: 'ACTIVE' } },
  });
});

test.each([
  ['PRE_HIRE', false, '2026-04-01', null, 'PERMANENT'],
  ['ACTIVE', true, '2020-01-01', '2026-03-10', 'PERMANENT'],
  ['ACTIVE', false, '2020-01-01', '2026-03-10', 'FIXED_TERM'],
  ['ENDED', true, '2020-01-01', '2026-03-09', 'FIXED_TERM'],
] as const)('%s, with an end that is decided: %s', (status, endIsDecided, startOn, endOn, contractType) => {
  const dates = { startOn: day(startOn), endOn: endOn === null ? null : day(endOn), contractType };
  expect(takeOver(facts, { ...request, ...dates })).toMatchObject({ value: { employment: { status, endIsDecided } } });
});

test.each([
  ['END_DATE_MISSING', 'endOn', {}, { contractType: 'FIXED_TERM' }],
  ['START_TOO_LATE', 'startOn', {}, { startOn: day('2029-01-01') }],
  [
    'PERSON_ALREADY_EMPLOYED',
    'isConcurrent',
    { person: { id: 'anna', active: true, employments: [{ startOn: day('2000-01-01'), endOn: null }] } },
    {},
  ],
  ['ACTOR_IS_SUBJECT', '', { actor: { userId: 'hr', personId: 'anna' } }, {}],
  ['MANAGER_GONE', 'managerId', { manager: { companyId: 'company', endOn: day('2020-01-01') } }, {}],
  ['SEAT_TAKEN', 'positionId', {}, { fte: decimal('1.2') }],
  [
    'PAY_ABOVE_RANGE',
    'salary.amount',
    {},
    { salary: { amount: decimal('99000'), currencyCode: 'SEK', payPeriod: 'MONTH' } },
  ],
] as const)('is refused like a hire: %s', (code, path, other, asked) => {
  expect(codesOf(other, asked)).toEqual([[code, path]]);
});

test('the manager of somebody who has left may have left too', () => {
  const manager = { companyId: 'company', endOn: day('2019-01-01') };
  expect(codesOf({ manager }, { endOn: day('2018-12-31') })).toEqual([]);
});

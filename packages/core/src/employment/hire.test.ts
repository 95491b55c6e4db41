import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import type { Seat } from './facts.ts';
import { HIRE_RULES, type HireFacts, type HireRequest, hire } from './hire.ts';
import { PAY_RULES } from './pay-rules.ts';

const seat: Seat = {
  id: 'seat',
  companyId: 'company',
  departmentId: 'department',
  status: 'OPEN',
  budgetedFte: decimal('1.000'),
  payRange: { minimum: decimal('30000'), maximum: decimal('45000'), currencyCode: 'SEK', payPeriod: 'MONTH' },
  shares: [],
};

const facts: HireFacts = {
  today: day('2026-03-10'),
  actor: { userId: 'hr', personId: 'hr-person' },
  person: { id: 'anna', active: true, employments: [] },
  company: { id: 'company', active: true },
  position: seat,
  manager: { companyId: 'company', endOn: null },
  minorUnit: 2,
};

const request: HireRequest = {
  startOn: day('2026-04-01'),
  endOn: null,
  contractType: 'PERMANENT',
  fte: decimal('1'),
  managerId: 'manager',
  salary: { amount: decimal('36000'), currencyCode: 'SEK', payPeriod: 'MONTH' },
  isConcurrent: false,
};

const share = (fte: string, startOn: string, endOn: string | null) => ({
  assignmentId: `${startOn}`,
  fte: decimal(fte),
  startOn: day(startOn),
  endOn: endOn === null ? null : day(endOn),
});

test('a hire makes the employment, the first assignment and the pay, and fills the seat', () => {
  expect(hire(facts, request)).toEqual({
    ok: true,
    value: {
      employment: {
        personId: 'anna',
        companyId: 'company',
        contractType: 'PERMANENT',
        status: 'PRE_HIRE',
        startOn: '2026-04-01',
        endOn: null,
      },
      assignment: {
        positionId: 'seat',
        departmentId: 'department',
        managerId: 'manager',
        fte: '1',
        startOn: '2026-04-01',
        endOn: null,
      },
      compensation: {
        amount: '36000',
        currencyCode: 'SEK',
        payPeriod: 'MONTH',
        status: 'APPROVED',
        startOn: '2026-04-01',
        endOn: null,
      },
      positionMove: { positionId: 'seat', event: 'fill', status: 'FILLED' },
    },
  });
});

test('a part-time hire leaves the seat open, and one who starts today is at work', () => {
  const result = hire(facts, { ...request, fte: decimal('0.5'), startOn: facts.today });
  expect(result).toMatchObject({ value: { positionMove: null, employment: { status: 'ACTIVE' } } });
});

test('a seat is free where others leave before the first day, and filled only until then', () => {
  const position = { ...seat, status: 'FILLED' as const, shares: [share('1', '2020-01-01', '2026-03-31')] };
  expect(hire({ ...facts, position }, request).ok).toBe(true);
});

const rows: readonly (readonly [string, Partial<HireFacts>, Partial<HireRequest>])[] = [
  ['ACTOR_IS_SUBJECT', { actor: { userId: 'other', personId: 'anna' } }, {}],
  ['PERSON_INACTIVE', { person: { ...facts.person, active: false } }, {}],
  ['COMPANY_INACTIVE', { company: { id: 'company', active: false } }, {}],
  [
    'PERSON_ALREADY_EMPLOYED',
    { person: { ...facts.person, employments: [{ startOn: day('2020-01-01'), endOn: null }] } },
    {},
  ],
  ['START_TOO_EARLY', {}, { startOn: day('2025-03-09') }],
  ['START_TOO_LATE', {}, { startOn: day('2028-03-11') }],
  ['END_BEFORE_START', {}, { contractType: 'INTERN', endOn: day('2026-03-31') }],
  ['END_DATE_MISSING', {}, { contractType: 'FIXED_TERM' }],
  ['END_DATE_NOT_EXPECTED', {}, { endOn: day('2026-12-31') }],
  ['FTE_OUT_OF_RANGE', {}, { fte: decimal('0') }],
  ['FTE_OUT_OF_RANGE', {}, { fte: decimal('0.3333') }],
  ['POSITION_NOT_OPEN', { position: { ...seat, status: 'FROZEN' } }, {}],
  ['POSITION_OF_OTHER_COMPANY', { position: { ...seat, companyId: 'other' } }, {}],
  ['MANAGER_OF_OTHER_COMPANY', { manager: { companyId: 'other', endOn: null } }, {}],
  ['MANAGER_GONE', { manager: { companyId: 'company', endOn: day('2026-03-09') } }, { startOn: day('2026-03-01') }],
  ['SEAT_TAKEN', { position: { ...seat, shares: [share('0.5', '2027-01-01', '2027-01-31')] } }, {}],
  [
    'PAY_NOT_POSITIVE',
    { position: { ...seat, payRange: null } },
    { salary: { ...request.salary, amount: decimal('0') } },
  ],
  [
    'PAY_TOO_LARGE',
    { position: { ...seat, payRange: null } },
    { salary: { ...request.salary, amount: decimal('1'.repeat(17)) } },
  ],
  ['PAY_EXCEEDS_MINOR_UNIT', {}, { salary: { ...request.salary, amount: decimal('36000.005') } }],
  ['PAY_CURRENCY_UNUSABLE', { minorUnit: null }, {}],
  ['PAY_CURRENCY_DIFFERS', {}, { salary: { ...request.salary, currencyCode: 'EUR' } }],
  ['PAY_PERIOD_DIFFERS', {}, { salary: { ...request.salary, payPeriod: 'YEAR' } }],
  ['PAY_BELOW_RANGE', {}, { salary: { ...request.salary, amount: decimal('29999.99') } }],
  ['PAY_ABOVE_RANGE', {}, { salary: { ...request.salary, amount: decimal('45000.01') } }],
];

describe('a hire is refused', () => {
  test.each(rows)('%s', (code, otherFacts, otherRequest) => {
    const result = hire({ ...facts, ...otherFacts }, { ...request, ...otherRequest });
    expect(result.ok ? [] : result.rejections.map((rejection) => rejection.code)).toEqual([code]);
  });

  test('with a row for each rule', () => {
    const codes = new Set(rows.map(([code]) => code));
    expect([...HIRE_RULES, ...PAY_RULES].map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
  });

  test('with every reason at once, and where it lies', () => {
    const result = hire(facts, { ...request, fte: decimal('2'), salary: { ...request.salary, amount: decimal('1') } });
    expect(result.ok ? [] : result.rejections.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['FTE_OUT_OF_RANGE', 'fte'],
      ['SEAT_TAKEN', 'positionId'],
      ['PAY_BELOW_RANGE', 'salary.amount'],
    ]);
  });
});

test('a second contract side by side is possible where it is meant', () => {
  const person = { ...facts.person, employments: [{ startOn: day('2020-01-01'), endOn: null }] };
  expect(hire({ ...facts, person }, { ...request, isConcurrent: true }).ok).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import {
  CHANGE_POSITION_RULES,
  type ChangePositionFacts,
  type ChangePositionRequest,
  changePosition,
} from './change-position.ts';
import type { Seat } from './facts.ts';

const share = { assignmentId: 'running', fte: decimal('1'), startOn: day('2025-01-01'), endOn: null };
const current: Seat = {
  id: 'clerk',
  companyId: 'company',
  departmentId: 'sales',
  status: 'FILLED',
  budgetedFte: decimal('1'),
  payRange: null,
  shares: [share],
};
const position: Seat = { ...current, id: 'chief', departmentId: 'finance', status: 'OPEN', shares: [] };

const running = { ...share, id: 'running', positionId: 'clerk', departmentId: 'sales', managerId: null };

const facts: ChangePositionFacts = {
  today: day('2026-03-10'),
  actor: { userId: 'hr', personId: 'hr-person' },
  employment: {
    id: 'employment',
    personId: 'anna',
    companyId: 'company',
    startOn: day('2025-01-01'),
    endOn: null,
    endReason: null,
  },
  assignments: [running],
  currentPosition: current,
  position,
  manager: null,
  managerWouldCycle: false,
};

const request: ChangePositionRequest = {
  startOn: day('2026-04-01'),
  departmentId: null,
  managerId: null,
  fte: decimal('1'),
  reason: 'Promotion',
};

test('the running assignment ends on the day before, one seat is filled and the other free', () => {
  expect(changePosition(facts, request)).toEqual({
    ok: true,
    value: {
      closing: { id: 'running', endOn: '2026-03-31' },
      correctedId: null,
      assignment: {
        positionId: 'chief',
        departmentId: 'finance',
        managerId: null,
        fte: '1',
        reason: 'Promotion',
        startOn: '2026-04-01',
        endOn: null,
      },
      positionMoves: [
        { positionId: 'chief', event: 'fill', status: 'FILLED' },
        { positionId: 'clerk', event: 'vacate', status: 'OPEN' },
      ],
    },
  });
});

test('less of full time in the same filled seat opens it again', () => {
  const result = changePosition({ ...facts, position: current }, { ...request, fte: decimal('0.5') });
  expect(result).toMatchObject({
    value: { positionMoves: [{ positionId: 'clerk', event: 'vacate', status: 'OPEN' }] },
  });
});

test('a change from the first day of the assignment corrects it', () => {
  expect(changePosition(facts, { ...request, startOn: day('2025-01-01') })).toMatchObject({
    value: {
      closing: null,
      correctedId: 'running',
      assignment: { positionId: 'chief', startOn: '2025-01-01' },
      positionMoves: [
        { positionId: 'chief', event: 'fill', status: 'FILLED' },
        { positionId: 'clerk', event: 'vacate', status: 'OPEN' },
      ],
    },
  });
});

test('who stays in a seat whose budget was cut below what they hold may get another manager', () => {
  const cut = { ...current, budgetedFte: decimal('0.5') };
  expect(changePosition({ ...facts, currentPosition: cut, position: cut }, { ...request, managerId: 'bert' }).ok).toBe(
    true,
  );
});

const rows: readonly (readonly [string, Partial<ChangePositionFacts>, Partial<ChangePositionRequest>])[] = [
  ['ACTOR_IS_SUBJECT', { actor: { userId: 'anna-user', personId: 'anna' } }, {}],
  ['REASON_MISSING', {}, { reason: ' ' }],
  ['EMPLOYMENT_ENDED', { employment: { ...facts.employment, endOn: day('2026-12-31'), endReason: 'Resigned' } }, {}],
  ['OUTSIDE_EMPLOYMENT', { employment: { ...facts.employment, endOn: day('2026-03-31') } }, {}],
  ['START_TOO_LATE', {}, { startOn: day('2028-03-11') }],
  [
    'STARTS_BEFORE_CURRENT_ASSIGNMENT',
    { assignments: [{ ...running, startOn: day('2026-02-01') }] },
    { startOn: day('2026-01-01') },
  ],
  [
    'LATER_ASSIGNMENT_EXISTS',
    { assignments: [...facts.assignments, { ...running, id: 'next', startOn: day('2026-05-01') }] },
    {},
  ],
  ['FTE_OUT_OF_RANGE', { position: { ...position, budgetedFte: decimal('3') } }, { fte: decimal('1.6') }],
  ['POSITION_NOT_OPEN', { position: { ...position, status: 'APPROVED' } }, {}],
  ['POSITION_OF_OTHER_COMPANY', { position: { ...position, companyId: 'other' } }, {}],
  ['MANAGER_OF_OTHER_COMPANY', { manager: { companyId: 'other', endOn: null } }, {}],
  ['MANAGER_GONE', { manager: { companyId: 'company', endOn: day('2026-03-09') } }, { startOn: day('2026-03-01') }],
  ['MANAGER_CYCLE', { managerWouldCycle: true }, {}],
  ['SEAT_TAKEN', { position: { ...position, shares: [{ ...share, assignmentId: 'other' }] } }, {}],
];

describe('a change of position is refused', () => {
  test.each(rows)('%s', (code, otherFacts, otherRequest) => {
    const result = changePosition({ ...facts, ...otherFacts }, { ...request, ...otherRequest });
    expect(result.ok ? [] : result.rejections.map((rejection) => rejection.code)).toEqual([code]);
  });

  test('with a row for each rule', () => {
    const codes = new Set(rows.map(([code]) => code));
    expect(CHANGE_POSITION_RULES.filter(({ code }) => !codes.has(code))).toEqual([]);
  });
});

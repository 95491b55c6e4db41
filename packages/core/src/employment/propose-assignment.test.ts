import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { ASSIGNMENT_PROPOSAL_RULES, type AssignmentProposal, proposeAssignment } from './propose-assignment.ts';

const proposal: AssignmentProposal = {
  actor: { userId: 'm', personId: 'manager' },
  today: day('2026-03-10'),
  employment: {
    id: 'e',
    personId: 'anna',
    companyId: 'c',
    endReason: null,
    startOn: day('2025-01-01'),
    endOn: day('2027-12-31'),
  },
  positionId: null,
  departmentId: null,
  managerId: null,
  fte: decimal('0.8'),
  startOn: day('2026-04-01'),
  reason: 'Asked for it',
};

test('a manager proposes less of full time', () => {
  expect(proposeAssignment(proposal)).toEqual([]);
});

const rows: readonly (readonly [string, Partial<AssignmentProposal>])[] = [
  ['ACTOR_IS_SUBJECT', { actor: { userId: 'a', personId: 'anna' } }],
  ['NOTHING_CHANGES', { fte: null }],
  ['EMPLOYMENT_ENDED', { employment: { ...proposal.employment, endReason: 'Resigned' } }],
  ['OUTSIDE_EMPLOYMENT', { startOn: day('2024-12-31') }],
  ['OUTSIDE_EMPLOYMENT', { startOn: day('2028-01-01') }],
  ['START_TOO_LATE', { startOn: day('2028-03-11'), employment: { ...proposal.employment, endOn: null } }],
  ['FTE_OUT_OF_RANGE', { fte: decimal('1.6') }],
  ['REASON_MISSING', { reason: ' ' }],
];

describe('it is refused', () => {
  test.each(rows)('%s', (code, change) => {
    expect(proposeAssignment({ ...proposal, ...change }).map((each) => each.code)).toContain(code);
  });
  test('with a row for each rule', () => {
    expect(ASSIGNMENT_PROPOSAL_RULES.filter(({ code }) => !rows.some(([name]) => name === code))).toEqual([]);
  });
});

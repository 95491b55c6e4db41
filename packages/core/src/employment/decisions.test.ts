import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { type Rejection, type Result, rejectionsOf } from '../result.ts';
import { isSameActor } from './actor.ts';
import { CHANGE_PROPOSAL_RULES, type ChangeProposal, decideChangeProposal } from './change-proposal.ts';
import {
  approvePay,
  type CompensationFacts,
  PAY_DATE_RULES,
  type PayProposal,
  proposePay,
  rejectPay,
} from './compensation.ts';
import { END_EMPLOYMENT_RULES, type EndEmploymentFacts, endEmployment } from './end-employment.ts';
import { decidePosition, POSITION_RULES, type PositionFacts } from './position.ts';

const hr = { userId: 'hr', personId: 'hr-person' };
const chief = { userId: 'chief', personId: 'chief-person' };
const third = { userId: 'third', personId: null };
const anna = { userId: 'anna-user', personId: 'anna' };
const employment = {
  id: 'employment',
  personId: 'anna',
  companyId: 'company',
  startOn: day('2025-01-01'),
  endOn: null,
  endReason: null,
};

const codesOf = (result: Result<unknown, Rejection>) => rejectionsOf(result).map(({ code }) => code);

test('one person with two sign-ins is one actor; two programs without a person are two', () => {
  expect(isSameActor(hr, { userId: 'hr-second', personId: 'hr-person' })).toBe(true);
  expect(isSameActor(third, { userId: 'fourth', personId: null })).toBe(false);
});

describe('pay', () => {
  const facts: CompensationFacts = {
    today: day('2026-03-10'),
    actor: hr,
    employment,
    approved: [{ id: 'running', startOn: day('2025-01-01'), endOn: null }],
    payRange: null,
    minorUnit: 2,
  };
  const pay = { amount: decimal('40000'), currencyCode: 'SEK', payPeriod: 'MONTH' } as const;
  const request = { ...pay, startOn: day('2026-02-01'), reason: 'Yearly review' };
  const proposal: PayProposal = { ...pay, id: 'new', status: 'PROPOSED', proposer: hr, startOn: day('2026-02-01') };

  test('may be proposed from a day in the past, and closes the running one on the day before', () => {
    expect(proposePay(facts, request)).toEqual({ ok: true, value: { ...request, status: 'PROPOSED', endOn: null } });
    expect(approvePay({ ...facts, actor: chief }, proposal)).toEqual({
      ok: true,
      value: {
        status: 'APPROVED',
        startOn: '2026-02-01',
        endOn: null,
        closing: { id: 'running', endOn: '2026-01-31' },
        revokedId: null,
      },
    });
  });

  test('is corrected by another from the same first day', () => {
    const corrected = { ...proposal, startOn: employment.startOn };
    expect(proposePay(facts, { ...request, startOn: employment.startOn }).ok).toBe(true);
    expect(approvePay({ ...facts, actor: chief }, corrected)).toMatchObject({
      value: { startOn: '2025-01-01', closing: null, revokedId: 'running' },
    });
  });

  test('may begin with the employment where none is approved, and closes nothing then', () => {
    const first = { ...proposal, startOn: employment.startOn };
    expect(approvePay({ ...facts, actor: chief, approved: [] }, first)).toMatchObject({ value: { closing: null } });
  });

  const rows: readonly (readonly [string, Partial<CompensationFacts>, Partial<typeof request>])[] = [
    ['ACTOR_IS_SUBJECT', { actor: anna }, {}],
    ['OUTSIDE_EMPLOYMENT', { approved: [] }, { startOn: day('2024-12-31') }],
    ['START_TOO_LATE', {}, { startOn: day('2028-03-11') }],
    ['LATER_PAY_EXISTS', { approved: [{ id: 'later', startOn: day('2026-02-02'), endOn: null }] }, {}],
    ['REASON_MISSING', {}, { reason: '' }],
    ['PAY_NOT_POSITIVE', {}, { amount: decimal('-1') }],
  ];
  test.each(rows)('is not proposed: %s', (code, otherFacts, otherRequest) => {
    expect(codesOf(proposePay({ ...facts, ...otherFacts }, { ...request, ...otherRequest }))).toEqual([code]);
  });
  test('has a row for each rule on dates', () => {
    const codes = new Set(rows.map(([code]) => code));
    expect(PAY_DATE_RULES.filter(({ code }) => !codes.has(code))).toEqual([]);
  });

  test.each([
    ['APPROVER_IS_PROPOSER', hr, {}],
    ['APPROVER_IS_PROPOSER', { userId: 'hr-second', personId: 'hr-person' }, {}],
    ['ACTOR_IS_SUBJECT', anna, {}],
    ['NOT_ALLOWED_IN_STATE', chief, { status: 'APPROVED' }],
    ['NOT_ALLOWED_IN_STATE', chief, { status: 'REJECTED' }],
  ] as const)('is not approved: %s', (code, actor, other) => {
    expect(codesOf(approvePay({ ...facts, actor }, { ...proposal, ...other }))).toEqual([code]);
  });

  test('is rejected by somebody else, with a reason', () => {
    const reject = (actor: typeof third | typeof hr, reason: string) =>
      rejectPay({ actor, employment }, proposal, reason);
    expect(reject(chief, 'Too early')).toEqual({ ok: true, value: { status: 'REJECTED', reason: 'Too early' } });
    expect(codesOf(reject(hr, 'Too early'))).toEqual(['APPROVER_IS_PROPOSER']);
    expect(codesOf(reject(anna, ''))).toEqual(['ACTOR_IS_SUBJECT', 'REASON_MISSING']);
    expect(codesOf(rejectPay({ actor: chief, employment }, { ...proposal, status: 'REJECTED' }, 'No'))).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });
});

describe('the end of an employment', () => {
  const facts: EndEmploymentFacts = {
    today: day('2026-03-10'),
    actor: hr,
    employment,
    assignments: [
      { id: 'past', startOn: day('2025-01-01'), endOn: day('2025-06-30') },
      { id: 'running', startOn: day('2025-07-01'), endOn: null },
      { id: 'scheduled', startOn: day('2026-06-01'), endOn: null },
    ],
    compensations: [{ id: 'pay', startOn: day('2025-01-01'), endOn: null }],
    payProposals: [
      { id: 'arrears', startOn: day('2026-01-01') },
      { id: 'raise', startOn: day('2026-05-01') },
    ],
  };
  const request = { endOn: day('2026-04-30'), reason: ' Resigned ' };

  test('closes what runs and names what was to come', () => {
    expect(endEmployment(facts, request)).toEqual({
      ok: true,
      value: {
        employment: { endOn: '2026-04-30', endReason: 'Resigned', status: null },
        assignmentClosings: [{ id: 'running', endOn: '2026-04-30' }],
        compensationClosings: [{ id: 'pay', endOn: '2026-04-30' }],
        scheduledAssignmentIds: ['scheduled'],
        scheduledCompensationIds: [],
        voidPayProposalIds: ['raise'],
      },
    });
  });

  test('may be the first day, and is over once the last day is', () => {
    expect(endEmployment(facts, { ...request, endOn: day('2025-01-01') })).toMatchObject({
      value: { employment: { status: 'ENDED' } },
    });
  });

  const rows: readonly (readonly [string, Partial<EndEmploymentFacts>, Partial<typeof request>])[] = [
    ['ACTOR_IS_SUBJECT', { actor: anna }, {}],
    ['ALREADY_ENDED', { employment: { ...employment, endOn: day('2026-12-31'), endReason: 'Resigned' } }, {}],
    ['END_BEFORE_START', {}, { endOn: day('2024-12-31') }],
    ['END_AFTER_AGREED_END', { employment: { ...employment, endOn: day('2026-03-31') } }, {}],
    ['REASON_MISSING', {}, { reason: '' }],
    ['REASON_TOO_LONG', {}, { reason: 'x'.repeat(501) }],
  ];
  test.each(rows)('is refused: %s', (code, otherFacts, otherRequest) => {
    expect(codesOf(endEmployment({ ...facts, ...otherFacts }, { ...request, ...otherRequest }))).toEqual([code]);
  });
  test('has a row for each rule', () => {
    const codes = new Set(rows.map(([code]) => code));
    expect(END_EMPLOYMENT_RULES.filter(({ code }) => !codes.has(code))).toEqual([]);
  });
});

describe('a position', () => {
  const position: PositionFacts = { status: 'PROPOSED', creator: hr, hasHolder: false };
  const rows = [
    ['APPROVER_IS_CREATOR', position, { event: 'approve', actor: hr }],
    ['REASON_MISSING', { ...position, status: 'OPEN' }, { event: 'freeze', actor: chief }],
    ['SEAT_IS_HELD', { ...position, status: 'OPEN', hasHolder: true }, { event: 'close', actor: chief, reason: 'Cut' }],
    ['NOT_ALLOWED_IN_STATE', { ...position, status: 'FILLED' }, { event: 'close', actor: chief, reason: 'Cut' }],
  ] as const;
  test.each(rows)('is refused: %s', (code, facts, request) => {
    expect(codesOf(decidePosition(facts, request))).toEqual([code]);
  });
  test('has a row for each rule', () => {
    expect(POSITION_RULES.filter(({ code }) => !rows.some(([name]) => name === code))).toEqual([]);
  });
  test('is approved by somebody else', () => {
    expect(decidePosition(position, { event: 'approve', actor: chief })).toEqual({
      ok: true,
      value: { status: 'APPROVED' },
    });
  });
});

describe('a proposed change', () => {
  const home: ChangeProposal = {
    kind: 'HOME',
    status: 'PROPOSED',
    subjectPersonId: 'anna',
    proposer: anna,
    firstDecider: null,
  };
  const bank: ChangeProposal = { ...home, kind: 'BANK' };
  const approvedOnce: ChangeProposal = { ...bank, status: 'FIRST_APPROVED', firstDecider: hr };

  test('of an address is in force after one approval, of a bank account after two', () => {
    const approve = { event: 'approve', actor: chief } as const;
    expect(decideChangeProposal(home, approve)).toEqual({ ok: true, value: { status: 'APPROVED', isInForce: true } });
    expect(decideChangeProposal(bank, approve)).toEqual({
      ok: true,
      value: { status: 'FIRST_APPROVED', isInForce: false },
    });
    expect(decideChangeProposal(approvedOnce, approve)).toEqual({
      ok: true,
      value: { status: 'APPROVED', isInForce: true },
    });
  });

  test('is withdrawn by the person', () => {
    expect(decideChangeProposal(approvedOnce, { event: 'withdraw', actor: anna })).toMatchObject({
      value: { status: 'WITHDRAWN' },
    });
  });

  const rows = [
    ['DECIDER_IS_PROPOSER', { ...home, proposer: hr }, { event: 'approve', actor: hr }],
    ['DECIDER_IS_SUBJECT', { ...home, proposer: hr }, { event: 'approve', actor: anna }],
    ['SECOND_DECIDER_IS_FIRST', approvedOnce, { event: 'approve', actor: hr }],
    ['WITHDRAWN_BY_ANOTHER', home, { event: 'withdraw', actor: hr }],
    ['REASON_MISSING', home, { event: 'reject', actor: hr }],
    ['NOT_ALLOWED_IN_STATE', { ...home, status: 'WITHDRAWN' }, { event: 'approve', actor: hr }],
  ] as const;
  test.each(rows)('is refused: %s', (code, proposal, decision) => {
    expect(codesOf(decideChangeProposal(proposal, decision))).toEqual([code]);
  });
  test('has a row for each rule', () => {
    expect(CHANGE_PROPOSAL_RULES.filter(({ code }) => !rows.some(([name]) => name === code))).toEqual([]);
  });
});

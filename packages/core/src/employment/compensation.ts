import { addDays, addMonths, type CalendarDate } from '../date/calendar-date.ts';
import { covers, type DatedRange, isRange, rowOn } from '../date/dated-range.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type StateMachine, type TransitionCode, transition } from '../state-machine.ts';
import { type Actor, isPerson, isSameActor } from './actor.ts';
import type { Closing, EmploymentFacts, Pay, PayRange } from './facts.ts';
import { PAY_RULES, type PayCode } from './pay-rules.ts';

/** Where a pay stands. Only APPROVED pay is paid. */
export type CompensationStatus = 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'REVOKED';

/**
 * What happens to a pay. `revoke` is a consequence: another pay from the same first day puts it right, or the
 * employment ends before it begins.
 */
export type CompensationEvent = 'approve' | 'reject' | 'revoke';

/** The life of a pay. */
export const COMPENSATION_MACHINE: StateMachine<CompensationStatus, CompensationEvent> = {
  initial: 'PROPOSED',
  transitions: [
    { from: 'PROPOSED', event: 'approve', to: 'APPROVED' },
    { from: 'PROPOSED', event: 'reject', to: 'REJECTED' },
    { from: 'APPROVED', event: 'revoke', to: 'REVOKED' },
  ],
};

/** A pay in force for its days. */
export interface ApprovedPay extends DatedRange {
  readonly id: string;
}

/** What a pay rests on, whether proposed or decided. */
export interface CompensationFacts {
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly employment: EmploymentFacts;
  /** Every approved pay of the employment. */
  readonly approved: readonly ApprovedPay[];
  /** Pay range of the position held on the first day; null where none is agreed. */
  readonly payRange: PayRange | null;
  /** Decimals of the pay's currency; null where the currency is unknown, withdrawn or has none. */
  readonly minorUnit: number | null;
}

/** A pay asked for, from a day on. The day may lie in the past: payroll settles the arrears. */
export interface PayRequest extends Pay {
  readonly startOn: CalendarDate;
  readonly reason: string;
}

/** A proposed pay that waits for a decision. */
export interface PayProposal extends Pay {
  readonly id: string;
  readonly status: CompensationStatus;
  /** Null where nobody is known to have proposed it, as for imported ones. */
  readonly proposer: Actor | null;
  readonly startOn: CalendarDate;
}

/** The row to write: proposed, with the days it would be in force for. */
export type ProposePayChanges = Pay & DatedRange & { readonly status: 'PROPOSED'; readonly reason: string };

/**
 * The rows to write: the pay in force, and the running one closed on the day before. A pay from the very day on which
 * the latest one begins corrects it: that one is revoked, as it would have no day left.
 */
export interface ApprovePayChanges extends DatedRange {
  readonly status: 'APPROVED';
  readonly closing: Closing | null;
  readonly revokedId: string | null;
}

/** Reasons against a first day or an actor, common to proposing and approving. */
export type PayDateCode = 'ACTOR_IS_SUBJECT' | 'OUTSIDE_EMPLOYMENT' | 'START_TOO_LATE' | 'LATER_PAY_EXISTS';

/** Every reason against a proposal. */
export type ProposePayCode = PayCode | PayDateCode | 'REASON_MISSING';

/** Every reason against an approval. */
export type ApprovePayCode = PayCode | PayDateCode | TransitionCode | 'APPROVER_IS_PROPOSER';

/** Every reason against a rejection. */
export type RejectPayCode = TransitionCode | 'ACTOR_IS_SUBJECT' | 'APPROVER_IS_PROPOSER' | 'REASON_MISSING';

interface PayDateCase {
  readonly facts: CompensationFacts;
  readonly startOn: CalendarDate;
}

/** What the first day of a pay and the one who acts must keep to. */
export const PAY_DATE_RULES: readonly Rule<PayDateCase, PayDateCode>[] = [
  {
    code: 'ACTOR_IS_SUBJECT',
    path: [],
    isBrokenBy: ({ facts }) => isPerson(facts.actor, facts.employment.personId),
    message: 'Let somebody else act on your pay.',
  },
  {
    code: 'OUTSIDE_EMPLOYMENT',
    path: ['startOn'],
    isBrokenBy: ({ facts, startOn }) => !covers(facts.employment, startOn),
    message: ({ facts }) => `Give a day within the employment, which began on ${facts.employment.startOn}.`,
  },
  {
    code: 'START_TOO_LATE',
    path: ['startOn'],
    isBrokenBy: ({ facts, startOn }) => startOn > addMonths(facts.today, 24),
    message: ({ facts }) => `Give a day on or before ${addMonths(facts.today, 24)}, two years ahead.`,
  },
  {
    code: 'LATER_PAY_EXISTS',
    path: ['startOn'],
    isBrokenBy: ({ facts, startOn }) => facts.approved.some((pay) => isRange(pay) && pay.startOn > startOn),
    message: 'Give the day on which the latest approved pay begins, to correct it, or one after.',
  },
];

/** Decides whether a pay may be proposed. */
export function proposePay(
  facts: CompensationFacts,
  request: PayRequest,
): Result<ProposePayChanges, Rejection<ProposePayCode>> {
  const rejections: Rejection<ProposePayCode>[] = [...payRejections(facts, request)];
  if (isBlank(request.reason)) rejections.push({ code: 'REASON_MISSING', message: 'Say why.', path: ['reason'] });
  if (rejections.length > 0) return rejectAll(rejections);
  return accept({ ...request, status: 'PROPOSED', endOn: facts.employment.endOn });
}

/** Decides on approving a proposed pay: it comes into force, and the running one ends before it. */
export function approvePay(
  facts: CompensationFacts,
  proposal: PayProposal,
): Result<ApprovePayChanges, Rejection<ApprovePayCode>> {
  const moved = transition(COMPENSATION_MACHINE, proposal.status, 'approve');
  if (!moved.ok) return moved;
  const rejections: Rejection<ApprovePayCode>[] = [...payRejections(facts, proposal)];
  if (isProposer(facts.actor, proposal)) rejections.push(approverIsProposer('approve'));
  if (rejections.length > 0) return rejectAll(rejections);
  const { startOn } = proposal;
  const running = rowOn(facts.approved, startOn);
  return accept({
    status: 'APPROVED',
    startOn,
    endOn: facts.employment.endOn,
    closing: running !== null && running.startOn < startOn ? { id: running.id, endOn: addDays(startOn, -1) } : null,
    revokedId: running !== null && running.startOn === startOn ? running.id : null,
  });
}

/** Decides on rejecting a proposed pay. Nothing but the proposal changes. */
export function rejectPay(
  facts: Pick<CompensationFacts, 'actor' | 'employment'>,
  proposal: PayProposal,
  reason: string,
): Result<{ readonly status: 'REJECTED'; readonly reason: string }, Rejection<RejectPayCode>> {
  const moved = transition(COMPENSATION_MACHINE, proposal.status, 'reject');
  if (!moved.ok) return moved;
  const rejections: Rejection<RejectPayCode>[] = [];
  if (isPerson(facts.actor, facts.employment.personId)) {
    rejections.push({ code: 'ACTOR_IS_SUBJECT', message: 'Let somebody else act on your pay.', path: [] });
  }
  if (isProposer(facts.actor, proposal)) rejections.push(approverIsProposer('reject'));
  if (isBlank(reason)) rejections.push({ code: 'REASON_MISSING', message: 'Say why.', path: ['reason'] });
  return rejections.length > 0 ? rejectAll(rejections) : accept({ status: 'REJECTED', reason });
}

function payRejections(
  facts: CompensationFacts,
  pay: Pay & { readonly startOn: CalendarDate },
): readonly Rejection<PayCode | PayDateCode>[] {
  const { minorUnit, payRange: range } = facts;
  return [
    ...checkRules(PAY_DATE_RULES, { facts, startOn: pay.startOn }),
    ...checkRules(PAY_RULES, { pay, minorUnit, range }),
  ];
}

function isProposer(actor: Actor, { proposer }: PayProposal): boolean {
  return proposer !== null && isSameActor(proposer, actor);
}

function approverIsProposer(event: 'approve' | 'reject'): Rejection<'APPROVER_IS_PROPOSER'> {
  const message = `Let somebody else ${event} the pay: you proposed it.`;
  return { code: 'APPROVER_IS_PROPOSER', message, path: [] };
}

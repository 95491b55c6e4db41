import { type Actor, isSameActor } from '../../employment/actor.ts';
import type { Rejection } from '../../result.ts';
import type { StateMachine } from '../../state-machine.ts';
import { targetsOf } from '../../state-machine.ts';

/** Where a pay run stands. */
export type PayRunStatus = 'DRAFT' | 'CALCULATED' | 'REVIEWED' | 'APPROVED' | 'FINALIZED' | 'PAID' | 'CANCELLED';

/** What may be done with a pay run. */
export type PayRunEvent = 'calculate' | 'review' | 'sendBack' | 'approve' | 'finalize' | 'pay' | 'cancel';

/** The life of a pay run. Calculating again is free until somebody has looked at it. */
export const PAY_RUN_MACHINE: StateMachine<PayRunStatus, PayRunEvent> = {
  initial: 'DRAFT',
  transitions: [
    { from: 'DRAFT', event: 'calculate', to: 'CALCULATED' },
    { from: 'CALCULATED', event: 'calculate', to: 'CALCULATED' },
    { from: 'CALCULATED', event: 'review', to: 'REVIEWED' },
    { from: 'REVIEWED', event: 'sendBack', to: 'CALCULATED' },
    { from: 'REVIEWED', event: 'approve', to: 'APPROVED' },
    { from: 'APPROVED', event: 'sendBack', to: 'CALCULATED' },
    { from: 'APPROVED', event: 'finalize', to: 'FINALIZED' },
    { from: 'FINALIZED', event: 'pay', to: 'PAID' },
    { from: 'DRAFT', event: 'cancel', to: 'CANCELLED' },
    { from: 'CALCULATED', event: 'cancel', to: 'CANCELLED' },
    { from: 'REVIEWED', event: 'cancel', to: 'CANCELLED' },
    { from: 'APPROVED', event: 'cancel', to: 'CANCELLED' },
  ],
};

const STATES: readonly PayRunStatus[] = [
  'DRAFT',
  'CALCULATED',
  'REVIEWED',
  'APPROVED',
  'FINALIZED',
  'PAID',
  'CANCELLED',
];

/** The states in which an event is possible. */
export function payRunStatesFor(event: PayRunEvent): readonly PayRunStatus[] {
  return STATES.filter((state) => targetsOf(PAY_RUN_MACHINE, state, event).length > 0);
}

/**
 * RUN_EMPTY: nobody is paid. SAME_PERSON: the preparer does not approve. OWN_PAY: a run that pays the approver alone.
 * DEVIATIONS_UNEXPLAINED: deviations are looked through with a word on them.
 */
export type PayRunCode = 'RUN_EMPTY' | 'SAME_PERSON' | 'OWN_PAY' | 'DEVIATIONS_UNEXPLAINED';

/** What is known when a run is looked through. */
export interface ReviewFacts {
  readonly employeeCount: number;
  /** Deviations and people who are not paid. */
  readonly toExplain: number;
  readonly note: string | null;
}

/** What keeps a run from being passed on to the approver. */
export function checkReview({ employeeCount, toExplain, note }: ReviewFacts): readonly Rejection<PayRunCode>[] {
  if (employeeCount === 0)
    return [{ code: 'RUN_EMPTY', message: 'Nobody is paid by this run: mend what is wrong, or cancel it.', path: [] }];
  if (toExplain === 0 || (note !== null && note.trim() !== '')) return [];
  const message = 'Say what is behind the deviations, and of those who are not paid.';
  return [{ code: 'DEVIATIONS_UNEXPLAINED', message, path: ['note'] }];
}

/** Who approves, who prepared, and whom the run pays. */
export interface ApprovalFacts {
  readonly approver: Actor;
  readonly preparer: Actor | null;
  /** People who are paid by the run: two are enough to tell that it is not one alone. */
  readonly personIds: readonly string[];
}

/** What keeps somebody from approving a run, or from making it final. */
export function checkApproval({ approver, preparer, personIds }: ApprovalFacts): readonly Rejection<PayRunCode>[] {
  const rejections: Rejection<PayRunCode>[] = [];
  if (preparer !== null && isSameActor(approver, preparer))
    rejections.push({ code: 'SAME_PERSON', message: 'Somebody other than the preparer must approve.', path: [] });
  if (approver.personId !== null && personIds.length > 0 && personIds.every((id) => id === approver.personId))
    rejections.push({ code: 'OWN_PAY', message: 'Nobody approves a run that pays themselves alone.', path: [] });
  return rejections;
}

import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type StateMachine, type TransitionCode, transition } from '../state-machine.ts';
import { type Actor, isSameActor } from './actor.ts';

/** Where a seat stands. Someone may be hired into it while it is OPEN, or FILLED and free on the days asked for. */
export type PositionStatus = 'PROPOSED' | 'APPROVED' | 'OPEN' | 'FILLED' | 'FROZEN' | 'CLOSED';

/** What can happen to a seat. `fill` and `vacate` follow from assignments, the others are decided. */
export type PositionEvent = 'approve' | 'open' | 'fill' | 'vacate' | 'freeze' | 'unfreeze' | 'close';

/** The life of a seat. */
export const POSITION_MACHINE: StateMachine<PositionStatus, PositionEvent> = {
  initial: 'PROPOSED',
  transitions: [
    { from: 'PROPOSED', event: 'approve', to: 'APPROVED' },
    { from: 'APPROVED', event: 'open', to: 'OPEN' },
    { from: 'OPEN', event: 'fill', to: 'FILLED' },
    { from: 'FILLED', event: 'vacate', to: 'OPEN' },
    { from: 'OPEN', event: 'freeze', to: 'FROZEN' },
    { from: 'APPROVED', event: 'freeze', to: 'FROZEN' },
    { from: 'FROZEN', event: 'unfreeze', to: 'OPEN' },
    { from: 'PROPOSED', event: 'close', to: 'CLOSED' },
    { from: 'APPROVED', event: 'close', to: 'CLOSED' },
    { from: 'OPEN', event: 'close', to: 'CLOSED' },
    { from: 'FROZEN', event: 'close', to: 'CLOSED' },
  ],
};

/** What there is to know about a seat to decide on its status. */
export interface PositionFacts {
  readonly status: PositionStatus;
  /** Who proposed the seat; null where nobody did, as for seats that were imported. */
  readonly creator: Actor | null;
  /** Whether anyone holds a part of the seat today or is scheduled to. */
  readonly hasHolder: boolean;
}

/** A decision on a seat. A reason is needed to freeze and to close. */
export interface PositionRequest {
  readonly event: PositionEvent;
  readonly actor: Actor;
  readonly reason?: string | null;
}

/**
 * APPROVER_IS_CREATOR: nobody approves what they proposed. REASON_MISSING: freezing and closing say
 * why. SEAT_IS_HELD: someone holds the seat or is scheduled to, so it cannot close.
 */
export type PositionCode = TransitionCode | 'APPROVER_IS_CREATOR' | 'REASON_MISSING' | 'SEAT_IS_HELD';

interface PositionCase {
  readonly position: PositionFacts;
  readonly request: PositionRequest;
}

/** The guards on the arrows of the table. */
export const POSITION_RULES: readonly Rule<PositionCase, PositionCode>[] = [
  {
    code: 'APPROVER_IS_CREATOR',
    path: [],
    isBrokenBy: ({ position, request }) =>
      request.event === 'approve' && position.creator !== null && isSameActor(position.creator, request.actor),
    message: 'Let somebody else approve the position: you proposed it.',
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ request }) => (request.event === 'freeze' || request.event === 'close') && isBlank(request.reason),
    message: 'Say why.',
  },
  {
    code: 'SEAT_IS_HELD',
    path: [],
    isBrokenBy: ({ position, request }) => request.event === 'close' && position.hasHolder,
    message: 'Move or end the assignments to the position before you close it.',
  },
];

/** The status of a seat after an event, or every reason against it. */
export function decidePosition(
  position: PositionFacts,
  request: PositionRequest,
): Result<{ readonly status: PositionStatus }, Rejection<PositionCode>> {
  const moved = transition(POSITION_MACHINE, position.status, request.event);
  if (!moved.ok) return moved;
  const rejections = checkRules(POSITION_RULES, { position, request });
  return rejections.length > 0 ? rejectAll(rejections) : accept({ status: moved.value });
}

import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type StateMachine, type TransitionCode, transition } from '../state-machine.ts';
import { type Actor, isPerson, isSameActor } from './actor.ts';

/** What is proposed: another home address, bank account or tax data of one's own, or another assignment of a report. */
export type ChangeKind = 'HOME' | 'BANK' | 'TAX' | 'ASSIGNMENT';

/** Where a proposal stands. */
export type ChangeStatus = 'PROPOSED' | 'FIRST_APPROVED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

/** What is done with a proposal. */
export type ChangeEvent = 'approve' | 'reject' | 'withdraw';

/** The life of a proposal that one person decides: home address, tax data and assignment. */
export const CHANGE_MACHINE: StateMachine<ChangeStatus, ChangeEvent> = {
  initial: 'PROPOSED',
  transitions: [
    { from: 'PROPOSED', event: 'approve', to: 'APPROVED' },
    { from: 'PROPOSED', event: 'reject', to: 'REJECTED' },
    { from: 'PROPOSED', event: 'withdraw', to: 'WITHDRAWN' },
  ],
};

/** The life of a proposal that two people decide: the bank account that pay goes to. */
export const BANK_CHANGE_MACHINE: StateMachine<ChangeStatus, ChangeEvent> = {
  initial: 'PROPOSED',
  transitions: [
    { from: 'PROPOSED', event: 'approve', to: 'FIRST_APPROVED' },
    { from: 'FIRST_APPROVED', event: 'approve', to: 'APPROVED' },
    { from: 'PROPOSED', event: 'reject', to: 'REJECTED' },
    { from: 'FIRST_APPROVED', event: 'reject', to: 'REJECTED' },
    { from: 'PROPOSED', event: 'withdraw', to: 'WITHDRAWN' },
    { from: 'FIRST_APPROVED', event: 'withdraw', to: 'WITHDRAWN' },
  ],
};

/** A proposal to decide on. */
export interface ChangeProposal {
  readonly kind: ChangeKind;
  readonly status: ChangeStatus;
  /** Whose data change. */
  readonly subjectPersonId: string;
  readonly proposer: Actor;
  /** Who approved a bank change first; null before. */
  readonly firstDecider: Actor | null;
}

/** A decision on a proposal. A rejection needs a reason. */
export interface ChangeDecision {
  readonly event: ChangeEvent;
  readonly actor: Actor;
  readonly reason?: string | null;
}

/** The row to write. `isInForce`: the change is to be applied now. */
export interface ChangeProposalChanges {
  readonly status: ChangeStatus;
  readonly isInForce: boolean;
}

/** Every reason against a decision; each is explained at its rule. */
export type ChangeProposalCode =
  | TransitionCode
  | 'DECIDER_IS_PROPOSER'
  | 'DECIDER_IS_SUBJECT'
  | 'SECOND_DECIDER_IS_FIRST'
  | 'WITHDRAWN_BY_ANOTHER'
  | 'REASON_MISSING';

interface DecisionCase {
  readonly proposal: ChangeProposal;
  readonly decision: ChangeDecision;
}

const decides = ({ decision }: DecisionCase) => decision.event !== 'withdraw';

/** The guards on the arrows of both tables. A person may propose what concerns themselves. */
export const CHANGE_PROPOSAL_RULES: readonly Rule<DecisionCase, ChangeProposalCode>[] = [
  {
    code: 'DECIDER_IS_PROPOSER',
    path: [],
    isBrokenBy: (it) => decides(it) && isSameActor(it.decision.actor, it.proposal.proposer),
    message: 'Let somebody else decide: you proposed the change.',
  },
  {
    code: 'DECIDER_IS_SUBJECT',
    path: [],
    isBrokenBy: (it) => decides(it) && isPerson(it.decision.actor, it.proposal.subjectPersonId),
    message: 'Let somebody else decide: the change is to your own data.',
  },
  {
    code: 'SECOND_DECIDER_IS_FIRST',
    path: [],
    isBrokenBy: ({ proposal, decision }) =>
      decision.event === 'approve' &&
      proposal.firstDecider !== null &&
      isSameActor(decision.actor, proposal.firstDecider),
    message: 'Let a second person approve: you approved the change first.',
  },
  {
    code: 'WITHDRAWN_BY_ANOTHER',
    path: [],
    isBrokenBy: ({ proposal, decision }) =>
      decision.event === 'withdraw' &&
      !isSameActor(decision.actor, proposal.proposer) &&
      (proposal.kind === 'ASSIGNMENT' || !isPerson(decision.actor, proposal.subjectPersonId)),
    message: 'Reject the change instead: only the person who proposed it, or whom it concerns, withdraws it.',
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ decision }) => decision.event === 'reject' && isBlank(decision.reason),
    message: 'Say why.',
  },
];

/** The table that a kind of change follows. */
export function changeMachine(kind: ChangeKind): StateMachine<ChangeStatus, ChangeEvent> {
  return kind === 'BANK' ? BANK_CHANGE_MACHINE : CHANGE_MACHINE;
}

/** The status of a proposal after a decision, or every reason against it. */
export function decideChangeProposal(
  proposal: ChangeProposal,
  decision: ChangeDecision,
): Result<ChangeProposalChanges, Rejection<ChangeProposalCode>> {
  const moved = transition(changeMachine(proposal.kind), proposal.status, decision.event);
  if (!moved.ok) return moved;
  const rejections = checkRules(CHANGE_PROPOSAL_RULES, { proposal, decision });
  if (rejections.length > 0) return rejectAll(rejections);
  return accept({ status: moved.value, isInForce: moved.value === 'APPROVED' });
}

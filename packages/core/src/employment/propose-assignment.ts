import { addMonths, type CalendarDate } from '../date/calendar-date.ts';
import { covers } from '../date/dated-range.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Rejection } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type Actor, isPerson } from './actor.ts';
import type { EmploymentFacts } from './facts.ts';
import { isFte } from './seat.ts';

/** What a manager proposes for somebody below. Null: it stays. */
export interface AssignmentProposal {
  readonly actor: Actor;
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  readonly employment: EmploymentFacts;
  readonly positionId: string | null;
  readonly departmentId: string | null;
  readonly managerId: string | null;
  readonly fte: Decimal | null;
  readonly startOn: CalendarDate;
  readonly reason: string;
}

/** Every reason against proposing; each is explained at its rule. */
export type AssignmentProposalCode =
  | 'ACTOR_IS_SUBJECT'
  | 'NOTHING_CHANGES'
  | 'EMPLOYMENT_ENDED'
  | 'OUTSIDE_EMPLOYMENT'
  | 'START_TOO_LATE'
  | 'FTE_OUT_OF_RANGE'
  | 'REASON_MISSING';

/**
 * What a proposal must keep to by itself. Whether the seat has room and the manager stays is judged when HR decides, from
 * what is known then and to HR alone.
 */
export const ASSIGNMENT_PROPOSAL_RULES: readonly Rule<AssignmentProposal, AssignmentProposalCode>[] = [
  {
    code: 'ACTOR_IS_SUBJECT',
    path: [],
    isBrokenBy: ({ actor, employment }) => isPerson(actor, employment.personId),
    message: 'Let somebody else propose a change of your own position.',
  },
  {
    code: 'NOTHING_CHANGES',
    path: [],
    isBrokenBy: ({ positionId, departmentId, managerId, fte }) =>
      [positionId, departmentId, managerId, fte].every((each) => each === null),
    message: 'Give at least one new value.',
  },
  {
    code: 'EMPLOYMENT_ENDED',
    path: [],
    isBrokenBy: ({ employment }) => employment.endReason !== null,
    message: 'Leave it: the end of this employment is decided.',
  },
  {
    code: 'OUTSIDE_EMPLOYMENT',
    path: ['startOn'],
    isBrokenBy: ({ employment, startOn }) => !covers(employment, startOn),
    message: 'Give a day within the employment.',
  },
  {
    code: 'START_TOO_LATE',
    path: ['startOn'],
    isBrokenBy: ({ today, startOn }) => startOn > addMonths(today, 24),
    message: ({ today }) => `Give a day on or before ${addMonths(today, 24)}, two years ahead.`,
  },
  {
    code: 'FTE_OUT_OF_RANGE',
    path: ['fte'],
    isBrokenBy: ({ fte }) => fte !== null && !isFte(fte),
    message: 'Give a part of full time above 0 and up to 1.5, with at most three decimals.',
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ reason }) => isBlank(reason),
    message: 'Say why.',
  },
];

/** Every reason against a proposal; none where it may wait for a decision. */
export const proposeAssignment = (proposal: AssignmentProposal): readonly Rejection<AssignmentProposalCode>[] =>
  checkRules(ASSIGNMENT_PROPOSAL_RULES, proposal);

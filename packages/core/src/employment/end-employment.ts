import type { CalendarDate } from '../date/calendar-date.ts';
import { covers, type DatedRange, earlierEnd } from '../date/dated-range.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type Actor, isPerson } from './actor.ts';
import type { Closing, EmploymentFacts } from './facts.ts';

/** What ending an employment rests on. */
export interface EndEmploymentFacts {
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly employment: EmploymentFacts;
  /** Every assignment of the employment. */
  readonly assignments: readonly (DatedRange & { readonly id: string })[];
  /** Every approved pay of the employment. */
  readonly compensations: readonly (DatedRange & { readonly id: string })[];
  /** Pay that waits for a decision. */
  readonly payProposals: readonly { readonly id: string; readonly startOn: CalendarDate }[];
}

/** What is asked for. */
export interface EndEmploymentRequest {
  /** Last day of the employment. */
  readonly endOn: CalendarDate;
  readonly reason: string;
}

/**
 * The rows to write. Rows that begin after the last day cannot be closed on it, since they would
 * end before they begin; they are named apart, for the command to take back.
 */
export interface EndEmploymentChanges {
  readonly employment: {
    readonly endOn: CalendarDate;
    readonly endReason: string;
    /** ENDED where the last day is over; null: it stays until then. */
    readonly status: 'ENDED' | null;
  };
  readonly assignmentClosings: readonly Closing[];
  readonly compensationClosings: readonly Closing[];
  readonly scheduledAssignmentIds: readonly string[];
  readonly scheduledCompensationIds: readonly string[];
  /** Proposed pay that would begin after the last day, for the command to reject. */
  readonly voidPayProposalIds: readonly string[];
}

/** Every reason against an end. */
export type EndEmploymentCode =
  | 'ACTOR_IS_SUBJECT'
  | 'ALREADY_ENDED'
  | 'END_BEFORE_START'
  | 'END_AFTER_AGREED_END'
  | 'REASON_MISSING'
  | 'REASON_TOO_LONG';

const LONGEST_REASON = 500;

interface EndCase {
  readonly facts: EndEmploymentFacts;
  readonly request: EndEmploymentRequest;
}

/** What ending an employment must keep to. */
export const END_EMPLOYMENT_RULES: readonly Rule<EndCase, EndEmploymentCode>[] = [
  {
    code: 'ACTOR_IS_SUBJECT',
    path: [],
    isBrokenBy: ({ facts }) => isPerson(facts.actor, facts.employment.personId),
    message: 'Let somebody else end your employment.',
  },
  {
    code: 'ALREADY_ENDED',
    path: [],
    isBrokenBy: ({ facts }) => facts.employment.endReason !== null,
    message: ({ facts }) => `Leave it: the employment ends on ${facts.employment.endOn} already.`,
  },
  {
    code: 'END_BEFORE_START',
    path: ['endOn'],
    isBrokenBy: ({ facts, request }) => request.endOn < facts.employment.startOn,
    message: ({ facts }) => `Give a last day on or after ${facts.employment.startOn}, the first.`,
  },
  {
    code: 'END_AFTER_AGREED_END',
    path: ['endOn'],
    isBrokenBy: ({ facts, request }) => facts.employment.endOn !== null && request.endOn > facts.employment.endOn,
    message: ({ facts }) => `Give a last day on or before ${facts.employment.endOn}, as the contract says.`,
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ request }) => isBlank(request.reason),
    message: 'Say why.',
  },
  {
    code: 'REASON_TOO_LONG',
    path: ['reason'],
    isBrokenBy: ({ request }) => request.reason.length > LONGEST_REASON,
    message: `Shorten the reason to ${LONGEST_REASON} characters.`,
  },
];

/** Decides on the end of an employment: closes what runs on the last day. */
export function endEmployment(
  facts: EndEmploymentFacts,
  request: EndEmploymentRequest,
): Result<EndEmploymentChanges, Rejection<EndEmploymentCode>> {
  const rejections = checkRules(END_EMPLOYMENT_RULES, { facts, request });
  if (rejections.length > 0) return rejectAll(rejections);
  const { endOn } = request;
  return accept({
    employment: {
      endOn,
      endReason: request.reason.trim(),
      status: endOn < facts.today ? 'ENDED' : null,
    },
    assignmentClosings: closingsOf(facts.assignments, endOn),
    compensationClosings: closingsOf(facts.compensations, endOn),
    scheduledAssignmentIds: idsAfter(facts.assignments, endOn),
    scheduledCompensationIds: idsAfter(facts.compensations, endOn),
    voidPayProposalIds: idsAfter(facts.payProposals, endOn),
  });
}

/** Rows that run on the last day and would go on after it. */
function closingsOf(rows: readonly (DatedRange & { readonly id: string })[], endOn: CalendarDate): readonly Closing[] {
  return rows
    .filter((row) => covers(row, endOn) && earlierEnd(row.endOn, endOn) !== row.endOn)
    .map(({ id }) => ({ id, endOn }));
}

function idsAfter(
  rows: readonly { readonly id: string; readonly startOn: CalendarDate }[],
  endOn: CalendarDate,
): readonly string[] {
  return rows.filter((row) => row.startOn > endOn).map(({ id }) => id);
}

import type { CalendarDate } from '../date/calendar-date.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type Actor, isPerson } from './actor.ts';
import type { EmploymentFacts } from './facts.ts';

/** What cancelling a hire rests on. */
export interface CancelHireFacts {
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly employment: EmploymentFacts;
  /** How many employees have, or are to have, whoever does not start as their manager. */
  readonly reports: number;
}

/** The row to write. The seat is free again, and nothing of the hire's pay is ever in force. */
export interface CancelHireChanges {
  readonly status: 'CANCELLED';
  readonly cancelledOn: CalendarDate;
  readonly endReason: string;
}

/**
 * ALREADY_STARTED: from the first day on an employment is ended, not cancelled. MANAGES_OTHERS: somebody would be left
 * with a manager who never comes.
 */
export type CancelHireCode = 'ACTOR_IS_SUBJECT' | 'ALREADY_STARTED' | 'MANAGES_OTHERS' | 'REASON_MISSING';

interface CancelCase {
  readonly facts: CancelHireFacts;
  readonly reason: string;
}

/** What cancelling a hire must keep to. */
export const CANCEL_HIRE_RULES: readonly Rule<CancelCase, CancelHireCode>[] = [
  {
    code: 'ACTOR_IS_SUBJECT',
    path: [],
    isBrokenBy: ({ facts }) => isPerson(facts.actor, facts.employment.personId),
    message: 'Let somebody else cancel your hire.',
  },
  {
    code: 'ALREADY_STARTED',
    path: [],
    isBrokenBy: ({ facts }) => facts.employment.startOn <= facts.today,
    message: ({ facts }) => `End the employment instead: it began on ${facts.employment.startOn}.`,
  },
  {
    code: 'MANAGES_OTHERS',
    path: [],
    isBrokenBy: ({ facts }) => facts.reports > 0,
    message: 'Give those who are to report to this employee another manager first.',
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ reason }) => isBlank(reason),
    message: 'Say why.',
  },
];

/** Decides that somebody who was hired does not start. */
export function cancelHire(
  facts: CancelHireFacts,
  reason: string,
): Result<CancelHireChanges, Rejection<CancelHireCode>> {
  const rejections = checkRules(CANCEL_HIRE_RULES, { facts, reason });
  if (rejections.length > 0) return rejectAll(rejections);
  return accept({ status: 'CANCELLED', cancelledOn: facts.today, endReason: reason.trim() });
}

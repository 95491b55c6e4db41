import type { CalendarDate } from '../date/calendar-date.ts';
import { type Actor, isPerson } from '../employment/actor.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type TransitionCode, transition } from '../state-machine.ts';
import { ABSENCE_MACHINE, type AbsenceEvent, type AbsenceStatus } from './absence-machine.ts';

/** An absence to decide on, and what is decided. */
export interface AbsenceDecision {
  readonly status: AbsenceStatus;
  readonly startOn: CalendarDate;
  /** Whose absence it is. */
  readonly subjectPersonId: string;
  readonly event: AbsenceEvent;
  readonly actor: Actor;
  readonly reason: string | null;
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
}

/** Every reason against a decision; each is explained at its rule. */
export type AbsenceDecisionCode = TransitionCode | 'DECIDER_IS_SUBJECT' | 'REASON_MISSING' | 'ABSENCE_BEGAN';

const isOwn = ({ actor, subjectPersonId }: AbsenceDecision): boolean => isPerson(actor, subjectPersonId);

/** The guards on the arrows. */
export const ABSENCE_DECISION_RULES: readonly Rule<AbsenceDecision, AbsenceDecisionCode>[] = [
  {
    code: 'DECIDER_IS_SUBJECT',
    path: [],
    isBrokenBy: (decision) => decision.event !== 'cancel' && isOwn(decision),
    message: 'Let somebody else decide: the absence is your own.',
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ event, reason }) => event === 'reject' && isBlank(reason),
    message: 'Say why.',
  },
  {
    code: 'ABSENCE_BEGAN',
    path: [],
    isBrokenBy: (decision) =>
      decision.event === 'cancel' &&
      isOwn(decision) &&
      decision.status === 'APPROVED' &&
      decision.startOn <= decision.today,
    message: 'Ask HR to cancel it: the absence has begun.',
  },
];

/** The status of an absence after a decision, or every reason against it. */
export function decideAbsence(decision: AbsenceDecision): Result<AbsenceStatus, Rejection<AbsenceDecisionCode>> {
  const moved = transition(ABSENCE_MACHINE, decision.status, decision.event);
  if (!moved.ok) return moved;
  const rejections = checkRules(ABSENCE_DECISION_RULES, decision);
  return rejections.length > 0 ? rejectAll(rejections) : accept(moved.value);
}

import { addDays, addMonths, type CalendarDate } from '../date/calendar-date.ts';
import { covers, type DatedRange, rowOn } from '../date/dated-range.ts';
import { compareDecimal, type Decimal } from '../money/decimal.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type Actor, isPerson } from './actor.ts';
import type { AssignmentFacts, Closing, EmploymentFacts, ManagerFacts, PositionMove, Seat } from './facts.ts';
import { isGone } from './manager-line.ts';
import { hasRoom, isForHiring, isFte, positionMove } from './seat.ts';

/** What a change of position rests on. */
export interface ChangePositionFacts {
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly employment: EmploymentFacts;
  /** Every assignment of the employment. */
  readonly assignments: readonly AssignmentFacts[];
  /** Seat that the employee leaves; the same as `position` where only FTE or manager change. */
  readonly currentPosition: Seat | null;
  readonly position: Seat;
  /** The manager asked for; null where none is. */
  readonly manager: ManagerFacts | null;
  /** Whether the manager asked for is the employee or stands below them (see `wouldCycle`). */
  readonly managerWouldCycle: boolean;
}

/** What is asked for. */
export interface ChangePositionRequest {
  readonly startOn: CalendarDate;
  /** Null: the position's own department. */
  readonly departmentId: string | null;
  readonly managerId: string | null;
  readonly fte: Decimal;
  readonly reason: string;
}

/**
 * The rows to write. A change from the very day on which the latest assignment begins corrects that row, which would
 * have no day left.
 */
export interface ChangePositionChanges {
  /** The running assignment, closed on the day before; null where none runs. */
  readonly closing: Closing | null;
  /** The assignment that is corrected; null where a new one begins. */
  readonly correctedId: string | null;
  readonly assignment: Omit<AssignmentFacts, 'id'> & { readonly reason: string };
  readonly positionMoves: readonly PositionMove[];
}

/** Every reason against a change of position; each is explained at its rule. */
export type ChangePositionCode =
  | 'ACTOR_IS_SUBJECT'
  | 'REASON_MISSING'
  | 'EMPLOYMENT_ENDED'
  | 'OUTSIDE_EMPLOYMENT'
  | 'START_TOO_LATE'
  | 'STARTS_BEFORE_CURRENT_ASSIGNMENT'
  | 'LATER_ASSIGNMENT_EXISTS'
  | 'FTE_OUT_OF_RANGE'
  | 'POSITION_NOT_OPEN'
  | 'POSITION_OF_OTHER_COMPANY'
  | 'MANAGER_OF_OTHER_COMPANY'
  | 'MANAGER_GONE'
  | 'MANAGER_CYCLE'
  | 'SEAT_TAKEN';

interface ChangeCase {
  readonly facts: ChangePositionFacts;
  readonly request: ChangePositionRequest;
}

const rule = (
  code: ChangePositionCode,
  path: readonly string[],
  message: string | ((change: ChangeCase) => string),
  isBroken: (facts: ChangePositionFacts, request: ChangePositionRequest) => boolean,
): Rule<ChangeCase, ChangePositionCode> => ({
  code,
  path,
  message,
  isBrokenBy: ({ facts, request }) => isBroken(facts, request),
});

/** What a change of position must keep to. */
export const CHANGE_POSITION_RULES: readonly Rule<ChangeCase, ChangePositionCode>[] = [
  rule('ACTOR_IS_SUBJECT', [], 'Let somebody else change your position.', ({ actor, employment }) =>
    isPerson(actor, employment.personId),
  ),
  rule('REASON_MISSING', ['reason'], 'Say why.', (_, { reason }) => isBlank(reason)),
  rule(
    'EMPLOYMENT_ENDED',
    [],
    'Hire the person anew: the end of this employment is decided.',
    ({ employment }) => employment.endReason !== null,
  ),
  rule(
    'OUTSIDE_EMPLOYMENT',
    ['startOn'],
    'Give a day within the employment.',
    ({ employment }, { startOn }) => !covers(employment, startOn),
  ),
  rule(
    'START_TOO_LATE',
    ['startOn'],
    ({ facts }) => `Give a day on or before ${addMonths(facts.today, 24)}, two years ahead.`,
    ({ today }, { startOn }) => startOn > addMonths(today, 24),
  ),
  rule(
    'STARTS_BEFORE_CURRENT_ASSIGNMENT',
    ['startOn'],
    'Give the day on which the current assignment began, to correct it, or one after.',
    ({ assignments, today }, { startOn }) => assignments.some((row) => row.startOn > startOn && row.startOn <= today),
  ),
  rule(
    'LATER_ASSIGNMENT_EXISTS',
    ['startOn'],
    'Give the day on which the last scheduled assignment begins, to correct it, or one after.',
    ({ assignments, today }, { startOn }) => assignments.some((row) => row.startOn > startOn && row.startOn > today),
  ),
  rule(
    'FTE_OUT_OF_RANGE',
    ['fte'],
    'Give a part of full time above 0 and up to 1.5, with at most three decimals.',
    (_, { fte }) => !isFte(fte),
  ),
  rule(
    'POSITION_NOT_OPEN',
    ['positionId'],
    'Open the position before you move someone into it.',
    ({ position, currentPosition }) => !isForHiring(position) && position.id !== currentPosition?.id,
  ),
  rule(
    'POSITION_OF_OTHER_COMPANY',
    ['positionId'],
    'Choose a position of the same company; another company hires anew.',
    ({ position, employment }) => position.companyId !== employment.companyId,
  ),
  rule(
    'MANAGER_OF_OTHER_COMPANY',
    ['managerId'],
    'Choose a manager of the same company.',
    ({ manager, employment }) => manager !== null && manager.companyId !== employment.companyId,
  ),
  rule(
    'MANAGER_GONE',
    ['managerId'],
    'Choose a manager whose own employment goes on.',
    ({ manager, today }, { startOn }) => manager !== null && (isGone(manager, startOn) || isGone(manager, today)),
  ),
  rule(
    'MANAGER_CYCLE',
    ['managerId'],
    'Choose a manager who is neither the employee nor below them.',
    ({ managerWouldCycle }) => managerWouldCycle,
  ),
  rule(
    'SEAT_TAKEN',
    ['positionId'],
    ({ facts }) =>
      `Choose another day, less of full time or another position: ${facts.position.budgetedFte} FTE are budgeted and taken.`,
    (facts, request) =>
      takesMore(facts, request) &&
      !hasRoom(facts.position, request.fte, newRange(facts, request), currentOf(facts, request)?.id),
  ),
];

/**
 * Decides on a new assignment from a day on. The running one ends on the day before; the new one
 * lasts as long as the employment is agreed for.
 */
export function changePosition(
  facts: ChangePositionFacts,
  request: ChangePositionRequest,
): Result<ChangePositionChanges, Rejection<ChangePositionCode>> {
  const rejections = checkRules(CHANGE_POSITION_RULES, { facts, request });
  if (rejections.length > 0) return rejectAll(rejections);
  const { position } = facts;
  const current = currentOf(facts, request);
  const isCorrection = current?.startOn === request.startOn;
  const closing = current === null || isCorrection ? null : { id: current.id, endOn: addDays(request.startOn, -1) };
  const correctedId = current !== null && isCorrection ? current.id : null;
  const { managerId, fte, reason } = request;
  const departmentId = request.departmentId ?? position.departmentId;
  return accept({
    closing,
    correctedId,
    assignment: { positionId: position.id, departmentId, managerId, fte, reason, ...newRange(facts, request) },
    positionMoves: movesOf(facts, request, closing, correctedId),
  });
}

function currentOf({ assignments }: ChangePositionFacts, { startOn }: ChangePositionRequest): AssignmentFacts | null {
  return rowOn(assignments, startOn);
}

/** Whether more of the seat is taken than the employee holds: staying in a seat with no more of it is always possible. */
function takesMore(facts: ChangePositionFacts, request: ChangePositionRequest): boolean {
  const current = currentOf(facts, request);
  return current?.positionId !== facts.position.id || compareDecimal(request.fte, current.fte) > 0;
}

function newRange({ employment }: ChangePositionFacts, { startOn }: ChangePositionRequest): DatedRange {
  return { startOn, endOn: employment.endOn };
}

/** How the seat taken and the seat left change their status. */
function movesOf(
  facts: ChangePositionFacts,
  request: ChangePositionRequest,
  closing: Closing | null,
  correctedId: string | null,
): readonly PositionMove[] {
  const { position, currentPosition } = facts;
  const range = newRange(facts, request);
  const afterClosing = (seat: Seat) =>
    seat.shares
      .filter((share) => share.assignmentId !== correctedId)
      .map((share) => (share.assignmentId === closing?.id ? { ...share, endOn: closing.endOn } : share));
  const taken = [...afterClosing(position), { assignmentId: '', fte: request.fte, ...range }];
  const left = currentPosition !== null && currentPosition.id !== position.id ? currentPosition : null;
  return [positionMove(position, taken, range), left && positionMove(left, afterClosing(left), range)].filter(
    (move) => move !== null,
  );
}

import { addMonths, type CalendarDate } from '../date/calendar-date.ts';
import { type DatedRange, isRange, overlaps } from '../date/dated-range.ts';
import type { Decimal } from '../money/decimal.ts';
import { accept, type Rejection, type Result, rejectAll, within } from '../result.ts';
import { checkRules, type Rule } from '../rule.ts';
import { type Actor, isPerson } from './actor.ts';
import type { ContractType, ManagerFacts, Pay, PositionMove, Seat } from './facts.ts';
import { isGone } from './manager-line.ts';
import { PAY_RULES, type PayCode } from './pay-rules.ts';
import { hasRoom, isForHiring, isFte, positionMove } from './seat.ts';

/** What a hire rests on. */
export interface HireFacts {
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly person: {
    readonly id: string;
    readonly active: boolean;
    /** Employments of the person with this company, past ones included. */
    readonly employments: readonly DatedRange[];
  };
  readonly company: { readonly id: string; readonly active: boolean };
  readonly position: Seat;
  /** The manager asked for; null where none is. */
  readonly manager: ManagerFacts | null;
  /** Decimals of the pay's currency; null where the currency is unknown, withdrawn or has none. */
  readonly minorUnit: number | null;
}

/** What is asked for. */
export interface HireRequest {
  readonly startOn: CalendarDate;
  /** Last day of a contract that is not permanent; null for none. */
  readonly endOn: CalendarDate | null;
  readonly contractType: ContractType;
  /** Part of full time, 1 being full time. */
  readonly fte: Decimal;
  readonly managerId: string | null;
  readonly salary: Pay;
  /** True where the person shall hold two contracts with the company side by side. */
  readonly isConcurrent: boolean;
}

/** The rows to write. Ids, numbers and instants are the command's. */
export interface HireChanges {
  readonly employment: DatedRange & {
    readonly personId: string;
    readonly companyId: string;
    readonly contractType: ContractType;
    readonly status: 'PRE_HIRE' | 'ACTIVE';
  };
  readonly assignment: DatedRange & {
    readonly positionId: string;
    readonly departmentId: string;
    readonly managerId: string | null;
    readonly fte: Decimal;
  };
  /** Pay is in force with the hire: who hires decides it. */
  readonly compensation: DatedRange & Pay & { readonly status: 'APPROVED' };
  readonly positionMove: PositionMove | null;
}

/** Every reason against a hire; each is explained at its rule. */
export type HireCode =
  | PayCode
  | 'ACTOR_IS_SUBJECT'
  | 'PERSON_INACTIVE'
  | 'COMPANY_INACTIVE'
  | 'PERSON_ALREADY_EMPLOYED'
  | 'START_TOO_EARLY'
  | 'START_TOO_LATE'
  | 'END_BEFORE_START'
  | 'END_DATE_MISSING'
  | 'END_DATE_NOT_EXPECTED'
  | 'FTE_OUT_OF_RANGE'
  | 'POSITION_NOT_OPEN'
  | 'POSITION_OF_OTHER_COMPANY'
  | 'MANAGER_OF_OTHER_COMPANY'
  | 'MANAGER_GONE'
  | 'SEAT_TAKEN';

interface HireCase {
  readonly facts: HireFacts;
  readonly request: HireRequest;
}

const rule = (
  code: Exclude<HireCode, PayCode>,
  path: readonly string[],
  message: string | ((hire: HireCase) => string),
  isBroken: (facts: HireFacts, request: HireRequest) => boolean,
): Rule<HireCase, Exclude<HireCode, PayCode>> => ({
  code,
  path,
  message,
  isBrokenBy: ({ facts, request }) => isBroken(facts, request),
});

/** What a hire must keep to; the rules on pay stand in PAY_RULES. */
export const HIRE_RULES: readonly Rule<HireCase, Exclude<HireCode, PayCode>>[] = [
  rule('ACTOR_IS_SUBJECT', [], 'Let somebody else hire you.', ({ actor, person }) => isPerson(actor, person.id)),
  rule('PERSON_INACTIVE', ['personId'], 'Activate the person before the hire.', ({ person }) => !person.active),
  rule('COMPANY_INACTIVE', [], 'Choose a company that is in use.', ({ company }) => !company.active),
  rule(
    'PERSON_ALREADY_EMPLOYED',
    ['isConcurrent'],
    'End the running employment first, or say that this is a second contract side by side.',
    ({ person }, request) => !request.isConcurrent && person.employments.some((range) => overlaps(range, request)),
  ),
  rule(
    'START_TOO_EARLY',
    ['startOn'],
    ({ facts }) => `Give a first day on or after ${addMonths(facts.today, -12)}, one year back.`,
    ({ today }, { startOn }) => startOn < addMonths(today, -12),
  ),
  rule(
    'START_TOO_LATE',
    ['startOn'],
    ({ facts }) => `Give a first day on or before ${addMonths(facts.today, 24)}, two years ahead.`,
    ({ today }, { startOn }) => startOn > addMonths(today, 24),
  ),
  rule('END_BEFORE_START', ['endOn'], 'Give a last day on or after the first.', (_, request) => !isRange(request)),
  rule(
    'END_DATE_MISSING',
    ['endOn'],
    'Give the last day: a fixed-term contract has one.',
    (_, { contractType, endOn }) => contractType === 'FIXED_TERM' && endOn === null,
  ),
  rule(
    'END_DATE_NOT_EXPECTED',
    ['endOn'],
    'Leave the last day out, or choose another kind of contract: a permanent one has no end.',
    (_, { contractType, endOn }) => contractType === 'PERMANENT' && endOn !== null,
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
    'Open the position before the hire.',
    ({ position }) => !isForHiring(position),
  ),
  rule(
    'POSITION_OF_OTHER_COMPANY',
    ['positionId'],
    'Choose a position of the company that hires.',
    ({ position, company }) => position.companyId !== company.id,
  ),
  rule(
    'MANAGER_OF_OTHER_COMPANY',
    ['managerId'],
    'Choose a manager of the company that hires.',
    ({ manager, company }) => manager !== null && manager.companyId !== company.id,
  ),
  rule(
    'MANAGER_GONE',
    ['managerId'],
    'Choose a manager whose own employment goes on.',
    ({ manager, today }, { startOn }) => manager !== null && (isGone(manager, startOn) || isGone(manager, today)),
  ),
  rule(
    'SEAT_TAKEN',
    ['positionId'],
    ({ facts }) =>
      `Choose other dates, less of full time or another position: ${facts.position.budgetedFte} FTE are budgeted and taken.`,
    ({ position }, request) => !hasRoom(position, request.fte, request),
  ),
];

/**
 * Decides on the hire of a person into a seat: makes the employment, its first assignment and its
 * pay, all from the first day. An employment that starts after today is PRE_HIRE.
 */
export function hire(facts: HireFacts, request: HireRequest): Result<HireChanges, Rejection<HireCode>> {
  const payCase = { pay: request.salary, minorUnit: facts.minorUnit, range: facts.position.payRange };
  const rejections = [
    ...checkRules(HIRE_RULES, { facts, request }),
    ...within(['salary'], checkRules(PAY_RULES, payCase)),
  ];
  if (rejections.length > 0) return rejectAll<Rejection<HireCode>>(rejections);
  const { startOn, endOn, fte, contractType, managerId } = request;
  const { position, person, company } = facts;
  const shares = [...position.shares, { assignmentId: '', fte, startOn, endOn }];
  return accept({
    employment: {
      personId: person.id,
      companyId: company.id,
      contractType,
      status: startOn > facts.today ? 'PRE_HIRE' : 'ACTIVE',
      startOn,
      endOn,
    },
    assignment: { positionId: position.id, departmentId: position.departmentId, managerId, fte, startOn, endOn },
    compensation: { ...request.salary, status: 'APPROVED', startOn, endOn },
    positionMove: positionMove(position, shares, { startOn, endOn }),
  });
}

import type { DatedRange } from '../date/dated-range.ts';
import { ZERO } from '../money/decimal.ts';
import { accept, type Rejection, type Result, rejectAll, within } from '../result.ts';
import { checkRules } from '../rule.ts';
import type { ContractType, Pay, Seat } from './facts.ts';
import { HIRE_RULES, type HireChanges, type HireCode, type HireFacts, type HireRequest } from './hire.ts';
import { PAY_RULES } from './pay-rules.ts';

/** What taking over an employment rests on: as a hire does, but a seat need not be known. */
export interface TakeOverFacts extends Omit<HireFacts, 'position'> {
  readonly position: Seat | null;
}

/** What is known of an employment that was agreed before it was entered here. */
export interface TakeOverRequest extends Omit<HireRequest, 'salary' | 'isConcurrent'> {
  /** Null: the position's own department. */
  readonly departmentId: string | null;
  readonly salary: Pay | null;
}

/** The rows to write. */
export interface TakeOverChanges {
  readonly employment: DatedRange & {
    readonly personId: string;
    readonly companyId: string;
    readonly contractType: ContractType;
    readonly status: 'PRE_HIRE' | 'ACTIVE' | 'ENDED';
    /** Whether an end was decided, rather than agreed with a contract that has one. */
    readonly endIsDecided: boolean;
  };
  readonly assignment: HireChanges['assignment'] | null;
  readonly compensation: HireChanges['compensation'] | null;
}

/** Every reason against it: those against a hire, less what only holds for an employment that is agreed here. */
export type TakeOverCode = Exclude<HireCode, 'START_TOO_EARLY' | 'END_DATE_NOT_EXPECTED'>;

/**
 * Decides on an employment that came about elsewhere and is entered as it is: it may have begun any time back, and even
 * have ended. In all else it keeps to the rules of a hire.
 */
export function takeOver(
  facts: TakeOverFacts,
  request: TakeOverRequest,
): Result<TakeOverChanges, Rejection<TakeOverCode>> {
  const { position, company, person, today, minorUnit } = facts;
  const { salary, startOn, endOn, contractType } = request;
  const hire = {
    facts: { ...facts, position: position ?? seatOfNoBudget(facts, request) },
    request: { ...request, isConcurrent: false, salary: salary ?? NO_PAY },
  };
  const pay = salary && { pay: salary, minorUnit, range: position?.payRange ?? null };
  const rejections = [
    ...checkRules(HIRE_RULES, hire).filter(holdsHere(endOn !== null && endOn < today)),
    ...(pay ? within(['salary'], checkRules(PAY_RULES, pay)) : []),
  ] as Rejection<TakeOverCode>[];
  if (rejections.length > 0) return rejectAll(rejections);
  const isOver = endOn !== null && endOn < today;
  return accept({
    employment: {
      personId: person.id,
      companyId: company.id,
      contractType,
      status: isOver ? 'ENDED' : startOn > today ? 'PRE_HIRE' : 'ACTIVE',
      endIsDecided: isOver || (endOn !== null && contractType === 'PERMANENT'),
      startOn,
      endOn,
    },
    assignment: position && {
      positionId: position.id,
      departmentId: request.departmentId ?? position.departmentId,
      managerId: request.managerId,
      fte: request.fte,
      startOn,
      endOn,
    },
    compensation: salary && { ...salary, status: 'APPROVED', startOn, endOn },
  });
}

const NO_PAY: Pay = { amount: ZERO, currencyCode: '', payPeriod: 'MONTH' };

/** Stands for no seat: whatever is asked of it, there is room. */
function seatOfNoBudget({ company }: TakeOverFacts, { fte }: TakeOverRequest): Seat {
  const { id: companyId } = company;
  return { id: '', companyId, departmentId: '', status: 'OPEN', budgetedFte: fte, payRange: null, shares: [] };
}

/** An employment that is over may have had a manager who has left as well. */
function holdsHere(isOver: boolean): (rejection: Rejection<HireCode>) => boolean {
  const passed: readonly HireCode[] = [
    'START_TOO_EARLY',
    'END_DATE_NOT_EXPECTED',
    ...(isOver ? (['MANAGER_GONE'] as const) : []),
  ];
  return ({ code }) => !passed.includes(code);
}

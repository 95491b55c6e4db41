import type { CalendarDate } from '../date/calendar-date.ts';
import type { DatedRange } from '../date/dated-range.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PositionStatus } from './position.ts';

/** What an amount of pay is for: one hour, one month or one year. */
export type PayPeriod = 'HOUR' | 'MONTH' | 'YEAR';

/** How an employment is agreed. */
export type ContractType = 'PERMANENT' | 'FIXED_TERM' | 'APPRENTICE' | 'INTERN';

/** Pay before tax: an amount in a currency (ISO 4217) for a period. */
export interface Pay {
  readonly amount: Decimal;
  readonly currencyCode: string;
  readonly payPeriod: PayPeriod;
}

/** The pay that a position may have, both ends included; an end that is null is open. */
export interface PayRange {
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
  readonly currencyCode: string;
  readonly payPeriod: PayPeriod;
}

/** Part of a seat that someone holds for some days. */
export interface SeatShare extends DatedRange {
  /** Assignment that holds it. */
  readonly assignmentId: string;
  readonly fte: Decimal;
}

/** A seat: its budget in full-time equivalents, its pay range and who holds it when. */
export interface Seat {
  readonly id: string;
  readonly companyId: string;
  readonly departmentId: string;
  readonly status: PositionStatus;
  readonly budgetedFte: Decimal;
  /** Null: no range is agreed, so any pay is. */
  readonly payRange: PayRange | null;
  /** Every assignment to the seat, past and scheduled ones included. */
  readonly shares: readonly SeatShare[];
}

/** One employment of a person with a company, with the days it is agreed for. */
export interface EmploymentFacts extends DatedRange {
  readonly id: string;
  readonly personId: string;
  readonly companyId: string;
  /** Null until an end was decided; a fixed term has `endOn` and no reason. */
  readonly endReason: string | null;
}

/** A manager asked for. */
export interface ManagerFacts {
  readonly companyId: string;
  /** Last day of the manager's own employment; null while no end is known. */
  readonly endOn: CalendarDate | null;
}

/** A dated assignment of the employment. */
export interface AssignmentFacts extends DatedRange {
  readonly id: string;
  readonly positionId: string;
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly fte: Decimal;
}

/** A range to write an end into: the row keeps its start. */
export interface Closing {
  readonly id: string;
  readonly endOn: CalendarDate;
}

/** What happens to the status of a position as a consequence. */
export interface PositionMove {
  readonly positionId: string;
  readonly event: 'fill' | 'vacate';
  readonly status: PositionStatus;
}

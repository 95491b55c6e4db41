import type { CalendarDate, ContractType, Decimal, EmployeeImportField, Pay, PayPeriod, Rejection } from '@kontor/core';
import type { KnownPerson } from './facts.ts';

/** A fault of a row; its path is the field, or empty for the row as a whole. */
export type RowFault = Rejection & { readonly path: readonly [] | readonly [EmployeeImportField] };

export const rowFault = (code: string, message: string, field: EmployeeImportField | null): RowFault => ({
  code,
  message,
  path: field === null ? [] : [field],
});

export type PersonValues = Omit<KnownPerson, 'id' | 'active'>;

export interface NewEmployee {
  readonly id: string;
  readonly personId: string;
  readonly employeeNumber: string;
  readonly workEmail: string | null;
  readonly workPhone: string | null;
  readonly status: 'PRE_HIRE' | 'ACTIVE' | 'ENDED';
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
  readonly endReason: string | null;
  readonly contractType: ContractType;
}

export interface NewAssignment {
  readonly employeeId: string;
  readonly positionId: string;
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly fte: Decimal;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
}

export interface NewPay extends Pay {
  readonly employeeId: string;
  readonly status: 'APPROVED' | 'PROPOSED';
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
}

export interface EmployeeChanges {
  readonly workEmail?: string;
  readonly workPhone?: string;
  readonly contractType?: ContractType;
}

/** What one row would write. */
export interface RowWrites {
  readonly newPerson: (PersonValues & { readonly id: string }) | null;
  readonly personChanges: { readonly id: string; readonly values: Partial<PersonValues> } | null;
  readonly newEmployee: NewEmployee | null;
  readonly employeeChanges: { readonly id: string; readonly values: EmployeeChanges } | null;
  readonly newAssignment: NewAssignment | null;
  /** Assignment that is put right instead of a new one. */
  readonly correctedId: string | null;
  readonly closing: { readonly id: string; readonly endOn: CalendarDate } | null;
  readonly newPay: NewPay | null;
}

export const nothing: RowWrites = {
  newPerson: null,
  personChanges: null,
  newEmployee: null,
  employeeChanges: null,
  newAssignment: null,
  correctedId: null,
  closing: null,
  newPay: null,
};

export interface NewDepartment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface NewPosition {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly departmentId: string;
  readonly budgetedFte: Decimal;
  readonly status: 'OPEN' | 'FILLED';
}

/** What the whole file would write. */
export interface Draft {
  readonly departments: readonly NewDepartment[];
  readonly positions: readonly NewPosition[];
  readonly positionStatuses: readonly { readonly id: string; readonly status: 'OPEN' | 'FILLED' }[];
  readonly rows: readonly RowWrites[];
}

/** Whether a row writes anything at all. */
export const isChange = (writes: RowWrites): boolean => Object.values(writes).some((each) => each !== null);

/** The period that a salary is for: as told, as the seat is budgeted, as it was, else a month. */
export const payPeriodOf = (...candidates: readonly (PayPeriod | null | undefined)[]): PayPeriod =>
  candidates.find((each) => each !== null && each !== undefined) ?? 'MONTH';

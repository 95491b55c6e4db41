import {
  type EmployeeImportField,
  type ImportedEmployee,
  type PayPeriod,
  parseNationalId,
  type Rejection,
  type Result,
} from '@kontor/core';
import type { ImportCompany } from './company.ts';
import { type PersonValues, type RowFault, type RowWrites, rowFault } from './draft.ts';
import type { Facts, KnownEmployee, KnownPerson } from './facts.ts';
import type { Manager } from './managers.ts';
import type { Places } from './places.ts';

/** What the decision on every row of a file rests on. */
export interface PlanContext {
  readonly facts: Facts;
  readonly places: Places;
  readonly peopleByNationalId: ReadonlyMap<string, KnownPerson>;
  readonly payPeriod: PayPeriod | null;
  /** Stands as the reason of what a row changes. */
  readonly reason: string;
  readonly nextId: () => string;
}

/** One row, with whom it is about. */
export interface PlanRow {
  readonly row: ImportedEmployee;
  readonly id: string;
  readonly known: KnownEmployee | null;
  readonly manager: Manager | null;
}

export type RowPlan = Result<RowWrites, RowFault>;

/** Columns of a row, by what a decision of the core calls its input. */
export function fieldOfPath(row: ImportedEmployee, path: Rejection['path']): EmployeeImportField | null {
  const seat: EmployeeImportField = row.positionCode === null ? 'positionTitle' : 'positionCode';
  const fields: Readonly<Record<string, EmployeeImportField>> = {
    personId: 'employeeNumber',
    isConcurrent: 'nationalId',
    startOn: 'startOn',
    endOn: 'endOn',
    fte: 'fte',
    positionId: seat,
    managerId: row.managerNumber === null ? 'managerEmail' : 'managerNumber',
    salary: 'salary',
    amount: 'salary',
    currencyCode: row.salaryCurrencyCode === null ? 'salary' : 'salaryCurrencyCode',
    payPeriod: 'salary',
  };
  return fields[String(path.at(-1) ?? '')] ?? null;
}

/** Refusals of the core as faults of a row. A field that the row leaves empty stands for the row as a whole. */
export const asFaults = (row: ImportedEmployee, rejections: readonly Rejection[]): RowFault[] =>
  rejections.map(({ code, message, path }) => {
    const field = fieldOfPath(row, path);
    return rowFault(code, message, field !== null && row[field] !== null ? field : null);
  });

/** What a row tells of the person. What it leaves empty is not told. */
const told = (row: ImportedEmployee): PersonValues => ({
  firstName: row.firstName,
  lastName: row.lastName,
  nationalId: row.nationalId,
  birthOn: row.birthOn,
  homeStreet: row.street,
  homePostalCode: row.postalCode,
  homeCity: row.city,
  homeCountry: row.country,
  iban: row.iban,
  bic: row.bic,
});

/** A new person. The identity number may tell the date of birth where the row does not. */
export function newPerson(
  row: ImportedEmployee,
  id: string,
  { country, today }: ImportCompany,
): RowWrites['newPerson'] {
  const read = row.nationalId === null ? null : parseNationalId(row.nationalId, country, today);
  return { id, ...told(row), birthOn: row.birthOn ?? (read?.ok ? read.value.birthOn : null) };
}

/** What a row changes of a person who is there; null for nothing. */
export function personChanges(row: ImportedEmployee, person: KnownPerson): RowWrites['personChanges'] {
  const changed = Object.entries(told(row)).filter(
    ([name, value]) => value !== null && value !== person[name as keyof PersonValues],
  );
  return changed.length > 0 ? { id: person.id, values: Object.fromEntries(changed) } : null;
}

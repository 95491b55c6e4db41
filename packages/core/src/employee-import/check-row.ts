import { fitsMinorUnit } from '../money/currency.ts';
import { parseNationalId } from '../person/national-id.ts';
import { countryOf } from './country-name.ts';
import { EMPLOYEE_IMPORT_FIELDS, type EmployeeImportField, REQUIRED_FIELDS } from './field.ts';
import type { ImportColumn } from './header.ts';
import type {
  FieldValues,
  ImportedEmployee,
  ImportFault,
  ImportOptions,
  ImportRowCode,
  ImportValueCode,
} from './imported-employee.ts';
import { readValue } from './value.ts';

/** A row of the file: its line from 1, as the file counts, and its cells. */
export interface ImportRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a row reads as. Values without fault are there even where others are not. */
export interface CheckedRow {
  readonly line: number;
  readonly values: Partial<FieldValues>;
  readonly faults: readonly ImportFault[];
}

/** How one column is read: the options, with the order of dates and the mark settled for it. */
export type ColumnOptions = ReadonlyMap<EmployeeImportField, ImportOptions>;

/** Whether every cell of a row is empty. */
export function isBlankRow(row: ImportRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}

/** Reads every value of a row and finds every fault that needs no other row. */
export function checkRow(
  row: ImportRow,
  columns: readonly ImportColumn[],
  options: ImportOptions,
  columnOptions: ColumnOptions,
): CheckedRow {
  const byField = new Map(columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])));
  const faults: ImportFault[] = [];
  const refuse = (field: EmployeeImportField | null, code: ImportValueCode | ImportRowCode, message: string) => {
    const column = field === null ? null : (byField.get(field)?.header ?? null);
    faults.push({ line: row.line, column, field, code, message });
  };
  const textOf = (field: EmployeeImportField) => row.cells[byField.get(field)?.index ?? -1]?.trim() ?? '';
  const addressCountry = countryOf(textOf('country')) ?? options.country;
  const values: Partial<FieldValues> = {};
  const read = <Field extends EmployeeImportField>(field: Field) => {
    const text = textOf(field);
    if (text === '') {
      if (REQUIRED_FIELDS.includes(field)) refuse(field, 'VALUE_MISSING', 'Fill in this cell.');
      return;
    }
    const result = readValue(field, text, { ...(columnOptions.get(field) ?? options), addressCountry });
    if (result.ok) values[field] = result.value;
    else for (const { code, message } of result.rejections) refuse(field, code, message);
  };
  for (const field of EMPLOYEE_IMPORT_FIELDS) read(field);
  if (row.cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    refuse(null, 'ROW_TOO_LONG', 'Remove the cells beyond the last header, or quote a separator within a value.');
  }
  checkTogether(values, options, refuse);
  return { line: row.line, values, faults };
}

type Refuse = (field: EmployeeImportField, code: ImportValueCode | ImportRowCode, message: string) => void;

/** Faults between values of one row. */
function checkTogether(values: Partial<FieldValues>, options: ImportOptions, refuse: Refuse): void {
  const { startOn, endOn, salary, birthOn, nationalId, employeeNumber, managerNumber } = values;
  if (startOn !== undefined && endOn !== undefined && endOn < startOn) {
    refuse('endOn', 'END_BEFORE_START', `Give a last day on or after ${startOn}, the first.`);
  }
  const currencyCode = values.salaryCurrencyCode ?? options.currencyCode;
  if (salary !== undefined && currencyCode === null) {
    refuse('salary', 'SALARY_CURRENCY_MISSING', 'Give the currency of the salary.');
  }
  const minorUnit = currencyCode === null ? null : options.minorUnitOf(currencyCode);
  if (salary !== undefined && !fitsMinorUnit(salary, minorUnit)) {
    refuse('salary', 'MINOR_UNIT_EXCEEDED', `Give an amount with at most ${minorUnit} decimals.`);
  }
  if (birthOn !== undefined && birthOn > options.today) {
    refuse('birthOn', 'BIRTH_DATE_AHEAD', 'Give a date of birth that is not ahead.');
  }
  const told = nationalId === undefined ? null : parseNationalId(nationalId, options.country, options.today);
  if (birthOn !== undefined && told?.ok && told.value.birthOn !== null && told.value.birthOn !== birthOn) {
    refuse(
      'birthOn',
      'BIRTH_DATE_DIFFERS',
      `Check the date of birth: the identity number tells ${told.value.birthOn}.`,
    );
  }
  const isOwnEmail =
    values.workEmail !== undefined && values.workEmail.toLowerCase() === values.managerEmail?.toLowerCase();
  if ((employeeNumber !== undefined && employeeNumber === managerNumber) || isOwnEmail) {
    const field = employeeNumber === managerNumber ? 'managerNumber' : 'managerEmail';
    refuse(field, 'MANAGER_IS_SELF', 'Choose a manager other than the employee.');
  }
}

/** The employee of a row without fault. Throws Error if a required value is missing: that is a bug. */
export function employeeOf({ line, values }: CheckedRow, options: ImportOptions): ImportedEmployee {
  const { employeeNumber, firstName, lastName, startOn } = values;
  if (!employeeNumber || !firstName || !lastName || !startOn) throw new Error(`Line ${line} was not checked.`);
  const optional = EMPLOYEE_IMPORT_FIELDS.filter((field) => !REQUIRED_FIELDS.includes(field));
  const rest = Object.fromEntries(optional.map((field) => [field, values[field] ?? null])) as Omit<
    ImportedEmployee,
    'line' | 'employeeNumber' | 'firstName' | 'lastName' | 'startOn'
  >;
  const salaryCurrencyCode =
    rest.salary === null ? rest.salaryCurrencyCode : (rest.salaryCurrencyCode ?? options.currencyCode);
  return { line, employeeNumber, firstName, lastName, startOn, ...rest, salaryCurrencyCode };
}

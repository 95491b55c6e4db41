import type { CalendarDate } from '../date/calendar-date.ts';
import type { ContractType } from '../employment/facts.ts';
import type { MinorUnitCode } from '../money/currency.ts';
import type { Decimal } from '../money/decimal.ts';
import type { BicCode, IbanCode } from '../person/bank-account.ts';
import type { EmailCode } from '../person/email.ts';
import type { NationalIdCode } from '../person/national-id-reading.ts';
import type { PersonNameCode } from '../person/person-name.ts';
import type { PhoneCode } from '../person/phone.ts';
import type { PostalCodeCode } from '../person/postal-code.ts';
import type { ImportDateCode } from './date-format.ts';
import type { DecimalMark, ImportDecimalCode } from './decimal-format.ts';
import type { EmployeeImportField } from './field.ts';

/** What each field reads as. */
export interface FieldValues {
  employeeNumber: string;
  firstName: string;
  lastName: string;
  workEmail: string;
  workPhone: string;
  departmentCode: string;
  departmentName: string;
  positionCode: string;
  positionTitle: string;
  managerNumber: string;
  managerEmail: string;
  startOn: CalendarDate;
  endOn: CalendarDate;
  contractType: ContractType;
  fte: Decimal;
  salary: Decimal;
  salaryCurrencyCode: string;
  nationalId: string;
  birthOn: CalendarDate;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  iban: string;
  bic: string;
}

/** A row without fault. What the file does not tell is null. */
export type ImportedEmployee = { readonly line: number } & {
  readonly [Field in 'employeeNumber' | 'firstName' | 'lastName' | 'startOn']: FieldValues[Field];
} & {
  readonly [Field in Exclude<EmployeeImportField, 'employeeNumber' | 'firstName' | 'lastName' | 'startOn'>]:
    | FieldValues[Field]
    | null;
};

/** How a file is to be read: what it does not say itself. */
export interface ImportOptions {
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  /** Country of the company (ISO 3166-1 alpha-2): for identity numbers, and where a row names none. */
  readonly country: string;
  /** Calling code for telephone numbers without one, such as '46'; null: they are refused. */
  readonly callingCode: string | null;
  /** Currency of pay where the row names none; null: it must. */
  readonly currencyCode: string | null;
  /** Decimals of a currency; null for one that is unknown, withdrawn or has none. */
  readonly minorUnitOf: (currencyCode: string) => number | null;
  /** Order of day and month in dates with slashes; null: as the column proves, or refused. */
  readonly slashes: 'DD/MM/YYYY' | 'MM/DD/YYYY' | null;
  /** What stands before decimals; null: as the column proves, or refused. */
  readonly decimalMark: DecimalMark | null;
}

/** Every fault of a single value. */
export type ImportValueCode =
  | PersonNameCode
  | EmailCode
  | PhoneCode
  | ImportDateCode
  | ImportDecimalCode
  | MinorUnitCode
  | NationalIdCode
  | PostalCodeCode
  | IbanCode
  | BicCode
  /** A required field is empty. */
  | 'VALUE_MISSING'
  /** A text is longer than its column. */
  | 'VALUE_TOO_LONG'
  /** A text holds line breaks, tabs or invisible characters. */
  | 'VALUE_HAS_CONTROL_CHARACTER'
  /** The cell holds the error of a spreadsheet formula, such as #N/A. */
  | 'VALUE_IS_SPREADSHEET_ERROR'
  | 'CONTRACT_TYPE_UNKNOWN'
  | 'COUNTRY_UNKNOWN'
  | 'CURRENCY_UNUSABLE'
  | 'FTE_OUT_OF_RANGE'
  | 'SALARY_NOT_POSITIVE';

/** Every fault of a row against itself or the rest of the file. */
export type ImportRowCode =
  /** The row has more cells than the header. */
  | 'ROW_TOO_LONG'
  | 'END_BEFORE_START'
  | 'SALARY_CURRENCY_MISSING'
  /** The identity number tells another date of birth. */
  | 'BIRTH_DATE_DIFFERS'
  | 'BIRTH_DATE_AHEAD'
  | 'MANAGER_IS_SELF'
  /** The managers of the file lead back to the employee. */
  | 'MANAGER_CYCLE'
  /** An earlier row has the same number, mail address or identity number. */
  | 'DUPLICATE_IN_FILE';

/** One fault in a file: line from 1 and header as written, so that it can be found and put right. */
export interface ImportFault {
  readonly line: number;
  /** Header of the column; null for a fault of the row as a whole. */
  readonly column: string | null;
  readonly field: EmployeeImportField | null;
  readonly code: ImportValueCode | ImportRowCode;
  /** One sentence that says what to do. */
  readonly message: string;
}

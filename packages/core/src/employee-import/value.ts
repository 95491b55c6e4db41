import type { CalendarDate } from '../date/calendar-date.ts';
import { isFte } from '../employment/seat.ts';
import { checkNumeric, type Decimal, decimal, isPositive, multiplyDecimal } from '../money/decimal.ts';
import { parseBic, parseIban } from '../person/bank-account.ts';
import { parseEmail } from '../person/email.ts';
import { parseNationalId } from '../person/national-id.ts';
import { hasControlCharacter, parsePersonName } from '../person/person-name.ts';
import { parsePhone } from '../person/phone.ts';
import { parsePostalCode } from '../person/postal-code.ts';
import { accept, type Rejection, type Result, reject } from '../result.ts';
import { contractTypeOf } from './contract-type.ts';
import { countryOf } from './country-name.ts';
import { parseImportDate } from './date-format.ts';
import { parseImportDecimal } from './decimal-format.ts';
import type { EmployeeImportField } from './field.ts';
import type { FieldValues, ImportOptions, ImportValueCode } from './imported-employee.ts';

/** What reading a value rests on: the options, with order of date and mark settled for its column. */
export interface ValueContext extends ImportOptions {
  /** Country of the row's address. */
  readonly addressCountry: string;
}

type Read<Value> = (text: string, context: ValueContext) => Result<Value, Rejection<ImportValueCode>>;

const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/;
const HUNDREDTH = decimal('0.01');

const READERS: { readonly [Field in EmployeeImportField]: Read<FieldValues[Field]> } = {
  employeeNumber: plainText(20),
  firstName: (text) => parsePersonName(text),
  lastName: (text) => parsePersonName(text),
  workEmail: (text) => parseEmail(text),
  workPhone: (text, { callingCode }) => parsePhone(text, callingCode ?? undefined),
  departmentCode: plainText(20),
  departmentName: plainText(200),
  positionCode: plainText(20),
  positionTitle: plainText(200),
  managerNumber: plainText(20),
  managerEmail: (text) => parseEmail(text),
  startOn: date,
  endOn: date,
  contractType: (text) => {
    const type = contractTypeOf(text);
    return type === null
      ? reject('CONTRACT_TYPE_UNKNOWN', 'Give PERMANENT, FIXED_TERM, APPRENTICE or INTERN.')
      : accept(type);
  },
  fte: readFte,
  salary: readSalary,
  salaryCurrencyCode: (text, { minorUnitOf }) => {
    const code = text.trim().toUpperCase();
    return minorUnitOf(code) === null
      ? reject('CURRENCY_UNUSABLE', 'Give the three letters of a currency in use, such as SEK.')
      : accept(code);
  },
  nationalId: (text, { country, today }) => {
    const read = parseNationalId(text, country, today);
    return read.ok ? accept(read.value.value) : read;
  },
  birthOn: date,
  street: plainText(200),
  postalCode: (text, { addressCountry }) => parsePostalCode(text, addressCountry),
  city: plainText(100),
  country: (text) => {
    const code = countryOf(text);
    return code === null ? reject('COUNTRY_UNKNOWN', 'Give the two letters of a country, such as SE.') : accept(code);
  },
  iban: (text) => parseIban(text),
  bic: (text) => parseBic(text),
};

/** Reads one cell that is not empty as one field. */
export function readValue<Field extends EmployeeImportField>(
  field: Field,
  text: string,
  context: ValueContext,
): Result<FieldValues[Field], Rejection<ImportValueCode>> {
  if (SPREADSHEET_ERROR.test(text.trim())) {
    return reject('VALUE_IS_SPREADSHEET_ERROR', 'Put the formula right that this cell comes from.');
  }
  return READERS[field](text, context);
}

function plainText(longest: number): Read<string> {
  return (text) => {
    const value = text.normalize('NFC').trim();
    if (hasControlCharacter(value)) {
      return reject('VALUE_HAS_CONTROL_CHARACTER', 'Remove line breaks, tabs and invisible characters.');
    }
    if (value.length > longest) return reject('VALUE_TOO_LONG', `Shorten the text to ${longest} characters.`);
    return accept(value);
  };
}

function date(text: string, { slashes }: ValueContext): Result<CalendarDate, Rejection<ImportValueCode>> {
  return parseImportDate(text, slashes);
}

/** A part of full time, as 0.8 or as 80 %. A single comma or point always stands before decimals. */
function readFte(text: string): Result<Decimal, Rejection<ImportValueCode>> {
  const isPercent = /%\s*$/.test(text);
  const number = text.replace(/\s*%\s*$/, '').trim();
  const parsed = parseImportDecimal(number, number.includes(',') ? ',' : '.');
  if (!parsed.ok) return parsed;
  const fte = isPercent ? multiplyDecimal(parsed.value, HUNDREDTH) : parsed.value;
  const tidy = decimal(fte.includes('.') ? fte.replace(/\.?0+$/, '') : fte);
  return isFte(tidy)
    ? accept(tidy)
    : reject(
        'FTE_OUT_OF_RANGE',
        'Give a part of full time such as 0.8 or 80 %, at most 1.5, with three decimals at most.',
      );
}

function readSalary(text: string, context: ValueContext): Result<Decimal, Rejection<ImportValueCode>> {
  const parsed = parseImportDecimal(text, context.decimalMark);
  if (!parsed.ok) return parsed;
  if (!isPositive(parsed.value)) return reject('SALARY_NOT_POSITIVE', 'Give an amount above zero.');
  return checkNumeric(parsed.value, 20, 4);
}

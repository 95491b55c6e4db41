import { type CalendarDate, calendarDateOf } from '../../date/calendar-date.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { SieObjectRef } from './document.ts';
import { type SieFault, sieFault } from './fault.ts';
import type { SieField, SieRecord } from './lexer.ts';

/** Four decimals, as the ledger's columns hold them, so that sums are sums of whole numbers. */
const SCALE = 4;
/** The standard's limit for amounts; quantities may have as many as the columns hold. */
const AMOUNT_DECIMALS = 2;
const DIGITS_BEFORE_POINT = 16;

/** Reads the fields of one record by their place; faults gather in `faults` and the reading goes on. */
export class FieldReader {
  private readonly record: SieRecord;
  private readonly faults: SieFault[];

  constructor(record: SieRecord, faults: SieFault[]) {
    this.record = record;
    this.faults = faults;
  }

  /** A text that may be missing. */
  text(place: number): string {
    const field = this.record.fields[place];
    if (field === undefined || typeof field === 'string') return field ?? '';
    this.fault('SIE_FIELD_MISSING', `Put a text where field ${place + 1} of #${this.record.label} has a list.`);
    return '';
  }

  /** A text that must be there. */
  required(place: number, what: string): string {
    const text = this.text(place).trim();
    if (text === '') this.fault('SIE_FIELD_MISSING', `Give #${this.record.label} its ${what}.`, what);
    return text;
  }

  /** A number or name of an account: no blank in it, which would be a quotation mark left open. */
  account(place: number): string {
    const text = this.required(place, 'account');
    if (/\s/.test(text)) this.fault('SIE_ACCOUNT_WRONG', `Write the account without blanks: ${text}.`, text);
    return text;
  }

  date(place: number): CalendarDate | null {
    const text = this.text(place).trim();
    if (text === '') return null;
    const match = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(text);
    const read = match && calendarDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (read?.ok) return read.value;
    this.fault('SIE_DATE_WRONG', `Write the date as YYYYMMDD: ${text} is none.`, text);
    return null;
  }

  /** A month such as 201101, as 'YYYY-MM'. */
  period(place: number): string {
    const text = this.required(place, 'period');
    const match = /^([0-9]{4})(0[1-9]|1[0-2])$/.exec(text);
    if (match) return `${match[1]}-${match[2]}`;
    if (text !== '') this.fault('SIE_PERIOD_WRONG', `Write the period as YYYYMM: ${text} is none.`, text);
    return '';
  }

  yearIndex(place: number): number | null {
    const text = this.required(place, 'year');
    if (/^-?[0-9]{1,3}$/.test(text)) return Number(text) + 0;
    if (text !== '') this.fault('SIE_YEAR_WRONG', `Number the year 0, -1 and so on: ${text} is none.`, text);
    return null;
  }

  amount(place: number): Decimal {
    const text = this.required(place, 'amount');
    return text === '' ? ('0' as Decimal) : (this.number(text, AMOUNT_DECIMALS) ?? ('0' as Decimal));
  }

  quantity(place: number): Decimal | null {
    const text = this.text(place).trim();
    return text === '' ? null : this.number(text, SCALE);
  }

  /** Where the object list stands; some old programs leave an empty one out. */
  objects(place: number): { readonly objects: readonly SieObjectRef[]; readonly next: number } {
    const field: SieField | undefined = this.record.fields[place];
    if (field === undefined || typeof field === 'string') return { objects: [], next: place };
    return { objects: this.pairs(field), next: place + 1 };
  }

  fault(code: SieFault['code'], message: string, detail = ''): void {
    this.faults.push(sieFault(code, this.record.line, message, detail));
  }

  private pairs(list: readonly string[]): readonly SieObjectRef[] {
    if (list.length % 2 !== 0) {
      this.fault('SIE_OBJECTS_ODD', 'Write each object as a dimension and a code, such as {1 "10"}.', list.join(' '));
      return [];
    }
    const refs = new Map<string, SieObjectRef>();
    for (let index = 0; index < list.length; index += 2) {
      const dimension = dimensionNumber(list[index] ?? '');
      const code = (list[index + 1] ?? '').trim();
      const before = refs.get(dimension);
      if (before && before.code !== code) {
        this.fault('SIE_OBJECT_TWICE', `Name one object of dimension ${dimension}, not two.`, dimension);
      }
      if (dimension === '' || !/^[0-9]+$/.test(dimension)) {
        this.fault('SIE_DIMENSION_WRONG', 'Number the dimension of each object.', dimension);
      } else if (code !== '') refs.set(dimension, { dimension, code });
    }
    return [...refs.values()];
  }

  private number(text: string, scale: number): Decimal | null {
    const match = /^(-?)([0-9]*)(?:\.([0-9]*))?$/.exec(text);
    const [, sign = '', whole = '', fraction = ''] = match ?? [];
    if (!match || whole + fraction === '') {
      if (/^-?[0-9. ]*,[0-9]+$/.test(text)) {
        this.fault('SIE_AMOUNT_COMMA', `Write decimals after a point, not a comma: ${text}.`, text);
      } else this.fault('SIE_AMOUNT_WRONG', `Write a plain number such as -1250.50: ${text} is none.`, text);
      return null;
    }
    const decimals = fraction.replace(/0+$/, '');
    if (decimals.length > scale) {
      this.fault('SIE_AMOUNT_TOO_PRECISE', `Give at most ${scale} decimals: ${text} has more.`, text);
      return null;
    }
    const digits = whole.replace(/^0+(?=[0-9])/, '') || '0';
    if (digits.length > DIGITS_BEFORE_POINT) {
      this.fault('SIE_AMOUNT_TOO_LARGE', `Give at most ${DIGITS_BEFORE_POINT} digits before the point.`, text);
      return null;
    }
    const value = `${digits}${decimals === '' ? '' : `.${decimals}`}`;
    return (value === '0' ? '0' : `${sign}${value}`) as Decimal;
  }
}

/** A dimension's number as the standard numbers it: 01 is 1. */
export function dimensionNumber(text: string): string {
  return text.trim().replace(/^0+(?=[0-9])/, '');
}

/** An amount of a file in ten-thousandths, for exact sums. */
export function unitsOf(amount: Decimal): bigint {
  const negative = amount.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? amount.slice(1) : amount).split('.');
  const units = BigInt(whole + fraction.padEnd(SCALE, '0'));
  return negative ? -units : units;
}

/** Ten-thousandths as an amount, with two decimals or as many as it needs. */
export function amountOf(units: bigint): Decimal {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0{1,2}$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -SCALE)}.${fraction}` as Decimal;
}

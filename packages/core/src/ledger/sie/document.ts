import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { SieEncoding } from './code-page.ts';

/** What a SIE file of type 1 to 4 says, in the order of the file. Amounts are positive for debit. */
export interface SieDocument {
  readonly encoding: SieEncoding;
  readonly header: SieHeader;
  readonly years: readonly SieYear[];
  readonly accounts: readonly SieAccount[];
  readonly dimensions: readonly SieDimension[];
  readonly objects: readonly SieObject[];
  readonly balances: readonly SieBalance[];
  readonly vouchers: readonly SieVoucher[];
}

/** Where the file is from and whose books it holds; empty text for what it does not say. */
export interface SieHeader {
  /** #FLAGGA: whether a program has read the file before. */
  readonly alreadyRead: boolean;
  readonly program: string;
  readonly programVersion: string;
  readonly generatedOn: CalendarDate | null;
  readonly generatedBy: string;
  /** #SIETYP: 1 balances of the year, 2 of the periods, 3 of the objects, 4 with vouchers. */
  readonly type: 1 | 2 | 3 | 4;
  readonly companyKey: string;
  readonly companyName: string;
  readonly organisationNumber: string;
  readonly address: readonly string[];
  readonly businessCode: string;
  readonly companyForm: string;
  readonly prose: string;
  readonly taxYear: string;
  readonly balancesUntil: CalendarDate | null;
  readonly chartType: string;
  /** #VALUTA; SEK where the file names none. */
  readonly currency: string;
}

/** #RAR: 0 is the year of the file, -1 the one before. Some files of vouchers alone give no dates. */
export interface SieYear {
  readonly index: number;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly line: number;
}

/** #KTYP: T assets, S liabilities and equity, K costs, I income. */
export type SieAccountType = 'T' | 'S' | 'K' | 'I';

/** #KONTO with its #KTYP, #ENHET and #SRU. */
export interface SieAccount {
  readonly code: string;
  readonly name: string;
  readonly type: SieAccountType | null;
  readonly unit: string;
  readonly sru: readonly string[];
  /** Whether a #KONTO names it; otherwise it was met on a line or balance alone. */
  readonly declared: boolean;
  readonly line: number;
}

/** #DIM or #UNDERDIM. */
export interface SieDimension {
  readonly number: string;
  readonly name: string;
  readonly parent: string | null;
  readonly declared: boolean;
  readonly line: number;
}

/** #OBJEKT: a cost centre, a project, an employee. */
export interface SieObject {
  readonly dimension: string;
  readonly code: string;
  readonly name: string;
  readonly declared: boolean;
  readonly line: number;
}

/** One pair of an object list. */
export interface SieObjectRef {
  readonly dimension: string;
  readonly code: string;
}

export type SieBalanceKind = 'IB' | 'UB' | 'RES' | 'OIB' | 'OUB' | 'PSALDO' | 'PBUDGET';

/** An opening or closing balance, a result, a balance or budget of a month. */
export interface SieBalance {
  readonly kind: SieBalanceKind;
  readonly year: number;
  /** 'YYYY-MM'; null where the kind has no month. */
  readonly period: string | null;
  readonly account: string;
  readonly objects: readonly SieObjectRef[];
  readonly amount: Decimal;
  readonly quantity: Decimal | null;
  readonly line: number;
}

/** #VER. Series and number are those of the program that wrote the file; both may be empty. */
export interface SieVoucher {
  readonly series: string;
  readonly number: string;
  readonly date: CalendarDate;
  readonly text: string;
  readonly registeredOn: CalendarDate | null;
  readonly signature: string;
  /** What counts: #TRANS. */
  readonly lines: readonly SieLine[];
  /** What was struck (#BTRANS) and added (#RTRANS, whose #TRANS is among the lines); it moves no balance. */
  readonly corrections: readonly (SieLine & { readonly kind: 'BTRANS' | 'RTRANS' })[];
  readonly line: number;
}

/** A line of a voucher. */
export interface SieLine {
  readonly account: string;
  readonly objects: readonly SieObjectRef[];
  readonly amount: Decimal;
  /** Where it differs from the voucher's. */
  readonly date: CalendarDate | null;
  readonly text: string;
  readonly quantity: Decimal | null;
  readonly signature: string;
  readonly line: number;
}

import type { CalendarDate, Decimal, Explanation, Language, PayLine } from '@kontor/core';

/** A line as it is printed: named in the language of the document. */
export interface PrintedLine {
  readonly code: string;
  readonly kind: PayLine['kind'];
  readonly name: string;
  readonly amount: Decimal;
  /** How it came about; left out where it is not to be told. */
  readonly explanation?: Explanation;
}

/** Something with a name and what it is. */
export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** Everything that stands on a payslip. Whoever makes it out has decided what its reader may read. */
export interface PayslipDocument {
  /** Language of the headings. */
  readonly language: Language;
  /** Language and region that days and amounts are written by, such as hu-HU. */
  readonly locale: string;
  readonly company: { readonly name: string; readonly registrationNumber: string | null };
  readonly person: { readonly name: string; readonly employeeNumber: string; readonly position: string | null };
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate };
  readonly payOn: CalendarDate;
  readonly taxYear: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of an amount in the currency. */
  readonly minorUnit: number;
  readonly lines: readonly PrintedLine[];
  readonly gross: Decimal;
  readonly net: Decimal;
  readonly employerCost: Decimal;
  /** Running sums of the tax year after this payslip, named in the language of the document; those of nought are left out. */
  readonly yearToDate: readonly { readonly name: string; readonly amount: Decimal }[];
  /** What the reader should look at. */
  readonly notices: readonly string[];
  /** Whatever else stands in the heading, such as a tax code. */
  readonly facts: readonly Labelled[];
}

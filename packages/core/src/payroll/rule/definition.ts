import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Rejection, Result } from '../../result.ts';
import type { NativeFunction, Value, ValueType } from '../language/value.ts';
import type { PayrollRounding } from '../number/rounding.ts';

/** Where a figure or a rule was published. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day, month or year of publication, as far as the publication says it; null: it does not. */
  readonly publishedOn: string | null;
}

/** What a payslip calls something, in each language that Kontor speaks. */
export interface Words {
  readonly en: string;
  readonly sv: string;
  readonly de: string;
  readonly hu: string;
  readonly sl: string;
}

/** In force from a day until the next version, or until its own last day if it has one. */
export interface Dated {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** A figure of the law or the company, as a decimal. Rules call it rate.NAME. */
export interface ParameterDefinition {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  /** Whether a company or an employment may have its own. */
  readonly isOpen?: boolean;
  readonly versions: readonly (Dated & { readonly value: string; readonly sources: readonly Source[] })[];
}

/** Brackets for bracket() as [up to, rate], the last without end; or rows by key for lookup(). */
export type TableContent =
  | { readonly brackets: readonly (readonly [upTo: string | null, rate: string])[] }
  | {
      readonly columns: Readonly<Record<string, ValueType>>;
      readonly rows: Readonly<Record<string, readonly string[]>>;
    };

export interface TableDefinition {
  readonly name: string;
  readonly meaning: string;
  readonly versions: readonly (Dated & TableContent & { readonly sources: readonly Source[] })[];
}

/**
 * EARNING: paid to the person, salary or allowance. DEDUCTION: taken from it. EMPLOYER: what the
 * employer pays beside it. INFORMATION: shown, and paid by nobody. STEP: on the way, and not shown.
 */
export type ComponentKind = 'EARNING' | 'DEDUCTION' | 'EMPLOYER' | 'INFORMATION' | 'STEP';

/** What a component is from a day on: its rule, and how the result is rounded. */
export interface ComponentVersion extends Dated {
  /** In the rule language. Left out: the amount that is given. */
  readonly rule?: string;
  readonly rounding?: { readonly mode: PayrollRounding; readonly unit: string };
}

export interface ComponentDefinition {
  /** Capital letters, digits and underscores. */
  readonly code: string;
  readonly kind: ComponentKind;
  readonly name: Words;
  /** Whether a pay event may give an amount. Its rule reads it as given.CODE. */
  readonly isGiven?: boolean;
  /** Whether a given amount may be below zero, as a correction is. */
  readonly maySubtract?: boolean;
  /** Whether it is shown when it is zero. */
  readonly isAlwaysShown?: boolean;
  /** Whether a company or an employment may replace it. */
  readonly isOpen?: boolean;
  /** The bases that it raises or lowers, such as { taxable: 'ADD' }. */
  readonly feeds?: Readonly<Record<string, 'ADD' | 'SUBTRACT'>>;
  readonly versions: readonly ComponentVersion[];
}

/** A running sum of a tax year. Rules read what it was before the event as ytd.CODE. */
export interface AccumulatorDefinition {
  readonly code: string;
  readonly meaning: string;
  /** What an event adds, in the rule language. */
  readonly adds: string;
}

/** What is known of the person, and not an amount to pay. Rules call it fact.NAME. */
export interface FactDefinition {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly type: ValueType;
  /** What it is when nothing is said. */
  readonly default: string;
  /** Of a text: the only ones there are. */
  readonly choices?: readonly string[];
  /** Of a number: whole, and from here to there. */
  readonly from?: number;
  readonly to?: number;
  /** Reads a text that has a grammar of its own, into the one way of writing it. */
  readonly read?: (text: string) => Result<string, Rejection>;
}

/** Something that a person should look at, though it can be paid. */
export interface NoticeDefinition {
  readonly code: string;
  readonly message: Words;
  /** In the rule language: true when it is to be told. */
  readonly when: string;
}

/** A tax year of a pack. Dates of payment decide. */
export interface PackYear {
  readonly name: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** A layer of rules above a country's: a company's, and above it one employment's. */
export interface RuleLayer {
  readonly level: 'COMPANY' | 'EMPLOYEE';
  readonly parameters?: readonly ParameterDefinition[];
  readonly tables?: readonly TableDefinition[];
  readonly components?: readonly ComponentDefinition[];
}

/** A country: data on top of the engine. */
export interface CountryPack {
  readonly code: string;
  readonly currency: string;
  readonly minorUnit: number;
  readonly years: readonly PackYear[];
  /** The periods of a year that each frequency knows, by their numbers. */
  readonly frequencies: Readonly<Record<string, readonly number[]>>;
  readonly facts: readonly FactDefinition[];
  /** Sums of components, named base.NAME in rules. */
  readonly bases: readonly { readonly name: string; readonly meaning: string }[];
  readonly parameters: readonly ParameterDefinition[];
  readonly tables: readonly TableDefinition[];
  readonly components: readonly ComponentDefinition[];
  readonly accumulators: readonly AccumulatorDefinition[];
  readonly notices: readonly NoticeDefinition[];
  readonly natives: readonly NativeFunction[];
  /** What facts may not be said together, or not in that year. */
  readonly check?: (facts: ReadonlyMap<string, Value>, year: PackYear) => readonly Rejection[];
}

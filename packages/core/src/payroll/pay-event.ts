import type { CalendarDate } from '../date/calendar-date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Rejection } from '../result.ts';

/** An amount that a pay event gives for a component. Several for one component are added. */
export interface GivenAmount {
  readonly code: string;
  readonly amount: Decimal;
}

/** One payment to one person in one employment, as far as its calculation goes. */
export interface PayEvent {
  /** The country pack: its code. */
  readonly pack: string;
  /** The day of payment, which decides the tax year and the versions of rules. */
  readonly payDate: CalendarDate;
  readonly frequency: string;
  /** Number of the period within the tax year, from 1. */
  readonly period: number;
  readonly components: readonly GivenAmount[];
  /** A number may be given as a decimal text. */
  readonly facts: Readonly<Record<string, string | boolean>>;
  /**
   * What the accumulators held before this event, in this tax year and employment, opening
   * balances included. Left out is zero.
   */
  readonly yearToDate: Readonly<Record<string, Decimal>>;
}

/**
 * What can be wrong with a pay event.
 * PACK_UNKNOWN, PACK_YEAR_MISSING: there are no rules for the country or the day. FREQUENCY_UNKNOWN,
 * PERIOD_OUT_OF_RANGE: the pack has no such periods. COMPONENT_UNKNOWN, COMPONENT_NOT_GIVEN: no such
 * component on that day, or one that is computed. AMOUNT_NEGATIVE, AMOUNT_EXCEEDS_MINOR_UNIT,
 * AMOUNT_TOO_LARGE: not payable. FACT_UNKNOWN, FACT_TYPE_WRONG, FACT_CHOICE_UNKNOWN,
 * FACT_OUT_OF_RANGE: and a pack has more of its own. YEAR_TO_DATE_UNKNOWN: no such accumulator.
 * RULE_FAILED: a rule divided by zero, or looked for a row that there is not. RESULT_NOT_PAYABLE: a
 * rule made more decimals than the currency has.
 */
export type PayEventCode =
  | 'PACK_UNKNOWN'
  | 'PACK_YEAR_MISSING'
  | 'FREQUENCY_UNKNOWN'
  | 'PERIOD_OUT_OF_RANGE'
  | 'COMPONENT_UNKNOWN'
  | 'COMPONENT_NOT_GIVEN'
  | 'AMOUNT_NEGATIVE'
  | 'AMOUNT_EXCEEDS_MINOR_UNIT'
  | 'AMOUNT_TOO_LARGE'
  | 'FACT_UNKNOWN'
  | 'FACT_TYPE_WRONG'
  | 'FACT_CHOICE_UNKNOWN'
  | 'FACT_OUT_OF_RANGE'
  | 'YEAR_TO_DATE_UNKNOWN'
  | 'RULE_FAILED'
  | 'RESULT_NOT_PAYABLE';

/** A refusal of a pay event; a pack's own facts bring codes of their own. */
export type PayEventRejection = Rejection;

export function refusal(code: PayEventCode, message: string, path: Rejection['path']): PayEventRejection {
  return { code, message, path };
}

import { fitsMinorUnit } from '../money/currency.ts';
import { checkNumeric, compareDecimal, isPositive, roundDecimal } from '../money/decimal.ts';
import type { Rule } from '../rule.ts';
import type { Pay, PayRange } from './facts.ts';

/**
 * PAY_NOT_POSITIVE, PAY_TOO_LARGE (more than 16 digits before the point), PAY_EXCEEDS_MINOR_UNIT
 * (more decimals than the currency has), PAY_CURRENCY_UNUSABLE (unknown, or without a minor unit,
 * or withdrawn), PAY_CURRENCY_DIFFERS and PAY_PERIOD_DIFFERS from the position's range,
 * PAY_BELOW_RANGE, PAY_ABOVE_RANGE.
 */
export type PayCode =
  | 'PAY_NOT_POSITIVE'
  | 'PAY_TOO_LARGE'
  | 'PAY_EXCEEDS_MINOR_UNIT'
  | 'PAY_CURRENCY_UNUSABLE'
  | 'PAY_CURRENCY_DIFFERS'
  | 'PAY_PERIOD_DIFFERS'
  | 'PAY_BELOW_RANGE'
  | 'PAY_ABOVE_RANGE';

/** A pay to judge. `minorUnit` is that of its currency; null where the currency cannot be paid in. */
export interface PayCase {
  readonly pay: Pay;
  readonly minorUnit: number | null;
  readonly range: PayRange | null;
}

/** What any pay must keep to, alone and against the range of the position. */
export const PAY_RULES: readonly Rule<PayCase, PayCode>[] = [
  {
    code: 'PAY_NOT_POSITIVE',
    path: ['amount'],
    isBrokenBy: ({ pay }) => !isPositive(pay.amount),
    message: 'Give an amount above zero.',
  },
  {
    code: 'PAY_TOO_LARGE',
    path: ['amount'],
    isBrokenBy: ({ pay }) => !checkNumeric(roundDecimal(pay.amount, 4, 'down'), 20, 4).ok,
    message: 'Give an amount with at most 16 digits before the point.',
  },
  {
    code: 'PAY_EXCEEDS_MINOR_UNIT',
    path: ['amount'],
    isBrokenBy: ({ pay, minorUnit }) => minorUnit !== null && !fitsMinorUnit(pay.amount, minorUnit),
    message: ({ pay, minorUnit }) => `Give an amount with at most ${minorUnit} decimals, as ${pay.currencyCode} has.`,
  },
  {
    code: 'PAY_CURRENCY_UNUSABLE',
    path: ['currencyCode'],
    isBrokenBy: ({ minorUnit }) => minorUnit === null,
    message: 'Choose a currency that is in use.',
  },
  {
    code: 'PAY_CURRENCY_DIFFERS',
    path: ['currencyCode'],
    isBrokenBy: ({ pay, range }) => range !== null && range.currencyCode !== pay.currencyCode,
    message: ({ range }) => `Give the pay in ${range?.currencyCode}, as the position is budgeted.`,
  },
  {
    code: 'PAY_PERIOD_DIFFERS',
    path: ['payPeriod'],
    isBrokenBy: ({ pay, range }) => range !== null && range.payPeriod !== pay.payPeriod,
    message: ({ range }) => `Give the pay for one ${range?.payPeriod.toLowerCase()}, as the position is budgeted.`,
  },
  {
    code: 'PAY_BELOW_RANGE',
    path: ['amount'],
    isBrokenBy: ({ pay, range }) =>
      isComparable(pay, range) && range.minimum !== null && compareDecimal(pay.amount, range.minimum) < 0,
    message: ({ range }) => `Give at least ${range?.minimum} ${range?.currencyCode}, the lowest pay of the position.`,
  },
  {
    code: 'PAY_ABOVE_RANGE',
    path: ['amount'],
    isBrokenBy: ({ pay, range }) =>
      isComparable(pay, range) && range.maximum !== null && compareDecimal(pay.amount, range.maximum) > 0,
    message: ({ range }) => `Give at most ${range?.maximum} ${range?.currencyCode}, the highest pay of the position.`,
  },
];

function isComparable(pay: Pay, range: PayRange | null): range is PayRange {
  return range !== null && range.currencyCode === pay.currencyCode && range.payPeriod === pay.payPeriod;
}

import { accept, type Path, type Rejection, type Result, reject } from '../result.ts';
import { type Decimal, decimal, roundDecimal, scaleOf } from './decimal.ts';

/**
 * A currency of ISO 4217. `minorUnit` is the number of decimals of an amount in it: 2 for SEK, 0
 * for JPY, 3 for KWD; null for codes that ISO gives none, such as gold (XAU). `withdrawnOn` is the
 * last day of the month or year in which ISO withdrew the code; null while it is in use.
 */
export interface CurrencyRecord {
  readonly code: string;
  /** Three digits; null for the few old codes that never had a number. */
  readonly numericCode: string | null;
  readonly name: string;
  readonly minorUnit: number | null;
  /** 'YYYY-MM-DD'. */
  readonly withdrawnOn: string | null;
}

/**
 * CURRENCY_UNKNOWN: ISO 4217 has no such code, or has withdrawn it. CURRENCY_NOT_MONEY: the code stands for a metal, a
 * unit of account, a test or no currency at all, which ISO gives no minor unit; nobody is paid in it and no books are kept.
 */
export type CurrencyCode = 'CURRENCY_UNKNOWN' | 'CURRENCY_NOT_MONEY';

/** What is against a currency for an amount that is agreed from now on; null for nothing. `record`: null where unknown. */
export function currencyFault(
  code: string,
  record: { readonly minorUnit: number | null; readonly withdrawnOn: unknown } | null,
): Rejection<CurrencyCode> | null {
  if (record === null || record.withdrawnOn !== null)
    return { code: 'CURRENCY_UNKNOWN', message: `There is no currency ${code} in use.`, path: [] };
  if (record.minorUnit === null)
    return { code: 'CURRENCY_NOT_MONEY', message: `Choose a currency: ${code} is no money.`, path: [] };
  return null;
}

/** MINOR_UNIT_EXCEEDED: the amount has more decimals than its currency. */
export type MinorUnitCode = 'MINOR_UNIT_EXCEEDED';

/**
 * Whether an amount has no more decimals than the currency's minor unit. Trailing zeros do not
 * count (10.500 fits 2). A currency without a minor unit takes any number of decimals.
 */
export function fitsMinorUnit(amount: Decimal, minorUnit: number | null): boolean {
  if (minorUnit === null) return true;
  return scaleOf(withoutTrailingZeros(amount)) <= minorUnit;
}

/** The amount written with exactly the currency's decimals, or the reason why it cannot be. */
export function toMinorUnit(
  amount: Decimal,
  minorUnit: number | null,
  path: Path = [],
): Result<Decimal, Rejection<MinorUnitCode>> {
  if (!fitsMinorUnit(amount, minorUnit)) {
    return reject('MINOR_UNIT_EXCEEDED', `Give an amount with at most ${minorUnit} decimals.`, path);
  }
  return accept(minorUnit === null ? amount : roundDecimal(amount, minorUnit, 'down'));
}

function withoutTrailingZeros(value: Decimal): Decimal {
  return value.includes('.') ? decimal(value.replace(/\.?0+$/, '')) : value;
}

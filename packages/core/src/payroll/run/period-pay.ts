import type { CalendarDate } from '../../date/calendar-date.ts';
import { type DatedRange, intersection } from '../../date/dated-range.ts';
import { type Decimal, multiplyDecimal, roundDecimal, ZERO } from '../../money/decimal.ts';
import { accept, type Rejection, type Result } from '../../result.ts';
import { decimalOf, dividedBy, exactOf, exactWhole, times } from '../number/exact.ts';
import { roundExact } from '../number/rounding.ts';
import { type ProratedPart, type ProrationBasis, type ProrationCode, prorate } from '../proration.ts';
import { isWeekday, type PayFrequency } from './pay-calendar.ts';

/** Agreed pay, from a day to a day. Pay by the hour is paid by the hours that are given. */
export interface AgreedPay extends DatedRange {
  readonly amount: Decimal;
  readonly payPeriod: 'HOUR' | 'MONTH' | 'YEAR';
}

/** What the salary of one period follows from. */
export interface PeriodPayInput {
  readonly frequency: PayFrequency;
  readonly basis: Exclude<ProrationBasis, 'HOURS'>;
  readonly period: DatedRange & { readonly endOn: CalendarDate };
  readonly employment: DatedRange;
  readonly agreed: readonly AgreedPay[];
  /** Whether a day is one of work, where working days count; those from Monday to Friday, where left out. */
  readonly isWorkDay?: (day: CalendarDate) => boolean;
  /** How much of a day is away unpaid, of the 1 that it counts. */
  readonly unpaidOn?: (day: CalendarDate) => Decimal;
  readonly minorUnit: number;
}

/** The salary of a period, and how its parts were reckoned; no parts where the whole of one amount is paid. */
export interface PeriodPay {
  readonly amount: Decimal;
  readonly basis: ProrationBasis;
  /** Days of the whole period that the parts are of; null where nothing was reckoned by days. */
  readonly units: string | null;
  readonly parts: readonly ProratedPart[];
}

const PERIODS_OF_YEAR = { WEEKLY: 52, FORTNIGHTLY: 26, FOUR_WEEKLY: 13, MONTHLY: 12 } as const;

/** The part of agreed pay that one whole period has, in units that can be paid. */
export function payOfWholePeriod(
  amount: Decimal,
  payPeriod: 'MONTH' | 'YEAR',
  frequency: PayFrequency,
  minorUnit: number,
): Decimal {
  const ofYear = times(exactOf(amount), exactWhole(payPeriod === 'MONTH' ? 12 : 1));
  const unit = dividedBy(exactWhole(1), exactWhole(10 ** minorUnit));
  const paid = roundExact(dividedBy(ofYear, exactWhole(PERIODS_OF_YEAR[frequency])), 'HALF_UP', unit);
  const written = decimalOf(paid, minorUnit);
  if (written === null) throw new RangeError('A multiple of the minor unit has no more decimals.');
  return written;
}

const WHOLE_DAY = '1' as Decimal;

/**
 * The salary of a period by what was agreed for its days: whoever joins or leaves in it, is away unpaid, or gets a raise
 * in the middle of it, is paid by its days. Null where nothing is agreed but pay by the hour, or nothing at all.
 */
export function payOfPeriod(input: PeriodPayInput): Result<PeriodPay | null, Rejection<ProrationCode>> {
  const { frequency, basis, period, employment, agreed, isWorkDay = isWeekday, unpaidOn, minorUnit } = input;
  const employed = intersection(period, employment);
  const stretches = agreed.flatMap((pay) => {
    const days = employed && intersection(employed, pay);
    if (!days || pay.payPeriod === 'HOUR') return [];
    const amount = payOfWholePeriod(pay.amount, pay.payPeriod, frequency, minorUnit);
    return [{ from: days.startOn, until: days.endOn ?? period.endOn, amount }];
  });
  const [first] = stretches;
  if (!first) return accept(null);
  const isWhole = stretches.length === 1 && first.from === period.startOn && first.until === period.endOn;
  if (isWhole && !unpaidOn) return accept({ amount: first.amount, basis, units: null, parts: [] });
  const unitsOn = (day: CalendarDate): Decimal => (isWorkDay(day) ? WHOLE_DAY : ZERO);
  const prorated = prorate({
    basis,
    period: { from: period.startOn, until: period.endOn },
    stretches: stretches.toSorted((one, other) => (one.from < other.from ? -1 : 1)),
    ...(basis === 'WORKING_DAYS' && { unitsOn }),
    // A day that does not count cannot be taken off either.
    ...(unpaidOn && {
      unpaidOn: basis === 'WORKING_DAYS' ? (day) => (isWorkDay(day) ? unpaidOn(day) : ZERO) : unpaidOn,
    }),
    minorUnit,
  });
  if (!prorated.ok) return prorated;
  const { amount, units, parts } = prorated.value;
  return accept({ amount, basis, units, parts });
}

/** What a quantity comes to, in units that can be paid. */
export const payOfQuantity = (quantity: Decimal, unitPay: Decimal, minorUnit: number): Decimal =>
  roundDecimal(multiplyDecimal(quantity, unitPay), minorUnit, 'halfUp');

import { addDays, type CalendarDate } from '../date/calendar-date.ts';
import { type DatedRange, firstOverlap } from '../date/dated-range.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { accept, type Rejection, type Result, reject } from '../result.ts';
import {
  compareExact,
  decimalOf,
  dividedBy,
  type Exact,
  exactOf,
  exactWhole,
  isNought,
  minus,
  NOUGHT,
  plus,
  shownExact,
  times,
} from './number/exact.ts';
import { roundTogether } from './split.ts';

/** What a part of a period is measured by; it is recorded with the result. */
export type ProrationBasis = 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'HOURS';

/** From a day to a day, both included, in which one amount for the whole period holds. */
export interface PayStretch {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly amount: Decimal;
}

export interface ProrationInput {
  readonly basis: ProrationBasis;
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate };
  /** In order, without overlap, within the period: a joiner's begins late, a leaver's ends early. */
  readonly stretches: readonly PayStretch[];
  /**
   * What a day counts: 1 for a day, or its hours. Working days count 1 and others 0. Left out,
   * every day counts 1, which only calendar days do.
   */
  readonly unitsOn?: (day: CalendarDate) => Decimal;
  /** How much of a day is not paid, such as unpaid leave. Left out: nothing. */
  readonly unpaidOn?: (day: CalendarDate) => Decimal;
  readonly minorUnit: number;
}

export interface ProratedPart extends PayStretch {
  /** Days or hours that are paid. */
  readonly units: string;
  /** The part of the amount that they come to. */
  readonly prorated: Decimal;
}

export interface Proration {
  readonly basis: ProrationBasis;
  /** Days or hours of the whole period. */
  readonly units: string;
  readonly parts: readonly ProratedPart[];
  readonly amount: Decimal;
}

/**
 * UNITS_MISSING: a basis other than calendar days needs to be told what a day counts.
 * PERIOD_EMPTY: no day of the period counts. STRETCH_OUTSIDE_PERIOD, STRETCHES_OVERLAP: as they
 * say. UNPAID_EXCEEDS_DAY: more of a day is unpaid than it counts, or less than nothing.
 */
export type ProrationCode =
  | 'UNITS_MISSING'
  | 'PERIOD_EMPTY'
  | 'STRETCH_OUTSIDE_PERIOD'
  | 'STRETCHES_OVERLAP'
  | 'UNPAID_EXCEEDS_DAY';

const ONE_DAY = '1' as Decimal;

/**
 * The part of an amount that is paid for a part of a period: for who joins or leaves in it, is away
 * unpaid, or whose salary changes. The parts are rounded together, so two halves of a month at one
 * salary are the salary.
 */
export function prorate(input: ProrationInput): Result<Proration, Rejection<ProrationCode>> {
  const { basis, period, stretches, minorUnit, unpaidOn = () => ZERO } = input;
  const wrong = checkStretches(input);
  if (wrong !== null) return wrong;
  const unitsOn = input.unitsOn ?? (() => ONE_DAY);
  const whole = daysOf(period).reduce((sum, day) => plus(sum, exactOf(unitsOn(day))), NOUGHT);
  if (isNought(whole)) return reject('PERIOD_EMPTY', 'No day of the period counts.', ['period']);
  const paid: Exact[] = [];
  for (const [index, stretch] of stretches.entries()) {
    let units = NOUGHT;
    for (const day of daysOf(stretch)) {
      const counted = exactOf(unitsOn(day));
      const unpaid = exactOf(unpaidOn(day));
      if (compareExact(unpaid, counted) > 0 || compareExact(unpaid, NOUGHT) < 0) {
        const message = `On ${day} more is unpaid than the day counts, or less than nothing.`;
        return reject('UNPAID_EXCEEDS_DAY', message, ['stretches', index]);
      }
      units = plus(units, minus(counted, unpaid));
    }
    paid.push(units);
  }
  const unit = dividedBy(exactWhole(1), exactWhole(10 ** minorUnit));
  const amounts = roundTogether(
    stretches.map(({ amount }, index) => dividedBy(times(exactOf(amount), paid[index] ?? NOUGHT), whole)),
    unit,
  );
  return accept({
    basis,
    units: shownExact(whole),
    parts: stretches.map((stretch, index) => ({
      ...stretch,
      units: shownExact(paid[index] ?? NOUGHT),
      prorated: written(amounts[index] ?? NOUGHT, minorUnit),
    })),
    amount: written(amounts.reduce(plus, NOUGHT), minorUnit),
  });
}

function checkStretches({ basis, period, stretches, unitsOn }: ProrationInput) {
  if (basis !== 'CALENDAR_DAYS' && unitsOn === undefined) {
    return reject('UNITS_MISSING' as ProrationCode, `Say what a day counts in ${basis}.`, ['unitsOn']);
  }
  const outside = stretches.findIndex(({ from, until }) => from > until || from < period.from || until > period.until);
  if (outside >= 0) {
    const message = 'Give a stretch that lies within the period.';
    return reject('STRETCH_OUTSIDE_PERIOD' as ProrationCode, message, ['stretches', outside]);
  }
  const ranges = stretches.map(({ from, until }): DatedRange => ({ startOn: from, endOn: until }));
  if (firstOverlap(ranges) === null) return null;
  return reject('STRETCHES_OVERLAP' as ProrationCode, 'Give stretches that share no day.', ['stretches']);
}

function daysOf({ from, until }: { readonly from: CalendarDate; readonly until: CalendarDate }): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

function written(value: Exact, minorUnit: number): Decimal {
  const amount = decimalOf(value, minorUnit);
  if (amount === null) throw new RangeError('A multiple of the minor unit has no more decimals.');
  return amount;
}

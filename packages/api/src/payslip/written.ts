import type { CalendarDate, Decimal } from '@kontor/core';

/** How a document writes days and amounts. */
export interface Writing {
  readonly day: (day: CalendarDate) => string;
  readonly amount: (amount: Decimal) => string;
  /** A number as a rule has it, with all its decimals. */
  readonly number: (value: string) => string;
  readonly rate: (value: string) => string;
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** Writes by the customs of a language and region. Amounts keep every digit: they are never floats. */
export function writingOf(locale: string, minorUnit: number): Writing {
  // Also of four digits, so that the numbers of a column read alike.
  const useGrouping = 'always';
  const digits = { minimumFractionDigits: minorUnit, maximumFractionDigits: minorUnit, useGrouping } as const;
  const amounts = new Intl.NumberFormat(locale, digits);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping });
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 10 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    day: (day) => days.format(new Date(day)),
    amount: (amount) => (isDecimal(amount) ? amounts.format(amount) : amount),
    number: (value) => (isDecimal(value) ? numbers.format(value) : value),
    rate: (value) => (isDecimal(value) ? rates.format(value) : value),
  };
}

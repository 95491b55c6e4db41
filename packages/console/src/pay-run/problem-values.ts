import { formatDate, formatDecimal } from '../values/format.ts';

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The values of a problem as a sentence of the reader's language takes them: by their place, from 1 on. */
export const spokenValues = (values: readonly string[], locale: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    values.map((value, index) => [
      String(index + 1),
      isDay(value) ? formatDate(value, locale) : formatDecimal(value, locale),
    ]),
  );

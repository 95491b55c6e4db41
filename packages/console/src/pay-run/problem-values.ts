import { formatAmount, formatDate, formatDecimal } from '../values/format.ts';

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Amounts within a value, such as those of `SALARY +321839, INCOME_TAX -838.80`, each as the reader writes it. */
const spokenAmounts = (value: string, write: (amount: string) => string): string =>
  value.replaceAll(/(?<=^| )([+-]?)(\d+(?:\.\d+)?)(?=,? |,?$)/g, (_all, sign: string, amount: string) =>
    sign === '+' ? `+${write(amount)}` : write(sign + amount),
  );

/** Codes of pay components within a value, each by its word; one without a word stays. */
const spokenCodes = (value: string, names: ReadonlyMap<string, string>): string =>
  value.replaceAll(/(?<=^|, )[A-Z][A-Z0-9_]*(?= [+-]|$)/g, (code) => names.get(code) ?? code);

/** The values of a problem as a sentence of the reader's language takes them: by their place, from 1 on. */
export const spokenValues = (
  values: readonly string[],
  locale: string,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> => {
  // Amounts do not say their currency: where one of them has a fraction, they are of one that has two decimals.
  const hasDecimals = values.some((value) => /\d\.\d/.test(value));
  const write = (amount: string): string =>
    hasDecimals ? formatAmount(amount, undefined, locale) : formatDecimal(amount, locale);
  return Object.fromEntries(
    values.map((value, index) => [
      String(index + 1),
      isDay(value) ? formatDate(value, locale) : spokenCodes(spokenAmounts(value, write), names),
    ]),
  );
};
